//! Instants: the ISO 8601 forms of "Supported data types" in the IAM guide (W3C's profile) and epoch seconds.

/// A point in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Instant {
    seconds: i64,
    nanoseconds: u32,
}

impl Instant {
    /// Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, a date and time with `Z` or an offset, or epoch seconds.
    ///
    /// Four digits are a year; epoch seconds of that length lie within three hours of 1970. As IAM does, it takes
    /// years of other lengths in longer forms, hours of one digit, and nothing after `T`.
    pub(crate) fn parse(text: &str) -> Option<Instant> {
        let is_year = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
        if !is_year && let Ok(seconds) = text.parse::<i64>() {
            return Some(Instant { seconds, nanoseconds: 0 });
        }
        let (date, time) = match text.split_once(['T', 't']) {
            Some((date, time)) => (date, Some(time)),
            None => (text, None),
        };
        let time = time.filter(|time| !time.is_empty());
        let days = days(date, time.is_some())?;
        let (seconds, nanoseconds) = time.map_or(Some((0, 0)), time_of_day)?;
        Some(Instant { seconds: days * 86_400 + seconds, nanoseconds })
    }
}

/// Days since 1970-01-01.
fn days(date: &str, complete: bool) -> Option<i64> {
    let mut fields = date.split('-');
    let year = fields.next().filter(|text| text.len() < 10).and_then(|text| digits(text, text.len()))?;
    let month = fields.next().map(|text| digits(text, 2));
    let day = fields.next().map(|text| digits(text, 2));
    if fields.next().is_some() || (complete && day.is_none()) {
        return None;
    }
    let (month, day) = (month.unwrap_or(Some(1))?, day.unwrap_or(Some(1))?);
    if !(1..=12).contains(&month) || !(1..=days_in(year, month)).contains(&day) {
        return None;
    }
    let month_days: i64 = (1..month).map(|month| days_in(year, month)).sum();
    let before = year - 1;
    let leap_days = before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400);
    Some(before * 365 + leap_days - 719_162 + month_days + day - 1)
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Seconds since midnight UTC, and nanoseconds. A time without a zone is taken as UTC.
fn time_of_day(text: &str) -> Option<(i64, u32)> {
    let (clock, offset) = match text.find(['Z', 'z', '+', '-']) {
        Some(at) => (text.get(..at)?, offset(text.get(at..)?)?),
        None => (text, 0),
    };
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, ""));
    let mut fields = clock.split(':');
    let hour = fields.next().and_then(|text| digits(text, if text.len() == 1 { 1 } else { 2 }))?;
    let minute = digits(fields.next()?, 2)?;
    let second = fields.next().map_or(Some(0), |text| digits(text, 2))?;
    if fields.next().is_some() || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    Some((hour * 3600 + minute * 60 + second - offset, nanoseconds(fraction)?))
}

/// Seconds east of UTC: `Z`, `+hh`, `+hhmm` or `+hh:mm`.
fn offset(text: &str) -> Option<i64> {
    if text.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let text = text.get(1..)?;
    let hours = digits(text.get(..2)?, 2)?;
    let rest = text.get(2..)?;
    let rest = rest.strip_prefix(':').unwrap_or(rest);
    let minutes = if rest.is_empty() { 0 } else { digits(rest, 2)? };
    (hours <= 23 && minutes <= 59).then_some(sign * (hours * 3600 + minutes * 60))
}

fn nanoseconds(fraction: &str) -> Option<u32> {
    if fraction.len() > 9 || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let padded = fraction.bytes().chain(std::iter::repeat(b'0')).take(9);
    Some(padded.fold(0, |value, digit| value * 10 + u32::from(digit - b'0')))
}

fn digits(text: &str, length: usize) -> Option<i64> {
    let good = text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
    good.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_read() {
        let seconds = |text: &str| Instant::parse(text).map(|instant| instant.seconds);
        assert_eq!(seconds("1970"), Some(0));
        assert_eq!(seconds("2000-03"), Some(951_868_800));
        assert_eq!(seconds("2024-02-29"), Some(1_709_164_800));
        assert_eq!(seconds("2024-02-29T12:30:00Z"), Some(1_709_209_800));
        assert_eq!(seconds("2024-02-29T12:30:00.25+02:00"), Some(1_709_202_600));
        assert_eq!(seconds("2024-02-29T12:30Z"), Some(1_709_209_800));
        assert_eq!(seconds("1709209800"), Some(1_709_209_800));
        assert_eq!(seconds("-5"), Some(-5));
        assert_eq!(seconds("2016-12-13t2:00:00.593194+23"), Some(1_481_511_600));
        assert_eq!(seconds("1970T"), Some(0));
        assert!(Instant::parse("01T") < Instant::parse("1970"));
        assert!(Instant::parse("2024-01-01T00:00:00.5Z") > Instant::parse("2024-01-01T00:00:00Z"));
        for bad in [
            "",
            "T",
            "yesterday",
            "234-13",
            "2024-13",
            "2023-02-29",
            "2024-01-01T25:00Z",
            "2024-01T10:00Z",
            "2024-1-1",
            "2016-12-13t2:00:00.593194+1",
            "2016-12-13t2:00:00.1999999999+10:59",
            "9223372036854775808",
        ] {
            assert_eq!(seconds(bad), None, "{bad}");
        }
    }
}
