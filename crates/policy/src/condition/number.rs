//! Decimal numbers of any size, compared exactly.

use std::cmp::Ordering;

/// Exponents beyond this are refused.
const EXPONENT_MAX: i64 = 1_000_000;

/// `±0.d₁d₂… × 10^exponent` with d₁ ≠ 0; zero has no digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Decimal {
    negative: bool,
    exponent: i64,
    digits: Digits,
}

/// As many digits as `u64` has, and a few more, are kept without the heap.
const INLINE_DIGITS: usize = 23;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Digits {
    Few([u8; INLINE_DIGITS], u8),
    Many(Box<[u8]>),
}

impl Digits {
    fn new(digits: impl Iterator<Item = u8> + Clone) -> Digits {
        let mut few = [0; INLINE_DIGITS];
        let mut count = 0;
        for digit in digits.clone() {
            let Some(room) = few.get_mut(usize::from(count)) else { return Self::Many(digits.collect()) };
            *room = digit;
            count += 1;
        }
        Self::Few(few, count)
    }

    fn as_slice(&self) -> &[u8] {
        match self {
            Self::Few(digits, count) => digits.get(..usize::from(*count)).unwrap_or_default(),
            Self::Many(digits) => digits,
        }
    }
}

impl Decimal {
    /// Reads `12`, `-1.50`, `.5`, `1e3`.
    pub(crate) fn parse(text: &str) -> Option<Decimal> {
        let (negative, unsigned) = match text.strip_prefix(['-', '+']) {
            Some(unsigned) => (text.starts_with('-'), unsigned),
            None => (false, text),
        };
        let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().ok()?),
            None => (unsigned, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = || whole.bytes().chain(fraction.bytes());
        let count = whole.len() + fraction.len();
        if count == 0 || !all().all(|byte| byte.is_ascii_digit()) || exponent.abs() > EXPONENT_MAX {
            return None;
        }
        let zeros = all().take_while(|&digit| digit == b'0').count();
        let trailing = all().rev().take_while(|&digit| digit == b'0').count();
        let digits = Digits::new(all().skip(zeros).take((count - trailing).saturating_sub(zeros)));
        if digits.as_slice().is_empty() {
            return Some(Decimal { negative: false, exponent: 0, digits });
        }
        let exponent = exponent + i64::try_from(whole.len()).ok()? - i64::try_from(zeros).ok()?;
        Some(Decimal { negative, exponent, digits })
    }

    pub(crate) fn order(&self, other: &Decimal) -> Ordering {
        self.sign().cmp(&other.sign()).then_with(|| {
            let magnitude = self
                .exponent
                .cmp(&other.exponent)
                .then_with(|| self.digits.as_slice().cmp(other.digits.as_slice()));
            if self.negative { magnitude.reverse() } else { magnitude }
        })
    }

    fn sign(&self) -> i8 {
        match (self.digits.as_slice().is_empty(), self.negative) {
            (true, _) => 0,
            (false, true) => -1,
            (false, false) => 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_ordered() {
        let order = |a: &str, b: &str| Decimal::parse(a).unwrap().order(&Decimal::parse(b).unwrap());
        assert_eq!(order("10", "10.0"), Ordering::Equal);
        assert_eq!(order("1e1", "10"), Ordering::Equal);
        assert_eq!(order("0", "-0.00"), Ordering::Equal);
        assert_eq!(order("9", "10"), Ordering::Less);
        assert_eq!(order("-9", "-10"), Ordering::Greater);
        assert_eq!(order("0.05", "0.5"), Ordering::Less);
        assert_eq!(order("123456789012345678901234567890", "123456789012345678901234567891"), Ordering::Less);
        for bad in ["", "a", "1a", "-", ".", "1e", "0x1", "1 "] {
            assert_eq!(Decimal::parse(bad), None, "{bad}");
        }
    }
}
