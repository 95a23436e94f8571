//! Transformations of the target attribute. Source: "Handling missing values" in the Forecast developer guide.

use std::collections::BTreeMap;

use forecasting::{Aggregation, Fill};
use kernel::Fault;

use crate::wording::invalid;

/// How rows become periods, and what gaps are filled with.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Transformations {
    pub(crate) aggregation: Aggregation,
    pub(crate) middle: Fill,
    pub(crate) back: Fill,
}

impl Transformations {
    pub(crate) fn read(given: &BTreeMap<String, String>) -> Result<Self, Fault> {
        let mut read = Self::default();
        for (name, value) in given {
            match name.as_str() {
                "aggregation" => {
                    read.aggregation = value.parse().map_err(|error| invalid(format!("{error}")))?;
                }
                "frontfill" if value == "none" => {}
                "frontfill" => {
                    return Err(invalid(format!(
                        "The front filling {value} is not supported for the target attribute. Use none"
                    )));
                }
                "middlefill" => read.middle = fill(given, name, value)?,
                "backfill" => read.back = fill(given, name, value)?,
                "middlefill_value" | "backfill_value" => check_value(given, name)?,
                _ => {
                    return Err(invalid(format!(
                        "The transformation {name} is not supported for the target attribute"
                    )));
                }
            }
        }
        Ok(read)
    }
}

fn fill(given: &BTreeMap<String, String>, name: &str, logic: &str) -> Result<Fill, Fault> {
    let value = given.get(&format!("{name}_value"));
    Fill::parse(name, logic, value.map(String::as_str)).map_err(|error| invalid(error.to_string()))
}

/// A value is only good for the logic of that name.
fn check_value(given: &BTreeMap<String, String>, name: &str) -> Result<(), Fault> {
    let logic = name.trim_end_matches("_value");
    if given.get(logic).is_some_and(|logic| logic == "value") {
        return Ok(());
    }
    Err(invalid(format!("The transformation {name} needs {logic} to be value")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<Transformations, String> {
        let given = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Transformations::read(&given).map_err(|fault| fault.message)
    }

    #[test]
    fn gaps_are_filled_as_asked() {
        assert_eq!(read(&[]), Ok(Transformations::default()));
        assert_eq!(
            read(&[
                ("aggregation", "avg"),
                ("frontfill", "none"),
                ("middlefill", "value"),
                ("middlefill_value", "7"),
                ("backfill", "nan")
            ]),
            Ok(Transformations {
                aggregation: Aggregation::Average,
                middle: Fill::Value(7.0),
                back: Fill::Nan
            })
        );
    }

    #[test]
    fn other_transformations_are_refused() {
        for (pairs, refused) in [
            (
                &[("frontfill", "zero")][..],
                "The front filling zero is not supported for the target attribute. Use none",
            ),
            (
                &[("futurefill", "zero")],
                "The transformation futurefill is not supported for the target attribute",
            ),
            (&[("backfill_value", "7")], "The transformation backfill_value needs backfill to be value"),
            (&[("middlefill", "value")], "The filling logic value needs a number in middlefill_value."),
            (
                &[("aggregation", "mode")],
                "The aggregation mode is not supported. Use sum, avg, first, min or max.",
            ),
        ] {
            assert_eq!(read(pairs), Err(refused.to_owned()));
        }
    }
}
