//! Field statistics as they are stored, and as the API shows them.

use api_forecast::Statistics;
use serde::{Deserialize, Serialize};

/// What is known of one attribute of an import.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct FieldStatistics {
    /// Rows.
    pub(crate) count: u64,
    pub(crate) distinct: u64,
    pub(crate) null: u64,
    pub(crate) nan: u64,
    /// Whether the attribute is a number.
    pub(crate) numeric: bool,
    pub(crate) min: Option<String>,
    pub(crate) max: Option<String>,
    pub(crate) average: Option<f64>,
    pub(crate) deviation: Option<f64>,
}

/// Counts that an `int` cannot hold are -1 there, as AWS has it.
fn narrow(count: u64) -> Option<i32> {
    Some(i32::try_from(count).unwrap_or(-1))
}

fn wide(count: u64) -> Option<i64> {
    i64::try_from(count).ok()
}

impl From<&FieldStatistics> for Statistics {
    fn from(field: &FieldStatistics) -> Self {
        Self {
            count: narrow(field.count),
            count_distinct: narrow(field.distinct),
            count_null: narrow(field.null),
            count_nan: narrow(field.nan).filter(|_| field.numeric),
            min: field.min.clone(),
            max: field.max.clone(),
            avg: field.average,
            stddev: field.deviation,
            count_long: wide(field.count),
            count_distinct_long: wide(field.distinct),
            count_null_long: wide(field.null),
            count_nan_long: wide(field.nan).filter(|_| field.numeric),
        }
    }
}
