//! Assertions that a provider encrypted for this account (XML Encryption, SAML core 2.3.4).
//!
//! With AES-GCM, nothing that was changed decrypts. With AES-CBC it does, and what becomes of it tells about the
//! text; so that is only decrypted under a signature of the whole response. Keys come by RSA-OAEP: the older way,
//! PKCS #1 v1.5, tells about keys in the same manner and is refused.

use aws_lc_rs::aead::{
    AES_128_GCM, AES_192_GCM, AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey,
};
use aws_lc_rs::cipher::{
    AES_128, AES_192, AES_256, DecryptionContext, PaddedBlockDecryptingKey, UnboundCipherKey,
};
use aws_lc_rs::iv::FixedLength;
use aws_lc_rs::rsa::{
    OAEP_SHA1_MGF1SHA1, OAEP_SHA256_MGF1SHA256, OAEP_SHA384_MGF1SHA384, OAEP_SHA512_MGF1SHA512,
    OaepAlgorithm, OaepPrivateDecryptingKey,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::Fault;
use uppsala::{Document, NodeId};

use super::document::{ENCRYPTION, SIGNATURE, only, text};
use super::{private_key, wording};

/// A key is encrypted once for each receiver, of which this account is one. Each that is tried costs a private
/// operation of RSA, and anybody may send them.
const ENCRYPTED_KEYS_MAX: usize = 2;
const IV_BYTES: usize = 16;

/// How the text is encrypted.
#[derive(Clone, Copy)]
enum Cipher {
    Gcm(&'static aws_lc_rs::aead::Algorithm),
    Cbc(&'static aws_lc_rs::cipher::Algorithm),
}

impl Cipher {
    fn named(uri: &str) -> Option<Self> {
        Some(match uri {
            "http://www.w3.org/2009/xmlenc11#aes128-gcm" => Self::Gcm(&AES_128_GCM),
            "http://www.w3.org/2009/xmlenc11#aes192-gcm" => Self::Gcm(&AES_192_GCM),
            "http://www.w3.org/2009/xmlenc11#aes256-gcm" => Self::Gcm(&AES_256_GCM),
            "http://www.w3.org/2001/04/xmlenc#aes128-cbc" => Self::Cbc(&AES_128),
            "http://www.w3.org/2001/04/xmlenc#aes192-cbc" => Self::Cbc(&AES_192),
            "http://www.w3.org/2001/04/xmlenc#aes256-cbc" => Self::Cbc(&AES_256),
            _ => return None,
        })
    }

    fn decrypt(self, key: &[u8], data: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Gcm(algorithm) => {
                let (nonce, data) = data.split_at_checked(NONCE_LEN)?;
                let key = LessSafeKey::new(UnboundKey::new(algorithm, key).ok()?);
                let mut text = data.to_vec();
                let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
                key.open_in_place(nonce, Aad::empty(), &mut text).ok().map(|text| text.to_vec())
            }
            Self::Cbc(algorithm) => {
                let (iv, data) = data.split_at_checked(IV_BYTES)?;
                let key = UnboundCipherKey::new(algorithm, key).ok()?;
                let key = PaddedBlockDecryptingKey::cbc_iso10126(key).ok()?;
                let context = DecryptionContext::Iv128(FixedLength::try_from(iv).ok()?);
                key.decrypt(&mut data.to_vec(), context).ok().map(|text| text.to_vec())
            }
        }
    }
}

/// The text of an encrypted assertion. One refusal for whatever does not decrypt.
pub(super) fn decrypted(
    document: &Document<'_>,
    encrypted: NodeId,
    private_keys: &[String],
    is_signed: bool,
) -> Result<String, Fault> {
    let data = only(document, encrypted, ENCRYPTION, "EncryptedData").ok_or_else(wording::not_a_response)?;
    let cipher =
        method(document, data).and_then(Cipher::named).ok_or_else(wording::unsupported_encryption)?;
    if matches!(cipher, Cipher::Cbc(_)) && !is_signed {
        return Err(wording::unsigned_encryption());
    }
    let named = document.get_elements_by_tag_name_ns(ENCRYPTION, "EncryptedKey");
    let sealed: Vec<NodeId> =
        named.into_iter().filter(|node| document.ancestors(*node).contains(&encrypted)).collect();
    let keys: Vec<_> = private_keys.iter().filter_map(|pem| private_key::read(pem)).collect();
    let mut is_supported = false;
    for node in sealed.into_iter().take(ENCRYPTED_KEYS_MAX) {
        let Some(algorithm) = oaep(document, node) else { continue };
        is_supported = true;
        let opened = keys.iter().find_map(|key| {
            let key = unwrapped(document, node, key, algorithm)?;
            String::from_utf8(cipher.decrypt(&key, &value(document, data)?)?).ok()
        });
        if let Some(text) = opened {
            return Ok(text);
        }
    }
    Err(if is_supported { wording::not_decrypted() } else { wording::unsupported_encryption() })
}

/// The key of the text, if it was encrypted for this key of the account's.
fn unwrapped(
    document: &Document<'_>,
    node: NodeId,
    key: &OaepPrivateDecryptingKey,
    algorithm: &'static OaepAlgorithm,
) -> Option<Vec<u8>> {
    let sealed = value(document, node)?;
    let mut room = vec![0; key.min_output_size()];
    key.decrypt(algorithm, &sealed, &mut room, None).ok().map(|key| key.to_vec())
}

/// The hashes of RSA-OAEP. Two that differ are not had here.
fn oaep(document: &Document<'_>, encrypted_key: NodeId) -> Option<&'static OaepAlgorithm> {
    let element = only(document, encrypted_key, ENCRYPTION, "EncryptionMethod")?;
    let named = |namespace: &str, name: &str| {
        only(document, element, namespace, name).and_then(|node| document.get_attribute(node, "Algorithm"))
    };
    let digest = named(SIGNATURE, "DigestMethod").unwrap_or("http://www.w3.org/2000/09/xmldsig#sha1");
    let mask = named("http://www.w3.org/2009/xmlenc11#", "MGF")
        .unwrap_or("http://www.w3.org/2009/xmlenc11#mgf1sha1");
    let is_labelled = only(document, element, ENCRYPTION, "OAEPparams").is_some();
    let is_oaep = match method(document, encrypted_key)? {
        "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p" => mask.ends_with("#mgf1sha1"),
        "http://www.w3.org/2009/xmlenc11#rsa-oaep" => true,
        _ => false,
    };
    if !is_oaep || is_labelled {
        return None;
    }
    Some(match (digest, mask) {
        ("http://www.w3.org/2000/09/xmldsig#sha1", "http://www.w3.org/2009/xmlenc11#mgf1sha1") => {
            &OAEP_SHA1_MGF1SHA1
        }
        ("http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2009/xmlenc11#mgf1sha256") => {
            &OAEP_SHA256_MGF1SHA256
        }
        ("http://www.w3.org/2001/04/xmldsig-more#sha384", "http://www.w3.org/2009/xmlenc11#mgf1sha384") => {
            &OAEP_SHA384_MGF1SHA384
        }
        ("http://www.w3.org/2001/04/xmlenc#sha512", "http://www.w3.org/2009/xmlenc11#mgf1sha512") => {
            &OAEP_SHA512_MGF1SHA512
        }
        _ => return None,
    })
}

fn method<'d>(document: &'d Document<'_>, node: NodeId) -> Option<&'d str> {
    let element = only(document, node, ENCRYPTION, "EncryptionMethod")?;
    document.get_attribute(element, "Algorithm")
}

/// The encrypted bytes.
fn value(document: &Document<'_>, node: NodeId) -> Option<Vec<u8>> {
    let data = only(document, node, ENCRYPTION, "CipherData")?;
    let value = only(document, data, ENCRYPTION, "CipherValue")?;
    let encoded: String = text(document, value).split_ascii_whitespace().collect();
    STANDARD.decode(encoded).ok()
}
