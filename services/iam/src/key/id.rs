//! Access key ids.

use kernel::Entropy;
use names::AccountId;

use crate::base32;

/// A new id: `AKIA` and 16 letters.
///
/// As with AWS, the letters hold the account: 80 bits, of which the first is set, 40 are the account's number and
/// the rest is chance.
pub(super) fn new(entropy: &dyn Entropy, account: AccountId) -> String {
    const CHANCE_BITS: u32 = 39;
    let mut chance = [0; 8];
    entropy.fill(&mut chance);
    let chance = u64::from_be_bytes(chance) & ((1 << CHANCE_BITS) - 1);
    let number: u64 = account.as_str().parse().unwrap_or_default();
    let bits = 1 << 79 | u128::from(number) << CHANCE_BITS | u128::from(chance);
    format!("AKIA{}", base32::letters(bits, 16))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::SystemEntropy;

    #[test]
    fn an_id_tells_its_account() {
        let account: AccountId = "029608264753".parse().unwrap();
        let id = new(&SystemEntropy::new(), account);
        assert_eq!(id.len(), 20);
        // The account of the published example ASIAQNZGKIQY56JQ7WML begins with the same letters.
        assert_eq!(id.get(4..12), "ASIAQNZGKIQY56JQ7WML".get(4..12));
    }
}
