//! How much each candidate counts, for all series together and for each one.
//!
//! Quantiles are averaged (Lichtendahl, Grushka-Cockayne and Winkler 2013). The pooled weights lie on
//! the simplex and minimise the metric over all trials by exponentiated gradient (Kivinen and Warmuth
//! 1997), shrunk towards weights by each candidate's own loss where trials are few. A series then
//! leans to what did well on it; how far is decided by leaving windows out.

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::backtest::Trial;
use crate::metrics::OptimizationMetric;
use crate::models::Algorithm;
use crate::objective::{Objective, loss, normalised, tells};
use crate::outlook::Outlook;

/// How fast the plain weights, which the fitted ones are shrunk to, fall with the loss.
const STEEPNESS: f64 = 6.0;

/// Trials at which the fitted and the plain weights count the same.
const TRIALS_OF_EQUAL_TRUST: f64 = 20.0;

/// Windows at which a series' own record counts half.
const WINDOWS_OF_EQUAL_TRUST: f64 = 2.0;

/// How strongly a series may lean to what did well on it, to be chosen from.
const LEANINGS: [f64; 6] = [0.0, 0.5, 1.0, 2.0, 4.0, 8.0];

/// More leaning must lower the loss by this share.
const LEANING_GAIN_MIN: f64 = 0.002;

/// Learned weights.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Combination {
    /// The weight of each candidate for a series nothing is known about; they sum to 1.
    pub(crate) pooled: Vec<f64>,
    /// How strongly a series leans to what did well on it.
    leaning: f64,
    /// The weights it leans away from: halfway to the plain ones, so that no candidate is lost to it.
    leant_from: Vec<f64>,
}

impl Combination {
    /// For when nothing could be tried: what usually does well.
    fn untried(candidates: &[Algorithm]) -> Self {
        let usual = |candidate: &Algorithm| match candidate {
            Algorithm::Ets | Algorithm::Theta => 0.35,
            Algorithm::Stl => 0.2,
            Algorithm::SeasonalNaive | Algorithm::StlAutoregression | Algorithm::Npts => 0.05,
        };
        let pooled = settled(normalised(candidates.iter().map(usual).collect()));
        Self { leant_from: pooled.clone(), pooled, leaning: 0.0 }
    }

    /// Weights from the trials of many series.
    pub(crate) fn learn(trials: &[Vec<Trial>], candidates: &[Algorithm], metric: OptimizationMetric) -> Self {
        let objective = Objective::new(trials, metric);
        let count = objective.telling().count();
        if count == 0 || candidates.len() < 2 {
            return Self::untried(candidates);
        }
        let single = objective.singles(candidates.len());
        let best = single.iter().copied().fold(f64::INFINITY, f64::min).max(f64::MIN_POSITIVE);
        let plain = normalised(single.iter().map(|loss| (-STEEPNESS * (loss / best - 1.0)).exp()).collect());
        let pooled = settled(pooled(&objective, count, &single, &plain));
        let leant_from = pooled.iter().zip(&plain).map(|(pooled, plain)| (pooled + plain) / 2.0).collect();
        let leant_from = settled(leant_from);
        Self { pooled, leaning: 0.0, leant_from }.leant(trials, &objective, metric)
    }

    /// The leaning under which windows that were left out do best.
    fn leant(self, trials: &[Vec<Trial>], objective: &Objective<'_>, metric: OptimizationMetric) -> Self {
        let mut chosen = self;
        let mut least = chosen.held_out_loss(trials, objective, metric);
        for leaning in LEANINGS {
            let tried = Self { leaning, ..chosen.clone() };
            let loss = tried.held_out_loss(trials, objective, metric);
            if loss < least * (1.0 - LEANING_GAIN_MIN) {
                (chosen, least) = (tried, loss);
            }
        }
        chosen
    }

    /// The loss when each window is combined with weights from the other windows of its series.
    fn held_out_loss(
        &self,
        trials: &[Vec<Trial>],
        objective: &Objective<'_>,
        metric: OptimizationMetric,
    ) -> f64 {
        let of_series = |trials: &Vec<Trial>| -> f64 {
            let held_out = |trial: &Trial| {
                let others = trials.iter().filter(|other| tells(other) && other.window != trial.window);
                let combined = Outlook::average(trial.outlooks.iter().zip(self.lean(others, metric)))?;
                Some(objective.importance(trial) * loss(metric, trial, &combined))
            };
            trials.iter().filter(|trial| tells(trial)).filter_map(held_out).sum()
        };
        let losses: Vec<f64> = trials.par_iter().map(of_series).collect();
        losses.iter().sum()
    }

    /// The weights of a series by its trials.
    pub(crate) fn weights(&self, trials: &[Trial], metric: OptimizationMetric) -> Vec<f64> {
        self.lean(trials.iter().filter(|trial| trial.telling), metric)
    }

