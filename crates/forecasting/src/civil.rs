//! Civil dates as day numbers, without time zones or leap seconds.
//!
//! The conversions are the proleptic Gregorian ones with years that begin in March, so that the
//! leap day comes last.

use jiff::civil::DateTime;

pub(crate) const DAY_SECONDS: i64 = 86_400;

/// Days from 1970-01-01 to the date.
pub(crate) fn day_number(year: i64, month: i64, day: i64) -> i64 {
    let march_year = if month <= 2 { year - 1 } else { year };
    let march_month = (month + 9) % 12;
    let leaps = march_year.div_euclid(4) - march_year.div_euclid(100) + march_year.div_euclid(400);
    march_year * 365 + leaps + (153 * march_month + 2) / 5 + day - 1 - 719_468
}

/// The inverse of [`day_number`].
pub(crate) fn date(day_number: i64) -> (i64, i64, i64) {
    let days = day_number + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * march_month + 2) / 5 + 1;
    let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

/// Seconds from 1970-01-01 00:00:00 on the same clock.
pub(crate) fn seconds(at: DateTime) -> i64 {
    let days = day_number(i64::from(at.year()), i64::from(at.month()), i64::from(at.day()));
    days * DAY_SECONDS + i64::from(at.hour()) * 3_600 + i64::from(at.minute()) * 60 + i64::from(at.second())
}

/// The inverse of [`seconds`]; instants no calendar date stands for become the nearest one that exists.
pub(crate) fn datetime(seconds: i64) -> DateTime {
    let (year, month, day) = date(seconds.div_euclid(DAY_SECONDS));
    let time = seconds.rem_euclid(DAY_SECONDS);
    let bound = if year < 0 { DateTime::MIN } else { DateTime::MAX };
    let Ok(year) = i16::try_from(year) else { return bound };
    let (hour, minute, second) = (time / 3_600, time / 60 % 60, time % 60);
    DateTime::new(year, month as i8, day as i8, hour as i8, minute as i8, second as i8, 0).unwrap_or(bound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn day_numbers_go_there_and_back() {
        assert_eq!(day_number(1970, 1, 1), 0);
        assert_eq!(day_number(2000, 3, 1), 11_017);
        assert_eq!(day_number(1969, 12, 31), -1);
        for day in (-800_000..2_000_000).step_by(37) {
            let (year, month, day_of_month) = date(day);
            assert_eq!(day_number(year, month, day_of_month), day);
        }
    }

    #[test]
    fn seconds_go_there_and_back() {
        let at = jiff::civil::date(2014, 11, 28).at(23, 59, 58, 0);
        assert_eq!(datetime(seconds(at)), at);
        assert_eq!(datetime(i64::MAX / 2), DateTime::MAX);
        assert_eq!(datetime(i64::MIN / 2), DateTime::MIN);
    }
}
