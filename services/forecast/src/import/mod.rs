//! Import jobs: a private copy of the customer's rows.

mod create;
mod csv;
pub(crate) mod frame;
mod job;
mod read;
mod statistics;
mod tally;
mod typing;

use std::collections::BTreeMap;

use api_forecast::{
    DataSource, DatasetImportJobSummary, DescribeDatasetImportJobResponse, S3Config, Statistics,
};
use forecasting::TimestampFormat;
use kernel::Fault;
use names::{Arn, Scope, Timestamp};
use serde::{Deserialize, Serialize};
use store::Snapshot;

use crate::Forecast;
use crate::delete::Deletable;
use crate::forecast::Made;
use crate::list::Listed;
use crate::predictor::Predictor;
use crate::record::{self, Common, resource};
use crate::source::Place;
use crate::vault::Kept;

pub(crate) use job::ImportWork;
pub(crate) use statistics::FieldStatistics;

/// An import job, and the rows it brought.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Import {
    pub(crate) common: Common,
    pub(crate) dataset: Arn,
    pub(crate) source: Place,
    pub(crate) timestamp_format: TimestampFormat,
    /// As the customer wrote it.
    pub(crate) timestamp_pattern: Option<String>,
    pub(crate) time_zone: Option<String>,
    /// The rows, once they are here.
    pub(crate) rows: Option<Kept>,
    pub(crate) bytes_read: u64,
    pub(crate) statistics: BTreeMap<String, FieldStatistics>,
}

resource!(Import, ImportJob, "forecast/dataset-import-job", rows);

/// Bytes in what AWS calls a gigabyte.
const GIGABYTE: f64 = 1_073_741_824.0;

impl Import {
    fn data_source(&self) -> DataSource {
        DataSource { s3_config: s3_config(&self.source) }
    }
}

/// A place as the API writes it.
pub(crate) fn s3_config(place: &Place) -> S3Config {
    S3Config { path: place.path.clone(), role_arn: place.role.to_string(), kms_key_arn: None }
}

pub(crate) fn described(
    service: &Forecast,
    now: Timestamp,
    import: Import,
) -> DescribeDatasetImportJobResponse {
    let done = import.rows.is_some();
    let statistics = import.statistics.iter().map(|(name, field)| (name.clone(), Statistics::from(field)));
    DescribeDatasetImportJobResponse {
        dataset_import_job_name: Some(import.common.name.clone()),
        dataset_import_job_arn: Some(import.common.arn.to_string()),
        dataset_arn: Some(import.dataset.to_string()),
        timestamp_format: import.timestamp_pattern.clone(),
        time_zone: import.time_zone.clone(),
        use_geolocation_for_time_zone: Some(false),
        geolocation_format: None,
        data_source: Some(import.data_source()),
        estimated_time_remaining_in_minutes: service.progress.minutes_left(&import.common.arn, now),
        field_statistics: done.then(|| statistics.collect()),
        data_size: done.then(|| import.bytes_read as f64 / GIGABYTE),
        status: Some(import.common.status.as_str().to_owned()),
        message: import.common.message,
        creation_time: Some(import.common.created),
        last_modification_time: Some(import.common.modified),
        format: Some("CSV".to_owned()),
        import_mode: Some("FULL".to_owned()),
    }
}

impl Listed for Import {
    type Summary = DatasetImportJobSummary;
    const FILTERS: &'static [&'static str] = &["DatasetArn", "Status"];

    fn field(&self, key: &str) -> String {
        match key {
            "DatasetArn" => self.dataset.to_string(),
            _ => self.common.status.as_str().to_owned(),
        }
    }

    fn summary(self) -> DatasetImportJobSummary {
        DatasetImportJobSummary {
            dataset_import_job_arn: Some(self.common.arn.to_string()),
            dataset_import_job_name: Some(self.common.name.clone()),
            data_source: Some(self.data_source()),
            status: Some(self.common.status.as_str().to_owned()),
            message: self.common.message,
            creation_time: Some(self.common.created),
            last_modification_time: Some(self.common.modified),
            import_mode: Some("FULL".to_owned()),
        }
    }
}

impl Deletable for Import {
    /// A job that is learning or forecasting from these rows must be able to read them again after a crash.
    fn children(&self, view: &dyn Snapshot, scope: &Scope) -> Result<Option<String>, Fault> {
        let arn = &self.common.arn;
        let predictors: Vec<Predictor> = record::all(view, scope)?;
        let learning = predictors.into_iter().find(|it| it.common.status.is_running() && it.import == *arn);
        if let Some(predictor) = learning {
            return Ok(Some(predictor.common.arn.to_string()));
        }
        let forecasts: Vec<Made> = record::all(view, scope)?;
        let reading = forecasts.into_iter().find(|it| it.common.status.is_running() && it.import == *arn);
        Ok(reading.map(|forecast| forecast.common.arn.to_string()))
    }
}
