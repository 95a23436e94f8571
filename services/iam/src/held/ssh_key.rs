//! Reading SSH public keys, and writing them in the other form.

use aws_lc_rs::encoding::{AsDer, PublicKeyX509Der};
use aws_lc_rs::rsa::{PublicEncryptingKey, PublicKeyComponents};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::Fault;
use md5::{Digest, Md5};
use ssh_key::public::{KeyData, RsaPublicKey};
use ssh_key::{Mpint, PublicKey};
use x509_parser::prelude::FromDer;
use x509_parser::public_key::PublicKey as Parsed;
use x509_parser::x509::SubjectPublicKeyInfo;

use crate::{pem, wording};

const BITS_MIN: usize = 2048;
/// As OpenSSL and its kin read at most.
const BITS_MAX: usize = 16_384;
const PEM_LABEL: &str = "PUBLIC KEY";

/// An RSA key that is long enough.
pub(super) struct Key(RsaPublicKey);

impl Key {
    /// Reads a key in either form.
    ///
    /// Source: "UploadSSHPublicKey" in the IAM API reference: `ssh-rsa` or PEM, at least 2,048 bits.
    pub(super) fn read(text: &str) -> Result<Self, Fault> {
        let text = text.trim();
        let key = if text.starts_with("-----BEGIN ") {
            of_pem(text)?
        } else if text.split_ascii_whitespace().next() == Some("ssh-rsa") {
            let key = PublicKey::from_openssh(text).map_err(|_| wording::invalid_public_key())?;
            key.key_data().rsa().cloned().ok_or_else(wording::invalid_public_key)?
        } else {
            return Err(wording::unrecognized_public_key());
        };
        let bits = key.n.as_positive_bytes().map_or(0, |modulus| 8 * modulus.len());
        match (BITS_MIN..=BITS_MAX).contains(&bits) {
            true => Ok(Self(key)),
            false => Err(wording::invalid_public_key()),
        }
    }

    /// The key of a stored blob.
    pub(super) fn of_blob(blob: &str) -> Result<Self, Fault> {
        Self::read(&format!("ssh-rsa {blob}"))
    }

    /// The key as SSH writes it on the wire, in base 64.
    pub(super) fn blob(&self) -> Result<String, Fault> {
        Ok(STANDARD.encode(self.bytes()?))
    }

    /// The MD5 digest of the key in pairs of digits, as `ssh-keygen -l -E md5` shows it.
    pub(super) fn fingerprint(&self) -> Result<String, Fault> {
        let digest = Md5::digest(self.bytes()?);
        let pairs: Vec<String> = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(pairs.join(":"))
    }

    /// The key in PEM.
    pub(super) fn pem(&self) -> Result<String, Fault> {
        let part = |number: &Mpint| number.as_positive_bytes().unwrap_or_default().to_vec();
        let parts = PublicKeyComponents { n: part(&self.0.n), e: part(&self.0.e) };
        let key: PublicEncryptingKey = parts.try_into().map_err(Fault::internal)?;
        let der: PublicKeyX509Der<'_> = key.as_der().map_err(Fault::internal)?;
        Ok(pem::text(PEM_LABEL, der.as_ref()))
    }

    fn bytes(&self) -> Result<Vec<u8>, Fault> {
        PublicKey::from(KeyData::Rsa(self.0.clone())).to_bytes().map_err(Fault::internal)
    }
}

fn of_pem(text: &str) -> Result<RsaPublicKey, Fault> {
    let block = pem::block(text).ok_or_else(wording::invalid_public_key)?;
    if block.tag() != PEM_LABEL {
        return Err(wording::unrecognized_public_key());
    }
    let (rest, info) =
        SubjectPublicKeyInfo::from_der(block.contents()).map_err(|_| wording::invalid_public_key())?;
    let Ok(Parsed::RSA(key)) = info.parsed() else { return Err(wording::invalid_public_key()) };
    let part = |bytes| Mpint::from_positive_bytes(bytes).map_err(|_| wording::invalid_public_key());
    match rest.is_empty() {
        true => Ok(RsaPublicKey { e: part(key.exponent)?, n: part(key.modulus)? }),
        false => Err(wording::invalid_public_key()),
    }
}
