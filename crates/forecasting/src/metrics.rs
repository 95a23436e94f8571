//! Accuracy metrics of the service: weighted quantile loss, WAPE, RMSE, MASE and MAPE.

use serde::{Deserialize, Serialize};

use crate::forecast_type::Quantile;

/// What a predictor is chosen by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum OptimizationMetric {
    /// The mean of the weighted quantile losses.
    #[default]
    AverageWeightedQuantileLoss,
    /// Weighted absolute percentage error.
    #[serde(rename = "WAPE")]
    Wape,
    /// Root mean squared error.
    #[serde(rename = "RMSE")]
    Rmse,
    /// Mean absolute scaled error.
    #[serde(rename = "MASE")]
    Mase,
    /// Mean absolute percentage error.
    #[serde(rename = "MAPE")]
    Mape,
}

/// The metrics of one window, one item, or a mean over windows.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Metrics {
    /// Weighted quantile losses, highest quantile first.
    pub quantile_losses: Vec<(Quantile, f64)>,
    /// Their mean.
    pub average_quantile_loss: f64,
    /// Weighted absolute percentage error of the mean.
    pub wape: f64,
    /// Root mean squared error of the mean.
    pub rmse: f64,
    /// Mean absolute scaled error of the mean.
    pub mase: f64,
    /// Mean absolute percentage error of the mean.
    pub mape: f64,
}

impl Metrics {
    /// The one that a predictor is chosen by.
    pub fn value(&self, metric: OptimizationMetric) -> f64 {
        match metric {
            OptimizationMetric::AverageWeightedQuantileLoss => self.average_quantile_loss,
            OptimizationMetric::Wape => self.wape,
            OptimizationMetric::Rmse => self.rmse,
            OptimizationMetric::Mase => self.mase,
            OptimizationMetric::Mape => self.mape,
        }
    }

    /// The mean of each metric over `windows`, as the service's summary has it.
    pub fn mean(windows: &[Metrics]) -> Metrics {
        let Some(first) = windows.first() else { return Metrics::default() };
        let mean =
            |value: &dyn Fn(&Metrics) -> f64| windows.iter().map(value).sum::<f64>() / windows.len() as f64;
        let loss = |at: usize| mean(&|one| one.quantile_losses.get(at).map_or(0.0, |(_, loss)| *loss));
        Metrics {
            quantile_losses: first
                .quantile_losses
                .iter()
                .enumerate()
                .map(|(at, (tau, _))| (*tau, loss(at)))
                .collect(),
            average_quantile_loss: mean(&|one| one.average_quantile_loss),
            wape: mean(&|one| one.wape),
            rmse: mean(&|one| one.rmse),
            mase: mean(&|one| one.mase),
            mape: mean(&|one| one.mape),
        }
    }
}

/// Sums over the points of a window, from which its metrics follow.
///
/// Items are added whole: one with a missing actual is left out, as a `nan` filling asks for, while
/// periods filled with a value count like observed ones.
#[derive(Debug, Clone)]
pub struct Score {
    quantiles: Vec<Quantile>,
    losses: Vec<f64>,
    items: usize,
    points: usize,
    actual: f64,
    error: f64,
    squared: f64,
    scaled: f64,
    scaled_items: usize,
    relative: f64,
    relative_points: usize,
}

impl Score {
    /// Nothing scored yet; `quantiles` in any order.
    pub fn new(quantiles: &[Quantile]) -> Self {
        let mut quantiles = quantiles.to_vec();
        quantiles.sort_by(|a, b| b.cmp(a));
        quantiles.dedup();
        Self {
            losses: vec![0.0; quantiles.len()],
            quantiles,
            items: 0,
            points: 0,
            actual: 0.0,
            error: 0.0,
            squared: 0.0,
            scaled: 0.0,
            scaled_items: 0,
            relative: 0.0,
            relative_points: 0,
        }
    }

    /// The items counted so far.
    pub fn items(&self) -> usize {
        self.items
    }

    /// Adds an item: its actual values, the forecast of a quantile per step, the mean (or p50) per step,
    /// and the scale of its training part (see [`mase_scale`]).
    pub fn add<'a>(
        &mut self,
        actual: &[f64],
        quantile: impl Fn(Quantile) -> &'a [f64],
        mean: &[f64],
        scale: Option<f64>,
    ) {
        if actual.is_empty() || actual.iter().any(|value| value.is_nan()) {
            return;
        }
        self.items += 1;
        self.points += actual.len();
        self.actual += actual.iter().map(|value| value.abs()).sum::<f64>();
        for (tau, loss) in self.quantiles.iter().zip(&mut self.losses) {
            *loss += pinball(tau.tau(), actual, quantile(*tau));
        }
        let mut error = 0.0;
        for (actual, mean) in actual.iter().zip(mean) {
            error += (actual - mean).abs();
            self.squared += (actual - mean).powi(2);
            if *actual != 0.0 {
                self.relative += ((actual - mean) / actual).abs();
                self.relative_points += 1;
            }
        }
        self.error += error;
        if let Some(scale) = scale.filter(|scale| *scale > 0.0) {
            self.scaled += error / actual.len() as f64 / scale;
            self.scaled_items += 1;
        }
    }

    /// The metrics of what was added.
    pub fn metrics(&self) -> Metrics {
        // Without anything to weigh by, the losses stand alone.
        let weight = if self.actual > 1e-300 { self.actual } else { 1.0 };
        let losses: Vec<(Quantile, f64)> =
            self.quantiles.iter().zip(&self.losses).map(|(tau, loss)| (*tau, 2.0 * loss / weight)).collect();
        Metrics {
            average_quantile_loss: ratio(losses.iter().map(|(_, loss)| loss).sum(), losses.len()),
            quantile_losses: losses,
            wape: self.error / weight,
            rmse: ratio(self.squared, self.points).sqrt(),
            mase: ratio(self.scaled, self.scaled_items),
            mape: ratio(self.relative, self.relative_points),
        }
    }
}

