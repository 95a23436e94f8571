//! Every way a signature can fail.

use crate::AmzDate;
use std::fmt;

/// Where the client put its signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The `Authorization` header.
    Header,
    /// The query of a presigned URL.
    Query,
}

/// A part without which there is no signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The algorithm; only a presigned URL can lack it.
    Algorithm,
    /// Access key id and scope.
    Credential,
    /// The signature itself.
    Signature,
    /// The list of signed headers.
    SignedHeaders,
    /// The time of signing.
    Date,
    /// The lifetime of an S3 presigned URL.
    Expires,
}

/// One way in which a credential scope is not the endpoint's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScopeFault {
    /// Signed for another region.
    Region {
        /// The region in the scope.
        given: String,
        /// The region of the endpoint.
        expected: String,
    },
    /// Signed for another service.
    Service {
        /// The service in the scope.
        given: String,
        /// The service of the endpoint.
        expected: String,
    },
    /// The scope does not end with `aws4_request`.
    Terminator {
        /// The word in its place.
        given: String,
    },
    /// The scope's day is not the day of signing.
    Date {
        /// The day in the scope.
        given: String,
        /// When the request says it was signed.
        signed_at: AmzDate,
    },
}

/// What was compared when a signature did not match, for whoever has to find out why.
///
/// It holds nothing the client did not send, so it may be shown to the client; but the canonical request
/// may hold a session token, so `Debug` leaves that out.
#[derive(Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// The access key id that was claimed.
    pub access_key_id: String,
    /// The signature that was sent.
    pub signature_provided: String,
    /// The string to sign, as the server understood the request.
    pub string_to_sign: String,
    /// The canonical request; empty where a chunk failed, which has none.
    pub canonical_request: String,
}

impl fmt::Debug for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mismatch")
            .field("access_key_id", &self.access_key_id)
            .field("signature_provided", &self.signature_provided)
            .field("string_to_sign", &self.string_to_sign)
            .finish_non_exhaustive()
    }
}

