//! X.509 certificates and their private keys.

use aws_lc_rs::digest::{SHA1_FOR_LEGACY_USE_ONLY, SHA256, digest};
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

    /// When it ends.
    pub(crate) fn expires(&self) -> Timestamp {
        self.expires
    }

    /// Why it does not hold at this instant, if so. Both ends are in.
    pub(crate) fn lapse(&self, now: Timestamp) -> Option<Lapse> {
        match now {
            _ if now < self.begins => Some(Lapse::NotYet),
            _ if now > self.expires => Some(Lapse::NoLonger),
            _ => None,
        }
    }

    /// The SHA-1 digest, of which IAM makes ids.
    pub(crate) fn short_digest(&self) -> Vec<u8> {
        digest(&SHA1_FOR_LEGACY_USE_ONLY, &self.der).as_ref().to_vec()
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

/// Why a certificate does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lapse {
    /// It begins later.
    NotYet,
    /// It has ended.
    NoLonger,
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
