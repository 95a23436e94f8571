//! Rows for the import.

use std::fmt::Write;

use names::Timestamp;

/// Hours of each item.
const HOURS: u32 = 2_000;
const ITEMS: u32 = 1_000;
const FIRST_HOUR: i64 = 1_704_067_200;

pub(crate) const ROWS: u32 = HOURS * ITEMS;

/// `item,timestamp,value` with two million rows, hour by hour for each item.
pub(crate) fn text() -> String {
    let hours: Vec<String> = (0..i64::from(HOURS)).map(|hour| written(FIRST_HOUR + hour * 3_600)).collect();
    let mut text = String::with_capacity(ROWS as usize * 40);
    for item in 0..ITEMS {
        for (hour, at) in (0..).zip(&hours) {
            let value: u32 = 1_000 + (item * 31 + hour * 17) % 997 + hour % 24 * 20;
            // Writing to a string cannot fail.
            let _ = writeln!(text, "item_{item:04},{at},{}.{:02}", value / 10, value % 100);
        }
    }
    text
}

/// `2024-01-01 00:00:00`
fn written(seconds: i64) -> String {
    let text = Timestamp::from_seconds(seconds).iso8601();
    text.chars().take(19).map(|letter| if letter == 'T' { ' ' } else { letter }).collect()
}
