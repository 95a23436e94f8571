//! The words of S3, with the elements its error documents have besides code and message.

use super::{Refusal, expires_words, sentence};
use crate::AmzDate;
use crate::error::{Mismatch, Part, Place, ScopeFault, SigError};

const HEADER_MALFORMED: &str = "AuthorizationHeaderMalformed";
const QUERY_MALFORMED: &str = "AuthorizationQueryParametersError";

pub(super) fn refusal(error: &SigError) -> Refusal {
    let refusal = |code, status, message: &str| Refusal {
        code,
        status,
        message: message.to_owned(),
        details: Vec::new(),
    };
    match error {
        SigError::MissingToken => refusal("AccessDenied", 403, "Access Denied"),
        SigError::UnknownAccessKey { access_key_id } => refusal(
            "InvalidAccessKeyId",
            403,
            "The AWS Access Key Id you provided does not exist in our records.",
        )
        .with("AWSAccessKeyId", access_key_id),
        SigError::InvalidToken => {
            refusal("InvalidToken", 400, "The provided token is malformed or otherwise invalid.")
        }
        SigError::ExpiredToken => refusal("ExpiredToken", 400, "The provided token has expired."),
        SigError::TwoMechanisms => refusal(
            "InvalidArgument",
            400,
            "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query \
             string parameter or the Authorization header should be specified",
        ),
        SigError::BadAlgorithm { place: Place::Query, given } if given != "AWS" => {
            refusal(QUERY_MALFORMED, 400, "X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256\"")
        }
        SigError::BadAlgorithm { given, .. } if given.starts_with("AWS") => refusal(
            "InvalidRequest",
            400,
            "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.",
        ),
        SigError::BadAlgorithm { given, .. } => {
            refusal("InvalidArgument", 400, "Unsupported Authorization Type")
                .with("ArgumentName", "Authorization")
                .with("ArgumentValue", given)
        }
        SigError::Incomplete { place: Place::Query, .. } => refusal(
            QUERY_MALFORMED,
            400,
            "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, \
             X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.",
        ),
        SigError::Incomplete { place: Place::Header, missing } if missing.as_slice() == [Part::Date] => {
            no_date()
        }
        SigError::Incomplete { place: Place::Header, .. } => malformed(
            Place::Header,
            "the authorization header requires three components: Credential, SignedHeaders, and Signature.",
        ),
        SigError::MalformedPair { given } => {
            malformed(Place::Header, &format!("the authorization component \"{given}\" is malformed."))
        }
        SigError::MalformedCredential { place, .. } => malformed(
            *place,
            "the Credential is mal-formed; expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".",
        ),
        SigError::MalformedSignedHeaders { place } => malformed(*place, "the SignedHeaders are mal-formed."),
        SigError::MalformedDate { place: Place::Header, .. } => no_date(),
        SigError::MalformedDate { place: Place::Query, .. } => refusal(
            QUERY_MALFORMED,
            400,
            "X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"",
        ),
        SigError::WrongScope { place, faults } => s3_scope(*place, faults),
        SigError::Expired { signed_at, now, allowed_seconds } => skewed(*signed_at, *now, *allowed_seconds),
        SigError::NotYetValid { place: Place::Header, signed_at, now, allowed_seconds } => {
            skewed(*signed_at, *now, *allowed_seconds)
        }
        SigError::NotYetValid { place: Place::Query, signed_at, now, .. } => {
            refusal("AccessDenied", 403, "Request is not yet valid")
                .with("X-Amz-Date", &(signed_at.unix_seconds() * 1000).to_string())
                .with("ServerTime", &now.extended())
        }
        SigError::PresignedExpired { signed_at, expires_seconds, now } => {
            refusal("AccessDenied", 403, "Request has expired")
                .with("X-Amz-Expires", &expires_seconds.to_string())
                .with("Expires", &signed_at.plus_seconds(*expires_seconds).extended())
                .with("ServerTime", &now.extended())
        }
        SigError::PresignedTooLong | SigError::PresignedTooShort | SigError::MalformedExpires => {
            refusal(QUERY_MALFORMED, 400, expires_words(error))
        }
        SigError::DuplicateParameter { .. } => refusal(QUERY_MALFORMED, 400, &sentence(error)),
        SigError::TooLarge { .. } => refusal(
            "RequestHeaderSectionTooLarge",
            400,
            "Your request header section exceeds the maximum allowed request header section size.",
        ),
        SigError::UnsignedHeaders { names } => {
            refusal("AccessDenied", 403, "There were headers present in the request which were not signed")
                .with("HeadersNotSigned", &names.join(", "))
        }
        SigError::MissingContentSha256 => {
            refusal("InvalidRequest", 400, "Missing required header for this request: x-amz-content-sha256")
        }
        SigError::InvalidContentSha256 { given } => refusal(
            "InvalidArgument",
            400,
            "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, \
             STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER, or a valid \
             sha256 value.",
        )
        .with("ArgumentName", "x-amz-content-sha256")
        .with("ArgumentValue", given),
        SigError::BodyNotHashed => {
            refusal("InternalError", 500, "We encountered an internal error. Please try again.")
        }
        SigError::InvalidSignature(mismatch) | SigError::ChunkSignatureMismatch { mismatch, .. } => {
            s3_mismatch(mismatch)
        }
        SigError::ContentSha256Mismatch { claimed, computed } => refusal(
            "XAmzContentSHA256Mismatch",
            400,
            "The provided 'x-amz-content-sha256' header does not match what was computed.",
        )
        .with("ClientComputedContentSHA256", claimed)
        .with("S3ComputedContentSHA256", computed),
        SigError::MissingDecodedLength => {
            refusal("MissingContentLength", 411, "You must provide the Content-Length HTTP header.")
        }
        SigError::ChunkTooSmall { chunk, size } => refusal(
            "InvalidChunkSizeError",
            400,
            "Only the last chunk is allowed to have a size less than 8192 bytes",
        )
        .with("Chunk", &chunk.to_string())
        .with("BadChunkSize", &size.to_string()),
        SigError::MalformedTrailer { .. } => refusal(
            "MalformedTrailerError",
            400,
            "The request contained trailing data that was not well-formed or did not conform to our \
             published schema.",
        ),
        SigError::WrongDecodedLength { .. } => refusal(
            "IncompleteBody",
            400,
            "You did not provide the number of bytes specified by the Content-Length HTTP header",
        ),
        SigError::MalformedChunk { .. } | SigError::Truncated => {
            refusal("IncompleteBody", 400, "The request body terminated unexpectedly")
        }
    }
}

