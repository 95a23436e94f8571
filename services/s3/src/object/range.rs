//! Byte ranges.

use kernel::Fault;

/// Some bytes of an object: from the first to before the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) from: u64,
    pub(crate) to: u64,
}

impl Span {
    /// All of `size` bytes.
    pub(crate) fn whole(size: u64) -> Self {
        Self { from: 0, to: size }
    }

    /// How many bytes.
    pub(crate) fn length(self) -> u64 {
        self.to.saturating_sub(self.from)
    }

    /// The `Content-Range` header.
    pub(crate) fn content_range(self, size: u64) -> String {
        format!("bytes {}-{}/{size}", self.from, self.to.saturating_sub(1))
    }
}

/// The span that a `Range` header asks for. `None`: all of it, since the header is not one range of bytes, which
/// RFC 9110 lets a server ignore.
pub(crate) fn parse(header: &str, size: u64) -> Result<Option<Span>, Fault> {
    let Some((first, last)) = bounds(header) else { return Ok(None) };
    let span = match (first, last) {
        (Some(first), Some(last)) if last < first => return Ok(None),
        (Some(first), last) => {
            let end = last.map_or(size, |last| last.saturating_add(1)).min(size);
            Span { from: first, to: end }
        }
        (None, Some(suffix)) => Span { from: size.saturating_sub(suffix), to: size },
        (None, None) => return Ok(None),
    };
    if span.from >= span.to { Err(unsatisfiable(header, size)) } else { Ok(Some(span)) }
}

fn bounds(header: &str) -> Option<(Option<u64>, Option<u64>)> {
    let (first, last) = header.trim().strip_prefix("bytes=")?.split_once('-')?;
    Some((number(first)?, number(last)?))
}

/// Digits, or nothing at all.
fn number(text: &str) -> Option<Option<u64>> {
    match text.trim() {
        "" => Some(None),
        digits if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            Some(Some(digits.parse().unwrap_or(u64::MAX)))
        }
        _ => None,
    }
}

/// 416.
pub(crate) fn unsatisfiable(header: &str, size: u64) -> Fault {
    Fault::new("InvalidRange", 416, "The requested range is not satisfiable")
        .field("RangeRequested", header)
        .field("ActualObjectSize", size.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(header: &str, size: u64, expect: Option<(u64, u64)>) {
        let span = parse(header, size).unwrap().map(|span| (span.from, span.to));
        assert_eq!(span, expect, "{header} of {size}");
    }

    #[test]
    fn ranges_are_cut_to_the_object() {
        check("bytes=0-4", 10, Some((0, 5)));
        check("bytes=5-", 10, Some((5, 10)));
        check("bytes=5-99", 10, Some((5, 10)));
        check("bytes=-3", 10, Some((7, 10)));
        check("bytes=-30", 10, Some((0, 10)));
        check("bytes=9-99999999999999999999999", 10, Some((9, 10)));
    }

    #[test]
    fn what_is_not_one_range_of_bytes_is_ignored() {
        for header in ["bytes=4-2", "bytes=0-1,3-4", "lines=1-2", "bytes=-", "bytes=a-b", "bytes=+1-2", ""] {
            check(header, 10, None);
        }
    }

    #[test]
    fn ranges_outside_the_object_are_refused() {
        for (header, size) in [("bytes=10-", 10), ("bytes=-0", 10), ("bytes=0-", 0), ("bytes=-5", 0)] {
            assert_eq!(parse(header, size).unwrap_err().code, "InvalidRange", "{header} of {size}");
        }
    }
}
