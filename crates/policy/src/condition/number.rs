//! Decimal numbers of any size, compared exactly.

use std::cmp::Ordering;

/// Exponents beyond this are refused.
const EXPONENT_MAX: i64 = 1_000_000;

/// `±0.d₁d₂… × 10^exponent` with d₁ ≠ 0; zero has no digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Decimal {
    negative: bool,
    exponent: i64,
    digits: Box<[u8]>,
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
        let all: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
        if all.is_empty() || !all.iter().all(u8::is_ascii_digit) || exponent.abs() > EXPONENT_MAX {
            return None;
        }
        let zeros = all.iter().take_while(|&&digit| digit == b'0').count();
        let significant = all.iter().rposition(|&digit| digit != b'0').map_or(0, |last| last + 1);
        let digits: Box<[u8]> = all.get(zeros..significant).unwrap_or_default().into();
        if digits.is_empty() {
            return Some(Decimal { negative: false, exponent: 0, digits });
        }
        let exponent = exponent + i64::try_from(whole.len()).ok()? - i64::try_from(zeros).ok()?;
        Some(Decimal { negative, exponent, digits })
    }

    pub(crate) fn order(&self, other: &Decimal) -> Ordering {
        self.sign().cmp(&other.sign()).then_with(|| {
            let magnitude = self.exponent.cmp(&other.exponent).then_with(|| self.digits.cmp(&other.digits));
            if self.negative { magnitude.reverse() } else { magnitude }
        })
    }

    fn sign(&self) -> i8 {
        match (self.digits.is_empty(), self.negative) {
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
