//! The words of services other than S3.

use super::{Dialect, Refusal, expires_words, sentence};
use crate::AmzDate;
use crate::error::{Part, Place, ScopeFault, SigError};
use std::fmt::Write;

/// The few codes that services other than S3 sort failures into.
#[derive(Clone, Copy)]
enum Kind {
    Missing,
    Incomplete,
    Mismatch,
    UnknownKey,
    Expired,
    Internal,
}

pub(super) fn refusal(error: &SigError, dialect: Dialect) -> Refusal {
    let (kind, message) = general_words(error);
    let query = dialect == Dialect::Query;
    let code = match kind {
        Kind::Missing if query => "MissingAuthenticationToken",
        Kind::Missing => "MissingAuthenticationTokenException",
        Kind::Incomplete if query => "IncompleteSignature",
        Kind::Incomplete => "IncompleteSignatureException",
        Kind::Mismatch if query => "SignatureDoesNotMatch",
        Kind::Mismatch => "InvalidSignatureException",
        Kind::UnknownKey if query => "InvalidClientTokenId",
        Kind::UnknownKey => "UnrecognizedClientException",
        Kind::Expired if query => "ExpiredToken",
        Kind::Expired => "ExpiredTokenException",
        Kind::Internal => "InternalFailure",
    };
    let status = match (kind, dialect) {
        (Kind::Internal, _) => 500,
        (_, Dialect::Json) | (Kind::Incomplete, Dialect::Query) => 400,
        _ => 403,
    };
    Refusal { code, status, message, details: Vec::new() }
}

fn general_words(error: &SigError) -> (Kind, String) {
    const MISMATCH: &str = "The request signature we calculated does not match the signature you \
        provided. Check your AWS Secret Access Key and signing method. Consult the service \
        documentation for details.";
    match error {
        SigError::MissingToken => (Kind::Missing, "Request is missing Authentication Token".into()),
        SigError::UnknownAccessKey { .. } | SigError::InvalidToken => {
            (Kind::UnknownKey, "The security token included in the request is invalid.".into())
        }
        SigError::ExpiredToken => {
            (Kind::Expired, "The security token included in the request is expired".into())
        }
        SigError::TwoMechanisms => (
            Kind::Mismatch,
            "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.".into(),
        ),
        SigError::BadAlgorithm { given, .. } if given.starts_with("AWS") => {
            (Kind::Incomplete, format!("Unsupported AWS 'algorithm': '{given}'."))
        }
        SigError::BadAlgorithm { .. } => (Kind::Missing, "Request is missing Authentication Token".into()),
        SigError::Incomplete { place, missing } => (Kind::Incomplete, incomplete_words(*place, missing)),
        SigError::MalformedPair { given } => (
            Kind::Incomplete,
            format!("'{given}' not a valid key=value pair (missing equal-sign) in Authorization header."),
        ),
        SigError::MalformedCredential { given, .. } => (
            Kind::Incomplete,
            format!(
                "Credential must have exactly 5 slash-delimited elements, \
                 e.g. keyid/date/region/service/term, got '{given}'"
            ),
        ),
        SigError::MalformedDate { given, .. } => (
            Kind::Incomplete,
            format!(
                "Date must be in ISO-8601 'basic format'. Got '{given}'. \
                 See http://en.wikipedia.org/wiki/ISO_8601"
            ),
        ),
        SigError::WrongScope { faults, .. } => (Kind::Mismatch, faults.iter().map(fault_words).collect()),
        SigError::Expired { signed_at, now, allowed_seconds } => {
            let limit = now.plus_seconds(-allowed_seconds);
            (Kind::Mismatch, expired_words(*signed_at, limit, *now, *allowed_seconds))
        }
        SigError::PresignedExpired { signed_at, expires_seconds, now } => {
            let limit = now.plus_seconds(-expires_seconds);
            (Kind::Mismatch, expired_words(*signed_at, limit, *now, *expires_seconds))
        }
        SigError::NotYetValid { signed_at, now, allowed_seconds, .. } => {
            let limit = now.plus_seconds(*allowed_seconds);
            let allowed = duration(*allowed_seconds);
            let message = format!(
                "Signature not yet current: {signed_at} is still later than {limit} ({now} + {allowed})"
            );
            (Kind::Mismatch, message)
        }
        SigError::UnsignedHeaders { names } => (Kind::Mismatch, unsigned_words(names)),
        SigError::InvalidSignature(_)
        | SigError::ChunkSignatureMismatch { .. }
        | SigError::ContentSha256Mismatch { .. } => (Kind::Mismatch, MISMATCH.into()),
        SigError::BodyNotHashed => (Kind::Internal, "Internal Service Error".into()),
        SigError::PresignedTooLong | SigError::PresignedTooShort | SigError::MalformedExpires => {
            (Kind::Incomplete, expires_words(error).into())
        }
        SigError::DuplicateParameter { .. }
        | SigError::MalformedSignedHeaders { .. }
        | SigError::TooLarge { .. }
        | SigError::MissingContentSha256
        | SigError::InvalidContentSha256 { .. }
        | SigError::MissingDecodedLength
        | SigError::MalformedChunk { .. }
        | SigError::ChunkTooSmall { .. }
        | SigError::MalformedTrailer { .. }
        | SigError::WrongDecodedLength { .. }
        | SigError::Truncated => (Kind::Incomplete, sentence(error)),
    }
}

