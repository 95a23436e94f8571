//! The one timestamp format of Signature Version 4: `20130524T000000Z`.

use std::fmt;
use std::time::UNIX_EPOCH;

const SECONDS_PER_DAY: i64 = 86_400;

/// The last second of the year 9999; later ones do not fit the format.
const UNIX_SECONDS_MAX: i64 = 253_402_300_799;

/// A moment as it is signed, to the second, in UTC.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct AmzDate {
    // Invariant: between 1970 and 9999.
    unix_seconds: i64,
}

impl AmzDate {
    /// The moment so many seconds after 1970; the nearest one where the format cannot express it.
    pub fn from_unix_seconds(seconds: i64) -> Self {
        Self { unix_seconds: seconds.clamp(0, UNIX_SECONDS_MAX) }
    }

    /// Reads `YYYYMMDDThhmmssZ`.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
        if date.len() != 8 || time.len() != 6 {
            return None;
        }
        let year = number(date.get(0..4)?)?;
        let month = number(date.get(4..6)?)?;
        let day = number(date.get(6..8)?)?;
        let (hour, minute, second) =
            (number(time.get(0..2)?)?, number(time.get(2..4)?)?, number(time.get(4..6)?)?);
        if hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        let days = days_from_civil(year, month, day);
        if civil_from_days(days) != (year, month, day) {
            return None;
        }
        let seconds = days * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second;
        (0..=UNIX_SECONDS_MAX).contains(&seconds).then_some(Self { unix_seconds: seconds })
    }

    /// Reads a `Date` header, which may hold the HTTP format as well. Mail libraries write that format with an
    /// offset of zero in the place of `GMT` (RFC 5322, 3.3), and clients that borrow them sign it so.
    pub(crate) fn parse_lenient(text: &str) -> Option<Self> {
        Self::parse(text).or_else(|| {
            let zero = [" -0000", " +0000"].iter().find_map(|offset| text.strip_suffix(offset));
            let date = zero.map(|local| format!("{local} GMT"));
            let date = httpdate::parse_http_date(date.as_deref().unwrap_or(text)).ok()?;
            let seconds = date.duration_since(UNIX_EPOCH).ok()?.as_secs();
            i64::try_from(seconds).ok().map(Self::from_unix_seconds)
        })
    }

    /// Seconds since 1970.
    pub fn unix_seconds(self) -> i64 {
        self.unix_seconds
    }

    /// The day, as a credential scope writes it: `20130524`.
    pub fn day(self) -> String {
        let (year, month, day) = civil_from_days(self.unix_seconds.div_euclid(SECONDS_PER_DAY));
        format!("{year:04}{month:02}{day:02}")
    }

    /// The extended form that S3 uses in error documents: `2013-05-24T00:00:00Z`.
    pub(crate) fn extended(self) -> String {
        let (year, month, day) = civil_from_days(self.unix_seconds.div_euclid(SECONDS_PER_DAY));
        let (hour, minute, second) = self.clock();
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
    }

    pub(crate) fn plus_seconds(self, seconds: i64) -> Self {
        Self::from_unix_seconds(self.unix_seconds.saturating_add(seconds))
    }

    /// Whether `day` is the day of this moment. Compared without allocating: each request asks.
    pub(crate) fn is_on(self, day: &str) -> bool {
        let (year, month, day_of_month) = civil_from_days(self.unix_seconds.div_euclid(SECONDS_PER_DAY));
        day.len() == 8 && number(day) == Some(year * 10_000 + month * 100 + day_of_month)
    }

    fn clock(self) -> (i64, i64, i64) {
        let second = self.unix_seconds.rem_euclid(SECONDS_PER_DAY);
        (second / 3600, second / 60 % 60, second % 60)
    }
}

impl fmt::Display for AmzDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil_from_days(self.unix_seconds.div_euclid(SECONDS_PER_DAY));
        let (hour, minute, second) = self.clock();
        write!(f, "{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z")
    }
}

impl fmt::Debug for AmzDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Digits only: `str::parse` would let a sign through.
fn number(text: &str) -> Option<i64> {
    if text.is_empty() || text.len() > 8 {
        return None;
    }
    text.bytes().try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + i64::from(byte - b'0')))
}

/// Days since 1970 of a date in the Gregorian calendar, by counting from the first of March so that
/// the leap day comes last.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_moment_survives_writing_and_reading() {
        for seconds in [0, 1, 951_782_400, 951_868_799, 1_369_353_600, 1_709_164_800, UNIX_SECONDS_MAX] {
            let date = AmzDate::from_unix_seconds(seconds);
            assert_eq!(AmzDate::parse(&date.to_string()), Some(date), "{date}");
            assert!(date.is_on(&date.day()), "{date}");
        }
    }

    #[test]
    fn the_documented_moment_is_read() {
        let date = AmzDate::parse("20130524T000000Z").unwrap();
        assert_eq!(date.unix_seconds(), 1_369_353_600);
        assert_eq!(date.day(), "20130524");
        assert_eq!(date.extended(), "2013-05-24T00:00:00Z");
    }

    #[test]
    fn a_date_header_may_be_in_http_format() {
        let iso = AmzDate::parse("20130524T000000Z");
        assert_eq!(AmzDate::parse_lenient("Fri, 24 May 2013 00:00:00 GMT"), iso);
        assert_eq!(AmzDate::parse_lenient("Fri, 24 May 2013 00:00:00 -0000"), iso);
        assert_eq!(AmzDate::parse_lenient("Fri, 24 May 2013 00:00:00 +0000"), iso);
        assert_eq!(AmzDate::parse_lenient("Fri, 24 May 2013 00:00:00 +0200"), None);
        assert_eq!(AmzDate::parse_lenient("20130524T000000Z"), iso);
        assert_eq!(AmzDate::parse_lenient("yesterday"), None);
    }

    #[test]
    fn what_is_not_a_moment_is_refused() {
        for text in [
            "",
            "20130524",
            "20130524T000000",
            "20130524T000000z",
            "2013-05-24T00:00:00Z",
            "20130230T000000Z",
            "20130024T000000Z",
            "20130500T000000Z",
            "20131324T000000Z",
            "20130524T240000Z",
            "20130524T006000Z",
            "20130524T000060Z",
            "+2130524T000000Z",
            "19690524T000000Z",
            "2013052éT000000Z",
        ] {
            assert_eq!(AmzDate::parse(text), None, "{text}");
        }
    }
}
