//! The letters of ids and seeds: RFC 4648 base 32.

const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// Bytes in groups of five; the seeds of devices are whole groups.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let group = |five: &[u8]| five.iter().fold(0u128, |sum, byte| sum << 8 | u128::from(*byte));
    bytes.chunks_exact(5).map(|five| letters(group(five), 8)).collect()
}

/// The lowest `count` groups of five bits, the highest first.
pub(crate) fn letters(bits: u128, count: u32) -> String {
    let groups = (0..count).rev().map(|group| (bits >> (5 * group)) as usize & 31);
    groups.filter_map(|group| LETTERS.get(group)).map(|letter| char::from(*letter)).collect()
}