    fn lean<'a>(&self, trials: impl Iterator<Item = &'a Trial>, metric: OptimizationMetric) -> Vec<f64> {
        if self.leaning == 0.0 {
            return self.pooled.clone();
        }
        let mut losses = vec![0.0; self.pooled.len()];
        let mut windows = 0.0;
        for trial in trials {
            windows += 1.0;
            for (sum, outlook) in losses.iter_mut().zip(&trial.outlooks) {
                *sum += loss(metric, trial, outlook);
            }
        }
        let best = losses.iter().copied().fold(f64::INFINITY, f64::min);
        if best <= 0.0 || !best.is_finite() {
            return self.pooled.clone();
        }
        let strength = self.leaning * windows / (windows + WINDOWS_OF_EQUAL_TRUST);
        let leant = |(weight, loss): (&f64, &f64)| weight * (-strength * (loss / best - 1.0)).exp();
        settled(normalised(self.leant_from.iter().zip(&losses).map(leant).collect()))
    }
}

/// Weights of so many digits that they are the same after being written and read.
fn settled(weights: Vec<f64>) -> Vec<f64> {
    weights.into_iter().map(settled_number).collect()
}

/// The number to nine decimals: text of that length is read exactly, whatever reads it.
pub(crate) fn settled_number(number: f64) -> f64 {
    (number * 1e9).round() / 1e9
}

/// The fitted weights, shrunk unless that makes them worse than the best candidate alone.
fn pooled(objective: &Objective<'_>, trials: usize, single: &[f64], plain: &[f64]) -> Vec<f64> {
    let best = single.iter().copied().fold(f64::INFINITY, f64::min);
    let fitted = objective.descend(single.len());
    let trust = trials as f64 / (trials as f64 + TRIALS_OF_EQUAL_TRUST);
    let shrunk: Vec<f64> =
        fitted.iter().zip(plain).map(|(fitted, plain)| trust * fitted + (1.0 - trust) * plain).collect();
    for weights in [shrunk, fitted] {
        if objective.pooled_loss(&weights) <= best {
            return weights;
        }
    }
    normalised(single.iter().map(|loss| f64::from(u8::from(*loss <= best))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast_type::Quantile;

    const METRIC: OptimizationMetric = OptimizationMetric::AverageWeightedQuantileLoss;
    const CANDIDATES: [Algorithm; 3] = [Algorithm::Ets, Algorithm::Theta, Algorithm::Npts];

    /// Trials of `count` series in four windows; `says` gives what each candidate says about the value 10.
    fn trials(count: usize, says: impl Fn(usize, usize) -> [f64; 3]) -> Vec<Vec<Trial>> {
        let trial = |series: usize, window: usize| Trial {
            window,
            actual: vec![10.0; 2],
            mase_scale: None,
            magnitude: 10.0,
            telling: true,
            outlooks: says(series, window)
                .map(|value| Outlook::normal(&[Quantile::MEDIAN], vec![value; 2], &[0.0; 2]))
                .to_vec(),
        };
        (0..count).map(|series| (0..4).map(|window| trial(series, window)).collect()).collect()
    }

    #[test]
    fn errors_that_cancel_share_the_weight() {
        let trials = trials(50, |_, _| [8.0, 12.0, 30.0]);
        let learned = Combination::learn(&trials, &CANDIDATES, METRIC);
        let combined: f64 =
            learned.pooled.iter().zip([8.0, 12.0, 30.0]).map(|(weight, says)| weight * says).sum();
        assert!((combined - 10.0).abs() < 0.2, "{learned:?}");
    }

    #[test]
    fn the_best_alone_is_never_beaten_by_the_combination() {
        let trials = trials(2, |_, window| [10.0 + 0.1 * window as f64, 17.0, 30.0]);
        let learned = Combination::learn(&trials, &CANDIDATES, METRIC);
        let objective = Objective::new(&trials, METRIC);
        assert!(objective.pooled_loss(&learned.pooled) <= objective.singles(3)[0] + 1e-6, "{learned:?}");
    }

    #[test]
    fn series_lean_to_what_does_well_on_them() {
        let trials =
            trials(40, |series, _| if series % 2 == 0 { [10.5, 14.0, 30.0] } else { [14.0, 10.5, 30.0] });
        let learned = Combination::learn(&trials, &CANDIDATES, METRIC);
        let (even, odd) = (learned.weights(&trials[0], METRIC), learned.weights(&trials[1], METRIC));
        assert!(even[0] > 0.8 && odd[1] > 0.8, "{even:?} {odd:?}");
        assert!((even.iter().sum::<f64>() - 1.0).abs() < 1e-8);
    }
}
