//! Seasons taken out by loess, and what is left forecast by exponential smoothing.
//!
//! STL (Cleveland, Cleveland, McRae and Terpenning 1990), repeated over several seasons as MSTL does
//! (Bandara, Hyndman and Bergmeir 2021). Each season repeats its last turn.

use crate::autoregression;
use crate::ets;
use crate::loess::Loess;
use crate::outlook::Outlook;
use crate::theta;
use crate::training::Training;

/// Rounds over all seasons, and within one decomposition.
const ROUNDS: usize = 2;

/// Turns over which the pattern of the first season is smoothed; each further one takes four more.
const TURNS: usize = 11;

/// Spread that grows with the level by more than this power is modelled in logarithms.
const GROWTH_OF_LOGARITHMS: f64 = 0.5;

/// Mean and standard deviation per step of values without season.
type Forecast = Option<(Vec<f64>, Vec<f64>)>;

/// Turns of the longest season that patterns and trend are told by, and values at least.
const HISTORY_TURNS: usize = 20;
const HISTORY_VALUES_MIN: usize = 1_000;

/// Turns of the longest season, and values, that an autoregression looks back on.
const RECENT_TURNS: usize = 6;
const RECENT_VALUES_MIN: usize = 200;

/// Forecasts with all seasons taken out.
pub(crate) fn outlook(training: &Training<'_>) -> Option<Outlook> {
    adjusted_outlook(training, &training.seasons)
}

/// Forecasts with some seasons taken out.
pub(crate) fn adjusted_outlook(training: &Training<'_>, seasons: &[usize]) -> Option<Outlook> {
    outlook_by(training, seasons, smoothed_forecast)
}

/// Forecasts with all seasons taken out and an autoregression of what is left of the recent past.
pub(crate) fn autoregressive_outlook(training: &Training<'_>) -> Option<Outlook> {
    let longest = training.seasons.last().copied().unwrap_or(1);
    let recent = (RECENT_TURNS * longest).max(RECENT_VALUES_MIN);
    outlook_by(training, &training.seasons, |values, steps| {
        autoregression::adjusted_forecast(&values[values.len().saturating_sub(recent)..], steps)
    })
}

fn outlook_by(
    training: &Training<'_>,
    seasons: &[usize],
    forecast: impl Fn(&[f64], usize) -> Forecast,
) -> Option<Outlook> {
    let longest = seasons.iter().copied().max().unwrap_or(1);
    let history = (HISTORY_TURNS * longest).max(HISTORY_VALUES_MIN);
    let values = &training.filled[training.filled.len().saturating_sub(history)..];
    let logarithmic = training.range.0 > 0.0
        && seasons.first().is_some_and(|season| spread_growth(values, *season) > GROWTH_OF_LOGARITHMS);
    let scaled: Vec<f64> =
        if logarithmic { values.iter().map(|value| value.ln()).collect() } else { values.to_vec() };
    let patterns = decompose(&scaled, seasons);
    let mut adjusted = scaled;
    for pattern in &patterns {
        for (value, effect) in adjusted.iter_mut().zip(pattern) {
            *value -= effect;
        }
    }
    let (mut mean, deviation) = forecast(&adjusted, training.steps)?;
    for (pattern, season) in patterns.iter().zip(seasons) {
        let last = &pattern[pattern.len() - season..];
        for (step, mean) in mean.iter_mut().enumerate() {
            *mean += last[step % season];
        }
    }
    let mut outlook = Outlook::normal(training.quantiles, mean, &deviation);
    if logarithmic {
        outlook.map(f64::exp);
    }
    Some(outlook)
}

/// The average of exponential smoothing and theta.
fn smoothed_forecast(values: &[f64], steps: usize) -> Forecast {
    let (smoothed, theta) = (ets::adjusted_forecast(values, steps), theta::adjusted_forecast(values, steps));
    match (smoothed, theta) {
        (Some(one), Some(other)) => Some((halfway(&one.0, &other.0), halfway(&one.1, &other.1))),
        (one, other) => one.or(other),
    }
}

fn halfway(one: &[f64], other: &[f64]) -> Vec<f64> {
    one.iter().zip(other).map(|(one, other)| (one + other) / 2.0).collect()
}

/// The power of its level that the spread within a season grows with, from turn to turn.
fn spread_growth(values: &[f64], season: usize) -> f64 {
    let of_turn = |turn: &[f64]| {
        let mean = turn.iter().sum::<f64>() / turn.len() as f64;
        let variance = turn.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / turn.len() as f64;
        (mean.ln(), variance.sqrt().max(1e-9).ln())
    };
    let turns: Vec<(f64, f64)> = values.chunks_exact(season).map(of_turn).collect();
    let count = turns.len() as f64;
    let (x_mean, y_mean) =
        turns.iter().fold((0.0, 0.0), |sum, turn| (sum.0 + turn.0 / count, sum.1 + turn.1 / count));
    let (xy, xx) = turns.iter().fold((0.0, 0.0), |sum, turn| {
        (sum.0 + (turn.0 - x_mean) * (turn.1 - y_mean), sum.1 + (turn.0 - x_mean).powi(2))
    });
    if xx > 1e-12 { xy / xx } else { 0.0 }
}

