//! Locally weighted regression on equally spaced values (Cleveland 1979).

/// How values are smoothed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Loess {
    /// Values that count at each place.
    pub(crate) window: usize,
    /// Whether lines are fitted; otherwise constants.
    pub(crate) linear: bool,
    /// Places are fitted this far apart and joined by straight lines.
    pub(crate) jump: usize,
}

impl Loess {
    /// The smooth values from `before` places ahead of the first value to `after` places past the last.
    pub(crate) fn smooth(&self, values: &[f64], before: usize, after: usize) -> Vec<f64> {
        let count = values.len() + before + after;
        let jump = self.jump.max(1);
        let mut smooth = vec![0.0; count];
        let mut place = 0;
        loop {
            smooth[place] = self.at(values, place as f64 - before as f64);
            if place + 1 >= count {
                break;
            }
            let next = (place + jump).min(count - 1);
            let end = self.at(values, next as f64 - before as f64);
            for between in place + 1..=next {
                let share = (between - place) as f64 / (next - place) as f64;
                smooth[between] = smooth[place] + share * (end - smooth[place]);
            }
            if next + 1 >= count {
                break;
            }
            place = next;
        }
        smooth
    }

    fn at(&self, values: &[f64], place: f64) -> f64 {
        let count = values.len();
        let width = self.window.clamp(1, count);
        let first = (place.round() - (width / 2) as f64).clamp(0.0, (count - width) as f64) as usize;
        let last = first + width - 1;
        let mut reach = (place - first as f64).abs().max((last as f64 - place).abs());
        if self.window > count {
            reach += ((self.window - count) / 2) as f64;
        }
        let reach = reach.max(1e-9) * 1.001;
        let (mut weight_sum, mut x_sum, mut y_sum, mut xx_sum, mut xy_sum) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (index, value) in values[first..=last].iter().enumerate() {
            let x = (first + index) as f64 - place;
            let distance = (x / reach).abs();
            let tricube = 1.0 - distance * distance * distance;
            let weight = tricube * tricube * tricube;
            weight_sum += weight;
            x_sum += weight * x;
            y_sum += weight * value;
            xx_sum += weight * x * x;
            xy_sum += weight * x * value;
        }
        if weight_sum <= 0.0 {
            return values[first];
        }
        let (x_mean, y_mean) = (x_sum / weight_sum, y_sum / weight_sum);
        let spread = xx_sum / weight_sum - x_mean * x_mean;
        // Too narrow for a line: its slope would be noise.
        if !self.linear || spread < 1e-6 * reach * reach {
            return y_mean;
        }
        y_mean - x_mean * (xy_sum / weight_sum - x_mean * y_mean) / spread
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_left_alone_and_extended() {
        let line: Vec<f64> = (0..20).map(|x| 3.0 + 0.5 * f64::from(x)).collect();
        for jump in [1, 4] {
            let smooth = Loess { window: 7, linear: true, jump }.smooth(&line, 1, 2);
            assert_eq!(smooth.len(), 23);
            for (index, value) in smooth.iter().enumerate() {
                assert!((value - (2.5 + 0.5 * index as f64)).abs() < 1e-9, "{index}: {value}");
            }
        }
    }

    #[test]
    fn one_value_is_its_own_smooth() {
        assert_eq!(Loess { window: 7, linear: true, jump: 1 }.smooth(&[4.0], 1, 1), [4.0; 3]);
    }
}
