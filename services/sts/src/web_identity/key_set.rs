//! Keys as issuers publish them (RFC 7517), and what they verify (RFC 7518).

use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, ECDSA_P521_SHA512_FIXED, EcdsaVerificationAlgorithm,
    ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_2048_8192_SHA384, RSA_PKCS1_2048_8192_SHA512,
    RsaParameters, RsaPublicKeyComponents,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use serde_json::Value;

/// How tokens may be signed. Only with keys that the issuer alone has: with a shared secret, whoever can verify can
/// also sign.
///
/// Source: `WebIdentityToken` of `AssumeRoleWithWebIdentity` in the STS API reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Algorithm {
    Rsa(&'static str, &'static RsaParameters),
    /// With its curve, and how long a coordinate is there, in bytes.
    Elliptic(&'static str, &'static EcdsaVerificationAlgorithm, &'static str, usize),
}

const ALGORITHMS: [Algorithm; 6] = [
    Algorithm::Rsa("RS256", &RSA_PKCS1_2048_8192_SHA256),
    Algorithm::Rsa("RS384", &RSA_PKCS1_2048_8192_SHA384),
    Algorithm::Rsa("RS512", &RSA_PKCS1_2048_8192_SHA512),
    Algorithm::Elliptic("ES256", &ECDSA_P256_SHA256_FIXED, "P-256", 32),
    Algorithm::Elliptic("ES384", &ECDSA_P384_SHA384_FIXED, "P-384", 48),
    Algorithm::Elliptic("ES512", &ECDSA_P521_SHA512_FIXED, "P-521", 66),
];

impl Algorithm {
    pub(super) fn named(name: &str) -> Option<Self> {
        ALGORITHMS.into_iter().find(|algorithm| algorithm.name() == name)
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Rsa(name, _) | Self::Elliptic(name, ..) => name,
        }
    }
}

/// The keys of an issuer.
#[derive(Debug, Clone, Default)]
pub struct KeySet {
    keys: Vec<Key>,
}

/// A public key; which fields it has depends on its type.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Key {
    pub(super) kid: Option<String>,
    kty: String,
    #[serde(rename = "use")]
    purpose: Option<String>,
    alg: Option<String>,
    crv: String,
    n: String,
    e: String,
    x: String,
    y: String,
}

/// A set that has keys of other kinds too is still one: what cannot be read is left out.
impl<'de> Deserialize<'de> for KeySet {
    fn deserialize<D: serde::Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Published {
            keys: Vec<Value>,
        }
        let published = Published::deserialize(source)?;
        let keys = published.keys.into_iter().filter_map(|key| serde_json::from_value(key).ok());
        Ok(Self { keys: keys.collect() })
    }
}

impl KeySet {
    /// Those that a token of this key id may be signed with; any, where it names none.
    pub(super) fn named<'k>(&'k self, id: Option<&'k str>) -> impl Iterator<Item = &'k Key> {
        self.keys.iter().filter(move |key| id.is_none() || key.kid.as_deref() == id)
    }
}

impl Key {
    /// Whether it is for signatures, and for these.
    pub(super) fn may_sign(&self, algorithm: Algorithm) -> bool {
        self.purpose.as_deref().is_none_or(|purpose| purpose == "sig")
            && self.alg.as_deref().is_none_or(|name| name == algorithm.name())
    }

    /// Whether this key signed the message.
    pub(super) fn verifies(&self, algorithm: Algorithm, message: &[u8], signature: &[u8]) -> bool {
        let verified = match algorithm {
            Algorithm::Rsa(_, parameters) => {
                self.components().and_then(|key| key.verify(parameters, message, signature).ok())
            }
            Algorithm::Elliptic(_, with, curve, bytes) => {
                let key = self.point(curve, bytes).and_then(|point| ParsedPublicKey::new(with, point).ok());
                key.and_then(|key| key.verify_sig(message, signature).ok())
            }
        };
        verified.is_some()
    }

    fn components(&self) -> Option<RsaPublicKeyComponents<Vec<u8>>> {
        let (n, e) = (decoded(&self.n)?, decoded(&self.e)?);
        (self.kty == "RSA" && !n.is_empty() && !e.is_empty()).then_some(RsaPublicKeyComponents { n, e })
    }

    /// The point, uncompressed.
    fn point(&self, curve: &str, coordinate_bytes: usize) -> Option<Vec<u8>> {
        let (x, y) = (decoded(&self.x)?, decoded(&self.y)?);
        let fits = self.kty == "EC"
            && self.crv == curve
            && x.len() == coordinate_bytes
            && y.len() == coordinate_bytes;
        fits.then(|| [vec![4], x, y].concat())
    }
}

pub(super) fn decoded(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}
