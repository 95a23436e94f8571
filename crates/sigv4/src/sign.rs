//! Making signatures, for our own commands and for tests.

use crate::authorization::ALGORITHM;
use crate::canonical::{Canonical, string_to_sign};
use crate::chunked::Seed;
use crate::credential::Scope;
use crate::encoding::{Slash, encode};
use crate::key::hex_digits;
use crate::payload::{self, Payload};
use crate::request::{Flavor, Request};
use crate::{AmzDate, SigningKey};
use http::header::{AUTHORIZATION, HOST};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri};

/// Headers that proxies and HTTP itself change on the way, and that are therefore not signed.
const NOT_SIGNED: &[&str] = &[
    "authorization",
    "connection",
    "expect",
    "keep-alive",
    "te",
    "transfer-encoding",
    "user-agent",
    "x-amzn-trace-id",
];

/// What a client signs with.
#[derive(Clone, Copy)]
pub struct Credentials<'a> {
    /// The access key id.
    pub access_key_id: &'a str,
    /// The secret that belongs to it.
    pub secret_access_key: &'a str,
    /// The session token, with temporary credentials.
    pub session_token: Option<&'a str>,
}

/// Signs for one service in one region, at one moment.
#[derive(Clone, Copy)]
pub struct Signer<'a> {
    /// Whose signature it is.
    pub credentials: Credentials<'a>,
    /// The service, as scopes name it.
    pub service: &'a str,
    /// The region, as scopes name it.
    pub region: &'a str,
    /// The time of signing.
    pub now_unix_seconds: i64,
}

