//! Maximum likelihood for one form, and the choice between forms.

use super::form::{Error, Form, Season, Trend};
use super::initial;
use super::state::{Smoothing, State, Sums};
use crate::optimise::nelder_mead::{Limits, minimise};

/// All forms get a first look, the most promising a second.
const FIRST_LOOK: Limits = Limits { evaluations: 60, tolerance: 1e-4 };
const SECOND_LOOK: Limits = Limits { evaluations: 260, tolerance: 1e-6 };
const PROMISING: usize = 6;

/// Seasons with so few effects have their first ones fitted too.
const FITTED_EFFECTS_MAX: usize = 12;

/// A fitted form.
#[derive(Debug, Clone)]
pub(crate) struct Fit {
    pub(crate) form: Form,
    pub(crate) season: usize,
    pub(crate) smoothing: Smoothing,
    /// Before the first value.
    pub(crate) start: State,
    /// After the last value.
    pub(crate) state: State,
    /// Of the one-step errors, relative ones where errors multiply.
    pub(crate) variance: f64,
    /// The corrected criterion of Akaike, up to a constant of the series.
    pub(crate) criterion: f64,
}

/// The most promising of `forms`, best first; empty when there are too few values for any.
pub(crate) fn best(values: &[f64], season: usize, forms: Vec<Form>) -> Vec<Fit> {
    let search = Search::new(values, season);
    let mut fits: Vec<Fit> = forms.iter().filter_map(|form| search.first_look(form)).collect();
    fits.sort_by(|a, b| a.criterion.total_cmp(&b.criterion));
    fits.truncate(PROMISING);
    let mut fits: Vec<Fit> = fits.into_iter().map(|fit| search.second_look(fit)).collect();
    fits.sort_by(|a, b| a.criterion.total_cmp(&b.criterion));
    fits
}

struct Search<'a> {
    values: &'a [f64],
    filled: Vec<f64>,
    season: usize,
    low: f64,
    high: f64,
}

impl<'a> Search<'a> {
    fn new(values: &'a [f64], season: usize) -> Self {
        let observed = || values.iter().copied().filter(|value| !value.is_nan());
        let low = observed().fold(f64::INFINITY, f64::min);
        let high = observed().fold(f64::NEG_INFINITY, f64::max);
        let mut filled = values.to_vec();
        let mut last = values.first().copied().unwrap_or_default();
        for value in &mut filled {
            if value.is_nan() {
                *value = last;
            }
            last = *value;
        }
        Self { values, filled, season, low, high }
    }

    fn first_look(&self, form: &Form) -> Option<Fit> {
        let count = self.values.iter().filter(|value| !value.is_nan()).count();
        if count < form.parameters(self.season) + 2 {
            return None;
        }
        let start = initial::state(form, self.season, &self.filled)?;
        let alpha = if form.trend == Trend::None { 0.3 } else { 0.2 };
        let smoothing = Smoothing { alpha, beta: 0.1 * alpha, gamma: 0.1 * (1.0 - alpha), phi: 0.95 };
        self.climb(form, start, smoothing, FIRST_LOOK, false)
    }

    /// Starts again from where the series, run backwards, says it began.
    fn second_look(&self, fit: Fit) -> Fit {
        let back = initial::backcast(&fit.form, fit.smoothing, &fit.state, self.values);
        let effects = fit.form.season != Season::None && self.season <= FITTED_EFFECTS_MAX;
        let starts = [Some(fit.start.clone()), back];
        let (form, smoothing) = (fit.form, fit.smoothing);
        let limits = Limits { evaluations: SECOND_LOOK.evaluations / 2, ..SECOND_LOOK };
        let tried = starts
            .into_iter()
            .flatten()
            .filter_map(|start| self.climb(&form, start, smoothing, limits, false));
        let best = tried.fold(fit, |best, one| if one.criterion < best.criterion { one } else { best });
        if !effects {
            return best;
        }
        let polished = self.climb(&best.form, best.start.clone(), best.smoothing, SECOND_LOOK, true);
        polished.filter(|one| one.criterion < best.criterion).unwrap_or(best)
    }

    /// Raises the likelihood from a start; with `effects`, also over the first seasonal effects.
    fn climb(
        &self,
        form: &Form,
        start: State,
        smoothing: Smoothing,
        limits: Limits,
        effects: bool,
    ) -> Option<Fit> {
        let layout = Layout { form: *form, start: &start, effects };
        let size = (self.high - self.low).max(1e-6);
        let (mut point, steps, bounds) = layout.first_simplex(smoothing, self.low, self.high, size);
        let mut state = start.clone();
        let value = minimise(&mut point, &steps, &bounds, limits, |point| {
            let smoothing = layout.read(point, &mut state);
            state.run(form, smoothing, self.values).map_or(f64::INFINITY, |sums| deviance(form, &sums))
        });
        if !value.is_finite() {
            return None;
        }
        let smoothing = layout.read(&point, &mut state);
        let start = state.clone();
        let sums = state.run(form, smoothing, self.values)?;
        let parameters = form.parameters(self.season) as f64;
        let correction = 2.0 * parameters * (parameters + 1.0) / (sums.count - parameters - 1.0);
        Some(Fit {
            form: *form,
            season: self.season,
            smoothing,
            start,
            state,
            variance: sums.squares / (sums.count - parameters + 1.0).max(1.0),
            criterion: value + 2.0 * parameters + correction,
        })
    }
}

/// Minus twice the logarithm of the concentrated likelihood, up to a constant of the series.
fn deviance(form: &Form, sums: &Sums) -> f64 {
    // A perfect fit must not be infinitely better than a nearly perfect one.
    let squares = (sums.squares / sums.count).max(1e-20);
    let logs = if form.error == Error::Multiplicative { 2.0 * sums.logs } else { 0.0 };
    sums.count * squares.ln() + logs
}

