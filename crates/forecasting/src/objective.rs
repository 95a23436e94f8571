//! What weights are to minimise: a metric over all trials.

use rayon::prelude::*;

use crate::backtest::Trial;
use crate::metrics::OptimizationMetric;
use crate::outlook::Outlook;

/// Passes of the gradient over all trials.
const PASSES: usize = 80;

/// The metric over all trials, as something to minimise.
pub(crate) struct Objective<'a> {
    series: &'a [Vec<Trial>],
    metric: OptimizationMetric,
    // What one unit of a trial's loss counts: half by its size, as the pooled metrics do, half by its
    // series, so that a few large ones do not decide for all.
    total: f64,
}

impl<'a> Objective<'a> {
    pub(crate) fn new(series: &'a [Vec<Trial>], metric: OptimizationMetric) -> Self {
        let mut objective = Self { series, metric, total: 1.0 };
        let count = objective.telling().count().max(1) as f64;
        let total: f64 = objective.telling().map(|trial| trial.magnitude).sum();
        objective.total = (total / count).max(f64::MIN_POSITIVE);
        objective
    }

    pub(crate) fn telling(&self) -> impl Iterator<Item = &'a Trial> {
        self.series.iter().flatten().filter(|trial| tells(trial))
    }

    pub(crate) fn importance(&self, trial: &Trial) -> f64 {
        match self.metric {
            OptimizationMetric::Rmse => 1.0 / self.total.powi(2),
            OptimizationMetric::Mape => 1.0,
            OptimizationMetric::Mase => trial.mase_scale.map_or(0.0, |scale| 1.0 / scale),
            OptimizationMetric::AverageWeightedQuantileLoss | OptimizationMetric::Wape => {
                0.5 / self.total + 0.5 / trial.magnitude
            }
        }
    }

    /// The loss of each candidate alone.
    pub(crate) fn singles(&self, candidates: usize) -> Vec<f64> {
        let of_trial = |trial: &Trial, one: usize| {
            self.importance(trial) * loss(self.metric, trial, &trial.outlooks[one])
        };
        (0..candidates).map(|one| self.telling().map(|trial| of_trial(trial, one)).sum()).collect()
    }

    /// The loss of all trials with the same weights.
    pub(crate) fn pooled_loss(&self, weights: &[f64]) -> f64 {
        let of_trial = |trial: &Trial| {
            let combined = Outlook::average(trial.outlooks.iter().zip(weights.iter().copied()))?;
            Some(self.importance(trial) * loss(self.metric, trial, &combined))
        };
        self.telling().filter_map(of_trial).sum()
    }

    /// Exponentiated gradient from equal weights; the best of all passes.
    pub(crate) fn descend(&self, candidates: usize) -> Vec<f64> {
        let mut weights = vec![1.0 / candidates as f64; candidates];
        let mut best = (f64::INFINITY, weights.clone());
        for pass in 0..PASSES {
            let (sum, gradient) = self.gradient(&weights);
            if sum < best.0 {
                best = (sum, weights.clone());
            }
            let mean = gradient.iter().sum::<f64>() / candidates as f64;
            let size = gradient.iter().map(|slope| (slope - mean).abs()).fold(0.0, f64::max);
            if size <= 0.0 || !size.is_finite() {
                break;
            }
            let rate = 1.0 / (1.0 + pass as f64 / 4.0);
            let stepped = weights
                .iter()
                .zip(&gradient)
                .map(|(weight, slope)| weight * (-rate * (slope - mean) / size).exp());
            weights = normalised(stepped.collect());
        }
        best.1
    }

    /// The loss of all trials and its slope in each weight.
    fn gradient(&self, weights: &[f64]) -> (f64, Vec<f64>) {
        let of_series = |trials: &Vec<Trial>| {
            let mut gradient = vec![0.0; weights.len()];
            let telling = trials.iter().filter(|trial| tells(trial));
            let sum: f64 = telling.map(|trial| self.slope(trial, weights, &mut gradient)).sum();
            (sum, gradient)
        };
        // Added up in the order of the series, whatever thread was first.
        let parts: Vec<(f64, Vec<f64>)> = self.series.par_iter().map(of_series).collect();
        parts.into_iter().fold((0.0, vec![0.0; weights.len()]), |(sum, mut gradient), (part, slopes)| {
            for (gradient, slope) in gradient.iter_mut().zip(slopes) {
                *gradient += slope;
            }
            (sum + part, gradient)
        })
    }

    /// Adds the slope of a trial's loss in each weight, and gives the loss.
    fn slope(&self, trial: &Trial, weights: &[f64], gradient: &mut [f64]) -> f64 {
        let Some(combined) = Outlook::average(trial.outlooks.iter().zip(weights.iter().copied())) else {
            return 0.0;
        };
        let importance = self.importance(trial);
        let mut sum = 0.0;
        for row in scored_rows(self.metric, &combined) {
            let forecast = row.values(&combined);
            for (step, &actual) in trial.actual.iter().enumerate().filter(|(_, actual)| !actual.is_nan()) {
                let (loss, slope) = point_loss(self.metric, row.tau, actual, forecast[step]);
                sum += importance * loss;
                for (gradient, outlook) in gradient.iter_mut().zip(&trial.outlooks) {
                    *gradient += importance * slope * row.values(outlook)[step];
                }
            }
        }
        sum
    }
}

