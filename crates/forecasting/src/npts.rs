//! The past as distribution of the future: the non-parametric forecaster of the service.
//!
//! Every past value may come again, the recent ones more likely (an exponential kernel); with a season,
//! only those of the same place in it. Quantiles are those of the weighted values, without sampling.

use crate::outlook::Outlook;
use crate::seasonal::is_seasonal;
use crate::training::Training;

/// The kernel's rate per period, or per turn of the season, is the one of these that would have
/// foretold the mean best; the first is the service's default.
const RATES: [f64; 5] = [0.01, 0.03, 0.1, 0.25, 0.5];

/// By how much a faster rate must lower the squared error.
const RATE_GAIN_MIN: f64 = 0.01;

/// Turns that a season must have had: fewer are no distribution.
const TURNS_MIN: usize = 5;

/// Forecasts by the weighted past.
pub(crate) fn outlook(training: &Training<'_>) -> Option<Outlook> {
    let season = season(training);
    let count = training.values.len();
    let rate = rate(&training.values, season);
    let distribution = |place: usize| Distribution::new(&training.values, place, season, rate);
    let distributions: Vec<Distribution> =
        (0..season.min(training.steps)).map(|step| distribution(count + step)).collect();
    let of_step = |step: usize| &distributions[step % season];
    let mean = (0..training.steps).map(|step| of_step(step).mean()).collect();
    Some(Outlook::new(training.quantiles, mean, |quantile| {
        (0..training.steps).map(|step| of_step(step).quantile(quantile.tau())).collect()
    }))
}

/// The longest season that shows; 1 for none.
fn season(training: &Training<'_>) -> usize {
    let shows = |season: &&usize| {
        training.values.len() >= TURNS_MIN * **season && is_seasonal(&training.filled, **season)
    };
    training.seasons.iter().rev().find(shows).copied().unwrap_or(1)
}

fn rate(values: &[f64], season: usize) -> f64 {
    let mut chosen = (RATES[0], f64::INFINITY);
    for rate in RATES {
        let squares = squared_error(values, season, rate);
        if squares < chosen.1 * (1.0 - RATE_GAIN_MIN) {
            chosen = (rate, squares);
        }
    }
    chosen.0
}

/// The squared error of the weighted mean, one turn ahead, over the later half.
fn squared_error(values: &[f64], season: usize, rate: f64) -> f64 {
    let keep = f64::exp(-rate);
    let mut sums = vec![(0.0, 0.0); season];
    let mut squares = 0.0;
    for (index, value) in values.iter().enumerate() {
        let (sum, weight) = &mut sums[index % season];
        if !value.is_nan() && *weight > 0.0 && index >= values.len() / 2 {
            squares += (value - *sum / *weight).powi(2);
        }
        *sum *= keep;
        *weight *= keep;
        if !value.is_nan() {
            *sum += value;
            *weight += 1.0;
        }
    }
    squares
}

/// Values, ascending, with the summed weight up to each.
struct Distribution {
    values: Vec<(f64, f64)>,
    mean: f64,
}

impl Distribution {
    fn new(values: &[f64], place: usize, season: usize, rate: f64) -> Self {
        let mut weighted = Vec::new();
        let mut at = place;
        let mut weight = 1.0;
        let factor = f64::exp(-rate);
        while let Some(before) = at.checked_sub(season) {
            if let Some(value) = values.get(before).filter(|value| !value.is_nan()) {
                weighted.push((*value, weight));
            }
            weight *= factor;
            at = before;
        }
        let total: f64 = weighted.iter().map(|(_, weight)| weight).sum();
        let mean = weighted.iter().map(|(value, weight)| value * weight).sum::<f64>() / total;
        weighted.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut sum = 0.0;
        for (_, weight) in &mut weighted {
            sum += *weight / total;
            *weight = sum;
        }
        Self { values: weighted, mean }
    }

    fn mean(&self) -> f64 {
        self.mean
    }

    fn quantile(&self, tau: f64) -> f64 {
        let place = self.values.partition_point(|(_, up_to)| *up_to < tau);
        self.values.get(place).or(self.values.last()).map_or(f64::NAN, |(value, _)| *value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recent_values_weigh_more() {
        let past = [1.0, f64::NAN, 3.0, 2.0];
        let distribution = Distribution::new(&past, 4, 1, 0.01);
        assert_eq!(distribution.values.iter().map(|(value, _)| *value).collect::<Vec<_>>(), [1.0, 2.0, 3.0]);
        assert_eq!(
            (distribution.quantile(0.1), distribution.quantile(0.5), distribution.quantile(0.9)),
            (1.0, 2.0, 3.0)
        );
        assert!(distribution.mean() > 2.0);
    }

    #[test]
    fn only_the_same_place_in_the_season_counts() {
        let past = [1.0, 10.0, 3.0, 30.0];
        let distribution = Distribution::new(&past, 4, 2, 0.01);
        assert_eq!((distribution.quantile(0.1), distribution.quantile(0.9)), (1.0, 3.0));
    }
}
