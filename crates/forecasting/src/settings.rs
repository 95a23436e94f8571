//! What a training is asked for.

use serde::{Deserialize, Serialize};

use crate::calendar::Calendar;
use crate::forecast_type::{ForecastType, Quantile};
use crate::metrics::OptimizationMetric;
use crate::models::Algorithm;

/// Everything but the data that a predictor depends on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// The periods of the series.
    pub calendar: Calendar,
    /// Periods to forecast; at least 1.
    pub horizon: usize,
    /// The default of forecasts, and what metrics are computed for.
    pub types: Vec<ForecastType>,
    /// What models are combined by.
    pub metric: OptimizationMetric,
    /// One algorithm, or all that suit the data.
    pub approach: Approach,
    /// Which windows are scored.
    pub backtest: BacktestPlan,
    /// Where simulated paths start: the same seed gives the same forecast.
    pub seed: u64,
}

/// Which models are trained.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Approach {
    /// Candidates by the data, combined per series and calibrated (AutoPredictor).
    Auto,
    /// One algorithm as it is (legacy predictors).
    Single(Algorithm),
}

/// Which backtest windows there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum BacktestPlan {
    /// As many as fit, up to 5, side by side, each training on two seasons or three horizons at least.
    Automatic,
    /// As asked for: window `i` starts `i * offset` before the end.
    Fixed {
        /// How many, 1 to 5.
        windows: usize,
        /// Periods between their starts; the horizon at least.
        offset: usize,
    },
}

impl Settings {
    /// Automatic settings with the service's defaults.
    pub fn auto(calendar: Calendar, horizon: usize) -> Self {
        Self {
            calendar,
            horizon,
            types: ForecastType::DEFAULT.to_vec(),
            metric: OptimizationMetric::default(),
            approach: Approach::Auto,
            backtest: BacktestPlan::Automatic,
            seed: 0,
        }
    }

    /// The quantiles among the types, lowest first.
    pub(crate) fn quantiles(&self) -> Vec<Quantile> {
        let mut quantiles: Vec<Quantile> = self.types.iter().filter_map(|one| one.quantile()).collect();
        quantiles.sort();
        quantiles.dedup();
        quantiles
    }
}
