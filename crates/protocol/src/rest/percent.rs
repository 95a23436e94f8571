//! Percent-encoding in paths and queries.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Everything but the unreserved characters of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
/// The same, but that slashes separate.
const RESERVED_IN_PATH: &AsciiSet = &RESERVED.remove(b'/');

/// A path or query that is not percent-encoded UTF-8, or has too many parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PathText;

/// More parameters than any operation has are refused.
const QUERY_PARTS_MAX: usize = 1_000;

/// Decodes a piece of a path; a plus is a plus.
pub(crate) fn decode_path(text: &str) -> Result<String, PathText> {
    percent_decode_str(text).decode_utf8().map(|text| text.into_owned()).map_err(|_| PathText)
}

/// Encodes everything but unreserved characters.
pub(crate) fn encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// The same, leaving slashes.
pub(crate) fn encode_path(text: &str) -> String {
    utf8_percent_encode(text, RESERVED_IN_PATH).to_string()
}

/// The parameters of a query string, decoded; a plus is a space.
#[derive(Debug, Default)]
pub(crate) struct QueryParts(Vec<(String, String)>);

impl QueryParts {
    pub(crate) fn parse(query: &str) -> Result<Self, PathText> {
        let parts = query.split('&').filter(|part| !part.is_empty());
        if parts.clone().count() > QUERY_PARTS_MAX {
            return Err(PathText);
        }
        let decode = |text: &str| decode_path(&text.replace('+', "%20"));
        let pair = |part: &str| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            Ok((decode(name)?, decode(value)?))
        };
        parts.map(pair).collect::<Result<_, _>>().map(Self)
    }

    /// The first value of a parameter.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// Every value of a parameter.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.iter().filter(move |(key, _)| *key == name).map(|(_, value)| value)
    }

    /// Whether a parameter is there; with this value, where one is given.
    pub(crate) fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|given| value.is_empty() || given == value)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}
