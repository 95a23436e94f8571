//! Where periods begin when it is not midnight, Monday, the first or January.

use jiff::civil::Weekday;
use serde::{Deserialize, Serialize};

use crate::frequency::{Frequency, Unit};

/// The start of a period, moved: one unit, as `TimeAlignmentBoundary` of the service gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum TimeAlignmentBoundary {
    /// Days, weeks, months and years begin at this hour, 0 to 23.
    Hour(u8),
    /// Weeks begin on this day.
    DayOfWeek(#[serde(with = "weekday")] Weekday),
    /// Months begin on this day, 1 to 28.
    DayOfMonth(u8),
    /// Years begin in this month, 1 to 12.
    Month(u8),
}

/// Why a boundary does not suit a frequency.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BoundaryError {
    /// Out of the unit's range.
    #[error("The time alignment boundary {name} must be between {min} and {max}.")]
    Range {
        /// The unit of the boundary.
        name: &'static str,
        /// Its least value.
        min: u8,
        /// Its greatest value.
        max: u8,
    },
    /// A unit that periods of this frequency do not begin with.
    #[error("The time alignment boundary {name} cannot be used with the frequency {frequency}.")]
    Unsuited {
        /// The unit of the boundary.
        name: &'static str,
        /// The frequency it was given for.
        frequency: Frequency,
    },
}

impl TimeAlignmentBoundary {
    pub(crate) fn check(self, frequency: Frequency) -> Result<(), BoundaryError> {
        let (name, value, min, max, suits) = match self {
            Self::Hour(hour) => ("Hour", hour, 0, 23, frequency.unit() >= Unit::Day),
            Self::DayOfWeek(_) => ("DayOfWeek", 0, 0, 6, frequency.unit() == Unit::Week),
            Self::DayOfMonth(day) => ("DayOfMonth", day, 1, 28, frequency.unit() == Unit::Month),
            Self::Month(month) => ("Month", month, 1, 12, frequency.unit() == Unit::Year),
        };
        if !suits {
            return Err(BoundaryError::Unsuited { name, frequency });
        }
        if !(min..=max).contains(&value) {
            return Err(BoundaryError::Range { name, min, max });
        }
        Ok(())
    }
}

/// Weekdays are kept as 1 (Monday) to 7.
mod weekday {
    use jiff::civil::Weekday;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(day: &Weekday, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_i8(day.to_monday_one_offset())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Weekday, D::Error> {
        Weekday::from_monday_one_offset(i8::deserialize(from)?).map_err(D::Error::custom)
    }
}
