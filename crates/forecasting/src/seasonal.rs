//! Whether a series is seasonal, and its classical decomposition.

/// Seasonal effects of a series, one per place in the season.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Pattern {
    /// Effects by index modulo the season; they sum to 0, or average 1.
    pub(crate) effects: Vec<f64>,
    /// Whether effects multiply.
    pub(crate) multiplicative: bool,
}

impl Pattern {
    /// The effect on the value at `index`.
    pub(crate) fn at(&self, index: usize) -> f64 {
        self.effects[index % self.effects.len()]
    }

    /// A value without its effect.
    pub(crate) fn remove(&self, index: usize, value: f64) -> f64 {
        if self.multiplicative { value / self.at(index) } else { value - self.at(index) }
    }

    /// A value with its effect.
    pub(crate) fn restore(&self, index: usize, value: f64) -> f64 {
        if self.multiplicative { value * self.at(index) } else { value + self.at(index) }
    }
}

/// Whether the autocorrelation at lag `season` is significant at 90 % (Fiorucci et al. 2016).
pub(crate) fn is_seasonal(values: &[f64], season: usize) -> bool {
    let count = values.len();
    if season < 2 || count < 2 * season + 2 {
        return false;
    }
    let mean = values.iter().sum::<f64>() / count as f64;
    let centred: Vec<f64> = values.iter().map(|value| value - mean).collect();
    let variance: f64 = centred.iter().map(|value| value * value).sum();
    if variance <= 0.0 {
        return false;
    }
    let correlation = |lag: usize| -> f64 {
        centred.iter().skip(lag).zip(&centred).map(|(now, before)| now * before).sum::<f64>() / variance
    };
    let squares: f64 = (1..season).map(|lag| correlation(lag).powi(2)).sum();
    correlation(season).abs() > 1.645 * ((1.0 + 2.0 * squares) / count as f64).sqrt()
}

/// Effects by averaging what is left of each place after a centred moving average.
///
/// `None` when there are less than two turns, or when effects would multiply by nothing or less.
pub(crate) fn decompose(values: &[f64], season: usize, multiplicative: bool) -> Option<Pattern> {
    if season < 2 || values.len() < 2 * season {
        return None;
    }
    let trend = moving_average(values, season);
    let mut sums = vec![0.0; season];
    let mut counts = vec![0.0; season];
    for (offset, trend) in trend.iter().enumerate() {
        let index = offset + season / 2;
        let rest = if multiplicative { values[index] / trend } else { values[index] - trend };
        sums[index % season] += rest;
        counts[index % season] += 1.0;
    }
    let mut effects: Vec<f64> =
        sums.iter().zip(&counts).map(|(sum, count)| sum / f64::max(*count, 1.0)).collect();
    let mean = effects.iter().sum::<f64>() / season as f64;
    for effect in &mut effects {
        *effect = if multiplicative { *effect / mean } else { *effect - mean };
    }
    let usable = |effect: &f64| effect.is_finite() && (!multiplicative || *effect > 0.01);
    effects.iter().all(usable).then_some(Pattern { effects, multiplicative })
}

/// The centred moving average over one season; even seasons count their two ends half. It begins
/// half a season into the series.
fn moving_average(values: &[f64], season: usize) -> Vec<f64> {
    let even = season.is_multiple_of(2);
    let width = if even { season + 1 } else { season };
    let average = |window: &[f64]| {
        let sum: f64 = window.iter().sum();
        let ends = if even { (window[0] + window[season]) / 2.0 } else { 0.0 };
        (sum - ends) / season as f64
    };
    values.windows(width).map(average).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quarters() -> Vec<f64> {
        (0..40).map(|t| (100.0 + t as f64) * [0.8, 1.1, 1.3, 0.8][t % 4]).collect()
    }

    #[test]
    fn a_pattern_is_found_and_removed() {
        let values = quarters();
        let pattern = decompose(&values, 4, true).unwrap();
        for (found, put) in pattern.effects.iter().zip([0.8, 1.1, 1.3, 0.8]) {
            assert!((found - put).abs() < 0.01, "{found} is not {put}");
        }
        assert!((pattern.restore(6, pattern.remove(6, 50.0)) - 50.0).abs() < 1e-12);
    }

    #[test]
    fn seasonality_is_told_from_trend_and_noise() {
        assert!(is_seasonal(&quarters(), 4));
        let mut draws = crate::normal::Draws::new(1);
        let noise: Vec<f64> = (0..40).map(|_| draws.normal()).collect();
        assert!(!is_seasonal(&noise, 4));
        assert!(!is_seasonal(&[1.0; 40], 4));
    }

    #[test]
    fn the_moving_average_of_a_line_is_the_line() {
        let line: Vec<f64> = (0..10).map(f64::from).collect();
        assert_eq!(moving_average(&line, 4), [2.0, 3.0, 4.0, 5.0, 6.0, 7.0]);
        assert_eq!(moving_average(&line, 3), [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]);
    }
}
