//! Exponential smoothing in innovations state space form, chosen automatically.
//!
//! Hyndman, Koehler, Ord and Snyder, "Forecasting with Exponential Smoothing" (2008): errors add or
//! multiply, the trend is absent, additive or damped, the season absent, additive or multiplicative;
//! the corrected information criterion of Akaike chooses. Pairs known to be unstable are left out, and
//! so is all multiplication where a value is not positive.

mod fit;
mod form;
mod initial;
mod interval;
mod state;

use crate::outlook::Outlook;
use crate::stl;
use crate::training::Training;

use fit::Fit;
use form::Form;

/// Longer seasons have too many states; they are taken out by decomposition first.
const SEASON_MAX: usize = 24;

/// More values than this say nothing new about smoothing.
const VALUES_MAX: usize = 1_200;

/// Forms whose criterion is this close to the best still count a little (Burnham and Anderson 2002).
const CRITERION_SLACK: f64 = 10.0;

/// Forecasts by the best of all forms, averaged by how likely each is.
pub(crate) fn outlook(training: &Training<'_>) -> Option<Outlook> {
    if training.season() > SEASON_MAX {
        return stl::adjusted_outlook(training, &training.seasons[..1]);
    }
    let values = recent(&training.values);
    let positive = training.range.0 > 0.0;
    let fits = fit::best(values, training.season(), Form::all(positive, training.season() > 1));
    averaged(fits, training)
}

/// Forecasts by damped or no trend without any multiplication: what cannot explode.
pub(crate) fn cautious_outlook(training: &Training<'_>) -> Option<Outlook> {
    let season = if training.season() > SEASON_MAX { 1 } else { training.season() };
    let fits = fit::best(recent(&training.values), season, Form::cautious(season > 1));
    averaged(fits, training)
}

/// Mean and standard deviation per step for values without season.
pub(crate) fn adjusted_forecast(values: &[f64], steps: usize) -> Option<(Vec<f64>, Vec<f64>)> {
    let fits = fit::best(recent(values), 1, Form::linear());
    let (mut mean, mut deviation) = (vec![0.0; steps], vec![0.0; steps]);
    for (fit, weight) in weighted(&fits) {
        let forecast = fit.state.forecast(&fit.form, fit.smoothing, steps);
        let spread = interval::deviations(fit, steps);
        for step in 0..steps {
            mean[step] += weight * forecast[step];
            deviation[step] += weight * spread[step];
        }
    }
    (!fits.is_empty()).then_some((mean, deviation))
}

fn recent(values: &[f64]) -> &[f64] {
    let values = &values[values.len().saturating_sub(VALUES_MAX)..];
    let first = values.iter().position(|value| !value.is_nan()).unwrap_or(0);
    &values[first..]
}

fn averaged(fits: Vec<Fit>, training: &Training<'_>) -> Option<Outlook> {
    let outlooks: Vec<(Outlook, f64)> =
        weighted(&fits).map(|(fit, weight)| (interval::outlook(fit, training), weight)).collect();
    Outlook::average(outlooks.iter().map(|(outlook, weight)| (outlook, *weight)))
}

/// The fits, best first, that count, with weights by their criterion.
fn weighted(fits: &[Fit]) -> impl Iterator<Item = (&Fit, f64)> {
    let least = fits.first().map_or(0.0, |fit| fit.criterion);
    let close = fits.iter().filter(move |fit| fit.criterion <= least + CRITERION_SLACK);
    let weight = move |fit: &Fit| (-(fit.criterion - least) / 2.0).exp();
    let sum: f64 = close.clone().map(weight).sum();
    close.map(move |fit| (fit, weight(fit) / sum))
}
