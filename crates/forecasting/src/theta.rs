//! The dynamic optimised theta model (Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler 2016).
//!
//! The one-step forecast is linear in the initial level and in `1 - 1/theta`, so both have a closed
//! least-squares solution for each smoothing parameter, and only that one is searched for.

use crate::outlook::Outlook;
use crate::seasonal::{Pattern, decompose, is_seasonal};
use crate::training::Training;

/// Bounds of the smoothing parameter.
const ALPHA: (f64, f64) = (0.1, 0.995);

/// The model is told by this many values; fewer leave it to simpler ones.
const VALUES_MIN: usize = 5;

/// Residuals of the first values do not count: the line through them is still loose.
const WARM_UP: usize = 3;

/// Forecasts by the theta model, on seasonally adjusted values where there is a season.
pub(crate) fn outlook(training: &Training<'_>) -> Option<Outlook> {
    let values = &training.filled;
    let pattern = pattern(training);
    let adjusted: Vec<f64> = match &pattern {
        Some(pattern) => {
            values.iter().enumerate().map(|(index, value)| pattern.remove(index, *value)).collect()
        }
        None => values.clone(),
    };
    let (mut mean, mut deviation) = adjusted_forecast(&adjusted, training.steps)?;
    if let Some(pattern) = &pattern {
        for step in 0..training.steps {
            let index = values.len() + step;
            mean[step] = pattern.restore(index, mean[step]);
            deviation[step] *= if pattern.multiplicative { pattern.at(index) } else { 1.0 };
        }
    }
    Some(Outlook::normal(training.quantiles, mean, &deviation))
}

fn pattern(training: &Training<'_>) -> Option<Pattern> {
    let season = training.season();
    if !is_seasonal(&training.filled, season) {
        return None;
    }
    let positive = training.filled.iter().all(|value| *value > 0.0);
    let multiplied = if positive { decompose(&training.filled, season, true) } else { None };
    multiplied.or_else(|| decompose(&training.filled, season, false))
}

/// Mean and standard deviation per step for values without season.
pub(crate) fn adjusted_forecast(values: &[f64], steps: usize) -> Option<(Vec<f64>, Vec<f64>)> {
    if values.len() < VALUES_MIN {
        return None;
    }
    let fit = search(values)?;
    let variance = fit.squares / (values.len() - WARM_UP).saturating_sub(3).max(1) as f64;
    let mean = fit.extend(values, steps, 0.0);
    // The forecast is linear in the values, so a shock's later effect shows by itself; the line hardly
    // learns any more, so each shock runs on like the first.
    let shocked = fit.extend(values, steps, 1.0);
    let mut sum = 0.0;
    let deviation = mean.iter().zip(&shocked).map(|(calm, shocked)| {
        sum += (shocked - calm).powi(2);
        (variance * sum).sqrt()
    });
    let deviation = deviation.collect();
    Some((mean, deviation))
}

#[derive(Debug, Clone, Copy)]
struct Fit {
    alpha: f64,
    level: f64,
    // 1 - 1/theta: how much of the line's slope counts.
    omega: f64,
    squares: f64,
}

/// The level without its initial value, that value's remaining weight, and the running line.
#[derive(Debug, Clone, Copy, Default)]
struct State {
    level: f64,
    decay: f64,
    count: f64,
    mean: f64,
    slope: f64,
}

impl State {
    fn new() -> Self {
        Self { decay: 1.0, ..Self::default() }
    }

    /// What the line adds to the next value, for `omega` = 1.
    fn line(&self, alpha: f64) -> f64 {
        let intercept = self.mean - self.slope * (self.count + 1.0) / 2.0;
        self.decay * intercept + (1.0 - self.decay * (1.0 - alpha)) / alpha * self.slope
    }

    fn advance(&mut self, alpha: f64, value: f64) {
        self.level += alpha * (value - self.level);
        self.decay *= 1.0 - alpha;
        self.count += 1.0;
        let count = self.count;
        if count > 1.0 {
            self.slope = ((count - 2.0) * self.slope + 6.0 / count * (value - self.mean)) / (count + 1.0);
        }
        self.mean += (value - self.mean) / count;
    }
}

impl Fit {
    /// Forecasts after `values`, with a shock added to the first of them.
    fn extend(&self, values: &[f64], steps: usize, shock: f64) -> Vec<f64> {
        let mut state = State::new();
        for &value in values {
            state.advance(self.alpha, value);
        }
        let mut forecasts = Vec::with_capacity(steps);
        for step in 0..steps {
            let mut forecast = state.level + state.decay * self.level + self.omega * state.line(self.alpha);
            if step == 0 {
                forecast += shock;
            }
            state.advance(self.alpha, forecast);
            forecasts.push(forecast);
        }
        forecasts
    }
}

