//! Decimal numbers of any size, compared exactly.

use std::cmp::Ordering;

/// Exponents beyond this are refused.
const EXPONENT_MAX: u64 = 1_000_000;

/// `±0.d₁d₂… × 10^exponent` with d₁ ≠ 0; zero has no digits.
///
/// The digits stay where they were read, those before and those after the point: a request's number needs no room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Decimal<T> {
    negative: bool,
    exponent: i64,
    digits: [T; 2],
}

impl<'a> Decimal<&'a str> {
    /// Reads `12`, `-1.50`, `.5`, `1e3`.
    pub(crate) fn parse(text: &'a str) -> Option<Decimal<&'a str>> {
        let (negative, unsigned) = match text.strip_prefix(['-', '+']) {
            Some(unsigned) => (text.starts_with('-'), unsigned),
            None => (false, text),
        };
        let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().ok()?),
            None => (unsigned, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let is_empty = whole.is_empty() && fraction.is_empty();
        if is_empty || !are_digits(whole) || !are_digits(fraction) || exponent.unsigned_abs() > EXPONENT_MAX {
            return None;
        }
        let digits = significant(whole, fraction);
        if digits == ["", ""] {
            return Some(Decimal { negative: false, exponent: 0, digits });
        }
        // How far the first digit is from the point.
        let places = match whole.trim_start_matches('0').len() {
            0 => -signed(fraction.len() - fraction.trim_start_matches('0').len())?,
            before => signed(before)?,
        };
        Some(Decimal { negative, exponent: exponent + places, digits })
    }

    /// The same, to be kept.
    pub(crate) fn kept(self) -> Decimal<Box<str>> {
        Decimal { negative: self.negative, exponent: self.exponent, digits: self.digits.map(Into::into) }
    }
}

/// Without the zeros at the beginning and at the end.
fn significant<'a>(whole: &'a str, fraction: &'a str) -> [&'a str; 2] {
    let fraction = fraction.trim_end_matches('0');
    let whole = whole.trim_start_matches('0');
    match (whole.is_empty(), fraction.is_empty()) {
        (true, _) => ["", fraction.trim_start_matches('0')],
        (false, true) => [whole.trim_end_matches('0'), ""],
        (false, false) => [whole, fraction],
    }
}

fn signed(count: usize) -> Option<i64> {
    i64::try_from(count).ok()
}

impl<T: AsRef<str>> Decimal<T> {
    pub(crate) fn order<U: AsRef<str>>(&self, other: &Decimal<U>) -> Ordering {
        self.sign().cmp(&other.sign()).then_with(|| {
            let magnitude =
                self.exponent.cmp(&other.exponent).then_with(|| self.digits().cmp(other.digits()));
            if self.negative { magnitude.reverse() } else { magnitude }
        })
    }

    fn digits(&self) -> impl Iterator<Item = u8> {
        self.digits.iter().flat_map(|digits| digits.as_ref().bytes())
    }

    fn sign(&self) -> i8 {
        match (self.digits().next().is_none(), self.negative) {
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
        assert_eq!(order("0.050", "5e-2"), Ordering::Equal);
        assert_eq!(order("100.10", "1001e-1"), Ordering::Equal);
        assert_eq!(order("100", "100.01"), Ordering::Less);
        assert_eq!(order("1200", "12e2"), Ordering::Equal);
        assert_eq!(order("00.00e5", "0"), Ordering::Equal);
        assert_eq!(order("-0.001", "0"), Ordering::Less);
        assert_eq!(order("123456789012345678901234567890", "123456789012345678901234567891"), Ordering::Less);
        for bad in ["", "a", "1a", "-", ".", "1e", "0x1", "1 ", "1e1000001", "1e-1000001"] {
            assert_eq!(Decimal::parse(bad), None, "{bad}");
        }
        // The least and the greatest exponent that are read at all.
        for exponent in [i64::MIN, i64::MAX] {
            assert_eq!(Decimal::parse(&format!("1e{exponent}")), None, "{exponent}");
        }
    }
}
