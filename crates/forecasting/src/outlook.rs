//! A probabilistic forecast of one series: quantiles and the mean, step by step.

use crate::forecast_type::{ForecastType, Quantile};

/// Quantiles and mean of the next periods.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlook {
    // Invariant: `quantiles` ascend, `rows` has one row of `mean.len()` values for each.
    quantiles: Vec<Quantile>,
    rows: Vec<Vec<f64>>,
    mean: Vec<f64>,
}

impl Outlook {
    /// An outlook over `steps` whose values come from `row`, called once per quantile.
    pub(crate) fn new(
        quantiles: &[Quantile],
        mean: Vec<f64>,
        mut row: impl FnMut(Quantile) -> Vec<f64>,
    ) -> Self {
        let rows = quantiles.iter().map(|&quantile| row(quantile)).collect();
        Self { quantiles: quantiles.to_vec(), rows, mean }
    }

    /// A normal outlook around `mean` with a standard deviation per step.
    pub(crate) fn normal(quantiles: &[Quantile], mean: Vec<f64>, deviation: &[f64]) -> Self {
        let row = |quantile: Quantile| {
            let z = crate::normal::quantile(quantile.tau());
            mean.iter().zip(deviation).map(|(mean, deviation)| mean + z * deviation).collect()
        };
        let rows = quantiles.iter().map(|&quantile| row(quantile)).collect();
        Self { quantiles: quantiles.to_vec(), rows, mean }
    }

    /// The quantiles it has, lowest first.
    pub fn quantiles(&self) -> &[Quantile] {
        &self.quantiles
    }

    /// How many periods it covers.
    pub fn steps(&self) -> usize {
        self.mean.len()
    }

    /// The mean of each period.
    pub fn mean(&self) -> &[f64] {
        &self.mean
    }

    /// A quantile of each period; empty when it was not asked for.
    pub fn quantile(&self, quantile: Quantile) -> &[f64] {
        match self.quantiles.binary_search(&quantile) {
            Ok(at) => &self.rows[at],
            Err(_) => &[],
        }
    }

    /// The values of a forecast type; empty when it was not asked for.
    pub fn values(&self, kind: ForecastType) -> &[f64] {
        match kind {
            ForecastType::Mean => &self.mean,
            ForecastType::Quantile(quantile) => self.quantile(quantile),
        }
    }

    pub(crate) fn rows(&self) -> &[Vec<f64>] {
        &self.rows
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &f64> {
        self.rows.iter().flatten().chain(&self.mean)
    }

    /// Applies `change` to every value.
    pub(crate) fn map(&mut self, change: impl Fn(f64) -> f64) {
        for value in self.rows.iter_mut().flatten().chain(&mut self.mean) {
            *value = change(*value);
        }
    }

    /// Applies `change` to each quantile's value at each step, given quantile and step.
    pub(crate) fn map_rows(&mut self, change: impl Fn(Quantile, usize, f64) -> f64) {
        for (quantile, row) in self.quantiles.iter().zip(&mut self.rows) {
            for (step, value) in row.iter_mut().enumerate() {
                *value = change(*quantile, step, *value);
            }
        }
    }

    /// Forgets the first `count` steps.
    pub(crate) fn skip(&mut self, count: usize) {
        for row in self.rows.iter_mut().chain([&mut self.mean]) {
            row.drain(..count.min(row.len()));
        }
    }

    /// Makes the quantiles of each step ascend.
    pub(crate) fn uncross(&mut self) {
        let mut column = vec![0.0; self.rows.len()];
        for step in 0..self.steps() {
            for (value, row) in column.iter_mut().zip(&self.rows) {
                *value = row[step];
            }
            if column.is_sorted() {
                continue;
            }
            column.sort_by(f64::total_cmp);
            for (value, row) in column.iter().zip(&mut self.rows) {
                row[step] = *value;
            }
        }
    }

    /// The average of outlooks on the same quantiles, quantile by quantile.
    pub(crate) fn average<'a>(members: impl Iterator<Item = (&'a Outlook, f64)>) -> Option<Outlook> {
        let mut sum: Option<Outlook> = None;
        for (member, weight) in members.filter(|(_, weight)| *weight > 0.0) {
            match &mut sum {
                None => {
                    let mut first = member.clone();
                    first.map(|value| value * weight);
                    sum = Some(first);
                }
                Some(sum) => sum.add(member, weight),
            }
        }
        sum
    }

    fn add(&mut self, other: &Outlook, weight: f64) {
        for (row, other) in self.rows.iter_mut().zip(&other.rows).chain([(&mut self.mean, &other.mean)]) {
            for (value, other) in row.iter_mut().zip(other) {
                *value += weight * other;
            }
        }
    }
}
