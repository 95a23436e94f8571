//! The days on the time axis.

use names::Timestamp;

const DAY_SECONDS: i64 = 86_400;

/// The midnights within these seconds.
pub(super) fn midnights((first, last): (f64, f64)) -> impl Iterator<Item = Timestamp> {
    let from = (first as i64 + DAY_SECONDS - 1).div_euclid(DAY_SECONDS);
    let to = (last as i64).div_euclid(DAY_SECONDS);
    (from..=to).map(|day| Timestamp::from_seconds(day * DAY_SECONDS))
}

/// `Sat 29 Nov`
pub(super) fn day(at: Timestamp) -> String {
    at.format("%a %-d %b")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_begin_at_midnight() {
        let noon = 1_417_219_200.0 - 43_200.0;
        let days: Vec<String> = midnights((noon, noon + 86_400.0)).map(day).collect();
        assert_eq!(days, ["Sat 29 Nov"]);
        assert_eq!(midnights((1_417_219_200.0, 1_417_305_600.0)).count(), 2);
    }
}
