//! Checking a signature.

use crate::canonical::string_to_sign;
use crate::chunked::{Decoder, Seed};
use crate::error::{Mismatch, SigError};
use crate::expect::Expect;
use crate::key::hex_digits;
use crate::parsed::Parsed;
use crate::payload::Payload;
use crate::request::{Flavor, Request};
use crate::{Signature, SigningKey};
use http::HeaderMap;
use http::header::HOST;

/// A request whose head is known to come from the holder of the secret.
///
/// What it says of the body is still to be kept: see [`payload`](Self::payload).
#[derive(Debug)]
pub struct Verified {
    payload: Payload,
    seed: Option<Seed>,
}

/// Checks scope, time and signature.
///
/// `body_sha256` is the hash of the whole body. It is needed for [`Payload::Body`]; where the client
/// announced a hash and this one is given, they are compared. A server that streams such a body gives
/// `None` here and calls [`Verified::check_body`] at its end.
pub fn verify(
    parsed: &Parsed,
    request: Request<'_>,
    key: &SigningKey,
    expect: &Expect<'_>,
    body_sha256: Option<&[u8; 32]>,
) -> Result<Verified, SigError> {
    parsed.check(expect)?;
    check_coverage(parsed, request)?;
    let signature = check_signature(parsed, request, key, body_sha256)?;
    let payload = parsed.payload();
    let signed_chunks = matches!(payload, Payload::Streaming | Payload::StreamingTrailer);
    let verified =
        Verified { payload, seed: signed_chunks.then(|| Seed::new(parsed, key.clone(), signature)) };
    if let Some(hash) = body_sha256 {
        verified.check_body(hash)?;
    }
    Ok(verified)
}

/// Refuses headers that mean something and are not signed: whoever relays the request could have
/// added them.
fn check_coverage(parsed: &Parsed, request: Request<'_>) -> Result<(), SigError> {
    let signed = parsed.signed_headers();
    let mut names = Vec::new();
    if !signed.contains(&HOST) {
        names.push(HOST.as_str().to_owned());
    }
    let matters = |name: &str| match parsed.flavor() {
        Flavor::S3 => name.starts_with("x-amz-"),
        // It names the operation. Other headers of these services change nothing.
        Flavor::General => name == "x-amz-target",
    };
    for name in request.headers.keys() {
        if matters(name.as_str()) && !signed.contains(name) {
            names.push(name.as_str().to_owned());
        }
    }
    if names.is_empty() {
        return Ok(());
    }
    names.sort_unstable();
    Err(SigError::UnsignedHeaders { names })
}

fn check_signature(
    parsed: &Parsed,
    request: Request<'_>,
    key: &SigningKey,
    body_sha256: Option<&[u8; 32]>,
) -> Result<Signature, SigError> {
    let digits;
    let payload = match parsed.payload() {
        Payload::Body => {
            digits = hex_digits(body_sha256.ok_or(SigError::BodyNotHashed)?);
            &digits[..]
        }
        _ => parsed.payload_text().as_bytes(),
    };
    let canonical_request = parsed.canonical(request, payload).to_bytes();
    let string_to_sign = string_to_sign(parsed.signed_at(), parsed.scope(), &canonical_request);
    match Signature::parse(parsed.signature()) {
        Some(signature) if key.verifies(&string_to_sign, &signature) => Ok(signature),
        _ => Err(SigError::InvalidSignature(Box::new(Mismatch {
            access_key_id: parsed.access_key_id().to_owned(),
            signature_provided: parsed.signature().to_owned(),
            string_to_sign: String::from_utf8_lossy(&string_to_sign).into_owned(),
            canonical_request: String::from_utf8_lossy(&canonical_request).into_owned(),
        }))),
    }
}

impl Verified {
    /// How the body is bound. [`Payload::Exact`] wants [`check_body`](Self::check_body) unless the
    /// hash was given to [`verify()`]; a chunked one wants the [`decoder`](Self::decoder), and is
    /// verified only when that is finished.
    pub fn payload(&self) -> Payload {
        self.payload
    }

    /// Compares the hash of the body with the one that was signed, where there is one.
    pub fn check_body(&self, sha256: &[u8; 32]) -> Result<(), SigError> {
        match &self.payload {
            Payload::Exact(claimed) if claimed != sha256 => Err(SigError::ContentSha256Mismatch {
                claimed: hex::encode(claimed),
                computed: hex::encode(sha256),
            }),
            _ => Ok(()),
        }
    }

    /// The decoder for an `aws-chunked` body, `None` for any other. It takes the decoded length and
    /// the names of the trailers from the headers, which the signature covers.
    pub fn decoder(&self, headers: &HeaderMap) -> Result<Option<Decoder>, SigError> {
        if !self.payload.is_chunked() {
            return Ok(None);
        }
        Decoder::new(self.payload, self.seed.clone(), headers).map(Some)
    }
}
