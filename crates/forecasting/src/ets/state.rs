//! The states and how a value moves them.

use super::form::{Error, Form, Season, Trend};

/// The smoothing parameters; those a form lacks are zero, and the damping one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Smoothing {
    pub(crate) alpha: f64,
    pub(crate) beta: f64,
    pub(crate) gamma: f64,
    pub(crate) phi: f64,
}

/// Level, trend and seasonal effects.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct State {
    pub(crate) level: f64,
    pub(crate) trend: f64,
    // One effect per place in the season, the next value's at `place`; one neutral effect without season.
    pub(crate) effects: Vec<f64>,
    pub(crate) place: usize,
}

/// Sums over the one-step errors of a run.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sums {
    /// Squares of the errors, relative ones where errors multiply.
    pub(crate) squares: f64,
    /// Logarithms of the forecasts, where errors multiply.
    pub(crate) logs: f64,
    /// Values that were not missing.
    pub(crate) count: f64,
}

impl State {
    /// Runs over `values`, NaN being missing ones.
    ///
    /// `None` when a form that multiplies forecasts nothing or less.
    pub(crate) fn run(&mut self, form: &Form, smoothing: Smoothing, values: &[f64]) -> Option<Sums> {
        // One loop for each form, so that none of them asks about its form at every value.
        let relative = form.error == Error::Multiplicative;
        match (form.season, form.trend != Trend::None, relative) {
            (Season::None, false, false) => self.pass::<0, false, false>(smoothing, values),
            (Season::None, false, true) => self.pass::<0, false, true>(smoothing, values),
            (Season::None, true, false) => self.pass::<0, true, false>(smoothing, values),
            (Season::None, true, true) => self.pass::<0, true, true>(smoothing, values),
            (Season::Additive, false, false) => self.pass::<1, false, false>(smoothing, values),
            (Season::Additive, false, true) => self.pass::<1, false, true>(smoothing, values),
            (Season::Additive, true, false) => self.pass::<1, true, false>(smoothing, values),
            (Season::Additive, true, true) => self.pass::<1, true, true>(smoothing, values),
            (Season::Multiplicative, false, _) => self.pass::<2, false, true>(smoothing, values),
            (Season::Multiplicative, true, _) => self.pass::<2, true, true>(smoothing, values),
        }
    }

    fn pass<const SEASON: u8, const TREND: bool, const RELATIVE: bool>(
        &mut self,
        smoothing: Smoothing,
        values: &[f64],
    ) -> Option<Sums> {
        /// Forecasts of a form that multiplies stay above this share of the mean magnitude.
        const LEAST: f64 = 1e-8;
        let Smoothing { alpha, beta, gamma, phi } = smoothing;
        let (mut level, mut trend, mut place) = (self.level, self.trend, self.place);
        let effects = &mut self.effects[..];
        let mut sums = Sums::default();
        let mut product = 1.0;
        for &value in values {
            let slope = if TREND { phi * trend } else { 0.0 };
            let base = level + slope;
            let effect = if SEASON > 0 { effects[place] } else { 0.0 };
            let forecast = match SEASON {
                0 => base,
                1 => base + effect,
                _ => base * effect,
            };
            if RELATIVE && (forecast < LEAST || (SEASON == 2 && (base < LEAST || effect < LEAST))) {
                return None;
            }
            let (mut error, mut relative) = (0.0, 0.0);
            if !value.is_nan() {
                error = value - forecast;
                sums.count += 1.0;
                if RELATIVE {
                    relative = error / forecast;
                    sums.squares += relative * relative;
                    product *= forecast;
                    // Logarithms are dear; take them of many forecasts at once.
                    if !(1e-200..1e200).contains(&product) {
                        sums.logs += f64::ln(product);
                        product = 1.0;
                    }
                } else {
                    sums.squares += error * error;
                }
            }
            if SEASON == 2 {
                level = base * (1.0 + alpha * relative);
                trend = slope + beta * base * relative;
                effects[place] = effect * (1.0 + gamma * relative);
            } else {
                level = base + alpha * error;
                trend = slope + beta * error;
                if SEASON == 1 {
                    effects[place] = effect + gamma * error;
                }
            }
            if SEASON > 0 {
                place += 1;
                if place == effects.len() {
                    place = 0;
                }
            }
        }
        sums.logs += product.ln();
        (self.level, self.trend, self.place) = (level, trend, place);
        Some(sums)
    }

    /// The one-step forecast, without moving.
    pub(crate) fn next(&self, form: &Form, smoothing: Smoothing) -> f64 {
        let base = self.level + if form.trend == Trend::None { 0.0 } else { smoothing.phi * self.trend };
        match form.season {
            Season::None => base,
            Season::Additive => base + self.effects[self.place],
            Season::Multiplicative => base * self.effects[self.place],
        }
    }

    /// Forecasts without errors.
    pub(crate) fn forecast(&self, form: &Form, smoothing: Smoothing, steps: usize) -> Vec<f64> {
        let (mut damping, mut damped) = (1.0, 0.0);
        let mut forecasts = Vec::with_capacity(steps);
        for step in 0..steps {
            damping *= smoothing.phi;
            damped += damping;
            let base = self.level + if form.trend == Trend::None { 0.0 } else { damped * self.trend };
            let effect = self.effects[(self.place + step) % self.effects.len()];
            forecasts.push(match form.season {
                Season::None => base,
                Season::Additive => base + effect,
                Season::Multiplicative => base * effect,
            });
        }
        forecasts
    }
}
