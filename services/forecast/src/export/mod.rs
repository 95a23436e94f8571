//! Forecast exports: the numbers as CSV files in the customer's bucket.

mod create;
mod job;
mod part;

use api_forecast::{DataDestination, DescribeForecastExportJobResponse, ForecastExportJobSummary};
use kernel::Fault;
use names::{Arn, Scope, Timestamp};
use serde::{Deserialize, Serialize};
use store::Snapshot;

use crate::Forecast;
use crate::delete::Deletable;
use crate::import::s3_config;
use crate::list::Listed;
use crate::record::{Common, resource};
use crate::source::Place;

pub(crate) use job::ExportWork;

/// A forecast export job.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Export {
    pub(crate) common: Common,
    pub(crate) forecast: Arn,
    pub(crate) destination: Place,
}

resource!(Export, ExportJob, "forecast/forecast-export-job");

impl Export {
    fn data_destination(&self) -> DataDestination {
        DataDestination { s3_config: s3_config(&self.destination) }
    }
}

pub(crate) fn described(_: &Forecast, _: Timestamp, export: Export) -> DescribeForecastExportJobResponse {
    DescribeForecastExportJobResponse {
        forecast_export_job_arn: Some(export.common.arn.to_string()),
        forecast_export_job_name: Some(export.common.name.clone()),
        forecast_arn: Some(export.forecast.to_string()),
        destination: Some(export.data_destination()),
        status: Some(export.common.status.as_str().to_owned()),
        message: export.common.message,
        creation_time: Some(export.common.created),
        last_modification_time: Some(export.common.modified),
        format: Some("CSV".to_owned()),
    }
}

impl Listed for Export {
    type Summary = ForecastExportJobSummary;
    const FILTERS: &'static [&'static str] = &["ForecastArn", "Status"];

    fn field(&self, key: &str) -> String {
        match key {
            "ForecastArn" => self.forecast.to_string(),
            _ => self.common.status.as_str().to_owned(),
        }
    }

    fn summary(self) -> ForecastExportJobSummary {
        ForecastExportJobSummary {
            forecast_export_job_arn: Some(self.common.arn.to_string()),
            forecast_export_job_name: Some(self.common.name.clone()),
            destination: Some(self.data_destination()),
            status: Some(self.common.status.as_str().to_owned()),
            message: self.common.message,
            creation_time: Some(self.common.created),
            last_modification_time: Some(self.common.modified),
        }
    }
}

impl Deletable for Export {
    fn children(&self, _: &dyn Snapshot, _: &Scope) -> Result<Option<String>, Fault> {
        Ok(None)
    }
}