/// Least squares over the smoothing parameter: a coarse grid, then golden sections around its best.
fn search(values: &[f64]) -> Option<Fit> {
    const GRID: usize = 12;
    const SECTIONS: usize = 12;
    let at = |share: f64| ALPHA.0 + share * (ALPHA.1 - ALPHA.0);
    let mut best = fit(values, ALPHA.0);
    let mut place = 0;
    for point in 1..=GRID {
        let tried = fit(values, at(point as f64 / GRID as f64));
        if tried.squares < best.squares {
            (best, place) = (tried, point);
        }
    }
    let golden = (5.0f64.sqrt() - 1.0) / 2.0;
    let mut low = at(place.saturating_sub(1) as f64 / GRID as f64);
    let mut high = at((place + 1).min(GRID) as f64 / GRID as f64);
    let (mut left, mut right) =
        (fit(values, high - golden * (high - low)), fit(values, low + golden * (high - low)));
    for _ in 0..SECTIONS {
        if left.squares < right.squares {
            high = right.alpha;
            right = left;
            left = fit(values, high - golden * (high - low));
        } else {
            low = left.alpha;
            left = right;
            right = fit(values, low + golden * (high - low));
        }
        for tried in [left, right] {
            if tried.squares < best.squares {
                best = tried;
            }
        }
    }
    best.squares.is_finite().then_some(best)
}

/// The best initial level and slope share for one smoothing parameter.
fn fit(values: &[f64], alpha: f64) -> Fit {
    let mut state = State::new();
    // Normal equations of: value - level = decay * initial level + line * omega.
    let (mut dd, mut dl, mut ll, mut dr, mut lr, mut rr) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    for (index, &value) in values.iter().enumerate() {
        if index >= WARM_UP {
            let (decay, line, rest) = (state.decay, state.line(alpha), value - state.level);
            dd += decay * decay;
            dl += decay * line;
            ll += line * line;
            dr += decay * rest;
            lr += line * rest;
            rr += rest * rest;
        }
        state.advance(alpha, value);
    }
    // The initial level stays near the first value, as if that had been seen once more.
    let (first, pull) = (values[0], PULL);
    dd += pull;
    dr += pull * first;
    rr += pull * first * first;
    // Likewise the slope's share stays near a half, the theta of 2 that does well on most series.
    let usual = PULL_OMEGA * ll / values.len() as f64;
    ll += usual;
    lr += usual / 2.0;
    rr += usual / 4.0;
    let determinant = dd * ll - dl * dl;
    let free = if determinant > 1e-12 * dd * ll { (dd * lr - dl * dr) / determinant } else { 0.5 };
    let omega = if free.is_finite() { free.clamp(0.0, 1.0) } else { 0.5 };
    let level = (dr - omega * dl) / dd;
    let squares = rr + level * level * dd + omega * omega * ll - 2.0 * level * dr - 2.0 * omega * lr
        + 2.0 * level * omega * dl;
    Fit { alpha, level, omega, squares: squares.max(0.0) }
}

/// The weight of the prior on the slope's share, in values.
const PULL_OMEGA: f64 = 6.0;

/// The weight of the prior on the initial level.
const PULL: f64 = 0.5;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_on_straight() {
        let line: Vec<f64> = (0..30).map(|t| 5.0 + 2.0 * f64::from(t)).collect();
        let (mean, deviation) = adjusted_forecast(&line, 4).unwrap();
        for (step, mean) in mean.iter().enumerate() {
            let expect = 5.0 + 2.0 * (30.0 + step as f64);
            assert!((mean - expect).abs() < 1.0, "{mean} is not {expect}");
        }
        assert!(deviation.iter().all(|one| *one < 1.0));
    }

    #[test]
    fn a_constant_stays() {
        let (mean, deviation) = adjusted_forecast(&[3.0; 20], 3).unwrap();
        assert!(mean.iter().all(|mean| (mean - 3.0).abs() < 1e-6));
        assert!(deviation.iter().all(|one| *one < 1e-3));
    }

    #[test]
    fn intervals_widen() {
        let walk: Vec<f64> = (0..60)
            .scan(0u32, |seed, _| {
                *seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                Some(f64::from(*seed >> 16) / 65_536.0)
            })
            .scan(100.0, |level, step| {
                *level += step - 0.5;
                Some(*level)
            })
            .collect();
        let (_, deviation) = adjusted_forecast(&walk, 6).unwrap();
        assert!(deviation.is_sorted_by(|a, b| a < b), "{deviation:?}");
    }
}