/// The prefix says where S3 looked.
fn malformed(place: Place, what: &str) -> Refusal {
    let (code, prefix) = match place {
        Place::Header => (HEADER_MALFORMED, "The authorization header is malformed"),
        Place::Query => (QUERY_MALFORMED, "Error parsing the X-Amz-Credential parameter"),
    };
    Refusal { code, status: 400, message: format!("{prefix}; {what}"), details: Vec::new() }
}

fn no_date() -> Refusal {
    let message = "AWS authentication requires a valid Date or x-amz-date header".to_owned();
    Refusal { code: "AccessDenied", status: 403, message, details: Vec::new() }
}

/// S3 names one fault: a wrong region before all others, because clients follow it.
fn s3_scope(place: Place, faults: &[ScopeFault]) -> Refusal {
    match faults.first() {
        Some(ScopeFault::Region { given, expected }) => {
            malformed(place, &format!("the region '{given}' is wrong; expecting '{expected}'"))
                .with("Region", expected)
        }
        Some(ScopeFault::Service { given, expected }) => malformed(
            place,
            &format!("incorrect service \"{given}\". This endpoint belongs to \"{expected}\"."),
        ),
        Some(ScopeFault::Terminator { given }) => {
            malformed(place, &format!("incorrect terminal \"{given}\". This endpoint uses \"aws4_request\"."))
        }
        Some(ScopeFault::Date { given, signed_at }) => s3_date(place, given, *signed_at),
        None => malformed(place, "the Credential is mal-formed."),
    }
}

fn s3_date(place: Place, given: &str, signed_at: AmzDate) -> Refusal {
    if given.len() != 8 || !given.bytes().all(|byte| byte.is_ascii_digit()) {
        return malformed(
            place,
            &format!(
                "incorrect date format \"{given}\". This date in the credential must be in the format \
                 \"yyyyMMdd\"."
            ),
        );
    }
    let day = signed_at.day();
    let words =
        format!("Invalid credential date \"{given}\". This date is not the same as X-Amz-Date: \"{day}\".");
    match place {
        Place::Header => malformed(place, &words),
        Place::Query => Refusal { code: QUERY_MALFORMED, status: 400, message: words, details: Vec::new() },
    }
}

fn skewed(signed_at: AmzDate, now: AmzDate, allowed_seconds: i64) -> Refusal {
    let message = "The difference between the request time and the current time is too large.".to_owned();
    Refusal { code: "RequestTimeTooSkewed", status: 403, message, details: Vec::new() }
        .with("RequestTime", &signed_at.to_string())
        .with("ServerTime", &now.extended())
        .with("MaxAllowedSkewMilliseconds", &(allowed_seconds * 1000).to_string())
}

fn s3_mismatch(mismatch: &Mismatch) -> Refusal {
    let message = "The request signature we calculated does not match the signature you provided. Check \
        your key and signing method."
        .to_owned();
    let refusal = Refusal { code: "SignatureDoesNotMatch", status: 403, message, details: Vec::new() }
        .with("AWSAccessKeyId", &mismatch.access_key_id)
        .with("StringToSign", &mismatch.string_to_sign)
        .with("SignatureProvided", &mismatch.signature_provided)
        .with("StringToSignBytes", &spaced_hex(&mismatch.string_to_sign));
    if mismatch.canonical_request.is_empty() {
        return refusal;
    }
    refusal
        .with("CanonicalRequest", &mismatch.canonical_request)
        .with("CanonicalRequestBytes", &spaced_hex(&mismatch.canonical_request))
}

fn spaced_hex(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().join(" ")
}
