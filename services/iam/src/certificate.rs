//! X.509 certificates and their private keys.

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::rsa;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1_SIGNING, ECDSA_P256K1_SHA256_ASN1_SIGNING, ECDSA_P384_SHA384_ASN1_SIGNING,
    ECDSA_P521_SHA512_ASN1_SIGNING, EcdsaKeyPair, EcdsaSigningAlgorithm, KeyPair,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use names::Timestamp;
use x509_parser::certificate::X509Certificate;
use x509_parser::prelude::FromDer;

use crate::pem;

const LABEL: &str = "CERTIFICATE";
const CURVES: [&EcdsaSigningAlgorithm; 4] = [
    &ECDSA_P256_SHA256_ASN1_SIGNING,
    &ECDSA_P384_SHA384_ASN1_SIGNING,
    &ECDSA_P521_SHA512_ASN1_SIGNING,
    &ECDSA_P256K1_SHA256_ASN1_SIGNING,
];

/// A certificate that can be read.
pub(crate) struct Certificate {
    // Invariant: a whole certificate in DER, and nothing after it.
    der: Vec<u8>,
    begins: Timestamp,
    expires: Timestamp,
    /// The bits of its public key.
    key: Vec<u8>,
}

impl Certificate {
    /// The one certificate of a PEM text.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let block = pem::block(text)?;
        Self::of_block(&block)
    }

    /// All certificates of a PEM text, in its order.
    pub(crate) fn read_all(text: &str) -> Option<Vec<Self>> {
        pem::blocks(text)?.iter().map(Self::of_block).collect()
    }

    fn of_block(block: &::pem::Pem) -> Option<Self> {
        let der = block.contents();
        let (rest, parsed) = X509Certificate::from_der(der).ok()?;
        let is_whole = block.tag() == LABEL && rest.is_empty();
        is_whole.then(|| Self {
            der: der.to_vec(),
            begins: Timestamp::from_seconds(parsed.validity().not_before.timestamp()),
            expires: Timestamp::from_seconds(parsed.validity().not_after.timestamp()),
            key: parsed.public_key().subject_public_key.data.to_vec(),
        })
    }

    /// Whether it counts at an instant.
    pub(crate) fn is_valid_at(&self, now: Timestamp) -> bool {
        self.begins <= now && now <= self.expires
    }

    /// When it ends.
    pub(crate) fn expires(&self) -> Timestamp {
        self.expires
    }

    /// Its SHA-256 digest.
    pub(crate) fn digest(&self) -> String {
        URL_SAFE_NO_PAD.encode(digest(&SHA256, &self.der))
    }

    /// Whether `issuer` signed it.
    pub(crate) fn is_signed_by(&self, issuer: &Self) -> bool {
        let (Ok((_, own)), Ok((_, issuer))) =
            (X509Certificate::from_der(&self.der), X509Certificate::from_der(&issuer.der))
        else {
            return false;
        };
        own.issuer().as_raw() == issuer.subject().as_raw()
            && own.verify_signature(Some(issuer.public_key())).is_ok()
    }

    /// Whether a private key is the one of this certificate.
    pub(crate) fn belongs_to(&self, key: &PrivateKey) -> bool {
        self.key == key.public
    }
}

/// A private key, as far as it tells to whom it belongs.
pub(crate) struct PrivateKey {
    /// The bits of the public key, as certificates have them.
    public: Vec<u8>,
}

impl PrivateKey {
    /// The RSA or ECDSA key of a PEM text. Encrypted keys cannot be read.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let block = pem::block(text)?;
        let der = block.contents();
        let public = match block.tag() {
            "RSA PRIVATE KEY" => rsa::KeyPair::from_der(der).ok().map(|key| public(&key)),
            "EC PRIVATE KEY" => curve(|curve| EcdsaKeyPair::from_private_key_der(curve, der).ok()),
            "PRIVATE KEY" => rsa::KeyPair::from_pkcs8(der)
                .ok()
                .map(|key| public(&key))
                .or_else(|| curve(|curve| EcdsaKeyPair::from_pkcs8(curve, der).ok())),
            _ => None,
        };
        public.map(|public| Self { public })
    }
}

fn public(key: &impl KeyPair) -> Vec<u8> {
    key.public_key().as_ref().to_vec()
}

/// The key on the curve that it is on.
fn curve(read: impl Fn(&'static EcdsaSigningAlgorithm) -> Option<EcdsaKeyPair>) -> Option<Vec<u8>> {
    CURVES.into_iter().find_map(read).map(|key| public(&key))
}

#[cfg(test)]
mod tests {
    use rcgen::{CertificateParams, KeyPair};

    use super::*;

    #[test]
    fn a_certificate_counts_from_its_beginning_to_its_end() {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        (params.not_before, params.not_after) =
            (rcgen::date_time_ymd(2026, 1, 1), rcgen::date_time_ymd(2026, 3, 1));
        let pem = params.self_signed(&KeyPair::generate().unwrap()).unwrap().pem();
        let certificate = Certificate::read(&pem).unwrap();
        let at = |text: &str| certificate.is_valid_at(Timestamp::parse_iso8601(text).unwrap());
        assert!(at("2026-01-01T00:00:00Z") && at("2026-03-01T00:00:00Z"));
        assert!(!at("2025-12-31T23:59:59Z") && !at("2026-03-01T00:00:01Z"));
    }
}