fn incomplete_words(place: Place, missing: &[Part]) -> String {
    let mut message = String::new();
    for part in missing {
        // Writing to a string does not fail.
        let _ = match (place, part) {
            (Place::Header, Part::Date) => write!(
                message,
                "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. "
            ),
            (Place::Header, part) => {
                write!(message, "Authorization header requires '{}' parameter. ", name(*part))
            }
            (Place::Query, part) => {
                write!(message, "AWS query-string parameters must include 'X-Amz-{}'. ", name(*part))
            }
        };
    }
    message.push_str(match place {
        Place::Header => "Authorization=AWS4-HMAC-SHA256",
        Place::Query => "Re-examine the query-string parameters.",
    });
    message
}

fn name(part: Part) -> &'static str {
    match part {
        Part::Algorithm => "Algorithm",
        Part::Credential => "Credential",
        Part::Signature => "Signature",
        Part::SignedHeaders => "SignedHeaders",
        Part::Date => "Date",
        Part::Expires => "Expires",
    }
}

/// The blank at the end is AWS's: it writes one sentence after the other.
fn fault_words(fault: &ScopeFault) -> String {
    match fault {
        ScopeFault::Region { .. } => "Credential should be scoped to a valid region. ".into(),
        ScopeFault::Service { expected, .. } => {
            format!("Credential should be scoped to correct service: '{expected}'. ")
        }
        ScopeFault::Terminator { given } => {
            format!("Credential should be scoped with a valid terminator: 'aws4_request', not '{given}'. ")
        }
        ScopeFault::Date { given, signed_at } => format!(
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: \
             '{given}' != '{}', from '{signed_at}'. ",
            signed_at.day()
        ),
    }
}

fn expired_words(signed_at: AmzDate, limit: AmzDate, now: AmzDate, allowed_seconds: i64) -> String {
    let allowed = duration(allowed_seconds);
    format!("Signature expired: {signed_at} is now earlier than {limit} ({now} - {allowed})")
}

fn duration(seconds: i64) -> String {
    if seconds % 60 == 0 { format!("{} min.", seconds / 60) } else { format!("{seconds} sec.") }
}

fn unsigned_words(names: &[String]) -> String {
    let sentences: Vec<String> = names
        .iter()
        .map(|name| match name.as_str() {
            "host" => "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.".into(),
            name => format!("'{name}' must be a 'SignedHeader' in the AWS Authorization."),
        })
        .collect();
    sentences.join(" ")
}
