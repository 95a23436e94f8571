//! How far off forecasts may be.

use super::fit::Fit;
use super::form::{Error, Season, Trend};
use crate::normal::Draws;
use crate::outlook::Outlook;
use crate::training::Training;

/// Simulated paths, fewer for long horizons.
const PATHS_MAX: usize = 1_000;
const PATHS_MIN: usize = 200;
const DRAWS_MAX: usize = 200_000;

/// Quantiles and mean by the exact variance of the linear forms, by simulation for the others.
pub(crate) fn outlook(fit: &Fit, training: &Training<'_>) -> Outlook {
    let mean = fit.state.forecast(&fit.form, fit.smoothing, training.steps);
    if fit.form.error == Error::Additive {
        return Outlook::normal(training.quantiles, mean, &deviations(fit, training.steps));
    }
    let columns = simulate(fit, training.steps, training.seed);
    Outlook::new(training.quantiles, mean, |quantile| {
        columns.iter().map(|sorted| interpolated(sorted, quantile.tau())).collect()
    })
}

/// Standard deviations per step of a linear form (Hyndman et al. 2008, table 6.1).
pub(crate) fn deviations(fit: &Fit, steps: usize) -> Vec<f64> {
    let smoothing = fit.smoothing;
    let (mut damping, mut damped, mut sum) = (1.0, 0.0, 1.0);
    let mut deviations = Vec::with_capacity(steps);
    for step in 1..=steps {
        deviations.push((fit.variance * sum).sqrt());
        damping *= smoothing.phi;
        damped += damping;
        let trend = if fit.form.trend == Trend::None { 0.0 } else { smoothing.beta * damped };
        let seasonal = fit.form.season == Season::Additive && step.is_multiple_of(fit.season);
        sum += (smoothing.alpha + trend + if seasonal { smoothing.gamma } else { 0.0 }).powi(2);
    }
    deviations
}

/// Sorted values per step of paths drawn in mirrored pairs.
fn simulate(fit: &Fit, steps: usize, seed: u64) -> Vec<Vec<f64>> {
    let pairs = (DRAWS_MAX / steps.max(1)).clamp(PATHS_MIN, PATHS_MAX) / 2;
    let deviation = fit.variance.sqrt();
    let mut draws = Draws::new(seed);
    let mut columns = vec![Vec::with_capacity(2 * pairs); steps];
    let mut errors = vec![0.0; steps];
    let mut state = fit.state.clone();
    for _ in 0..pairs {
        for error in &mut errors {
            *error = deviation * draws.normal();
        }
        for side in [1.0, -1.0] {
            state.clone_from(&fit.state);
            for (column, error) in columns.iter_mut().zip(&errors) {
                let forecast = state.next(&fit.form, fit.smoothing);
                // Nothing falls below zero by a relative error.
                let value = forecast * (1.0 + side * error).max(1e-3);
                column.push(value);
                if state.run(&fit.form, fit.smoothing, &[value]).is_none() {
                    break;
                }
            }
        }
    }
    for column in &mut columns {
        column.sort_by(f64::total_cmp);
    }
    columns
}

fn interpolated(sorted: &[f64], tau: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return 0.0 };
    let place = tau * last as f64;
    let below = (place as usize).min(last);
    let above = (below + 1).min(last);
    sorted[below] + (place - below as f64) * (sorted[above] - sorted[below])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ets::form::Form;
    use crate::ets::state::{Smoothing, State};

    fn fit(error: Error, trend: Trend, season: Season) -> Fit {
        let neutral = if season == Season::Multiplicative { 1.0 } else { 0.0 };
        let state = State { level: 10.0, trend: 0.3, effects: vec![neutral; 4], place: 1 };
        Fit {
            form: Form { error, trend, season },
            season: 4,
            smoothing: Smoothing {
                alpha: 0.4,
                beta: 0.1,
                gamma: 0.2,
                phi: if trend == Trend::Damped { 0.9 } else { 1.0 },
            },
            start: state.clone(),
            state,
            variance: 0.04,
            criterion: 0.0,
        }
    }

    #[test]
    fn the_variance_is_that_of_all_shocks_added_up() {
        for trend in [Trend::None, Trend::Additive, Trend::Damped] {
            for season in [Season::None, Season::Additive] {
                let mut fit = fit(Error::Additive, trend, season);
                if trend == Trend::None {
                    fit.smoothing.beta = 0.0;
                    fit.state.trend = 0.0;
                }
                let calm = fit.state.forecast(&fit.form, fit.smoothing, 10);
                let mut state = fit.state.clone();
                state.run(&fit.form, fit.smoothing, &[calm[0] + 1.0]).unwrap();
                let shocked = state.forecast(&fit.form, fit.smoothing, 9);
                let mut sum = 1.0;
                let found = deviations(&fit, 10);
                for step in 0..10 {
                    assert!((found[step] - 0.2 * f64::sqrt(sum)).abs() < 1e-9, "{trend:?} {season:?} {step}");
                    sum += shocked.get(step).map_or(0.0, |shocked| (shocked - calm[step + 1]).powi(2));
                }
            }
        }
    }

    #[test]
    fn simulated_relative_errors_spread_like_the_first_step() {
        let columns = simulate(&fit(Error::Multiplicative, Trend::None, Season::Multiplicative), 3, 5);
        let (low, high) = (interpolated(&columns[0], 0.1), interpolated(&columns[0], 0.9));
        // Ten, one in five off, is 1.28 * 2 away at p10 and p90.
        assert!((low - 7.44).abs() < 0.3 && (high - 12.56).abs() < 0.3, "{low} {high}");
        assert!(interpolated(&columns[2], 0.9) > high);
    }
}