/// Whether a trial says something about the models.
pub(crate) fn tells(trial: &Trial) -> bool {
    trial.telling && trial.magnitude > 0.0
}

/// Weights that sum to 1; equal ones where none of them counts.
pub(crate) fn normalised(weights: Vec<f64>) -> Vec<f64> {
    let sum: f64 = weights.iter().sum();
    if sum.is_normal() {
        weights.iter().map(|weight| weight / sum).collect()
    } else {
        vec![1.0 / weights.len().max(1) as f64; weights.len()]
    }
}

/// The loss of an outlook in a trial; periods without a value do not count.
pub(crate) fn loss(metric: OptimizationMetric, trial: &Trial, outlook: &Outlook) -> f64 {
    let row_loss = |row: Row| -> f64 {
        let points = trial.actual.iter().zip(row.values(outlook)).filter(|(actual, _)| !actual.is_nan());
        points.map(|(actual, forecast)| point_loss(metric, row.tau, *actual, *forecast).0).sum()
    };
    scored_rows(metric, outlook).map(row_loss).sum()
}

/// A row of an outlook that the metric looks at: a quantile with its share, or the mean.
#[derive(Clone, Copy)]
struct Row {
    at: Option<usize>,
    tau: f64,
}

impl Row {
    fn values(self, outlook: &Outlook) -> &[f64] {
        self.at.map_or(outlook.mean(), |at| &outlook.rows()[at])
    }
}

fn scored_rows(metric: OptimizationMetric, outlook: &Outlook) -> impl Iterator<Item = Row> + use<> {
    let rows: Vec<Row> = match metric {
        OptimizationMetric::AverageWeightedQuantileLoss => outlook
            .quantiles()
            .iter()
            .enumerate()
            .map(|(at, tau)| Row { at: Some(at), tau: tau.tau() })
            .collect(),
        _ => vec![Row { at: None, tau: 0.5 }],
    };
    rows.into_iter()
}

/// The loss of one point and its slope in the forecast.
fn point_loss(metric: OptimizationMetric, tau: f64, actual: f64, forecast: f64) -> (f64, f64) {
    let error = actual - forecast;
    match metric {
        OptimizationMetric::Rmse => (error * error, -2.0 * error),
        OptimizationMetric::Mape if actual == 0.0 => (0.0, 0.0),
        OptimizationMetric::Mape => (error.abs() / actual.abs(), -error.signum() / actual.abs()),
        _ if error > 0.0 => (2.0 * tau * error, -2.0 * tau),
        _ => (2.0 * (tau - 1.0) * error, 2.0 * (1.0 - tau)),
    }
}
