//! What an account may have in a region. Source: "Guidelines and quotas" in the Forecast developer guide.

use std::time::Duration;

use crate::kind::Kind;

/// Jobs of one kind that may run at once.
pub(crate) const RUNNING_MAX: usize = 3;
/// Objects in one import.
pub(crate) const IMPORT_FILES_MAX: usize = 10_000;
/// Bytes in one import.
pub(crate) const IMPORT_BYTES_MAX: u64 = 30 << 30;
/// Rows in one import.
pub(crate) const IMPORT_ROWS_MAX: u64 = 3_000_000_000;
/// Time series of one predictor.
pub(crate) const SERIES_MAX: usize = 5_000_000;
/// Time series of one predictor of data more frequent than daily.
pub(crate) const SERIES_WITHIN_DAY_MAX: usize = 100_000;
/// Forecast types of one predictor or forecast.
pub(crate) const FORECAST_TYPES_MAX: usize = 5;
/// Periods to forecast.
pub(crate) const HORIZON_MAX: i32 = 500;
/// Columns of a target dataset: item, timestamp, target and ten dimensions.
pub(crate) const TARGET_COLUMNS_MAX: usize = 13;
/// User tags of one resource.
pub(crate) const TAGS_MAX: usize = 50;
/// Items on a page when nothing else is asked for, and at most.
pub(crate) const PAGE: usize = 100;
/// How long a page token is good for.
pub(crate) const TOKEN_LIFE: Duration = Duration::from_secs(24 * 3600);
/// How long a forecast can be queried.
pub(crate) const QUERY_LIFE: Duration = Duration::from_secs(30 * 24 * 3600);
/// Rows in one part of an export.
pub(crate) const EXPORT_PART_ROWS: usize = 100_000;

/// How many of a kind may exist at once.
pub(crate) fn live_max(kind: Kind) -> usize {
    match kind {
        Kind::Dataset => 1500,
        Kind::DatasetGroup | Kind::Predictor => 500,
        Kind::ImportJob | Kind::ExportJob => 1000,
        // AWS starts at 10 and raises it on request.
        Kind::Forecast => 100,
    }
}
