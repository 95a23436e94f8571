//! Keys that sign seeds: always the same, so that what was found once is found again. They guard nothing.

#![expect(clippy::expect_used, reason = "fixed keys that are known to be good")]

use aws_lc_rs::agreement::{self, ECDH_P256, ECDH_P384, ECDH_P521, PrivateKey};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, ECDSA_P521_SHA512_FIXED_SIGNING,
    EcdsaKeyPair, EcdsaSigningAlgorithm,
};

/// A curve, as tokens and keys name it.
pub(crate) struct Curve {
    /// Of the signature.
    pub(crate) algorithm: &'static str,
    /// Of the curve itself.
    pub(crate) name: &'static str,
    bytes: usize,
    agreement: &'static agreement::Algorithm,
    signing: &'static EcdsaSigningAlgorithm,
}

pub(crate) static CURVES: [Curve; 3] = [
    Curve {
        algorithm: "ES256",
        name: "P-256",
        bytes: 32,
        agreement: &ECDH_P256,
        signing: &ECDSA_P256_SHA256_FIXED_SIGNING,
    },
    Curve {
        algorithm: "ES384",
        name: "P-384",
        bytes: 48,
        agreement: &ECDH_P384,
        signing: &ECDSA_P384_SHA384_FIXED_SIGNING,
    },
    Curve {
        algorithm: "ES512",
        name: "P-521",
        bytes: 66,
        agreement: &ECDH_P521,
        signing: &ECDSA_P521_SHA512_FIXED_SIGNING,
    },
];

/// A key pair, with its public point.
pub(crate) struct Pair {
    pair: EcdsaKeyPair,
    point: Vec<u8>,
}

impl Pair {
    /// The one of this curve.
    pub(crate) fn of(curve: &Curve) -> Self {
        let mut scalar = vec![7; curve.bytes];
        // Below the order of each of the curves.
        if let Some(first) = scalar.first_mut() {
            *first = 0;
        }
        let private = PrivateKey::from_private_key(curve.agreement, &scalar).expect("a scalar in range");
        let point = private.compute_public_key().expect("its point").as_ref().to_vec();
        let pair = EcdsaKeyPair::from_private_key_and_public_key(curve.signing, &scalar, &point);
        Self { pair: pair.expect("a pair"), point }
    }

    /// The coordinates of the public point.
    pub(crate) fn coordinates(&self) -> (&[u8], &[u8]) {
        let both = self.point.get(1..).unwrap_or_default();
        both.split_at(both.len() / 2)
    }

    pub(crate) fn sign(&self, message: &[u8]) -> Vec<u8> {
        self.pair.sign(&SystemRandom::new(), message).expect("a signature").as_ref().to_vec()
    }

    /// As PKCS #8.
    pub(crate) fn private(&self) -> Vec<u8> {
        self.pair.to_pkcs8v1().expect("an encoding").as_ref().to_vec()
    }
}
