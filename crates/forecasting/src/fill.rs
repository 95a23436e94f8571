//! What stands in for periods without a value.

use serde::{Deserialize, Serialize};

/// The observed entries before a gap that `median`, `mean`, `min` and `max` look at.
const LOOK_BACK: usize = 64;

/// What a gap is filled with.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub enum Fill {
    /// `zero`
    #[default]
    Zero,
    /// `nan`: the gap stays, and models see it.
    Nan,
    /// `value`, with the number from `<fill>_value`.
    Value(f64),
    /// `median` of the 64 observed entries before the gap.
    Median,
    /// `mean` of the same.
    Mean,
    /// `min` of the same.
    Min,
    /// `max` of the same.
    Max,
}

/// Why a filling is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FillError {
    /// A logic no series knows.
    #[error("The filling logic {0} is not supported. Use zero, nan, value, median, mean, min or max.")]
    Unknown(String),
    /// `value` without its number.
    #[error("The filling logic value needs a number in {0}_value.")]
    ValueMissing(String),
    /// A number that is none.
    #[error("The filling value {0} is not a finite number.")]
    ValueUnreadable(String),
}

impl Fill {
    /// Reads the logic named `name` (`middlefill`, `backfill`, ...) with its `<name>_value` where there is one.
    pub fn parse(name: &str, logic: &str, value: Option<&str>) -> Result<Self, FillError> {
        match logic {
            "zero" => Ok(Self::Zero),
            "nan" => Ok(Self::Nan),
            "median" => Ok(Self::Median),
            "mean" => Ok(Self::Mean),
            "min" => Ok(Self::Min),
            "max" => Ok(Self::Max),
            "value" => {
                let text = value.ok_or_else(|| FillError::ValueMissing(name.to_owned()))?;
                let number: f64 =
                    text.trim().parse().map_err(|_| FillError::ValueUnreadable(text.to_owned()))?;
                if number.is_finite() {
                    Ok(Self::Value(number))
                } else {
                    Err(FillError::ValueUnreadable(text.to_owned()))
                }
            }
            _ => Err(FillError::Unknown(logic.to_owned())),
        }
    }

    /// The value for a gap after `observed`, which holds no NaN.
    fn value(self, observed: &[f64]) -> f64 {
        let recent = observed.get(observed.len().saturating_sub(LOOK_BACK)..).unwrap_or_default();
        if recent.is_empty() {
            return match self {
                Self::Value(value) => value,
                Self::Nan => f64::NAN,
                _ => 0.0,
            };
        }
        match self {
            Self::Zero => 0.0,
            Self::Nan => f64::NAN,
            Self::Value(value) => value,
            Self::Median => median(recent),
            Self::Mean => recent.iter().sum::<f64>() / recent.len() as f64,
            Self::Min => recent.iter().copied().fold(f64::INFINITY, f64::min),
            Self::Max => recent.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        }
    }
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = |index: usize| sorted.get(index).copied().unwrap_or_default();
    (at((sorted.len() - 1) / 2) + at(sorted.len() / 2)) / 2.0
}

/// Fills the NaN of `values`: `middle` between two observed values, `back` after the last.
///
/// What comes before the first observed value is left alone. Filled values are not looked at by later gaps.
pub fn fill_gaps(values: &mut [f64], middle: Fill, back: Fill) {
    let Some(last) = values.iter().rposition(|value| !value.is_nan()) else { return };
    let mut observed = Vec::new();
    let mut gap = None;
    for (index, value) in values.iter_mut().enumerate() {
        if !value.is_nan() {
            observed.push(*value);
            gap = None;
        } else if !observed.is_empty() {
            let fill = if index > last { back } else { middle };
            *value = *gap.get_or_insert_with(|| fill.value(&observed));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAN: f64 = f64::NAN;

    #[track_caller]
    fn check(middle: Fill, back: Fill, expect: &[f64]) {
        let mut values = [NAN, 1.0, 5.0, 3.0, NAN, NAN, 8.0, NAN];
        fill_gaps(&mut values, middle, back);
        assert_eq!(format!("{values:?}"), format!("{expect:?}"));
    }

    #[test]
    fn gaps_are_filled_by_their_place() {
        check(Fill::Zero, Fill::Nan, &[NAN, 1.0, 5.0, 3.0, 0.0, 0.0, 8.0, NAN]);
        check(Fill::Mean, Fill::Value(7.5), &[NAN, 1.0, 5.0, 3.0, 3.0, 3.0, 8.0, 7.5]);
        check(Fill::Median, Fill::Median, &[NAN, 1.0, 5.0, 3.0, 3.0, 3.0, 8.0, 4.0]);
        check(Fill::Min, Fill::Max, &[NAN, 1.0, 5.0, 3.0, 1.0, 1.0, 8.0, 8.0]);
        check(Fill::Nan, Fill::Zero, &[NAN, 1.0, 5.0, 3.0, NAN, NAN, 8.0, 0.0]);
    }

    #[test]
    fn only_the_64_most_recent_entries_count() {
        let mut values: Vec<f64> = (0..100).map(f64::from).collect();
        values.push(NAN);
        fill_gaps(&mut values, Fill::Zero, Fill::Min);
        assert_eq!(values[100], 36.0);
    }

    #[test]
    fn logics_are_read_by_name() {
        assert_eq!(Fill::parse("middlefill", "value", Some("2.5")), Ok(Fill::Value(2.5)));
        assert_eq!(Fill::parse("backfill", "median", None), Ok(Fill::Median));
        assert_eq!(
            Fill::parse("backfill", "value", None).unwrap_err().to_string(),
            "The filling logic value needs a number in backfill_value."
        );
        assert!(Fill::parse("backfill", "value", Some("NaN")).is_err());
        assert!(Fill::parse("backfill", "linear", None).is_err());
    }
}
