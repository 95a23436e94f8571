//! Tokens and their signatures.

use jsonwebtoken::jwk::{Jwk, JwkSet, PublicKeyUse};
use jsonwebtoken::{Algorithm, DecodingKey, Header, Validation};
use kernel::Fault;
use serde_json::{Map, Value};

use super::wording;

/// What a token says, by claim.
pub(super) type Claims = Map<String, Value>;

/// Only signatures that the issuer alone can make: with a shared secret, whoever can verify can also sign.
const ALGORITHMS: [Algorithm; 5] =
    [Algorithm::RS256, Algorithm::RS384, Algorithm::RS512, Algorithm::ES256, Algorithm::ES384];
/// A token that names no key may be tried with so many.
const KEYS_TRIED_MAX: usize = 8;

/// A token of which nothing is believed yet but who must have signed it.
pub(super) struct Unverified<'t> {
    text: &'t str,
    header: Header,
    pub(super) issuer: String,
}

impl<'t> Unverified<'t> {
    /// Reads as much as is needed to find the keys.
    pub(super) fn read(text: &'t str) -> Result<Self, Fault> {
        let header = jsonwebtoken::decode_header(text).map_err(|_| wording::not_a_jwt())?;
        if !ALGORITHMS.contains(&header.alg) {
            return Err(wording::invalid("The ID Token is not signed with a supported algorithm"));
        }
        if header.crit.is_some() {
            // Extensions that must be understood, and are not.
            return Err(wording::not_a_jwt());
        }
        let claims: Claims =
            jsonwebtoken::dangerous::insecure_decode_claims(text).map_err(|_| wording::not_a_jwt())?;
        let issuer =
            claims.get("iss").and_then(Value::as_str).ok_or_else(|| wording::missing_claim("iss"))?;
        Ok(Self { text, header, issuer: issuer.to_owned() })
    }

    /// The key that it says it was signed with.
    pub(super) fn key_id(&self) -> Option<&str> {
        self.header.kid.as_deref()
    }

    /// The claims, if one of the issuer's keys signed them.
    pub(super) fn verify(&self, keys: &JwkSet) -> Result<Claims, Fault> {
        let candidates = keys.keys.iter().filter(|key| self.may_be_of(key)).take(KEYS_TRIED_MAX);
        let mut is_known = false;
        for key in candidates {
            is_known = true;
            if let Some(claims) = self.verified_with(key) {
                return Ok(claims);
            }
        }
        Err(if is_known { wording::wrong_signature() } else { wording::no_key() })
    }

    fn may_be_of(&self, key: &Jwk) -> bool {
        let common = &key.common;
        let is_named = self.header.kid.is_none() || common.key_id == self.header.kid;
        let is_for_signing = matches!(common.public_key_use, None | Some(PublicKeyUse::Signature));
        is_named && is_for_signing
    }

    fn verified_with(&self, key: &Jwk) -> Option<Claims> {
        let key = DecodingKey::from_jwk(key).ok()?;
        let mut signature_only = Validation::new(self.header.alg);
        // Claims are looked at one by one later, each with its own refusal and by the server's clock.
        signature_only.validate_exp = false;
        signature_only.validate_nbf = false;
        signature_only.validate_aud = false;
        signature_only.required_spec_claims.clear();
        jsonwebtoken::decode(self.text, &key, &signature_only).ok().map(|data| data.claims)
    }
}
