//! The part of a series a model sees, made ready: trimmed, scaled and, where a model wants it, without gaps.

use crate::forecast_type::Quantile;

/// More history than this says nothing new to a local model and only costs time.
const HISTORY_MAX: usize = 20_000;

/// A season needs two whole turns before it is modelled.
const SEASON_TURNS_MIN: usize = 2;

/// The history of one series in units of its mean magnitude, and what is asked about it.
#[derive(Debug)]
pub(crate) struct Training<'a> {
    /// From the first to the last observation, NaN in gaps between.
    pub(crate) values: Vec<f64>,
    /// The same with gaps interpolated.
    pub(crate) filled: Vec<f64>,
    /// The seasons of which the history has at least two turns, shortest first.
    pub(crate) seasons: Vec<usize>,
    /// Periods to forecast after the last observation.
    pub(crate) steps: usize,
    /// Quantiles to forecast, lowest first.
    pub(crate) quantiles: &'a [Quantile],
    /// Where simulated paths start.
    pub(crate) seed: u64,
    /// What the values were divided by.
    pub(crate) scale: f64,
    /// Periods between the last observation and the first asked for.
    pub(crate) lead: usize,
    /// Least and greatest observation.
    pub(crate) range: (f64, f64),
}

impl<'a> Training<'a> {
    /// `None` when there is nothing but zeros and gaps.
    pub(crate) fn new(
        history: &[f64],
        seasons: &[usize],
        horizon: usize,
        quantiles: &'a [Quantile],
        seed: u64,
    ) -> Option<Self> {
        let history = &history[history.len().saturating_sub(HISTORY_MAX)..];
        let first = history.iter().position(|value| value.is_finite())?;
        let last = history.iter().rposition(|value| value.is_finite())?;
        let observed = &history[first..=last];
        let scale = mean_magnitude(observed)?;
        let values: Vec<f64> =
            observed.iter().map(|value| if value.is_finite() { value / scale } else { f64::NAN }).collect();
        let turns = |season: &&usize| values.len() >= SEASON_TURNS_MIN * **season;
        let seasons: Vec<usize> = seasons.iter().filter(turns).copied().collect();
        let range = values
            .iter()
            .filter(|value| !value.is_nan())
            .fold((f64::MAX, f64::MIN), |(low, high), &value| (low.min(value), high.max(value)));
        let lead = shortened(history.len() - 1 - last, seasons.first().copied().unwrap_or(1));
        let filled = interpolated(&values, seasons.first().copied().unwrap_or(1));
        Some(Self { values, filled, seasons, steps: lead + horizon, quantiles, seed, scale, lead, range })
    }

    /// The season seen first; 1 when there is none.
    pub(crate) fn season(&self) -> usize {
        self.seasons.first().copied().unwrap_or(1)
    }
}

fn mean_magnitude(observed: &[f64]) -> Option<f64> {
    let magnitudes = || observed.iter().filter(|value| value.is_finite()).map(|value| value.abs());
    let max = magnitudes().fold(0.0, f64::max);
    let mean = magnitudes().map(|value| value / max).sum::<f64>() / magnitudes().count() as f64 * max;
    (mean.is_normal() && (1.0 / mean).is_normal()).then_some(mean)
}

/// Models forecast through the gap at the end; a long one is cut by whole seasons.
fn shortened(lead: usize, season: usize) -> usize {
    const LEAD_MAX: usize = 200;
    if lead <= LEAD_MAX.max(2 * season) { lead } else { season + lead % season }
}

/// Gaps take the straight line between their ends, plus what the season does there in the turns around.
fn interpolated(values: &[f64], season: usize) -> Vec<f64> {
    let mut filled = values.to_vec();
    let mut at = 0;
    while at < values.len() {
        if !values[at].is_nan() {
            at += 1;
            continue;
        }
        // The history begins and ends with an observation, so each gap has both ends.
        let before = at - 1;
        let after = at + values[at..].iter().position(|value| !value.is_nan()).unwrap_or(0);
        for gap in at..after {
            let share = (gap - before) as f64 / (after - before) as f64;
            let line = values[before] + share * (values[after] - values[before]);
            filled[gap] = if season > 1 {
                neighbouring_turns(values, &filled, gap, season).unwrap_or(line)
            } else {
                line
            };
        }
        at = after;
    }
    filled
}

fn neighbouring_turns(values: &[f64], filled: &[f64], at: usize, season: usize) -> Option<f64> {
    let before = at.checked_sub(season).map(|before| filled[before]);
    let after = values.get(at + season).copied().filter(|value| !value.is_nan());
    match (before, after) {
        (Some(before), Some(after)) => Some((before + after) / 2.0),
        (one, other) => one.or(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAN: f64 = f64::NAN;

    #[test]
    fn histories_are_trimmed_and_scaled() {
        let training = Training::new(&[NAN, 2e15, NAN, 6e15, NAN], &[2], 3, &[], 0).unwrap();
        assert_eq!(training.scale, 4e15);
        assert_eq!(training.filled, [0.5, 1.0, 1.5]);
        assert_eq!((training.lead, training.steps), (1, 4));
        assert_eq!(training.range, (0.5, 1.5));
    }

    #[test]
    fn gaps_follow_the_season() {
        assert_eq!(interpolated(&[1.0, 9.0, 1.0, NAN, 2.0, 7.0], 2), [1.0, 9.0, 1.0, 8.0, 2.0, 7.0]);
    }

    #[test]
    fn nothing_but_zeros_and_gaps_is_no_training() {
        for history in [&[][..], &[NAN], &[0.0, 0.0, NAN], &[f64::INFINITY]] {
            assert!(Training::new(history, &[], 1, &[], 0).is_none());
        }
    }
}
