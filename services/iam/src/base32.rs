//! The letters of ids: RFC 4648 base 32.

const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// The lowest `count` groups of five bits, the highest first.
pub(crate) fn letters(bits: u128, count: u32) -> String {
    let groups = (0..count).rev().map(|group| (bits >> (5 * group)) as usize & 31);
    groups.filter_map(|group| LETTERS.get(group)).map(|letter| char::from(*letter)).collect()
}