fn ratio(sum: f64, count: usize) -> f64 {
    if count == 0 { 0.0 } else { sum / count as f64 }
}

fn pinball(tau: f64, actual: &[f64], forecast: &[f64]) -> f64 {
    let loss = |(actual, forecast): (&f64, &f64)| {
        let error = actual - forecast;
        if error > 0.0 { tau * error } else { (tau - 1.0) * error }
    };
    actual.iter().zip(forecast).map(loss).sum()
}

/// What MASE divides by: the mean error of the seasonal naive forecast over the training part, with the
/// lag 1 where that is no longer than the season. `None` when it is zero or there are no pairs.
pub fn mase_scale(training: &[f64], season: usize) -> Option<f64> {
    let lag = if training.len() > season { season.max(1) } else { 1 };
    let pairs = training.iter().skip(lag).zip(training);
    let errors: Vec<f64> =
        pairs.map(|(now, before)| (now - before).abs()).filter(|error| !error.is_nan()).collect();
    let scale = ratio(errors.iter().sum(), errors.len());
    (scale > 0.0).then_some(scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quantiles() -> [Quantile; 2] {
        [Quantile::P10, Quantile::P90]
    }

    fn close(got: f64, expect: f64) {
        assert!((got - expect).abs() < 1e-12, "{got} is not {expect}");
    }

    #[test]
    fn metrics_are_those_computed_by_hand() {
        let mut score = Score::new(&quantiles());
        let (low, high, mean) = ([8.0, 12.0], [14.0, 30.0], [11.0, 22.0]);
        score.add(&[10.0, 20.0], |tau| if tau == Quantile::P10 { &low } else { &high }, &mean, Some(2.0));
        let zero = [1.0, 1.0];
        score.add(&[0.0, 2.0], |_| &zero, &zero, None);
        let metrics = score.metrics();
        assert_eq!(score.items(), 2);
        // p90: 0.1*4 + 0.1*10 + 0.1*1 + 0.9*1 = 2.4; p10: 0.1*2 + 0.1*8 + 0.9*1 + 0.1*1 = 2; sum |y| = 32.
        assert_eq!(metrics.quantile_losses[0].0, Quantile::P90);
        close(metrics.quantile_losses[0].1, 2.0 * 2.4 / 32.0);
        close(metrics.quantile_losses[1].1, 2.0 * 2.0 / 32.0);
        close(metrics.average_quantile_loss, 4.4 / 32.0);
        close(metrics.wape, 5.0 / 32.0);
        close(metrics.rmse, (7.0f64 / 4.0).sqrt());
        close(metrics.mase, 1.5 / 2.0);
        close(metrics.mape, (0.1 + 0.1 + 0.5) / 3.0);
    }

    #[test]
    fn the_loss_of_the_median_is_the_wape_of_the_median() {
        let mut score = Score::new(&[Quantile::MEDIAN]);
        let forecast = [1.5, 2.0, 7.0];
        score.add(&[1.0, 5.0, 2.0], |_| &forecast, &forecast, None);
        close(score.metrics().average_quantile_loss, score.metrics().wape);
    }

    #[test]
    fn without_actual_values_the_losses_stand_alone() {
        let mut score = Score::new(&quantiles());
        let forecast = [2.0];
        score.add(&[0.0], |_| &forecast, &forecast, None);
        close(score.metrics().wape, 2.0);
        close(score.metrics().mape, 0.0);
    }

    #[test]
    fn an_item_with_a_missing_point_is_left_out() {
        let mut score = Score::new(&quantiles());
        let forecast = [2.0, 2.0];
        score.add(&[1.0, f64::NAN], |_| &forecast, &forecast, None);
        assert_eq!(score.items(), 0);
        assert_eq!(score.metrics().wape, 0.0);
    }

    #[test]
    fn the_scale_of_mase_is_the_seasonal_naive_error() {
        assert_eq!(mase_scale(&[1.0, 5.0, 2.0, 8.0], 2), Some(2.0));
        assert_eq!(mase_scale(&[1.0, 5.0, 2.0, 8.0], 4), Some(13.0 / 3.0));
        assert_eq!(mase_scale(&[1.0, f64::NAN, 2.0], 1), None);
        assert_eq!(mase_scale(&[3.0, 3.0], 1), None);
        assert_eq!(mase_scale(&[], 12), None);
    }

    #[test]
    fn the_summary_is_the_mean_over_windows() {
        let one = Metrics {
            quantile_losses: vec![(Quantile::P90, 0.2)],
            average_quantile_loss: 0.2,
            wape: 1.0,
            rmse: 2.0,
            mase: 3.0,
            mape: 4.0,
        };
        let two = Metrics {
            quantile_losses: vec![(Quantile::P90, 0.4)],
            average_quantile_loss: 0.4,
            wape: 3.0,
            rmse: 4.0,
            mase: 5.0,
            mape: 6.0,
        };
        let mean = Metrics::mean(&[one, two]);
        close(mean.quantile_losses[0].1, 0.3);
        assert_eq!((mean.wape, mean.rmse, mean.mase, mean.mape), (2.0, 3.0, 4.0, 5.0));
    }
}
