//! The seasonal naive forecast: each period like the same one a season ago.

use crate::outlook::Outlook;
use crate::training::Training;

/// The last `season` repeated, with the normal interval of a seasonal random walk.
pub(crate) fn outlook(training: &Training<'_>, season: usize) -> Outlook {
    let values = &training.filled;
    let season = season.clamp(1, values.len());
    let deviation = step_deviation(values, season);
    let last = &values[values.len() - season..];
    let mean = (0..training.steps).map(|step| last[step % season]).collect();
    let deviations: Vec<f64> =
        (0..training.steps).map(|step| deviation * ((step / season + 1) as f64).sqrt()).collect();
    Outlook::normal(training.quantiles, mean, &deviations)
}

/// Root mean square of the changes from season to season.
fn step_deviation(values: &[f64], season: usize) -> f64 {
    let squares: f64 =
        values.iter().skip(season).zip(values).map(|(now, before)| (now - before).powi(2)).sum();
    (squares / values.len().saturating_sub(season).max(1) as f64).sqrt()
}
