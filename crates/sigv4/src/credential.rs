//! `Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request`.

use crate::AmzDate;
use crate::error::{Place, SigError};
use std::fmt;

/// The word every scope ends with.
pub(crate) const TERMINATOR: &str = "aws4_request";

/// IAM's own limit for access key ids.
const ACCESS_KEY_ID_BYTES_MAX: usize = 128;

/// Longer than any date, region or service name there is.
const SCOPE_PART_BYTES_MAX: usize = 64;

/// Where and when a signature counts: one day, one region, one service.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Scope {
    /// The day, as `20130524`.
    pub date: String,
    /// The region, as `us-east-1`.
    pub region: String,
    /// The service, as `s3`.
    pub service: String,
}

impl Scope {
    /// The scope of a signature made at `date`.
    pub fn at(date: AmzDate, region: &str, service: &str) -> Self {
        Self { date: date.day(), region: region.to_owned(), service: service.to_owned() }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}/{TERMINATOR}", self.date, self.region, self.service)
    }
}

/// A credential as the client wrote it: taken apart, and not yet compared with anything.
#[derive(Debug)]
pub(crate) struct Credential {
    pub(crate) access_key_id: String,
    pub(crate) scope: Scope,
    pub(crate) terminator: String,
}

impl Credential {
    pub(crate) fn parse(text: &str, place: Place) -> Result<Self, SigError> {
        let malformed = || SigError::MalformedCredential { place, given: clip(text) };
        let mut parts = text.split('/');
        let mut next = || parts.next().ok_or_else(malformed);
        let (access_key_id, date, region, service, terminator) =
            (next()?, next()?, next()?, next()?, next()?);
        let within = access_key_id.len() <= ACCESS_KEY_ID_BYTES_MAX
            && [date, region, service, terminator].iter().all(|part| part.len() <= SCOPE_PART_BYTES_MAX);
        if parts.next().is_some() || access_key_id.is_empty() || !within {
            return Err(malformed());
        }
        let scope = Scope { date: date.to_owned(), region: region.to_owned(), service: service.to_owned() };
        Ok(Self { access_key_id: access_key_id.to_owned(), scope, terminator: terminator.to_owned() })
    }
}

/// Enough of what the client sent to recognise it in a message.
pub(crate) fn clip(text: &str) -> String {
    text.chars().take(ACCESS_KEY_ID_BYTES_MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_parts_make_a_credential() {
        let credential = Credential::parse("AKID/20130524/us-east-1/s3/aws4_request", Place::Header).unwrap();
        assert_eq!(credential.access_key_id, "AKID");
        assert_eq!(credential.scope.to_string(), "20130524/us-east-1/s3/aws4_request");
        assert_eq!(credential.terminator, "aws4_request");
    }

    #[test]
    fn any_other_shape_is_malformed() {
        let long = format!("{}/20130524/us-east-1/s3/aws4_request", "A".repeat(129));
        for text in ["", "AKID", "AKID/a/b/c", "AKID/a/b/c/d/e", "/a/b/c/d", &long] {
            let refused = Credential::parse(text, Place::Query).unwrap_err();
            assert!(
                matches!(refused, SigError::MalformedCredential { place: Place::Query, .. }),
                "{text}: {refused:?}"
            );
        }
    }
}
