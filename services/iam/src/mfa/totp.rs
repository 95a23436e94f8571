//! Time-based one-time passwords: RFC 6238 with HMAC-SHA-1, six digits and steps of 30 seconds.

use aws_lc_rs::constant_time::verify_slices_are_equal;
use aws_lc_rs::hmac::{HMAC_SHA1_FOR_LEGACY_USE_ONLY, Key, sign};
use names::Timestamp;

const STEP_SECONDS: u64 = 30;
const MODULUS: u32 = 1_000_000;

/// The time step of an instant.
pub(crate) fn step(at: Timestamp) -> u64 {
    u64::try_from(at.seconds()).unwrap_or_default() / STEP_SECONDS
}

/// The code of a time step.
pub(crate) fn code(seed: &[u8], step: u64) -> String {
    format!("{:06}", truncated(seed, step) % MODULUS)
}

/// RFC 4226, section 5.3.
fn truncated(seed: &[u8], counter: u64) -> u32 {
    let tag = sign(&Key::new(HMAC_SHA1_FOR_LEGACY_USE_ONLY, seed), &counter.to_be_bytes());
    let bytes = tag.as_ref();
    let offset = usize::from(bytes.last().copied().unwrap_or_default() & 0xf);
    let four = bytes.get(offset..offset + 4).unwrap_or_default();
    four.iter().fold(0u32, |sum, byte| sum << 8 | u32::from(*byte)) & 0x7fff_ffff
}

/// Whether `given` is the code of a time step. It takes as long whatever digits are wrong.
pub(crate) fn is_code(seed: &[u8], step: u64, given: &str) -> bool {
    verify_slices_are_equal(code(seed, step).as_bytes(), given.as_bytes()).is_ok()
}

/// The time step of the second of two codes that follow each other, within `reach` steps of `now`.
pub(crate) fn of_two(seed: &[u8], codes: [&str; 2], now: u64, reach: u64) -> Option<u64> {
    let [first, second] = codes;
    let steps = now.saturating_sub(reach)..=now.saturating_add(reach);
    steps.rev().find(|step| is_code(seed, *step, second) && is_code(seed, step.saturating_sub(1), first))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, for SHA-1; the RFC shows eight digits, of which devices show the last six.
    #[test]
    fn codes_are_those_of_the_rfc() {
        let seed = b"12345678901234567890";
        let table: [(i64, u32); 6] = [
            (59, 94_287_082),
            (1_111_111_109, 7_081_804),
            (1_111_111_111, 14_050_471),
            (1_234_567_890, 89_005_924),
            (2_000_000_000, 69_279_037),
            (20_000_000_000, 65_353_130),
        ];
        for (seconds, eight) in table {
            let step = step(Timestamp::from_seconds(seconds));
            assert_eq!(truncated(seed, step) % 100_000_000, eight, "{seconds}");
            assert_eq!(code(seed, step), format!("{:06}", eight % MODULUS));
        }
    }

    #[test]
    fn two_codes_that_follow_each_other_tell_the_step() {
        let seed = b"12345678901234567890";
        let (first, second) = (code(seed, 99), code(seed, 100));
        assert_eq!(of_two(seed, [&first, &second], 103, 5), Some(100));
        assert_eq!(of_two(seed, [&second, &first], 103, 5), None);
        assert_eq!(of_two(seed, [&first, &first], 103, 5), None);
        assert_eq!(of_two(seed, [&first, &second], 106, 5), None);
    }
}
