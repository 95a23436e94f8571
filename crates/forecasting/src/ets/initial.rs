//! Where the states start.

use super::form::{Form, Season, Trend};
use super::state::{Smoothing, State};
use crate::seasonal::decompose;

/// Turns of the season that the first effects are averaged over.
const TURNS: usize = 6;

/// The first states by classical decomposition and a line through the first adjusted values
/// (Hyndman, Koehler, Snyder and Grose 2002). `values` have no gaps.
pub(crate) fn state(form: &Form, season: usize, values: &[f64]) -> Option<State> {
    let multiplicative = form.season == Season::Multiplicative;
    let (effects, adjusted) = if form.season == Season::None {
        (vec![0.0], values[..values.len().min(10)].to_vec())
    } else {
        let first = &values[..values.len().min(TURNS * season)];
        let pattern = decompose(first, season, multiplicative)?;
        let adjusted =
            first.iter().take((2 * season).max(10)).enumerate().map(|(t, value)| pattern.remove(t, *value));
        (pattern.effects.clone(), adjusted.collect())
    };
    let (level, trend) = line(&adjusted);
    let trend = if form.trend == Trend::None { 0.0 } else { trend };
    let level =
        if form.trend == Trend::None { adjusted.iter().sum::<f64>() / adjusted.len() as f64 } else { level };
    Some(State { level, trend, effects, place: 0 })
}

/// The states that the series, run backwards from its end, would start from (Svetunkov 2023 calls
/// this backcasting). `end` are the states after the last of `values`.
pub(crate) fn backcast(form: &Form, smoothing: Smoothing, end: &State, values: &[f64]) -> Option<State> {
    let reversed: Vec<f64> = values.iter().rev().copied().collect();
    let mut effects = end.effects.clone();
    // Backwards, the last value comes first: its effect is the one before the next value's.
    effects.rotate_left(end.place);
    effects.reverse();
    let mut state = State { level: end.level, trend: -end.trend, effects, place: 0 };
    state.run(form, smoothing, &reversed)?;
    let State { level, trend, mut effects, place } = state;
    effects.rotate_left(place);
    effects.reverse();
    Some(State { level, trend: -trend, effects, place: 0 })
}

/// The value before the first of `values` and the slope of the line through them.
fn line(values: &[f64]) -> (f64, f64) {
    let count = values.len() as f64;
    let middle = (count + 1.0) / 2.0;
    let mean = values.iter().sum::<f64>() / count;
    let slope = |(index, value): (usize, &f64)| (index as f64 + 1.0 - middle) * (value - mean);
    let spread = count * (count * count - 1.0) / 12.0;
    let trend = if spread > 0.0 { values.iter().enumerate().map(slope).sum::<f64>() / spread } else { 0.0 };
    (mean - trend * middle, trend)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ets::form::Error;

    #[test]
    fn a_line_starts_before_its_first_value() {
        assert_eq!(line(&[3.0, 5.0, 7.0]), (1.0, 2.0));
        assert_eq!(line(&[3.0]), (3.0, 0.0));
    }

    #[test]
    fn a_regular_series_is_cast_back_to_its_start() {
        let form = Form { error: Error::Additive, trend: Trend::Additive, season: Season::Additive };
        let smoothing = Smoothing { alpha: 0.3, beta: 0.1, gamma: 0.2, phi: 1.0 };
        let start = State { level: 10.0, trend: 0.5, effects: vec![1.0, -3.0, 2.0], place: 0 };
        let values = start.forecast(&form, smoothing, 17);
        let mut end = start.clone();
        end.run(&form, smoothing, &values).unwrap();
        let back = backcast(&form, smoothing, &end, &values).unwrap();
        assert!((back.level - 10.0).abs() < 0.6 && (back.trend - 0.5).abs() < 0.1, "{back:?}");
        for (found, put) in back.effects.iter().zip(&start.effects) {
            assert!((found - put).abs() < 1e-6 + 0.6, "{back:?}");
        }
    }
}
