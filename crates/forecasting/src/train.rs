//! Training: backtest the candidates, learn weights and spread, score the result.

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::backtest::{Plan, Trial, learning_windows, windows};
use crate::calendar::Period;
use crate::calibrate::Calibration;
use crate::combine::Combination;
use crate::forecast_type::Quantile;
use crate::metrics::{Metrics, Score};
use crate::models::Algorithm;
use crate::outlook::Outlook;
use crate::predictor::{BacktestWindow, Predictor, combined, needed_quantiles};
use crate::series::{Series, SeriesKey};
use crate::settings::{Approach, Settings};
use crate::watch::{Cancelled, Watch};

/// Series that weights and spread are learned from; more would not change them.
const SAMPLE_MAX: usize = 3_000;

/// Numbers held for the sample, about 160 MB.
const SAMPLE_NUMBERS_MAX: usize = 20_000_000;

/// Series that are tried before their results are handed on.
const CHUNK: usize = 256;

/// Why there is no predictor.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TrainError {
    /// No series, or none with a value.
    #[error("there is no time series with a value")]
    NoData,
    /// A horizon of no periods.
    #[error("the forecast horizon is zero")]
    NoHorizon,
    /// The caller gave up.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

/// What the finished predictor says about one series in one backtest window.
#[derive(Debug, Clone, PartialEq)]
pub struct BacktestForecast<'a> {
    /// Whose.
    pub key: &'a SeriesKey,
    /// The number of the window, as in [`Predictor::windows`].
    pub window: usize,
    /// The first period of the window.
    pub start: Period,
    /// What happened, NaN where nothing is known.
    pub actual: &'a [f64],
    /// What was forecast, with the quantiles of the settings and p10, p50 and p90.
    pub outlook: &'a Outlook,
    /// How well, for this series and window alone.
    pub metrics: Metrics,
}

/// Learns a predictor from `series`, which must all end at the same period.
///
/// `on_backtest` receives, series by series in their order, what the predictor says about each window.
pub fn train(
    series: &[Series],
    settings: &Settings,
    watch: &Watch<'_>,
    on_backtest: &mut dyn FnMut(BacktestForecast<'_>),
) -> Result<Predictor, TrainError> {
    let longest = series.iter().map(|one| one.values.len()).max().unwrap_or(0);
    if longest == 0 || series.iter().all(|one| one.values.iter().all(|value| value.is_nan())) {
        return Err(TrainError::NoData);
    }
    if settings.horizon == 0 {
        return Err(TrainError::NoHorizon);
    }
    let end = series.iter().map(Series::end).max().unwrap_or(Period(0));
    let windows = windows(settings, longest, end);
    let seasons = settings.calendar.frequency().seasons();
    let candidates = candidates(settings, &seasons);
    let quantiles = needed_quantiles(settings.quantiles().into_iter());
    let learning = match settings.approach {
        Approach::Auto => learning_windows(settings, longest, series.len(), &windows),
        Approach::Single(_) => windows.clone(),
    };
    let plan = Plan {
        settings,
        windows: &learning,
        candidates: &candidates,
        quantiles: &quantiles,
        seasons: &seasons,
    };
    let work = Work { plan, series, watch, done: AtomicUsize::new(0) };

    let (sample, trials) = work.sample()?;
    let combination = Combination::learn(&trials, &candidates, settings.metric);
    let calibration = work.calibration(&combination, &trials);
    let mut tally = Tally::new(settings, &windows, combination, calibration, on_backtest);
    work.rest(&sample, trials, &mut tally)?;
    Ok(tally.predictor(&candidates))
}

fn candidates(settings: &Settings, seasons: &[usize]) -> Vec<Algorithm> {
    match settings.approach {
        Approach::Single(algorithm) => vec![algorithm],
        Approach::Auto => {
            Algorithm::ALL.into_iter().filter(|one| !one.needs_season() || !seasons.is_empty()).collect()
        }
    }
}

/// The trials of a training, and how far they are.
struct Work<'a> {
    plan: Plan<'a>,
    series: &'a [Series],
    watch: &'a Watch<'a>,
    done: AtomicUsize,
}

