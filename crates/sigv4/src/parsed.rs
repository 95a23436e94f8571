//! What a request claims about its signature, before anything is known to be true.

use crate::canonical::Canonical;
use crate::credential::{Credential, Scope};
use crate::error::{Place, SigError};
use crate::payload::{self, Payload};
use crate::request::{Flavor, Request};
use crate::{AmzDate, authorization, presigned};
use http::header::AUTHORIZATION;
use http::{HeaderMap, HeaderName, Method, Uri};
use std::fmt;

/// More names than any client signs.
const SIGNED_HEADERS_MAX: usize = 128;

/// How long a session token may be, in bytes: with policies, tags and claims up to their limits it is shorter.
pub const SESSION_TOKEN_BYTES_MAX: usize = 16 * 1024;

/// The claims of one place, before the body's part is known.
pub(crate) struct Claim {
    pub(crate) place: Place,
    pub(crate) credential: Credential,
    pub(crate) signed_headers: Vec<HeaderName>,
    pub(crate) signature: String,
    pub(crate) signed_at: AmzDate,
    pub(crate) expires_seconds: Option<i64>,
    pub(crate) session_token: Option<String>,
}

/// A well-formed signature, taken from a request and not yet checked.
pub struct Parsed {
    place: Place,
    access_key_id: String,
    scope: Scope,
    terminator: String,
    // Invariant: sorted, without repetition.
    signed_headers: Vec<HeaderName>,
    signature: String,
    signed_at: AmzDate,
    expires_seconds: Option<i64>,
    session_token: Option<String>,
    payload: Payload,
    // The word for the body in the canonical request, as the client spelled it; empty for `Body`.
    payload_text: String,
}

impl Parsed {
    /// Finds the signature of a request. `None` is an anonymous request; an unreadable signature is
    /// an error, because a client that meant to sign must not be taken for an anonymous one.
    pub fn from_request(method: &Method, uri: &Uri, headers: &HeaderMap) -> Result<Option<Self>, SigError> {
        let request = Request { method, uri, headers };
        let presigned = presigned::parse(request.query())?;
        if presigned.is_some() && headers.contains_key(AUTHORIZATION) {
            return Err(SigError::TwoMechanisms);
        }
        let (claim, content_sha256) = match presigned {
            Some((claim, content_sha256)) => (claim, content_sha256),
            None => match authorization::parse(headers)? {
                Some(claim) => (claim, None),
                None => return Ok(None),
            },
        };
        let (payload, payload_text) = body(&claim, content_sha256, headers)?;
        if claim.session_token.as_ref().is_some_and(|token| token.len() > SESSION_TOKEN_BYTES_MAX) {
            return Err(SigError::TooLarge { what: "session token", limit: SESSION_TOKEN_BYTES_MAX });
        }
        Ok(Some(Self {
            place: claim.place,
            access_key_id: claim.credential.access_key_id,
            scope: claim.credential.scope,
            terminator: claim.credential.terminator,
            signed_headers: claim.signed_headers,
            signature: claim.signature,
            signed_at: claim.signed_at,
            expires_seconds: claim.expires_seconds,
            session_token: claim.session_token,
            payload,
            payload_text,
        }))
    }

    /// Whose secret must have made the signature.
    pub fn access_key_id(&self) -> &str {
        &self.access_key_id
    }

    /// The scope the client signed for. Until [`check`](Self::check) it is no more than a claim; it
    /// is good for routing.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// The token of temporary credentials.
    pub fn session_token(&self) -> Option<&str> {
        self.session_token.as_deref()
    }

    /// The headers the client signed, sorted.
    pub fn signed_headers(&self) -> &[HeaderName] {
        &self.signed_headers
    }

    /// When the client signed.
    pub fn signed_at(&self) -> AmzDate {
        self.signed_at
    }

    /// Where the signature was.
    pub fn place(&self) -> Place {
        self.place
    }

    /// Whether the signature was in the query.
    pub fn is_presigned(&self) -> bool {
        self.place == Place::Query
    }

    /// How long a presigned URL lasts.
    pub fn expires_seconds(&self) -> Option<i64> {
        self.expires_seconds
    }

    /// How the body is bound.
    pub fn payload(&self) -> Payload {
        self.payload
    }

    /// Whether the body must be read and hashed before [`verify()`](crate::verify()) can answer.
    pub fn needs_body_hash(&self) -> bool {
        self.payload == Payload::Body
    }

    /// The signature as the client wrote it.
    pub fn signature(&self) -> &str {
        &self.signature
    }

    pub(crate) fn flavor(&self) -> Flavor {
        Flavor::of(&self.scope.service)
    }

    pub(crate) fn canonical<'a>(&'a self, request: Request<'a>, payload: &'a [u8]) -> Canonical<'a> {
        Canonical { request, flavor: self.flavor(), signed_headers: &self.signed_headers, payload }
    }

    pub(crate) fn terminator(&self) -> &str {
        &self.terminator
    }

    /// How the signature covers the body, as it is signed: a hash in hexadecimal, or a word such as
    /// `UNSIGNED-PAYLOAD`. Empty where the request does not say it.
    pub fn payload_text(&self) -> &str {
        &self.payload_text
    }
}

/// Leaves out the session token, which is as good as a password for as long as it lasts.
impl fmt::Debug for Parsed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Parsed")
            .field("place", &self.place)
            .field("access_key_id", &self.access_key_id)
            .field("scope", &self.scope)
            .field("signed_headers", &self.signed_headers)
            .field("signed_at", &self.signed_at)
            .field("expires_seconds", &self.expires_seconds)
            .field("payload", &self.payload)
            .finish_non_exhaustive()
    }
}

/// How the body is bound. Only S3 reads it from the request; the others hash what they receive and
/// ignore the header, so that it cannot talk them out of it.
fn body(claim: &Claim, in_query: Option<String>, headers: &HeaderMap) -> Result<(Payload, String), SigError> {
    if Flavor::of(&claim.credential.scope.service) == Flavor::General {
        return Ok((Payload::Body, String::new()));
    }
    let in_header = || text(headers, "x-amz-content-sha256").map(str::to_owned);
    let given = match claim.place {
        Place::Query => in_query.or_else(in_header).unwrap_or_else(|| payload::UNSIGNED.to_owned()),
        Place::Header => in_header().ok_or(SigError::MissingContentSha256)?,
    };
    Ok((Payload::parse(&given)?, given))
}

/// Reads `host;x-amz-date`. The canonical request lists the names sorted, whatever the client did.
pub(crate) fn signed_headers(names: &str, place: Place) -> Result<Vec<HeaderName>, SigError> {
    let malformed = || SigError::MalformedSignedHeaders { place };
    let mut headers = Vec::with_capacity(8);
    for name in names.split(';') {
        if headers.len() == SIGNED_HEADERS_MAX {
            return Err(SigError::TooLarge { what: "signed headers", limit: SIGNED_HEADERS_MAX });
        }
        headers.push(HeaderName::from_bytes(name.as_bytes()).map_err(|_| malformed())?);
    }
    headers.sort_unstable_by(|one, other| one.as_str().cmp(other.as_str()));
    if headers.windows(2).any(|pair| matches!(pair, [one, other] if one == other)) {
        return Err(malformed());
    }
    Ok(headers)
}

/// A header's text, where it has any.
pub(crate) fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name)?.to_str().ok().map(str::trim).filter(|text| !text.is_empty())
}
