//! The models by name, and the promise that each of them answers.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::forecast_type::Quantile;
use crate::outlook::Outlook;
use crate::training::Training;
use crate::{ets, npts, seasonal_naive, stl, theta};

/// A model of one series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Algorithm {
    /// The last season again.
    SeasonalNaive,
    /// Exponential smoothing, chosen automatically.
    Ets,
    /// Dynamic optimised theta.
    Theta,
    /// Seasonal-trend decomposition by loess with exponential smoothing of the trend.
    Stl,
    /// The same decomposition with an autoregression of what is left.
    StlAutoregression,
    /// Non-parametric: the weighted past as distribution.
    Npts,
}

impl Algorithm {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::SeasonalNaive, Self::Ets, Self::Theta, Self::Stl, Self::StlAutoregression, Self::Npts];

    /// Whether it is of no use without a season.
    pub(crate) fn needs_season(self) -> bool {
        matches!(self, Self::Stl | Self::StlAutoregression)
    }

    fn outlook(self, training: &Training<'_>) -> Option<Outlook> {
        match self {
            Self::SeasonalNaive => Some(seasonal_naive::outlook(training, training.season())),
            Self::Ets => ets::outlook(training),
            Self::Theta => theta::outlook(training),
            Self::Stl => stl::outlook(training),
            Self::StlAutoregression => stl::autoregressive_outlook(training),
            Self::Npts => npts::outlook(training),
        }
    }
}

impl fmt::Display for Algorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// Quantiles (ascending) and mean of the `horizon` periods after `history`, by one model.
///
/// Always finite and never far outside what the history has seen: a model that fails this gives way
/// to exponential smoothing without multiplication, then to the seasonal naive and the naive
/// forecast. Quantiles ascend; a history without negative values has none in its future.
pub fn predict(
    algorithm: Algorithm,
    history: &[f64],
    seasons: &[usize],
    horizon: usize,
    quantiles: &[Quantile],
    seed: u64,
) -> Outlook {
    let Some(training) = Training::new(history, seasons, horizon, quantiles, seed) else {
        return Outlook::normal(quantiles, vec![0.0; horizon], &vec![0.0; horizon]);
    };
    let mut outlook = None;
    for attempt in 0..4 {
        let tried = match attempt {
            0 => algorithm.outlook(&training),
            1 => ets::cautious_outlook(&training),
            2 => Some(seasonal_naive::outlook(&training, training.season())),
            _ => Some(seasonal_naive::outlook(&training, 1)),
        };
        outlook = tried.filter(|outlook| is_sane(outlook, &training));
        if outlook.is_some() {
            break;
        }
    }
    let mut outlook = outlook.unwrap_or_else(|| constant(&training));
    outlook.skip(training.lead);
    let floor = if training.range.0 >= 0.0 { 0.0 } else { f64::MIN };
    // What is as large as numbers get stays a number.
    outlook.map(|value| (value.max(floor) * training.scale).clamp(f64::MIN, f64::MAX));
    outlook.uncross();
    outlook
}

/// Finite, and within ten ranges of what was seen.
fn is_sane(outlook: &Outlook, training: &Training<'_>) -> bool {
    let (low, high) = training.range;
    let slack = 10.0 * (high - low).max(1e-9);
    outlook.all().all(|value| (low - slack..=high + slack).contains(value))
}

fn constant(training: &Training<'_>) -> Outlook {
    let last = training.filled.last().copied().unwrap_or_default();
    Outlook::normal(training.quantiles, vec![last; training.steps], &vec![0.0; training.steps])
}
