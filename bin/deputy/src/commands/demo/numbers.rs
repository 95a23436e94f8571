//! Numbers for people.

/// `23901` as `23,901`.
pub(crate) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A measure with four significant digits; `-` where there is none.
pub(crate) fn measure(value: Option<f64>) -> String {
    match value {
        Some(value) if value.abs() >= 100.0 => format!("{value:.1}"),
        Some(value) if value.abs() >= 10.0 => format!("{value:.2}"),
        Some(value) if value.abs() >= 1.0 => format!("{value:.3}"),
        Some(value) => format!("{value:.4}"),
        None => "-".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(23_901), "23,901");
        assert_eq!(grouped(1_000_000), "1,000,000");
    }

    #[test]
    fn measures_have_about_four_digits() {
        assert_eq!(measure(Some(123.456)), "123.5");
        assert_eq!(measure(Some(0.051_23)), "0.0512");
        assert_eq!(measure(None), "-");
    }
}
