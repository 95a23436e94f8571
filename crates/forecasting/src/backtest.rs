//! Backtests: what the models would have said about periods that are known by now.

use crate::calendar::Period;
use crate::forecast_type::Quantile;
use crate::metrics::mase_scale;
use crate::models::{Algorithm, predict};
use crate::outlook::Outlook;
use crate::series::Series;
use crate::settings::{BacktestPlan, Settings};

/// Automatic plans stop here.
const WINDOWS_MAX: usize = 5;

/// Trials that weights and spread are learned from, at least; few series are tried in more windows.
const TRIALS_MIN: usize = 60;

/// Windows for learning, at most.
const LEARNING_WINDOWS_MAX: usize = 20;

/// The windows of [`windows`], and further back as many as learning wants.
pub(crate) fn learning_windows(
    settings: &Settings,
    longest: usize,
    series: usize,
    windows: &[Period],
) -> Vec<Period> {
    let mut learning = windows.to_vec();
    let season = settings.calendar.frequency().seasonality();
    let wanted = TRIALS_MIN.div_ceil(series.max(1)).min(LEARNING_WINDOWS_MAX);
    let Some(&first) = windows.first() else { return learning };
    while let Some(last) = learning.last().filter(|_| learning.len() < wanted) {
        let start = last.plus(-(settings.horizon as i64));
        let behind = first.since(start) as usize + settings.horizon;
        // The older half tells little about now, and models need something to learn from.
        if behind > longest / 2 || longest - behind < (2 * season).max(3 * settings.horizon) {
            break;
        }
        learning.push(start);
    }
    learning
}

/// The start of each window, latest first.
pub(crate) fn windows(settings: &Settings, longest: usize, end: Period) -> Vec<Period> {
    let horizon = settings.horizon.max(1);
    let (count, offset) = match settings.backtest {
        BacktestPlan::Automatic => (automatic_count(settings, longest), horizon),
        BacktestPlan::Fixed { windows, offset } => (windows, offset.max(horizon)),
    };
    (1..=count).map(|window| end.plus(-((window * offset) as i64))).collect()
}

fn automatic_count(settings: &Settings, longest: usize) -> usize {
    let season = settings.calendar.frequency().seasonality();
    let training_min = |season: usize| (2 * season).max(3 * settings.horizon);
    let fitting = |training: usize| longest.saturating_sub(training) / settings.horizon.max(1);
    // A series too short for its season is modelled without it, and so are its windows.
    let count = match fitting(training_min(season)) {
        0 => fitting(training_min(1)),
        count => count,
    };
    count.min(WINDOWS_MAX)
}

/// One series in one window: what happened, and what each candidate had said.
#[derive(Debug)]
pub(crate) struct Trial {
    /// The number of the window.
    pub(crate) window: usize,
    /// The values of the window, NaN where missing.
    pub(crate) actual: Vec<f64>,
    /// The divisor of MASE.
    pub(crate) mase_scale: Option<f64>,
    /// Mean magnitude of the training part, to compare series by.
    pub(crate) magnitude: f64,
    /// Whether the training part was long enough to say something about the models.
    pub(crate) telling: bool,
    /// One outlook per candidate.
    pub(crate) outlooks: Vec<Outlook>,
}

/// How a series is tried.
#[derive(Debug)]
pub(crate) struct Plan<'a> {
    pub(crate) settings: &'a Settings,
    pub(crate) windows: &'a [Period],
    pub(crate) candidates: &'a [Algorithm],
    pub(crate) quantiles: &'a [Quantile],
    pub(crate) seasons: &'a [usize],
}

impl Plan<'_> {
    /// The trials of a series, for the windows it reaches back before.
    pub(crate) fn trials(&self, series: &Series) -> Vec<Trial> {
        let trial = |(window, start): (usize, &Period)| self.trial(series, window, *start);
        self.windows.iter().enumerate().filter_map(trial).collect()
    }

    fn trial(&self, series: &Series, window: usize, start: Period) -> Option<Trial> {
        let horizon = self.settings.horizon;
        let cut = usize::try_from(start.since(series.start)).ok()?;
        let actual = series.values.get(cut..cut + horizon)?.to_vec();
        let training = &series.values[..cut];
        let observed = training.iter().filter(|value| !value.is_nan());
        let count = observed.clone().count();
        if count == 0 {
            return None;
        }
        let season = self.settings.calendar.frequency().seasonality();
        let outlook = |candidate: &Algorithm| {
            predict(*candidate, training, self.seasons, horizon, self.quantiles, self.settings.seed)
        };
        Some(Trial {
            window,
            actual,
            mase_scale: mase_scale(training, season),
            magnitude: observed.map(|value| value.abs()).sum::<f64>() / count as f64,
            telling: count >= horizon.max(season + 1).max(4),
            outlooks: self.candidates.iter().map(outlook).collect(),
        })
    }
}
