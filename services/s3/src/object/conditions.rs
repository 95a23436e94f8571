//! Conditional requests.
//!
//! Sources: RFC 9110, section 13, for reads; "How to prevent object overwrites with conditional writes" in the
//! user guide for writes.

use kernel::Fault;
use names::Timestamp;

use crate::record::Object;
use crate::wording::{no_such_key, not_implemented, precondition_failed};

/// The conditions of a read.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct ReadConditions<'a> {
    pub(crate) if_match: Option<&'a str>,
    pub(crate) if_none_match: Option<&'a str>,
    pub(crate) if_modified_since: Option<Timestamp>,
    pub(crate) if_unmodified_since: Option<Timestamp>,
}

/// The conditions in the members of a read's request.
macro_rules! read_conditions {
    ($input:expr) => {
        $crate::object::conditions::ReadConditions {
            if_match: $input.if_match.as_deref(),
            if_none_match: $input.if_none_match.as_deref(),
            if_modified_since: $input.if_modified_since,
            if_unmodified_since: $input.if_unmodified_since,
        }
    };
}

/// The conditions on the source in the members of a copy's request.
macro_rules! source_conditions {
    ($input:expr) => {
        $crate::object::conditions::ReadConditions {
            if_match: $input.copy_source_if_match.as_deref(),
            if_none_match: $input.copy_source_if_none_match.as_deref(),
            if_modified_since: $input.copy_source_if_modified_since,
            if_unmodified_since: $input.copy_source_if_unmodified_since,
        }
    };
}
pub(crate) use {read_conditions, source_conditions};

/// What the conditions of a read come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Holds,
    /// The client's copy is current.
    NotModified(&'static str),
    Failed(&'static str),
}

impl ReadConditions<'_> {
    /// For a read of the object itself.
    pub(crate) fn check(&self, object: &Object, now: Timestamp) -> Result<(), Fault> {
        match self.outcome(object, now) {
            Outcome::Holds => Ok(()),
            Outcome::NotModified(_) => Err(Fault::new("NotModified", 304, "Not Modified")),
            Outcome::Failed(condition) => Err(precondition_failed(condition)),
        }
    }

    /// For a copy, where nothing can be left unchanged at the client.
    pub(crate) fn check_source(&self, object: &Object, now: Timestamp) -> Result<(), Fault> {
        match self.outcome(object, now) {
            Outcome::Holds => Ok(()),
            Outcome::NotModified(condition) | Outcome::Failed(condition) => {
                Err(precondition_failed(&format!("x-amz-copy-source-{condition}")))
            }
        }
    }

    /// A tag outweighs the time of the same direction. A time to come is no time to compare with.
    fn outcome(&self, object: &Object, now: Timestamp) -> Outcome {
        let modified = object.modified.truncated();
        match (self.if_match, self.if_unmodified_since) {
            (Some(tags), _) if !names(tags, &object.etag) => return Outcome::Failed("If-Match"),
            (None, Some(time)) if modified > time => return Outcome::Failed("If-Unmodified-Since"),
            _ => {}
        }
        match (self.if_none_match, self.if_modified_since) {
            (Some(tags), _) if names(tags, &object.etag) => Outcome::NotModified("If-None-Match"),
            (None, Some(time)) if modified <= time && time <= now => {
                Outcome::NotModified("If-Modified-Since")
            }
            _ => Outcome::Holds,
        }
    }
}

/// Whether a list of tags names this one.
fn names(tags: &str, etag: &str) -> bool {
    tags.split(',').map(str::trim).any(|tag| {
        let plain = tag.strip_prefix("W/").unwrap_or(tag).trim_matches('"');
        tag == "*" || plain == etag
    })
}

/// The conditions of a write; they hold or fail within its transaction.
#[derive(Debug, Clone, Default)]
pub(crate) struct WriteConditions {
    /// Only over an object with this tag.
    if_match: Option<String>,
    /// Only where there is no object.
    if_absent: bool,
}

impl WriteConditions {
    /// From the headers. `If-None-Match` takes `*` and nothing else.
    pub(crate) fn read(if_match: Option<&str>, if_none_match: Option<&str>) -> Result<Self, Fault> {
        match if_none_match {
            Some(tags) if tags.trim() != "*" => Err(not_implemented("If-None-Match takes * on writes")),
            _ => Ok(Self { if_match: if_match.map(str::to_owned), if_absent: if_none_match.is_some() }),
        }
    }

    /// Whether they hold for what is there now.
    pub(crate) fn check(&self, key: &str, current: Option<&Object>) -> Result<(), Fault> {
        if self.if_absent && current.is_some() {
            return Err(precondition_failed("If-None-Match"));
        }
        match (&self.if_match, current) {
            (Some(_), None) => Err(no_such_key(key)),
            (Some(tags), Some(object)) if !names(tags, &object.etag) => Err(precondition_failed("If-Match")),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_compared_without_quotes_and_weakness() {
        for tags in ["\"abc\"", "abc", "*", "\"x\", \"abc\"", "W/\"abc\""] {
            assert!(names(tags, "abc"), "{tags}");
        }
        assert!(!names("\"x\"", "abc"));
    }
}