/// Why a request cannot be signed.
#[derive(Debug, thiserror::Error)]
pub enum SignError {
    /// There is neither a `Host` header nor a host in the URI.
    #[error("the request names no host")]
    NoHost,
    /// A credential or name has characters that no header can carry.
    #[error("a header cannot hold this value")]
    Header(#[from] http::header::InvalidHeaderValue),
    /// The signature makes the URI unreadable.
    #[error("the signed uri is invalid")]
    Uri(#[from] http::uri::InvalidUri),
}

/// Signs a request in its headers: adds `Host` where it is missing, `X-Amz-Date`, for S3
/// `X-Amz-Content-Sha256`, with temporary credentials `X-Amz-Security-Token`, and `Authorization`.
///
/// `body_sha256` is the hash of the body and is used where `payload` is [`Payload::Body`]. The seed
/// that comes back signs the chunks of a streamed body.
pub fn sign(
    signer: &Signer<'_>,
    method: &Method,
    uri: &Uri,
    headers: &mut HeaderMap,
    payload: Payload,
    body_sha256: &[u8; 32],
) -> Result<Seed, SignError> {
    let payload = payload_text(payload, body_sha256);
    let signed_at = AmzDate::from_unix_seconds(signer.now_unix_seconds);
    add_host(uri, headers)?;
    headers.insert("x-amz-date", HeaderValue::from_str(&signed_at.to_string())?);
    if let Some(token) = signer.credentials.session_token {
        headers.insert("x-amz-security-token", HeaderValue::from_str(token)?);
    }
    if Flavor::of(signer.service) == Flavor::S3 {
        headers.insert("x-amz-content-sha256", HeaderValue::from_str(&payload)?);
    }
    let names = names_to_sign(headers);
    let made = signer.made(Request { method, uri, headers }, &names, &payload);
    let value = format!(
        "{ALGORITHM} Credential={}/{}, SignedHeaders={}, Signature={}",
        signer.credentials.access_key_id,
        made.scope,
        joined(&names),
        made.signature
    );
    headers.insert(AUTHORIZATION, HeaderValue::from_str(&value)?);
    Ok(made.into_seed(signer))
}

/// Signs a request in its query, for somebody else to send within `expires_seconds`. The headers
/// given here must be sent with it.
///
/// S3 is told not to look at the body. Other services sign the hash of an empty one.
pub fn presign(
    signer: &Signer<'_>,
    method: &Method,
    uri: &Uri,
    headers: &HeaderMap,
    expires_seconds: i64,
) -> Result<Uri, SignError> {
    let mut headers = headers.clone();
    add_host(uri, &mut headers)?;
    let names = names_to_sign(&headers);
    let unsigned = with_query(uri, &signer.parameters(&names, expires_seconds))?;
    let payload = match Flavor::of(signer.service) {
        Flavor::S3 => payload::UNSIGNED.to_owned(),
        Flavor::General => payload_text(Payload::Body, &crate::canonical::sha256(b"")),
    };
    let made = signer.made(Request { method, uri: &unsigned, headers: &headers }, &names, &payload);
    with_query(&unsigned, &format!("X-Amz-Signature={}", made.signature))
}

/// A signature and what it was made with.
struct Made {
    signed_at: AmzDate,
    scope: Scope,
    key: SigningKey,
    signature: crate::Signature,
}

impl Made {
    fn into_seed(self, signer: &Signer<'_>) -> Seed {
        let access_key_id = signer.credentials.access_key_id;
        Seed::after(access_key_id, self.signed_at, &self.scope, self.key, self.signature)
    }
}

impl Signer<'_> {
    fn made(&self, request: Request<'_>, signed_headers: &[HeaderName], payload: &str) -> Made {
        let signed_at = AmzDate::from_unix_seconds(self.now_unix_seconds);
        let scope = Scope::at(signed_at, self.region, self.service);
        let key = SigningKey::derive(self.credentials.secret_access_key, &scope);
        let flavor = Flavor::of(self.service);
        let canonical = Canonical { request, flavor, signed_headers, payload: payload.as_bytes() };
        let signature = key.sign(&string_to_sign(signed_at, &scope, &canonical.to_bytes()));
        Made { signed_at, scope, key, signature }
    }

    fn parameters(&self, names: &[HeaderName], expires_seconds: i64) -> String {
        let signed_at = AmzDate::from_unix_seconds(self.now_unix_seconds);
        let scope = Scope::at(signed_at, self.region, self.service);
        let credential = format!("{}/{scope}", self.credentials.access_key_id);
        let mut query = format!(
            "X-Amz-Algorithm={ALGORITHM}&X-Amz-Credential={}&X-Amz-Date={signed_at}\
             &X-Amz-Expires={expires_seconds}&X-Amz-SignedHeaders={}",
            escaped(&credential),
            escaped(&joined(names)),
        );
        if let Some(token) = self.credentials.session_token {
            query.push_str("&X-Amz-Security-Token=");
            query.push_str(&escaped(token));
        }
        query
    }
}

fn add_host(uri: &Uri, headers: &mut HeaderMap) -> Result<(), SignError> {
    if !headers.contains_key(HOST) {
        let authority = uri.authority().ok_or(SignError::NoHost)?;
        headers.insert(HOST, HeaderValue::from_str(authority.as_str())?);
    }
    Ok(())
}

fn names_to_sign(headers: &HeaderMap) -> Vec<HeaderName> {
    let mut names: Vec<HeaderName> =
        headers.keys().filter(|name| !NOT_SIGNED.contains(&name.as_str())).cloned().collect();
    names.sort_unstable_by(|one, other| one.as_str().cmp(other.as_str()));
    names
}

fn joined(names: &[HeaderName]) -> String {
    names.iter().map(HeaderName::as_str).collect::<Vec<_>>().join(";")
}

fn payload_text(payload: Payload, body_sha256: &[u8; 32]) -> String {
    match payload {
        Payload::Exact(hash) => digits(&hash),
        Payload::Body => digits(body_sha256),
        Payload::Unsigned => payload::UNSIGNED.to_owned(),
        Payload::Streaming => payload::STREAMING.to_owned(),
        Payload::StreamingTrailer => payload::STREAMING_TRAILER.to_owned(),
        Payload::StreamingUnsignedTrailer => payload::STREAMING_UNSIGNED_TRAILER.to_owned(),
    }
}

fn digits(hash: &[u8; 32]) -> String {
    hex_digits(hash).map(char::from).iter().collect()
}

fn escaped(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len() * 2);
    encode(&mut out, text.as_bytes(), Slash::Encoded);
    out.into_iter().map(char::from).collect()
}

fn with_query(uri: &Uri, addition: &str) -> Result<Uri, SignError> {
    let path = uri.path();
    let target = match uri.query() {
        Some(query) if !query.is_empty() => format!("{path}?{query}&{addition}"),
        _ => format!("{path}?{addition}"),
    };
    let base = match (uri.scheme_str(), uri.authority()) {
        (Some(scheme), Some(authority)) => format!("{scheme}://{authority}"),
        _ => String::new(),
    };
    Ok(format!("{base}{target}").parse()?)
}
