//! A forecast as a picture: in the terminal, and as a page.

mod axis;
pub(crate) mod page;
mod scale;
mod svg;
pub(crate) mod terminal;

use names::Timestamp;

use super::readings::Point;

/// What is drawn.
#[derive(Debug, Clone)]
pub(crate) struct Drawing<'a> {
    pub(crate) client: &'a str,
    /// What was known. Its end is where the forecast starts.
    pub(crate) history: Vec<Point>,
    pub(crate) forecast: Vec<Quantiles>,
    /// What came, where it is known.
    pub(crate) actual: Vec<Point>,
}

/// The forecast for one instant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Quantiles {
    pub(crate) at: Timestamp,
    pub(crate) low: f64,
    pub(crate) middle: f64,
    pub(crate) high: f64,
}

impl Drawing<'_> {
    /// The same with the last `hours` values of the history.
    pub(crate) fn with_hours_of_history(&self, hours: usize) -> Self {
        let from = self.history.len().saturating_sub(hours);
        Self { history: self.history.iter().skip(from).copied().collect(), ..self.clone() }
    }

    /// The first and last second drawn.
    fn seconds(&self) -> (f64, f64) {
        let times =
            self.history.iter().map(|point| point.at).chain(self.forecast.iter().map(|point| point.at));
        extent(times.map(seconds))
    }

    /// The least and greatest value drawn.
    fn values(&self) -> (f64, f64) {
        let history = self.history.iter().chain(&self.actual).map(|point| point.value);
        extent(history.chain(self.forecast.iter().flat_map(|point| [point.low, point.middle, point.high])))
    }

    /// Where the forecast starts: at its first instant.
    fn start(&self) -> Option<Timestamp> {
        self.forecast.first().map(|quantiles| quantiles.at)
    }
}

fn seconds(at: Timestamp) -> f64 {
    at.seconds() as f64
}

fn extent(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let around = |(low, high): (f64, f64), value: f64| (low.min(value), high.max(value));
    let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), around);
    if low <= high { (low, high) } else { (0.0, 1.0) }
}

#[cfg(test)]
mod samples {
    use super::*;

    const HOUR: i64 = 3600;

    /// Three days of history, one of forecast.
    pub(super) fn drawing() -> Drawing<'static> {
        let at = |hour: i64| Timestamp::from_seconds(1_417_219_200 + hour * HOUR);
        let wave = |hour: i64| 50.0 + 30.0 * (hour as f64 * std::f64::consts::TAU / 24.0).sin();
        let quantiles = |hour| {
            let middle = wave(hour);
            Quantiles { at: at(hour), low: middle - 12.0, middle, high: middle + 15.0 }
        };
        Drawing {
            client: "client_<1>",
            history: (-72..0).map(|hour| Point { at: at(hour), value: wave(hour) }).collect(),
            forecast: (0..24).map(quantiles).collect(),
            actual: (0..24).map(|hour| Point { at: at(hour), value: wave(hour) + 3.0 }).collect(),
        }
    }
}
