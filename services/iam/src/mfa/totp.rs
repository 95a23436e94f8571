//! Time-based one-time passwords: RFC 6238 with HMAC-SHA-1, six digits and steps of 30 seconds.

use std::ops::RangeInclusive;

use aws_lc_rs::constant_time::verify_slices_are_equal;
use aws_lc_rs::hmac::{HMAC_SHA1_FOR_LEGACY_USE_ONLY, Key, sign};
use names::Timestamp;

const STEP_SECONDS: u64 = 30;
const MODULUS: u32 = 1_000_000;

/// The time step of an instant.
pub(super) fn step(at: Timestamp) -> u64 {
    u64::try_from(at.seconds()).unwrap_or_default() / STEP_SECONDS
}

/// The codes of one seed.
pub(super) struct Codes(Key);

impl Codes {
    pub(super) fn new(seed: &[u8]) -> Self {
        Self(Key::new(HMAC_SHA1_FOR_LEGACY_USE_ONLY, seed))
    }

    /// The code of a time step.
    fn at(&self, step: u64) -> String {
        format!("{:06}", self.truncated(step) % MODULUS)
    }

    /// RFC 4226, section 5.3.
    fn truncated(&self, counter: u64) -> u32 {
        let tag = sign(&self.0, &counter.to_be_bytes());
        let bytes = tag.as_ref();
        let offset = usize::from(bytes.last().copied().unwrap_or_default() & 0xf);
        let four = bytes.get(offset..offset + 4).unwrap_or_default();
        four.iter().fold(0u32, |sum, byte| sum << 8 | u32::from(*byte)) & 0x7fff_ffff
    }

    /// Whether `given` is the code of a time step. It takes as long whatever digits are wrong.
    pub(super) fn is_code(&self, step: u64, given: &str) -> bool {
        verify_slices_are_equal(self.at(step).as_bytes(), given.as_bytes()).is_ok()
    }

    /// The time step of the second of two codes that follow each other, if it is among `steps`.
    pub(super) fn of_two(&self, codes: [&str; 2], steps: RangeInclusive<u64>) -> Option<u64> {
        let [first, second] = codes;
        let is_first = |step: u64| step.checked_sub(1).is_some_and(|step| self.is_code(step, first));
        steps.rev().find(|step| self.is_code(*step, second) && is_first(*step))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, for SHA-1; the RFC shows eight digits, of which devices show the last six.
    #[test]
    fn codes_are_those_of_the_rfc() {
        let codes = Codes::new(b"12345678901234567890");
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
            assert_eq!(codes.truncated(step) % 100_000_000, eight, "{seconds}");
            assert_eq!(codes.at(step), format!("{:06}", eight % MODULUS));
        }
    }

    #[test]
    fn two_codes_that_follow_each_other_tell_the_step() {
        let codes = Codes::new(b"12345678901234567890");
        let (first, second) = (codes.at(99), codes.at(100));
        assert_eq!(codes.of_two([&first, &second], 98..=108), Some(100));
        assert_eq!(codes.of_two([&second, &first], 98..=108), None);
        assert_eq!(codes.of_two([&first, &first], 98..=108), None);
        assert_eq!(codes.of_two([&first, &second], 101..=111), None);
        assert_eq!(codes.of_two([&first, &second], 0..=99), None);
    }
}
