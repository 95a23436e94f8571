//! Sealing of secrets above the store, so that no engine ever sees one.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::hkdf;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;

use crate::Entropy;

/// Why sealed text did not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the sealed text is not ours, or not for this purpose")]
pub struct NotSealed;

/// Seals with a key that is derived from the installation's master key for one purpose.
///
/// AES-256-GCM with a random nonce of 96 bits; the purpose enters the key by HKDF-SHA256, so text sealed for
/// one purpose does not open for another.
pub struct Seal {
    key: LessSafeKey,
}

/// The installation's master key: 32 random bytes.
#[derive(Clone)]
pub struct MasterKey([u8; 32]);

impl MasterKey {
    /// A fresh one.
    #[must_use]
    pub fn generate(entropy: &dyn Entropy) -> Self {
        let mut bytes = [0; 32];
        entropy.fill(&mut bytes);
        Self(bytes)
    }

    /// From stored bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes, to be stored where only the server's user can read them.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The seal for one purpose.
    #[must_use]
    #[expect(clippy::expect_used, reason = "the lengths are constants that the algorithms accept")]
    pub fn seal(&self, purpose: &str) -> Seal {
        let salt = hkdf::Salt::new(hkdf::HKDF_SHA256, b"deputy seal v1");
        let secret = salt.extract(&self.0);
        let mut bytes = [0u8; 32];
        let info = [purpose.as_bytes()];
        let derived = secret.expand(&info, hkdf::HKDF_SHA256).expect("one block of output");
        derived.fill(&mut bytes).expect("one block of output");
        let key = UnboundKey::new(&AES_256_GCM, &bytes).expect("a key of 32 bytes");
        Seal { key: LessSafeKey::new(key) }
    }
}

impl std::fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MasterKey")
    }
}

impl std::fmt::Debug for Seal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Seal")
    }
}

impl Seal {
    /// Seals bytes to text (base 64 without padding).
    #[must_use]
    #[expect(clippy::expect_used, reason = "fails only above 64 GiB, which no secret has")]
    pub fn seal(&self, entropy: &dyn Entropy, plain: &[u8]) -> String {
        let mut nonce = [0u8; NONCE_LEN];
        entropy.fill(&mut nonce);
        let mut body = plain.to_vec();
        let sealing =
            self.key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::empty(), &mut body);
        sealing.expect("a short text");
        let mut whole = nonce.to_vec();
        whole.append(&mut body);
        STANDARD_NO_PAD.encode(whole)
    }

    /// Opens sealed text.
    pub fn open(&self, sealed: &str) -> Result<Vec<u8>, NotSealed> {
        let whole = STANDARD_NO_PAD.decode(sealed).map_err(|_| NotSealed)?;
        let (nonce, body) = whole.split_at_checked(NONCE_LEN).ok_or(NotSealed)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| NotSealed)?;
        let mut body = body.to_vec();
        let plain = self.key.open_in_place(nonce, Aad::empty(), &mut body).map_err(|_| NotSealed)?;
        Ok(plain.to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SystemEntropy;

    #[test]
    fn what_is_sealed_for_one_purpose_opens_for_no_other() {
        let entropy = SystemEntropy::new();
        let key = MasterKey::generate(&entropy);
        let sealed = key.seal("tokens").seal(&entropy, b"secret");
        assert_eq!(key.seal("tokens").open(&sealed).unwrap(), b"secret");
        assert_eq!(key.seal("keys").open(&sealed), Err(NotSealed));
        assert_eq!(MasterKey::generate(&entropy).seal("tokens").open(&sealed), Err(NotSealed));
    }

    #[test]
    fn changed_text_does_not_open() {
        let entropy = SystemEntropy::new();
        let seal = MasterKey::generate(&entropy).seal("tokens");
        let mut sealed = seal.seal(&entropy, b"secret");
        sealed.replace_range(20..21, if sealed.get(20..21) == Some("A") { "B" } else { "A" });
        assert_eq!(seal.open(&sealed), Err(NotSealed));
        assert_eq!(seal.open(""), Err(NotSealed));
    }
}
