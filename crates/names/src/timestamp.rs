//! Instants.

use std::fmt;
use std::ops::{Add, Sub};
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// An instant with millisecond precision: milliseconds since the Unix epoch, UTC.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(i64);

impl Timestamp {
    /// From milliseconds since the epoch.
    #[must_use]
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// From whole seconds since the epoch.
    #[must_use]
    pub const fn from_seconds(seconds: i64) -> Self {
        Self(seconds.saturating_mul(1000))
    }

    /// Milliseconds since the epoch.
    #[must_use]
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// Whole seconds since the epoch, rounded down.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(1000)
    }

    /// Cut to whole seconds, as most AWS services keep their times.
    #[must_use]
    pub const fn truncated(self) -> Self {
        Self::from_seconds(self.seconds())
    }

    /// `2026-11-25T07:08:09Z`; fractions are left out.
    #[must_use]
    pub fn iso8601(self) -> String {
        self.format("%Y-%m-%dT%H:%M:%SZ")
    }

    /// `2026-11-25T07:08:09.123Z`, as S3 writes its times.
    #[must_use]
    pub fn iso8601_millis(self) -> String {
        format!("{}.{:03}Z", self.format("%Y-%m-%dT%H:%M:%S"), self.0.rem_euclid(1000))
    }

    /// `Wed, 25 Nov 2026 07:08:09 GMT`, as HTTP headers have it.
    #[must_use]
    pub fn http_date(self) -> String {
        self.format("%a, %d %b %Y %H:%M:%S GMT")
    }

    /// `strftime` in UTC.
    #[must_use]
    pub fn format(self, pattern: &str) -> String {
        jiff::Timestamp::from_second(self.seconds())
            .map(|instant| instant.strftime(pattern).to_string())
            .unwrap_or_default()
    }

    /// Reads ISO 8601 with `Z` or an offset.
    #[must_use]
    pub fn parse_iso8601(text: &str) -> Option<Self> {
        text.parse::<jiff::Timestamp>().ok().map(|instant| Self(instant.as_millisecond()))
    }

    /// Reads an HTTP date (RFC 7231 IMF-fixdate or RFC 2822).
    #[must_use]
    pub fn parse_http_date(text: &str) -> Option<Self> {
        let zoned = jiff::fmt::rfc2822::parse(text).ok()?;
        Some(Self(zoned.timestamp().as_millisecond()))
    }
}

impl Add<Duration> for Timestamp {
    type Output = Self;

    fn add(self, span: Duration) -> Self {
        Self(self.0.saturating_add(i64::try_from(span.as_millis()).unwrap_or(i64::MAX)))
    }
}

impl Sub for Timestamp {
    type Output = Duration;

    /// The time since `earlier`; zero if that lies ahead.
    fn sub(self, earlier: Self) -> Duration {
        Duration::from_millis(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.iso8601())
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.iso8601_millis())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_prints_in_each_form_aws_uses() {
        let at = Timestamp::from_millis(1_764_054_489_045);
        assert_eq!(at.iso8601(), "2025-11-25T07:08:09Z");
        assert_eq!(at.iso8601_millis(), "2025-11-25T07:08:09.045Z");
        assert_eq!(at.http_date(), "Tue, 25 Nov 2025 07:08:09 GMT");
        assert_eq!(Timestamp::parse_iso8601("2025-11-25T07:08:09.045Z"), Some(at));
        assert_eq!(Timestamp::parse_http_date(&at.http_date()), Some(at.truncated()));
    }
}
