//! Periods of a frequency, numbered, so that calendar arithmetic is integer arithmetic.

use jiff::civil::{DateTime, Weekday};
use serde::{Deserialize, Serialize};

use crate::boundary::{BoundaryError, TimeAlignmentBoundary};
use crate::civil::{self, DAY_SECONDS};
use crate::frequency::{Frequency, Unit};

/// The number of a period on its [`Calendar`]: consecutive periods have consecutive numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Period(pub i64);

impl Period {
    /// The period after this one.
    pub fn next(self) -> Self {
        self.plus(1)
    }

    /// The period `count` later.
    pub fn plus(self, count: i64) -> Self {
        Self(self.0.saturating_add(count))
    }

    /// How many periods lie between `earlier` and this one.
    pub fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

/// The periods of one frequency.
///
/// Minutes and hours are on the clock, days begin at midnight, weeks on Monday, months on the
/// first and years in January, unless a boundary moves them. Periods of several units count from
/// 1970: months from its January, weeks from its first Monday, all others from its first midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    // Invariant: the boundary suits the frequency; made by `new`.
    frequency: Frequency,
    boundary: Option<TimeAlignmentBoundary>,
}

impl Calendar {
    /// The periods of `frequency`, moved by `boundary`.
    pub fn new(frequency: Frequency, boundary: Option<TimeAlignmentBoundary>) -> Result<Self, BoundaryError> {
        if let Some(boundary) = boundary {
            boundary.check(frequency)?;
        }
        Ok(Self { frequency, boundary })
    }

    /// The periods of `frequency` where they usually begin.
    pub fn aligned(frequency: Frequency) -> Self {
        Self { frequency, boundary: None }
    }

    /// The length of the periods.
    pub fn frequency(&self) -> Frequency {
        self.frequency
    }

    /// What moves the starts of the periods.
    pub fn boundary(&self) -> Option<TimeAlignmentBoundary> {
        self.boundary
    }

    /// The period that contains `at`.
    pub fn period(&self, at: DateTime) -> Period {
        self.period_of_seconds(civil::seconds(at))
    }

    /// When the period begins.
    pub fn start(&self, period: Period) -> DateTime {
        let number = period.0.saturating_mul(i64::from(self.frequency.count()));
        let seconds = match self.frequency.unit() {
            Unit::Minute | Unit::Hour | Unit::Day | Unit::Week => {
                number.saturating_mul(self.unit_seconds()).saturating_add(self.origin_seconds())
            }
            Unit::Month => self.month_seconds(number),
            Unit::Year => self.month_seconds(number.saturating_mul(12).saturating_add(self.month_shift())),
        };
        civil::datetime(seconds)
    }

    /// When the period that contains `at` begins.
    pub fn floor(&self, at: DateTime) -> DateTime {
        self.start(self.period(at))
    }

    /// When the period after the one that contains `at` begins.
    pub fn next(&self, at: DateTime) -> DateTime {
        self.nth(at, 1)
    }

    /// When the period `count` after the one that contains `at` begins.
    pub fn nth(&self, at: DateTime, count: i64) -> DateTime {
        self.start(self.period(at).plus(count))
    }

    /// How many periods lie from the one that contains `from` to the one that contains `to`.
    pub fn count_between(&self, from: DateTime, to: DateTime) -> i64 {
        self.period(to).since(self.period(from))
    }

    pub(crate) fn period_of_seconds(&self, seconds: i64) -> Period {
        let count = i64::from(self.frequency.count());
        let number = match self.frequency.unit() {
            Unit::Minute | Unit::Hour | Unit::Day | Unit::Week => {
                (seconds - self.origin_seconds()).div_euclid(self.unit_seconds())
            }
            Unit::Month => self.month_number(seconds),
            Unit::Year => (self.month_number(seconds) - self.month_shift()).div_euclid(12),
        };
        Period(number.div_euclid(count))
    }

    fn unit_seconds(&self) -> i64 {
        match self.frequency.unit() {
            Unit::Minute => 60,
            Unit::Hour => 3_600,
            Unit::Day => DAY_SECONDS,
            _ => 7 * DAY_SECONDS,
        }
    }

    /// Where the count of minutes, hours, days and weeks begins.
    fn origin_seconds(&self) -> i64 {
        // 1970 began on a Thursday.
        const FIRST_MONDAY: i64 = 4;
        let day = match (self.frequency.unit(), self.boundary) {
            (Unit::Week, Some(TimeAlignmentBoundary::DayOfWeek(day))) => {
                FIRST_MONDAY + days_after_monday(day)
            }
            (Unit::Week, _) => FIRST_MONDAY,
            _ => 0,
        };
        day * DAY_SECONDS + self.hour_shift_seconds()
    }

    fn hour_shift_seconds(&self) -> i64 {
        match self.boundary {
            Some(TimeAlignmentBoundary::Hour(hour)) => i64::from(hour) * 3_600,
            _ => 0,
        }
    }

    fn day_shift(&self) -> i64 {
        match self.boundary {
            Some(TimeAlignmentBoundary::DayOfMonth(day)) => i64::from(day) - 1,
            _ => 0,
        }
    }

    fn month_shift(&self) -> i64 {
        match self.boundary {
            Some(TimeAlignmentBoundary::Month(month)) => i64::from(month) - 1,
            _ => 0,
        }
    }