/// How parameters of a form lie in the vector that is searched.
struct Layout<'a> {
    form: Form,
    start: &'a State,
    effects: bool,
}

impl Layout<'_> {
    fn first_simplex(
        &self,
        smoothing: Smoothing,
        low: f64,
        high: f64,
        size: f64,
    ) -> (Vec<f64>, Vec<f64>, Vec<(f64, f64)>) {
        let Smoothing { alpha, beta, gamma, phi } = smoothing;
        let share = (1e-4, 0.9999);
        let mut rows = vec![(alpha, 0.15, share)];
        if self.form.trend != Trend::None {
            rows.push((beta / alpha, 0.15, share));
        }
        if self.form.trend == Trend::Damped {
            rows.push((phi, -0.05, (0.8, 0.98)));
        }
        if self.form.season != Season::None {
            rows.push((gamma / (1.0 - alpha), 0.15, share));
        }
        rows.push((self.start.level, 0.1 * size, (low - size, high + size)));
        if self.form.trend != Trend::None {
            rows.push((self.start.trend, 0.02 * size, (-size, size)));
        }
        if self.effects {
            let step = if self.form.season == Season::Multiplicative { 0.05 } else { 0.05 * size };
            rows.extend(
                self.start
                    .effects
                    .iter()
                    .skip(1)
                    .map(|effect| (*effect, step, (-10.0 * size - 10.0, 10.0 * size + 10.0))),
            );
        }
        let point = rows.iter().map(|row| row.0).collect();
        let steps = rows.iter().map(|row| row.1).collect();
        (point, steps, rows.iter().map(|row| row.2).collect())
    }

    /// Smoothing parameters within their usual bounds, and the first states.
    fn read(&self, point: &[f64], state: &mut State) -> Smoothing {
        let mut rest = point.iter().copied();
        let mut next = || rest.next().unwrap_or_default();
        let alpha = next();
        let mut smoothing = Smoothing { alpha, beta: 0.0, gamma: 0.0, phi: 1.0 };
        if self.form.trend != Trend::None {
            smoothing.beta = alpha * next();
        }
        if self.form.trend == Trend::Damped {
            smoothing.phi = next();
        }
        if self.form.season != Season::None {
            smoothing.gamma = (1.0 - alpha) * next();
        }
        state.level = next();
        state.trend = if self.form.trend == Trend::None { 0.0 } else { next() };
        state.effects.copy_from_slice(&self.start.effects);
        state.place = self.start.place;
        if self.effects {
            let whole: f64 = self.start.effects.iter().sum();
            let mut sum = 0.0;
            for effect in state.effects.iter_mut().skip(1) {
                *effect = next();
                sum += *effect;
            }
            // Effects keep their sum, so that they do not trade places with the level.
            if let Some(first) = state.effects.first_mut() {
                *first = whole - sum;
            }
        }
        smoothing
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normal::Draws;

    /// Values that `form` brings forth.
    fn generated(form: &Form, smoothing: Smoothing, effects: Vec<f64>, noise: f64) -> Vec<f64> {
        let mut draws = Draws::new(11);
        let mut state = State { level: 1.0, trend: 0.02, effects, place: 0 };
        let mut next = || {
            let forecast = state.next(form, smoothing);
            let error = noise * draws.normal();
            let value =
                if form.error == Error::Additive { forecast + error } else { forecast * (1.0 + error) };
            state.run(form, smoothing, &[value]);
            value
        };
        (0..120).map(|_| next()).collect()
    }

    #[test]
    fn a_level_without_trend_is_recognised_with_its_smoothing() {
        let form = Form { error: Error::Additive, trend: Trend::None, season: Season::None };
        let smoothing = Smoothing { alpha: 0.4, beta: 0.0, gamma: 0.0, phi: 1.0 };
        let values = generated(&form, smoothing, vec![0.0], 0.05);
        let fits = best(&values, 1, Form::linear());
        assert!(
            fits.iter().any(|fit| fit.form.trend == Trend::None && fit.criterion < fits[0].criterion + 4.0)
        );
        assert!((fits[0].smoothing.alpha - 0.4).abs() < 0.3, "{:?}", fits[0].smoothing);
        assert!((fits[0].variance.sqrt() - 0.05).abs() < 0.01, "{}", fits[0].variance);
    }

    #[test]
    fn a_season_that_grows_with_the_trend_multiplies() {
        let form =
            Form { error: Error::Multiplicative, trend: Trend::Additive, season: Season::Multiplicative };
        let smoothing = Smoothing { alpha: 0.3, beta: 0.01, gamma: 0.1, phi: 1.0 };
        let values = generated(&form, smoothing, vec![0.7, 1.1, 1.3, 0.9], 0.02);
        let fits = best(&values, 4, Form::all(true, true));
        assert_eq!(fits[0].form.season, Season::Multiplicative, "{:?}", fits[0].form);
        assert_ne!(fits[0].form.trend, Trend::None);
    }

    #[test]
    fn too_few_values_have_no_fit() {
        assert!(best(&[1.0, 2.0, 3.0], 1, Form::all(true, false)).is_empty());
    }

    #[test]
    fn gaps_are_passed_over() {
        let form = Form { error: Error::Additive, trend: Trend::None, season: Season::None };
        let smoothing = Smoothing { alpha: 0.4, beta: 0.0, gamma: 0.0, phi: 1.0 };
        let mut values = generated(&form, smoothing, vec![0.0], 0.05);
        values.iter_mut().skip(3).step_by(5).for_each(|value| *value = f64::NAN);
        let fits = best(&values, 1, Form::linear());
        assert!(fits[0].criterion.is_finite() && fits[0].state.level.is_finite());
    }
}