/// The seasonal effects of each season, value by value.
fn decompose(values: &[f64], seasons: &[usize]) -> Vec<Vec<f64>> {
    let mut patterns = vec![vec![0.0; values.len()]; seasons.len()];
    let rounds = if seasons.len() > 1 { ROUNDS } else { 1 };
    let mut rest = values.to_vec();
    for _ in 0..rounds {
        for (order, (pattern, season)) in patterns.iter_mut().zip(seasons).enumerate() {
            for (value, effect) in rest.iter_mut().zip(pattern.iter()) {
                *value += effect;
            }
            *pattern = seasonal(&rest, *season, TURNS + 4 * order);
            for (value, effect) in rest.iter_mut().zip(pattern.iter()) {
                *value -= effect;
            }
        }
    }
    patterns
}

/// The seasonal effects by STL with a pattern smoothed over `turns`.
fn seasonal(values: &[f64], season: usize, turns: usize) -> Vec<f64> {
    let count = values.len();
    let width = 1.5 * season as f64 / (1.0 - 1.5 / turns as f64);
    let trend_window =
        Loess { window: odd(width.ceil() as usize), linear: true, jump: odd(width.ceil() as usize) / 10 };
    let low_window = Loess { window: odd(season), linear: true, jump: odd(season) / 10 };
    let turn_window = Loess { window: turns, linear: false, jump: 1 };
    let mut trend = vec![0.0; count];
    let mut effects = vec![0.0; count];
    for _ in 0..ROUNDS {
        let detrended: Vec<f64> = values.iter().zip(&trend).map(|(value, trend)| value - trend).collect();
        let cycles = smooth_cycles(&detrended, season, turn_window);
        let low = low_window.smooth(&averaged(&averaged(&averaged(&cycles, season), season), 3), 0, 0);
        for (index, effect) in effects.iter_mut().enumerate() {
            *effect = cycles[season + index] - low[index];
        }
        let adjusted: Vec<f64> = values.iter().zip(&effects).map(|(value, effect)| value - effect).collect();
        trend = trend_window.smooth(&adjusted, 0, 0);
    }
    effects
}

/// Each place in the season smoothed over its turns, extended by one season on both sides.
fn smooth_cycles(values: &[f64], season: usize, window: Loess) -> Vec<f64> {
    let mut cycles = vec![0.0; values.len() + 2 * season];
    for place in 0..season {
        let turns: Vec<f64> = values.iter().skip(place).step_by(season).copied().collect();
        let smooth = window.smooth(&turns, 1, 1);
        for (value, smooth) in cycles.iter_mut().skip(place).step_by(season).zip(smooth) {
            *value = smooth;
        }
    }
    cycles
}

/// The moving average of `width` values; shorter by `width - 1`.
fn averaged(values: &[f64], width: usize) -> Vec<f64> {
    let mut sum: f64 = values[..width - 1].iter().sum();
    let step = |(leaving, entering): (usize, &f64)| {
        sum += entering;
        let average = sum / width as f64;
        sum -= values[leaving];
        average
    };
    values[width - 1..].iter().enumerate().map(step).collect()
}

/// The next odd number, at least 3.
fn odd(number: usize) -> usize {
    (number | 1).max(3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_seasons_are_told_apart() {
        let day = |t: usize| [0.0, 2.0, -2.0][t % 3];
        let week = |t: usize| if t % 21 < 15 { 4.0 } else { -10.0 };
        let values: Vec<f64> = (0..420).map(|t| 100.0 + 0.01 * t as f64 + day(t) + week(t)).collect();
        let patterns = decompose(&values, &[3, 21]);
        for (t, (one, other)) in patterns[0].iter().zip(&patterns[1]).enumerate().skip(100).take(200) {
            let found = one + other;
            assert!((found - day(t) - week(t)).abs() < 0.5, "{t}: {found}");
        }
    }

    #[test]
    fn averages_move() {
        assert_eq!(averaged(&[1.0, 2.0, 3.0, 6.0], 2), [1.5, 2.5, 4.5]);
    }

    #[test]
    fn growing_spread_asks_for_logarithms() {
        let values: Vec<f64> = (0..60).map(|t| (10.0 + t as f64) * [0.5, 1.0, 1.5][t % 3]).collect();
        assert!(spread_growth(&values, 3) > 0.8);
        let values: Vec<f64> = (0..60).map(|t| 10.0 + t as f64 + [-0.5, 0.0, 0.5][t % 3]).collect();
        assert!(spread_growth(&values, 3) < 0.2);
    }
}
