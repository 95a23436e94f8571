//! Private keys of RSA as PEM files have them.

use aws_lc_rs::rsa::{OaepPrivateDecryptingKey, PrivateDecryptingKey};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// What stands before a key of PKCS #1 within PKCS #8: version, algorithm and its absent parameters.
const PKCS8_HEAD: [u8; 18] = [
    0x02, 0x01, 0x00, 0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05,
    0x00,
];
const SEQUENCE: u8 = 0x30;
const OCTETS: u8 = 0x04;

/// Reads a key that is not itself encrypted, in PKCS #8 or PKCS #1.
pub(super) fn read(pem: &str) -> Option<OaepPrivateDecryptingKey> {
    let (_, rest) = pem.split_once("-----BEGIN ")?;
    let (label, rest) = rest.split_once("-----")?;
    let (body, _) = rest.split_once("-----END ")?;
    let body: String = body.split_ascii_whitespace().collect();
    let der = STANDARD.decode(body).ok()?;
    let pkcs8 = match label {
        "PRIVATE KEY" => der,
        "RSA PRIVATE KEY" => tagged(SEQUENCE, &[&PKCS8_HEAD[..], &tagged(OCTETS, &der)?].concat())?,
        _ => return None,
    };
    OaepPrivateDecryptingKey::new(PrivateDecryptingKey::from_pkcs8(&pkcs8).ok()?).ok()
}

/// A value with its tag and length, in DER.
fn tagged(tag: u8, value: &[u8]) -> Option<Vec<u8>> {
    let length = u16::try_from(value.len()).ok()?.to_be_bytes();
    // Keys are longer than one byte counts.
    (value.len() > 0xff).then(|| [&[tag, 0x82][..], &length, value].concat())
}
