//! Timestamps as they stand in import files, read at import speed.

use std::str::FromStr;

use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};

/// How timestamps are written in a data set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum TimestampFormat {
    /// `yyyy-MM-dd`
    Date,
    /// `yyyy-MM-dd HH:mm:ss`
    DateTime,
}

/// Why a text is no timestamp or no timestamp format.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TimestampError {
    /// A text of another form, or a date that does not exist.
    #[error("timestamp `{0}` is not of the form `{1}`")]
    Unreadable(String, &'static str),
    /// A format we do not know.
    #[error("timestamp format `{0}` is neither `yyyy-MM-dd` nor `yyyy-MM-dd HH:mm:ss`")]
    Format(String),
}

impl TimestampFormat {
    /// The format as the service writes it.
    pub fn pattern(self) -> &'static str {
        match self {
            Self::Date => "yyyy-MM-dd",
            Self::DateTime => "yyyy-MM-dd HH:mm:ss",
        }
    }

    /// Reads a timestamp written in this format.
    pub fn parse(self, text: &str) -> Result<DateTime, TimestampError> {
        let bytes = text.as_bytes();
        let read = match self {
            Self::Date => date(bytes).map(|date| date.to_datetime(Time::midnight())),
            Self::DateTime => date_time(bytes),
        };
        read.ok_or_else(|| TimestampError::Unreadable(text.to_owned(), self.pattern()))
    }
}

fn date(text: &[u8]) -> Option<Date> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return None };
    let year = i16::from(pair(y1, y2)?) * 100 + i16::from(pair(y3, y4)?);
    Date::new(year, pair(m1, m2)?, pair(d1, d2)?).ok()
}

fn date_time(text: &[u8]) -> Option<DateTime> {
    let (day, time) = text.split_at_checked(10)?;
    let &[b' ', h1, h2, b':', m1, m2, b':', s1, s2] = time else { return None };
    let time = Time::new(pair(h1, h2)?, pair(m1, m2)?, pair(s1, s2)?, 0).ok()?;
    Some(date(day)?.to_datetime(time))
}

fn pair(tens: u8, ones: u8) -> Option<i8> {
    (tens.is_ascii_digit() && ones.is_ascii_digit()).then(|| ((tens - b'0') * 10 + ones - b'0') as i8)
}

impl FromStr for TimestampFormat {
    type Err = TimestampError;

    /// Clients also send `hh`; it means the same.
    fn from_str(text: &str) -> Result<Self, TimestampError> {
        match text {
            "yyyy-MM-dd" => Ok(Self::Date),
            "yyyy-MM-dd HH:mm:ss" | "yyyy-MM-dd hh:mm:ss" => Ok(Self::DateTime),
            _ => Err(TimestampError::Format(text.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_read() {
        let expect = jiff::civil::date(2024, 2, 29).at(23, 5, 9, 0);
        assert_eq!(TimestampFormat::DateTime.parse("2024-02-29 23:05:09"), Ok(expect));
        assert_eq!(
            TimestampFormat::Date.parse("2024-02-29"),
            Ok(jiff::civil::date(2024, 2, 29).at(0, 0, 0, 0))
        );
    }

    #[test]
    fn other_forms_and_dates_that_do_not_exist_are_refused() {
        for text in [
            "2023-02-29",
            "2024-13-01",
            "2024-00-01",
            "24-01-01",
            "2024/01/01",
            "2024-01-01 00:00:00",
            "",
            "2024-01-0é",
        ] {
            assert!(TimestampFormat::Date.parse(text).is_err(), "{text}");
        }
        for text in [
            "2024-01-01",
            "2024-01-01T00:00:00",
            "2024-01-01 24:00:00",
            "2024-01-01 00:60:00",
            "2024-01-01 00:00:00Z",
            "2024-01-0é00:00:00",
        ] {
            assert!(TimestampFormat::DateTime.parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn hh_means_the_hour_of_the_day() {
        assert_eq!("yyyy-MM-dd hh:mm:ss".parse(), Ok(TimestampFormat::DateTime));
        assert!("dd.MM.yyyy".parse::<TimestampFormat>().is_err());
    }
}
