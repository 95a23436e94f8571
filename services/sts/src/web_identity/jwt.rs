//! Tokens and their signatures (RFC 7515, in its compact form).

use kernel::Fault;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::key_set::{Algorithm, KeySet, decoded};
use super::wording;

/// What a token says, by claim.
pub(super) type Claims = Map<String, Value>;

/// A token that names no key may be tried with so many.
const KEYS_TRIED_MAX: usize = 8;

/// A token of which nothing is believed yet but who must have signed it.
pub(super) struct Unverified<'t> {
    /// Header and claims as they were signed.
    signed: &'t str,
    signature: Vec<u8>,
    algorithm: Algorithm,
    key_id: Option<String>,
    claims: Claims,
    pub(super) issuer: String,
}

/// How a token is signed.
#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: Option<String>,
    crit: Option<Value>,
}

impl<'t> Unverified<'t> {
    /// Reads as much as is needed to find the keys.
    pub(super) fn read(text: &'t str) -> Result<Self, Fault> {
        let parts = parts(text).ok_or_else(wording::not_a_jwt)?;
        let header: Header = serde_json::from_slice(&parts.header).map_err(|_| wording::not_a_jwt())?;
        let algorithm = Algorithm::named(&header.alg)
            .ok_or_else(|| wording::invalid("The ID Token is not signed with a supported algorithm"))?;
        if header.crit.is_some() {
            // Extensions that must be understood, and are not.
            return Err(wording::not_a_jwt());
        }
        let claims: Claims = serde_json::from_slice(&parts.claims).map_err(|_| wording::not_a_jwt())?;
        let issuer = claims.get("iss").and_then(Value::as_str).map(str::to_owned);
        let issuer = issuer.ok_or_else(|| wording::missing_claim("iss"))?;
        let (signed, signature, key_id) = (parts.signed, parts.signature, header.kid);
        Ok(Self { signed, signature, algorithm, key_id, claims, issuer })
    }

    /// The key that it says it was signed with.
    pub(super) fn key_id(&self) -> Option<&str> {
        self.key_id.as_deref()
    }

    /// The claims, if one of the issuer's keys signed them.
    pub(super) fn verify(&self, keys: &KeySet) -> Result<&Claims, Fault> {
        let candidates = keys.named(self.key_id()).filter(|key| key.may_sign(self.algorithm));
        let mut is_known = false;
        for key in candidates.take(KEYS_TRIED_MAX) {
            is_known = true;
            if key.verifies(self.algorithm, self.signed.as_bytes(), &self.signature) {
                return Ok(&self.claims);
            }
        }
        Err(if is_known { wording::wrong_signature() } else { wording::no_key() })
    }
}

/// A token taken apart, decoded but for the part that is signed as it stands.
struct Parts<'t> {
    signed: &'t str,
    header: Vec<u8>,
    claims: Vec<u8>,
    signature: Vec<u8>,
}

fn parts(text: &str) -> Option<Parts<'_>> {
    let (signed, signature) = text.rsplit_once('.')?;
    let (header, claims) = signed.split_once('.')?;
    // A dot more is no letter of base 64.
    Some(Parts { signed, header: decoded(header)?, claims: decoded(claims)?, signature: decoded(signature)? })
}