/// Why a request, or its body, is refused.
///
/// The first four cases are found by the caller, who knows credentials; they stand here so
/// that all words about authentication are in one place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SigError {
    /// The request is anonymous, and the operation does not admit that.
    #[error("the request is not signed")]
    MissingToken,
    /// Nobody has this access key.
    #[error("access key `{access_key_id}` is unknown")]
    UnknownAccessKey {
        /// The access key id that was claimed.
        access_key_id: String,
    },
    /// The session token is not the one that came with this access key.
    #[error("the session token is not the one of this access key")]
    InvalidToken,
    /// The session is over.
    #[error("the session token has expired")]
    ExpiredToken,

    /// There is a signature in the header and another in the query.
    #[error("the request is signed both in the header and in the query")]
    TwoMechanisms,
    /// Another algorithm, or no signature at all, such as `Basic` or `Bearer`.
    #[error("authorization scheme `{given}` is not supported")]
    BadAlgorithm {
        /// Where it was.
        place: Place,
        /// The scheme that was used.
        given: String,
    },
    /// Parts are missing.
    #[error("the signature lacks {missing:?}")]
    Incomplete {
        /// Where they should have been.
        place: Place,
        /// Which ones; never empty.
        missing: Vec<Part>,
    },
    /// A piece of the `Authorization` header is not `name=value`, or comes twice.
    #[error("`{given}` is not one `name=value` pair of the authorization header")]
    MalformedPair {
        /// The piece.
        given: String,
    },
    /// A parameter of a presigned URL comes twice, so that two readers might see two values.
    #[error("query parameter `{name}` comes twice")]
    DuplicateParameter {
        /// The parameter.
        name: &'static str,
    },
    /// The credential is not `keyid/date/region/service/aws4_request`.
    #[error("credential `{given}` is malformed")]
    MalformedCredential {
        /// Where it was.
        place: Place,
        /// The credential, clipped.
        given: String,
    },
    /// The list of signed headers is not a list of header names.
    #[error("the list of signed headers is malformed")]
    MalformedSignedHeaders {
        /// Where it was.
        place: Place,
    },
    /// The time of signing is unreadable.
    #[error("`{given}` is not a signing time")]
    MalformedDate {
        /// Where it was.
        place: Place,
        /// What stood there, clipped.
        given: String,
    },
    /// Something is longer than we read.
    #[error("{what} exceeds {limit}")]
    TooLarge {
        /// What it is.
        what: &'static str,
        /// How much of it there may be.
        limit: usize,
    },

    /// The credential is scoped to something else.
    #[error("the credential scope is not the endpoint's: {faults:?}")]
    WrongScope {
        /// Where the credential was.
        place: Place,
        /// In which ways; never empty.
        faults: Vec<ScopeFault>,
    },
    /// Signed too long ago.
    #[error("signed at {signed_at}, which is more than {allowed_seconds} s before {now}")]
    Expired {
        /// When the request says it was signed.
        signed_at: AmzDate,
        /// When it arrived.
        now: AmzDate,
        /// How long ago is allowed.
        allowed_seconds: i64,
    },
    /// Signed in the future.
    #[error("signed at {signed_at}, which is more than {allowed_seconds} s after {now}")]
    NotYetValid {
        /// Where the signature was.
        place: Place,
        /// When the request says it was signed.
        signed_at: AmzDate,
        /// When it arrived.
        now: AmzDate,
        /// How far ahead is allowed.
        allowed_seconds: i64,
    },
    /// A presigned URL used after its time.
    #[error("presigned at {signed_at} for {expires_seconds} s, and it is {now}")]
    PresignedExpired {
        /// When it was signed.
        signed_at: AmzDate,
        /// How long it was to last.
        expires_seconds: i64,
        /// When it was used.
        now: AmzDate,
    },
    /// `X-Amz-Expires` is more than a week.
    #[error("a presigned URL may last a week at most")]
    PresignedTooLong,
    /// `X-Amz-Expires` is zero or less.
    #[error("a presigned URL must last a second at least")]
    PresignedTooShort,
    /// `X-Amz-Expires` is not a number.
    #[error("the lifetime of a presigned URL must be a number")]
    MalformedExpires,

    /// Headers that change what the request means are not signed.
    #[error("headers {names:?} are not signed")]
    UnsignedHeaders {
        /// Which ones, in lower case; never empty.
        names: Vec<String>,
    },
    /// S3 wants to be told in a header how the body is bound.
    #[error("header `x-amz-content-sha256` is missing")]
    MissingContentSha256,
    /// `x-amz-content-sha256` is neither a hash nor one of the known words.
    #[error("`{given}` is not a value of `x-amz-content-sha256`")]
    InvalidContentSha256 {
        /// What it was, clipped.
        given: String,
    },
    /// The caller did not hash a body that is bound by its hash. A mistake of ours, not the client's.
    #[error("the body's hash is needed and was not given")]
    BodyNotHashed,

    /// The signature is not the one the secret makes.
    #[error("the signature does not match")]
    InvalidSignature(Box<Mismatch>),
    /// The body is not the one that was signed.
    #[error("the body has hash `{computed}`, and `{claimed}` was signed")]
    ContentSha256Mismatch {
        /// The hash in the header.
        claimed: String,
        /// The hash of the body.
        computed: String,
    },
    /// A chunk, or the trailer, is not the one that was signed.
    #[error("the signature of chunk {chunk} does not match")]
    ChunkSignatureMismatch {
        /// Its number, from 1; the trailer counts as one.
        chunk: u64,
        /// What was compared.
        mismatch: Box<Mismatch>,
    },

    /// A streamed body needs `x-amz-decoded-content-length`.
    #[error("header `x-amz-decoded-content-length` is missing or malformed")]
    MissingDecodedLength,
    /// A chunk does not begin, or end, as one.
    #[error("chunk {chunk} is malformed: {reason}")]
    MalformedChunk {
        /// Its number, from 1.
        chunk: u64,
        /// What is wrong.
        reason: &'static str,
    },
    /// A chunk other than the last is too small.
    #[error("chunk {chunk} has only {size} bytes and is not the last")]
    ChunkTooSmall {
        /// Its number, from 1.
        chunk: u64,
        /// Its size in bytes.
        size: u64,
    },
    /// The trailer is not the one that was announced.
    #[error("the trailer is malformed: {reason}")]
    MalformedTrailer {
        /// What is wrong.
        reason: &'static str,
    },
    /// The decoded body is not as long as announced.
    #[error("the body has {received} bytes, and {announced} were announced")]
    WrongDecodedLength {
        /// The length in the header.
        announced: u64,
        /// The length found so far.
        received: u64,
    },
    /// The body ends before its last chunk.
    #[error("the body ends in the middle")]
    Truncated,
}
