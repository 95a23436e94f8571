//! Random ids and secrets.

use aws_lc_rs::rand::{SecureRandom, SystemRandom};
use names::AccountId;

/// Gives unpredictable bytes.
pub trait Entropy: Send + Sync + 'static {
    /// Fills the buffer.
    fn fill(&self, buffer: &mut [u8]);
}

/// The operating system's generator.
#[derive(Debug)]
pub struct SystemEntropy(SystemRandom);

impl SystemEntropy {
    /// A handle to it.
    #[must_use]
    pub fn new() -> Self {
        Self(SystemRandom::new())
    }
}

impl Default for SystemEntropy {
    fn default() -> Self {
        Self::new()
    }
}

impl Entropy for SystemEntropy {
    #[expect(
        clippy::expect_used,
        reason = "without randomness no credential may be made; the request ends here"
    )]
    fn fill(&self, buffer: &mut [u8]) {
        self.0.fill(buffer).expect("the operating system gives random bytes");
    }
}

/// The letters of ids such as `AROA…`: RFC 4648 base 32.
const ID_LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/// The letters of secret access keys.
const SECRET_LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/// Crockford's base 32, as ULIDs are written.
const ULID_LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn letters<const N: usize>(entropy: &dyn Entropy, alphabet: &[u8; N], length: usize) -> String {
    let mut bytes = vec![0; length];
    entropy.fill(&mut bytes);
    // N divides 256, so every letter is as likely as the others.
    bytes
        .iter()
        .filter_map(|byte| alphabet.get(usize::from(*byte) % N))
        .map(|letter| char::from(*letter))
        .collect()
}

/// An IAM unique id: the prefix (`AIDA`, `AROA`, `ANPA`, …) and 17 letters.
#[must_use]
pub fn unique_id(entropy: &dyn Entropy, prefix: &str) -> String {
    format!("{prefix}{}", letters(entropy, ID_LETTERS, 17))
}

/// A secret access key: 40 letters.
#[must_use]
pub fn secret_access_key(entropy: &dyn Entropy) -> String {
    letters(entropy, SECRET_LETTERS, 40)
}

/// A ULID: 48 bits of time in milliseconds and 80 random bits, sortable as text.
#[must_use]
pub fn ulid(entropy: &dyn Entropy, at: names::Timestamp) -> String {
    let millis = u64::try_from(at.millis()).unwrap_or_default();
    let time = (0..10).rev().filter_map(|digit| ULID_LETTERS.get((millis >> (5 * digit)) as usize & 31));
    let time: String = time.map(|letter| char::from(*letter)).collect();
    time + &letters(entropy, ULID_LETTERS, 16)
}

/// A version-4 UUID.
#[must_use]
pub fn uuid(entropy: &dyn Entropy) -> String {
    let mut bytes = [0u8; 16];
    entropy.fill(&mut bytes);
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let text = hex::encode(bytes);
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    format!("{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}

/// The bits of an access key id that hold its account: 40 of the first 48, as AWS lays them out.
const ACCOUNT_MASK: u64 = 0x7fff_ffff_ff80;

/// An access key id: the prefix (`AKIA`, `ASIA`) and 16 letters of base 32, in which the account can be read.
#[must_use]
pub fn access_key_id(entropy: &dyn Entropy, prefix: &str, account: AccountId) -> String {
    let mut bytes = [0u8; 10];
    entropy.fill(&mut bytes);
    let [a, b, c, d, e, f, ..] = bytes;
    let number: u64 = account.as_str().parse().unwrap_or_default();
    let head = u64::from_be_bytes([0, 0, a, b, c, d, e, f]) & !ACCOUNT_MASK | number << 7 & ACCOUNT_MASK;
    bytes[..6].copy_from_slice(&head.to_be_bytes()[2..]);
    let whole = bytes.iter().fold(0u128, |sum, byte| sum << 8 | u128::from(*byte));
    let digits = (0..16).rev().filter_map(|digit| ID_LETTERS.get((whole >> (5 * digit)) as usize & 31));
    digits.fold(prefix.to_owned(), |mut text, letter| {
        text.push(char::from(*letter));
        text
    })
}

/// The account that an access key id of our making names.
#[must_use]
pub fn account_of_access_key_id(id: &str) -> Option<AccountId> {
    let digits = id.get(4..20).filter(|_| id.len() == 20)?;
    let mut whole = 0u128;
    for letter in digits.bytes() {
        whole = whole << 5 | ID_LETTERS.iter().position(|known| *known == letter)? as u128;
    }
    let head = (whole >> 32) as u64;
    format!("{:012}", (head & ACCOUNT_MASK) >> 7).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_access_key_id_tells_its_account() {
        let account: AccountId = "111122223333".parse().unwrap();
        let id = access_key_id(&SystemEntropy::new(), "AKIA", account);
        assert_eq!(id.len(), 20);
        assert_eq!(account_of_access_key_id(&id), Some(account));
        // A published example: the id and the account that AWS reads from it.
        let known = account_of_access_key_id("ASIAQNZGKIQY56JQ7WML");
        assert_eq!(known, "029608264753".parse().ok());
        assert_eq!(account_of_access_key_id("AKIA"), None);
    }
}