    /// Months from January 1970 to the one that `seconds` fall in.
    fn month_number(&self, seconds: i64) -> i64 {
        let (year, month, day) = civil::date((seconds - self.hour_shift_seconds()).div_euclid(DAY_SECONDS));
        let before_start = i64::from(day <= self.day_shift());
        (year - 1970) * 12 + month - 1 - before_start
    }

    fn month_seconds(&self, number: i64) -> i64 {
        // Beyond this no calendar date stands for the month, and `civil::datetime` says the nearest.
        let number = number.clamp(-200_000, 200_000);
        let day = civil::day_number(1970 + number.div_euclid(12), number.rem_euclid(12) + 1, 1);
        (day + self.day_shift()) * DAY_SECONDS + self.hour_shift_seconds()
    }
}

fn days_after_monday(day: Weekday) -> i64 {
    i64::from(day.to_monday_zero_offset())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> DateTime {
        text.parse().unwrap()
    }

    #[track_caller]
    fn check(frequency: &str, boundary: Option<TimeAlignmentBoundary>, time: &str, floor: &str, next: &str) {
        let calendar = Calendar::new(frequency.parse().unwrap(), boundary).unwrap();
        assert_eq!(calendar.floor(at(time)), at(floor));
        assert_eq!(calendar.next(at(time)), at(next));
        assert_eq!(calendar.floor(at(floor)), at(floor));
    }

    #[test]
    fn rows_fall_in_the_period_that_contains_them() {
        check("15min", None, "2024-02-29T10:44:59", "2024-02-29T10:30:00", "2024-02-29T10:45:00");
        check("H", None, "2024-02-29T23:44:59", "2024-02-29T23:00:00", "2024-03-01T00:00:00");
        check("6H", None, "2024-02-29T13:00:00", "2024-02-29T12:00:00", "2024-02-29T18:00:00");
        check("D", None, "1969-12-31T23:00:00", "1969-12-31T00:00:00", "1970-01-01T00:00:00");
        check("W", None, "2024-02-29T13:00:00", "2024-02-26T00:00:00", "2024-03-04T00:00:00");
        check("M", None, "2024-02-29T13:00:00", "2024-02-01T00:00:00", "2024-03-01T00:00:00");
        check("3M", None, "2024-02-29T13:00:00", "2024-01-01T00:00:00", "2024-04-01T00:00:00");
        check("Y", None, "2024-02-29T13:00:00", "2024-01-01T00:00:00", "2025-01-01T00:00:00");
    }

    #[test]
    fn a_boundary_moves_the_start_of_periods() {
        use TimeAlignmentBoundary::{DayOfMonth, DayOfWeek, Hour, Month};
        check("D", Some(Hour(5)), "2024-03-01T04:59:00", "2024-02-29T05:00:00", "2024-03-01T05:00:00");
        check(
            "W",
            Some(DayOfWeek(Weekday::Sunday)),
            "2024-03-02T01:00:00",
            "2024-02-25T00:00:00",
            "2024-03-03T00:00:00",
        );
        check("W", Some(Hour(6)), "2024-03-04T05:00:00", "2024-02-26T06:00:00", "2024-03-04T06:00:00");
        check("M", Some(DayOfMonth(15)), "2024-03-14T00:00:00", "2024-02-15T00:00:00", "2024-03-15T00:00:00");
        check("M", Some(Hour(1)), "2024-03-01T00:30:00", "2024-02-01T01:00:00", "2024-03-01T01:00:00");
        check("Y", Some(Month(7)), "2024-03-14T00:00:00", "2023-07-01T00:00:00", "2024-07-01T00:00:00");
    }

    #[test]
    fn boundaries_must_suit_the_frequency() {
        use TimeAlignmentBoundary::{DayOfMonth, Hour, Month};
        for (frequency, boundary) in
            [("H", Hour(1)), ("D", DayOfMonth(2)), ("M", Month(2)), ("M", DayOfMonth(29)), ("D", Hour(24))]
        {
            assert!(
                Calendar::new(frequency.parse().unwrap(), Some(boundary)).is_err(),
                "{frequency} {boundary:?}"
            );
        }
    }

    #[test]
    fn periods_between_two_times_are_counted() {
        let calendar = Calendar::aligned("3M".parse().unwrap());
        assert_eq!(calendar.count_between(at("2023-12-31T00:00:00"), at("2025-01-01T00:00:00")), 5);
        assert_eq!(calendar.nth(at("2023-12-31T00:00:00"), -1), at("2023-07-01T00:00:00"));
    }

    proptest! {
        #[test]
        fn every_time_lies_in_its_period(seconds in -40_000_000_000i64..40_000_000_000, which in 0usize..12) {
            let frequency = ["min", "7min", "H", "5H", "D", "4D", "W", "3W", "M", "5M", "11M", "Y"][which];
            let calendar = Calendar::aligned(frequency.parse().unwrap());
            let time = civil::datetime(seconds);
            let period = calendar.period(time);
            prop_assert!(calendar.start(period) <= time);
            prop_assert!(time < calendar.start(period.next()));
            prop_assert_eq!(calendar.period(calendar.start(period)), period);
        }
    }
}
