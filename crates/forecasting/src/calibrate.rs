//! The width of intervals, learned from what happened in backtests.
//!
//! Split-conformal in spirit (Vovk, Gammerman and Shafer 2005): within a block of steps, the distances
//! of the median to p10 and p90 are stretched by the factor that would have put the right share of
//! actual values beyond them. All series share the factors.

use serde::{Deserialize, Serialize};

use crate::backtest::Trial;
use crate::combine::settled_number;
use crate::forecast_type::Quantile;
use crate::outlook::Outlook;

/// Points that a block of steps needs, and how many blocks there are at most.
const BLOCK_POINTS_MIN: usize = 150;
const BLOCKS_MAX: usize = 4;

/// No factor lies outside: backtests tell about the spread, they do not replace it.
const FACTORS: (f64, f64) = (0.4, 3.0);

/// How much all points count alike, against counting by their spread.
const EVEN_SHARE: f64 = 0.5;

/// Trials at which a learned factor and 1 count the same.
const TRIALS_OF_EQUAL_TRUST: f64 = 2.0;

/// Learned factors.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Calibration {
    // Invariant: never empty.
    blocks: Vec<Stretch>,
    horizon: usize,
}

/// Factors on the distance from the median, below and above it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
struct Stretch {
    low: f64,
    high: f64,
}

impl Stretch {
    const NONE: Self = Self { low: 1.0, high: 1.0 };

    /// Factors that would have been right for those steps of `trials` that `counts` accepts.
    fn learn(trials: &[(&Trial, Outlook)], counts: impl Fn(usize) -> bool) -> Self {
        let mut low = Vec::new();
        let mut high = Vec::new();
        for (trial, outlook) in trials {
            let [p10, p50, p90] =
                [Quantile::P10, Quantile::MEDIAN, Quantile::P90].map(|one| outlook.quantile(one));
            for (step, actual) in
                trial.actual.iter().enumerate().filter(|(step, actual)| !actual.is_nan() && counts(*step))
            {
                low.push(Distance::new(p50[step] - actual, p50[step] - p10[step], trial.magnitude));
                high.push(Distance::new(actual - p50[step], p90[step] - p50[step], trial.magnitude));
            }
        }
        Self { low: factor(low, trials.len()), high: factor(high, trials.len()) }
    }

    fn of(self, quantile: Quantile) -> f64 {
        if quantile < Quantile::MEDIAN { self.low } else { self.high }
    }
}

impl Calibration {
    /// Leaves outlooks as they are.
    pub(crate) fn none(horizon: usize) -> Self {
        Self { blocks: vec![Stretch::NONE], horizon }
    }

    /// Factors from outlooks and what happened.
    pub(crate) fn learn(trials: &[(&Trial, Outlook)], horizon: usize) -> Self {
        let points = trials
            .iter()
            .map(|(trial, _)| trial.actual.iter().filter(|value| !value.is_nan()).count())
            .sum::<usize>();
        let blocks = (points / BLOCK_POINTS_MIN).clamp(1, BLOCKS_MAX).min(horizon.max(1));
        let mut calibration = Self { blocks: vec![Stretch::NONE; blocks], horizon };
        let learn = |block| Stretch::learn(trials, |step| calibration.block(step) == block);
        calibration.blocks = (0..blocks).map(learn).collect();
        calibration
    }

    fn block(&self, step: usize) -> usize {
        (step * self.blocks.len() / self.horizon.max(1)).min(self.blocks.len() - 1)
    }

    /// Stretches the quantiles of `outlook` around its median.
    pub(crate) fn apply(&self, outlook: &mut Outlook) {
        let median = outlook.quantile(Quantile::MEDIAN).to_vec();
        if median.is_empty() {
            return;
        }
        outlook.map_rows(|quantile, step, value| {
            let factor = self.blocks[self.block(step)].of(quantile);
            median[step] + factor * (value - median[step])
        });
    }
}

/// How many spreads away a value was, and how much that counts.
struct Distance {
    spreads: f64,
    weight: f64,
}

impl Distance {
    fn new(error: f64, spread: f64, magnitude: f64) -> Self {
        let spreads = if spread > 0.0 { error / spread } else { 0.0 };
        Self { spreads, weight: spread / magnitude }
    }
}

/// What nine in ten distances are below, with the finite-sample correction of conformal prediction.
///
/// Distances count by their spread, which lowers the quantile loss, and all alike, which gives the
/// right coverage. Points of one trial err together, so trials are what is counted.
fn factor(mut distances: Vec<Distance>, trials: usize) -> f64 {
    let spread: f64 = distances.iter().map(|one| one.weight).sum();
    if spread <= 0.0 || !spread.is_finite() {
        return 1.0;
    }
    let even = EVEN_SHARE * spread / distances.len() as f64;
    let total = (1.0 + EVEN_SHARE) * spread;
    distances.sort_by(|a, b| a.spreads.total_cmp(&b.spreads));
    let trials = trials as f64;
    let share = (0.9 * (trials + 1.0) / trials).min(0.95);
    let mut sum = 0.0;
    let reached = distances.iter().find(|one| {
        sum += one.weight + even;
        sum >= share * total
    });
    let found = reached.map_or(1.0, |one| one.spreads).clamp(FACTORS.0, FACTORS.1);
    settled_number(found.powf(trials / (trials + TRIALS_OF_EQUAL_TRUST)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUANTILES: [Quantile; 3] = [Quantile::P10, Quantile::MEDIAN, Quantile::P90];

    /// Trials whose actual values spread evenly from -1 to 1, forecast as normal around 0.
    fn trials(spread: f64) -> Vec<Trial> {
        let trial = |window: usize| Trial {
            window,
            actual: (0..4).map(|step| ((window * 4 + step) as f64 + 0.5) / 200.0 - 1.0).collect(),
            mase_scale: None,
            magnitude: 1.0,
            telling: true,
            outlooks: vec![Outlook::normal(&QUANTILES, vec![0.0; 4], &[spread; 4])],
        };
        (0..100).map(trial).collect()
    }

    #[track_caller]
    fn check(spread: f64) {
        let trials = trials(spread);
        let pairs: Vec<(&Trial, Outlook)> =
            trials.iter().map(|trial| (trial, trial.outlooks[0].clone())).collect();
        let calibration = Calibration::learn(&pairs, 4);
        let inside = |(trial, mut outlook): (&Trial, Outlook)| {
            calibration.apply(&mut outlook);
            let (low, high) = (outlook.quantile(Quantile::P10)[0], outlook.quantile(Quantile::P90)[0]);
            trial.actual.iter().filter(|actual| (low..=high).contains(actual)).count()
        };
        let coverage = pairs.into_iter().map(inside).sum::<usize>() as f64 / 400.0;
        assert!((0.76..=0.86).contains(&coverage), "{coverage}");
    }

    #[test]
    fn intervals_too_narrow_are_widened_and_too_wide_ones_narrowed() {
        check(0.3);
        check(0.6);
        check(1.2);
    }

    #[test]
    fn nothing_is_learned_from_nothing() {
        let mut outlook = Outlook::normal(&QUANTILES, vec![1.0; 2], &[1.0; 2]);
        let before = outlook.clone();
        Calibration::learn(&[], 2).apply(&mut outlook);
        assert_eq!(outlook, before);
    }
}
