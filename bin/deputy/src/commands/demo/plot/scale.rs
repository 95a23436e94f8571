//! From values to places.

/// A linear scale: `from..to` are the places of the values `low..high`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    low: f64,
    high: f64,
    from: f64,
    to: f64,
}

impl Scale {
    /// A scale of exactly these values.
    pub(super) fn new((low, high): (f64, f64), (from, to): (f64, f64)) -> Self {
        // A single value stands in the middle.
        let (low, high) = if low < high { (low, high) } else { (low - 1.0, low + 1.0) };
        Self { low, high, from, to }
    }

    /// The same scale, widened so that it begins and ends at a tick.
    pub(super) fn widened(self, ticks: usize) -> Self {
        let step = step(self.high - self.low, ticks);
        Self { low: (self.low / step).floor() * step, high: (self.high / step).ceil() * step, ..self }
    }

    /// The place of a value.
    pub(super) fn at(&self, value: f64) -> f64 {
        self.from + (value - self.low) / (self.high - self.low) * (self.to - self.from)
    }

    /// Round values within the scale, about as many as asked for.
    pub(super) fn ticks(&self, about: usize) -> Vec<f64> {
        let step = step(self.high - self.low, about);
        let first = (self.low / step).ceil() as i64;
        let last = (self.high / step + 1e-9).floor() as i64;
        (first..=last).map(|multiple| multiple as f64 * step).collect()
    }
}

/// 1, 2 or 5 times a power of ten, so that about `count` of them make the span.
fn step(span: f64, count: usize) -> f64 {
    let rough = span / count.max(1) as f64;
    let power = 10f64.powf(rough.log10().floor());
    let steps = [1.0, 2.0, 5.0].map(|factor| factor * power);
    steps.into_iter().find(|step| *step >= rough * 0.99).unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_places() {
        let scale = Scale::new((10.0, 20.0), (100.0, 0.0));
        assert_eq!((scale.at(10.0), scale.at(15.0), scale.at(20.0)), (100.0, 50.0, 0.0));
    }

    #[test]
    fn ticks_are_round_and_within_the_scale() {
        let ticks = |low, high| Scale::new((low, high), (0.0, 1.0)).widened(5).ticks(5);
        assert_eq!(ticks(34.0, 177.0), [0.0, 50.0, 100.0, 150.0, 200.0]);
        assert_eq!(ticks(0.0, 1.0), [0.0, 0.2, 0.4, 0.600_000_000_000_000_1, 0.8, 1.0]);
        assert_eq!(ticks(-7.0, 7.0), [-10.0, -5.0, 0.0, 5.0, 10.0]);
    }

    #[test]
    fn a_single_value_has_a_place_too() {
        let scale = Scale::new((5.0, 5.0), (0.0, 10.0));
        assert_eq!(scale.at(5.0), 5.0);
        assert!(!scale.ticks(5).is_empty());
    }
}
