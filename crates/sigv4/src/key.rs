//! Signing keys and the signatures they make.

use crate::credential::{Scope, TERMINATOR};
use aws_lc_rs::hmac::{self, HMAC_SHA256};
use std::fmt;

/// The key for one secret and one [`Scope`].
///
/// Deriving it takes four keyed hashes, about as long as all the rest of a verification, and it stays
/// the same all day: servers keep it, by access key id and scope, and forget it with the access key.
#[derive(Clone)]
pub struct SigningKey {
    scope: Scope,
    key: hmac::Key,
}

impl SigningKey {
    /// The key of this secret for this scope.
    pub fn derive(secret_access_key: &str, scope: &Scope) -> Self {
        let mut seed = Vec::with_capacity(4 + secret_access_key.len());
        seed.extend_from_slice(b"AWS4");
        seed.extend_from_slice(secret_access_key.as_bytes());
        let mut key = hmac::Key::new(HMAC_SHA256, &seed);
        for part in [&scope.date, &scope.region, &scope.service, TERMINATOR] {
            key = hmac::Key::new(HMAC_SHA256, hmac::sign(&key, part.as_bytes()).as_ref());
        }
        Self { scope: scope.clone(), key }
    }

    /// What the key is for.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// Signs a string to sign. S3's form uploads sign their policy document like this too.
    pub fn sign(&self, string_to_sign: &[u8]) -> Signature {
        let mut bytes = [0; 32];
        bytes.copy_from_slice(hmac::sign(&self.key, string_to_sign).as_ref());
        Signature(bytes)
    }

    /// Whether `signature` is the one this key makes, in constant time.
    pub fn verifies(&self, string_to_sign: &[u8], signature: &Signature) -> bool {
        hmac::verify(&self.key, string_to_sign, &signature.0).is_ok()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SigningKey").field("scope", &self.scope).finish_non_exhaustive()
    }
}

/// A signature: 32 bytes, written as 64 hexadecimal digits.
///
/// It has no `==`: signatures are compared by [`SigningKey::verifies`], which takes constant time.
#[derive(Clone, Copy)]
pub struct Signature([u8; 32]);

impl Signature {
    /// Reads 64 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        hex::decode_to_slice(text, &mut bytes).ok()?;
        Some(Self(bytes))
    }

    /// The digits, without allocating.
    pub(crate) fn digits(&self) -> [u8; 64] {
        hex_digits(&self.0)
    }
}

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Lower-case hexadecimal digits of a hash.
pub(crate) fn hex_digits(hash: &[u8; 32]) -> [u8; 64] {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut digits = [0; 64];
    for (pair, byte) in digits.chunks_exact_mut(2).zip(hash) {
        if let [high, low] = pair {
            *high = DIGITS[usize::from(byte >> 4)];
            *low = DIGITS[usize::from(byte & 15)];
        }
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> SigningKey {
        let scope = Scope { date: "20120215".into(), region: "us-east-1".into(), service: "iam".into() };
        SigningKey::derive("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", &scope)
    }

    #[test]
    fn a_key_says_what_it_is_for_and_hides_what_it_is() {
        assert_eq!(key().scope().to_string(), "20120215/us-east-1/iam/aws4_request");
        assert!(!format!("{:?}", key()).contains("wJalr"));
    }

    #[test]
    fn a_signature_is_read_as_it_is_written() {
        let signature = key().sign(b"message");
        let read = Signature::parse(&signature.to_string()).unwrap();
        assert!(key().verifies(b"message", &read));
        assert!(!key().verifies(b"massage", &read));
        assert_eq!(signature.to_string().as_bytes(), signature.digits());
    }

    #[test]
    fn what_is_not_64_digits_is_no_signature() {
        for text in ["", "00", &"0".repeat(63), &"0".repeat(65), &"g".repeat(64)] {
            assert!(Signature::parse(text).is_none(), "{text}");
        }
    }
}
