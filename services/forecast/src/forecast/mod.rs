//! Forecasts: quantiles of the future of every series.

pub(crate) mod book;
mod create;
mod job;

use api_forecast::{DescribeForecastResponse, ForecastSummary};
use kernel::Fault;
use names::{Arn, Scope, Timestamp};
use serde::{Deserialize, Serialize};
use store::Snapshot;

use crate::Forecast;
use crate::delete::Deletable;
use crate::export::Export;
use crate::list::Listed;
use crate::record::{self, Common, resource};
use crate::vault::Kept;

pub(crate) use book::Contents;
pub(crate) use job::ForecastWork;

/// A forecast.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Made {
    pub(crate) common: Common,
    pub(crate) predictor: Arn,
    pub(crate) group: Arn,
    /// The rows it goes on from.
    pub(crate) import: Arn,
    /// As the customer wrote them.
    pub(crate) types: Vec<String>,
    /// The names of the item attribute and of the forecast dimensions, in schema order.
    pub(crate) key_names: Vec<String>,
    /// The numbers, once they are known.
    pub(crate) book: Option<Kept>,
    /// What the book holds.
    pub(crate) contents: Option<Contents>,
}

resource!(Made, Forecast, "forecast/forecast", book);

pub(crate) fn described(service: &Forecast, now: Timestamp, forecast: Made) -> DescribeForecastResponse {
    let common = forecast.common;
    DescribeForecastResponse {
        estimated_time_remaining_in_minutes: service.progress.minutes_left(&common.arn, now),
        forecast_arn: Some(common.arn.to_string()),
        forecast_name: Some(common.name),
        forecast_types: Some(forecast.types),
        predictor_arn: Some(forecast.predictor.to_string()),
        dataset_group_arn: Some(forecast.group.to_string()),
        status: Some(common.status.as_str().to_owned()),
        message: common.message,
        creation_time: Some(common.created),
        last_modification_time: Some(common.modified),
        time_series_selector: None,
    }
}

impl Listed for Made {
    type Summary = ForecastSummary;
    const FILTERS: &'static [&'static str] = &["DatasetGroupArn", "PredictorArn", "Status"];

    fn field(&self, key: &str) -> String {
        match key {
            "DatasetGroupArn" => self.group.to_string(),
            "PredictorArn" => self.predictor.to_string(),
            _ => self.common.status.as_str().to_owned(),
        }
    }

    fn summary(self) -> ForecastSummary {
        ForecastSummary {
            forecast_arn: Some(self.common.arn.to_string()),
            forecast_name: Some(self.common.name),
            predictor_arn: Some(self.predictor.to_string()),
            created_using_auto_predictor: Some(true),
            dataset_group_arn: Some(self.group.to_string()),
            status: Some(self.common.status.as_str().to_owned()),
            message: self.common.message,
            creation_time: Some(self.common.created),
            last_modification_time: Some(self.common.modified),
        }
    }
}

impl Deletable for Made {
    fn children(&self, view: &dyn Snapshot, scope: &Scope) -> Result<Option<String>, Fault> {
        let exports: Vec<Export> = record::all(view, scope)?;
        let child = exports.into_iter().find(|export| export.forecast == self.common.arn);
        Ok(child.map(|export| export.common.arn.to_string()))
    }
}
