//! A trained predictor and what it says about the future.

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::calendar::Period;
use crate::calibrate::Calibration;
use crate::combine::Combination;
use crate::forecast_type::{ForecastType, Quantile};
use crate::metrics::Metrics;
use crate::models::{Algorithm, predict};
use crate::outlook::Outlook;
use crate::series::{Series, SeriesKey};
use crate::settings::Settings;
use crate::watch::{Cancelled, Watch};

/// What training found; it refits its models to the series it is asked about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Predictor {
    pub(crate) settings: Settings,
    pub(crate) candidates: Vec<Algorithm>,
    pub(crate) combination: Combination,
    pub(crate) calibration: Calibration,
    // Invariant: ordered by key; series that are not in it take the pooled weights.
    pub(crate) weights: Vec<(SeriesKey, Vec<f64>)>,
    pub(crate) windows: Vec<BacktestWindow>,
}

/// The accuracy in one backtest window.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BacktestWindow {
    /// Its first period.
    pub start: Period,
    /// The period after its last.
    pub end: Period,
    /// How many series were scored.
    pub item_count: usize,
    /// How well they did.
    pub metrics: Metrics,
}

/// The future of one series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SeriesForecast {
    /// Whose.
    pub key: SeriesKey,
    /// The period of the first step.
    pub start: Period,
    /// For each forecast type asked for, in that order, one value per step.
    pub values: Vec<Vec<f64>>,
}

impl Predictor {
    /// What it was trained with.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The models that count and by how much for a series nothing is known about; they sum to 1.
    pub fn weights(&self) -> Vec<(Algorithm, f64)> {
        self.candidates.iter().copied().zip(self.combination.pooled.iter().copied()).collect()
    }

    /// The backtest windows, latest first.
    pub fn windows(&self) -> &[BacktestWindow] {
        &self.windows
    }

    /// The means of the metrics over the windows.
    pub fn summary(&self) -> Metrics {
        let windows: Vec<Metrics> = self.windows.iter().map(|window| window.metrics.clone()).collect();
        Metrics::mean(&windows)
    }

    fn weights_of(&self, key: &SeriesKey) -> &[f64] {
        match self.weights.binary_search_by(|(one, _)| one.cmp(key)) {
            Ok(at) => &self.weights[at].1,
            Err(_) => &self.combination.pooled,
        }
    }

    fn outlook(&self, series: &Series, quantiles: &[Quantile], seasons: &[usize]) -> Outlook {
        let horizon = self.settings.horizon;
        let weights = self.weights_of(&series.key);
        let outlooks: Vec<(Outlook, f64)> = self
            .candidates
            .iter()
            .zip(weights)
            .filter(|(_, weight)| **weight >= WEIGHT_MIN)
            .map(|(one, weight)| {
                (predict(*one, &series.values, seasons, horizon, quantiles, self.settings.seed), *weight)
            })
            .collect();
        let negative = series.values.iter().any(|value| *value < 0.0);
        combined(outlooks.iter().map(|(outlook, weight)| (outlook, *weight)), &self.calibration, negative)
            .unwrap_or_else(|| Outlook::normal(quantiles, vec![0.0; horizon], &vec![0.0; horizon]))
    }
}

/// A model that counts less is not worth its time.
pub(crate) const WEIGHT_MIN: f64 = 0.01;

/// Averages outlooks by those weights that matter and stretches the result.
pub(crate) fn combined<'a>(
    outlooks: impl Iterator<Item = (&'a Outlook, f64)> + Clone,
    calibration: &Calibration,
    negative: bool,
) -> Option<Outlook> {
    let matters = outlooks.filter(|(_, weight)| *weight >= WEIGHT_MIN);
    let sum: f64 = matters.clone().map(|(_, weight)| weight).sum();
    let mut outlook = Outlook::average(matters.map(|(outlook, weight)| (outlook, weight / sum)))?;
    calibration.apply(&mut outlook);
    if !negative {
        outlook.map(|value| value.max(0.0));
    }
    outlook.uncross();
    Some(outlook)
}

/// The horizon after the end of each series, in the order of `series`.
///
/// All series are expected to end at the same period, as [`crate::SeriesBuilder`] makes them. They may
/// be others than those of the training, and longer.
pub fn forecast(
    predictor: &Predictor,
    series: &[Series],
    types: &[ForecastType],
    watch: &Watch<'_>,
) -> Result<Vec<SeriesForecast>, Cancelled> {
    let quantiles = needed_quantiles(types.iter().filter_map(|one| one.quantile()));
    let seasons = predictor.settings.calendar.frequency().seasons();
    let (done, total) = (AtomicUsize::new(0), series.len());
    let forecast_one = |series: &Series| {
        watch.check()?;
        let outlook = predictor.outlook(series, &quantiles, &seasons);
        (watch.progress)(done.fetch_add(1, Ordering::Relaxed) + 1, total);
        let values = types.iter().map(|one| outlook.values(*one).to_vec()).collect();
        Ok(SeriesForecast { key: series.key.clone(), start: series.end(), values })
    };
    series.par_iter().map(forecast_one).collect()
}

/// The quantiles asked for and those that calibration goes by, lowest first.
pub(crate) fn needed_quantiles(asked: impl Iterator<Item = Quantile>) -> Vec<Quantile> {
    let mut quantiles: Vec<Quantile> =
        asked.chain([Quantile::P10, Quantile::MEDIAN, Quantile::P90]).collect();
    quantiles.sort();
    quantiles.dedup();
    quantiles
}
