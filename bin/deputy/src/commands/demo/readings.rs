//! The data: three clients' electricity use, built into the program.

use names::Timestamp;

use crate::commands::Failure;

/// What is imported: a target time series without header.
pub(crate) const TRAINING: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/electricity/tts.csv"));
/// The day after it, which the service never sees before it has forecast it.
pub(crate) const HOLDOUT: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/electricity/holdout.csv"));
/// The clients in it.
pub(crate) const CLIENTS: [&str; 3] = ["client_10", "client_12", "client_111"];
/// The client whose forecast is drawn.
pub(crate) const DRAWN: &str = "client_111";
/// What is measured, and in what.
pub(crate) const MEASURED: &str = "Electricity use";
pub(crate) const UNIT: &str = "kW";
/// Where it is from.
pub(crate) const SOURCE: &str =
    "ElectricityLoadDiagrams20112014 by Artur Trindade, UCI Machine Learning Repository";
pub(crate) const LICENCE: &str = "CC BY 4.0";

/// A value at an instant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Point {
    pub(crate) at: Timestamp,
    pub(crate) value: f64,
}

/// The values of one client in `text`, in the order of time.
pub(crate) fn of_client(text: &str, client: &str) -> Result<Vec<Point>, Failure> {
    let rows = text.lines().filter(|row| row.split(',').next() == Some(client));
    rows.map(point).collect()
}

/// Reads `client,2014-01-01 01:00:00,56.073`.
fn point(row: &str) -> Result<Point, Failure> {
    let invalid = || format!("`{row}` is not a row of client, time and value");
    let mut fields = row.split(',').skip(1);
    let at = fields.next().and_then(instant).ok_or_else(invalid)?;
    let value = fields.next().and_then(|text| text.parse().ok()).ok_or_else(invalid)?;
    Ok(Point { at, value })
}

/// Reads `2014-01-01 01:00:00` and `2014-01-01T01:00:00`.
pub(crate) fn instant(text: &str) -> Option<Timestamp> {
    let text = text.replace(' ', "T");
    Timestamp::parse_iso8601(&format!("{}Z", text.trim_end_matches('Z')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_client_has_one_value_an_hour_up_to_the_day_that_is_forecast() {
        for client in CLIENTS {
            let history = of_client(TRAINING, client).unwrap();
            let actual = of_client(HOLDOUT, client).unwrap();
            assert_eq!(history.len(), 7967, "{client}");
            assert_eq!(actual.len(), 24, "{client}");
            let hours = history.iter().chain(&actual).map(|point| point.at.seconds() / 3600);
            assert!(hours.clone().zip(hours.skip(1)).all(|(one, next)| one + 1 == next), "{client}");
        }
    }

    #[test]
    fn a_row_that_cannot_be_read_is_named() {
        let message = of_client("a,2014-01-01 01:00:00,many", "a").unwrap_err().to_string();
        assert_eq!(message, "`a,2014-01-01 01:00:00,many` is not a row of client, time and value");
    }
}
