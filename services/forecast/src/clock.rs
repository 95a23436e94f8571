//! Civil times as seconds, and as the API writes them. Forecast knows no time zones.

use jiff::civil::DateTime;
use jiff::tz::Offset;
use names::Timestamp;

/// Seconds from 1970-01-01 00:00:00 on the same clock.
pub(crate) fn seconds(at: DateTime) -> i64 {
    Offset::UTC.to_timestamp(at).map(|instant| instant.as_second()).unwrap_or(i64::MAX)
}

/// The inverse of [`seconds`]; what no calendar has becomes the epoch.
pub(crate) fn datetime(seconds: i64) -> DateTime {
    jiff::Timestamp::from_second(seconds).map(|instant| Offset::UTC.to_datetime(instant)).unwrap_or_default()
}

/// The civil time as an instant of UTC.
pub(crate) fn instant(at: DateTime) -> Timestamp {
    Timestamp::from_seconds(seconds(at))
}

/// `2014-11-01T06:00:00`
pub(crate) fn plain(at: DateTime) -> String {
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}",
        at.year(),
        at.month(),
        at.day(),
        at.hour(),
        at.minute(),
        at.second()
    )
}

/// Reads `2014-11-01T06:00:00`.
pub(crate) fn read(text: &str) -> Option<DateTime> {
    if text.len() != 19 || text.as_bytes().get(10) != Some(&b'T') {
        return None;
    }
    text.parse().ok()
}