impl Work<'_> {
    fn trials(&self, series: &[&Series]) -> Result<Vec<Vec<Trial>>, Cancelled> {
        let try_one = |series: &&Series| {
            self.watch.check()?;
            let trials = self.plan.trials(series);
            (self.watch.progress)(self.done.fetch_add(1, Ordering::Relaxed) + 1, self.series.len());
            Ok(trials)
        };
        series.par_iter().map(try_one).collect()
    }

    /// Evenly chosen series, by index, and their trials.
    fn sample(&self) -> Result<(Vec<usize>, Vec<Vec<Trial>>), Cancelled> {
        let numbers = self.plan.candidates.len()
            * (self.plan.quantiles.len() + 1)
            * self.plan.settings.horizon
            * self.plan.windows.len().max(1);
        let count = (SAMPLE_NUMBERS_MAX / numbers.max(1)).clamp(1, SAMPLE_MAX).min(self.series.len());
        let chosen: Vec<usize> = (0..count).map(|one| one * self.series.len() / count).collect();
        let series: Vec<&Series> = chosen.iter().map(|&index| &self.series[index]).collect();
        let trials = self.trials(&series)?;
        Ok((chosen, trials))
    }

    fn calibration(&self, combination: &Combination, trials: &[Vec<Trial>]) -> Calibration {
        let settings = self.plan.settings;
        let none = Calibration::none(settings.horizon);
        if settings.approach != Approach::Auto {
            return none;
        }
        let pairs: Vec<Vec<(&Trial, Outlook)>> = trials
            .par_iter()
            .map(|trials| combined_trials(trials, &combination.weights(trials, settings.metric), &none))
            .collect();
        Calibration::learn(&pairs.concat(), settings.horizon)
    }

    /// Hands all trials to `tally` in the order of the series; those outside the sample are run now.
    fn rest(
        &self,
        sample: &[usize],
        trials: Vec<Vec<Trial>>,
        tally: &mut Tally<'_>,
    ) -> Result<(), Cancelled> {
        let mut sampled = sample.iter().copied().zip(trials).peekable();
        for first in (0..self.series.len()).step_by(CHUNK) {
            let indices = first..(first + CHUNK).min(self.series.len());
            let mut known: Vec<Option<Vec<Trial>>> = indices
                .clone()
                .map(|index| sampled.next_if(|(one, _)| *one == index).map(|(_, trials)| trials))
                .collect();
            let missing: Vec<&Series> = indices
                .clone()
                .zip(&known)
                .filter(|(_, known)| known.is_none())
                .map(|(index, _)| &self.series[index])
                .collect();
            let mut run = self.trials(&missing)?.into_iter();
            for (index, known) in indices.zip(&mut known) {
                let trials = known.take().or_else(|| run.next()).unwrap_or_default();
                tally.add(&self.series[index], &trials);
            }
        }
        Ok(())
    }
}

/// What happened and what the combination had said, for the trials that tell.
fn combined_trials<'a>(
    trials: &'a [Trial],
    weights: &[f64],
    calibration: &Calibration,
) -> Vec<(&'a Trial, Outlook)> {
    let combine = |trial: &'a Trial| {
        let outlooks = trial.outlooks.iter().zip(weights.iter().copied());
        Some((trial, combined(outlooks, calibration, true)?))
    };
    trials.iter().filter(|trial| trial.telling).filter_map(combine).collect()
}

/// Scores the finished predictor as trials come in.
struct Tally<'a> {
    settings: &'a Settings,
    windows: &'a [Period],
    combination: Combination,
    calibration: Calibration,
    weights: Vec<(SeriesKey, Vec<f64>)>,
    scored: Vec<Quantile>,
    scores: Vec<Score>,
    on_backtest: &'a mut dyn FnMut(BacktestForecast<'_>),
}

impl<'a> Tally<'a> {
    fn new(
        settings: &'a Settings,
        windows: &'a [Period],
        combination: Combination,
        calibration: Calibration,
        on_backtest: &'a mut dyn FnMut(BacktestForecast<'_>),
    ) -> Self {
        let scored = settings.quantiles();
        let scores = vec![Score::new(&scored); windows.len()];
        Self { settings, windows, combination, calibration, weights: Vec::new(), scored, scores, on_backtest }
    }

    fn add(&mut self, series: &Series, trials: &[Trial]) {
        let weights = self.combination.weights(trials, self.settings.metric);
        // Windows beyond those of the plan were only to learn from.
        for trial in trials.iter().filter(|trial| trial.window < self.windows.len()) {
            let cut = self.windows[trial.window].since(series.start).max(0) as usize;
            let negative = series.values[..cut].iter().any(|value| *value < 0.0);
            let outlooks = trial.outlooks.iter().zip(weights.iter().copied());
            let Some(outlook) = combined(outlooks, &self.calibration, negative) else { continue };
            let mut score = Score::new(&self.scored);
            for score in [&mut self.scores[trial.window], &mut score] {
                score.add(
                    &trial.actual,
                    |quantile| outlook.quantile(quantile),
                    outlook.mean(),
                    trial.mase_scale,
                );
            }
            (self.on_backtest)(BacktestForecast {
                key: &series.key,
                window: trial.window,
                start: self.windows[trial.window],
                actual: &trial.actual,
                outlook: &outlook,
                metrics: score.metrics(),
            });
        }
        if weights != self.combination.pooled {
            self.weights.push((series.key.clone(), weights));
        }
    }

    fn predictor(mut self, candidates: &[Algorithm]) -> Predictor {
        self.weights.sort_by(|a, b| a.0.cmp(&b.0));
        let window = |(start, score): (&Period, &Score)| BacktestWindow {
            start: *start,
            end: start.plus(self.settings.horizon as i64),
            item_count: score.items(),
            metrics: score.metrics(),
        };
        Predictor {
            settings: self.settings.clone(),
            candidates: candidates.to_vec(),
            windows: self.windows.iter().zip(&self.scores).map(window).collect(),
            combination: self.combination,
            calibration: self.calibration,
            weights: self.weights,
        }
    }
}
