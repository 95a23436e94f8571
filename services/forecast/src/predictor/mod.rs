//! Auto predictors.

mod attributes;
mod create;
mod job;
pub(crate) mod series;
mod settings;

use api_forecast::{
    AttributeConfig, DataConfig, DescribeAutoPredictorResponse, PredictorSummary, ReferencePredictorSummary,
    TimeAlignmentBoundary,
};
use kernel::Fault;
use names::{Arn, Scope, Timestamp};
use serde::{Deserialize, Serialize};
use store::Snapshot;

use crate::Forecast;
use crate::delete::Deletable;
use crate::forecast::Made;
use crate::list::Listed;
use crate::metrics::Scored;
use crate::record::{self, Common, resource};
use crate::vault::Kept;

pub(crate) use job::{Interest, TrainWork, restore};
pub(crate) use settings::{Asked, forecast_types};

/// An auto predictor.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Predictor {
    pub(crate) common: Common,
    pub(crate) group: Arn,
    /// The rows it learned from.
    pub(crate) import: Arn,
    pub(crate) asked: Asked,
    pub(crate) reference: Option<Arn>,
    /// What it learned.
    pub(crate) model: Option<Kept>,
    /// How well it did in the backtests.
    pub(crate) scored: Option<Scored>,
}

resource!(Predictor, Predictor, "forecast/predictor", model);

pub(crate) fn described(
    service: &Forecast,
    now: Timestamp,
    predictor: Predictor,
) -> DescribeAutoPredictorResponse {
    let Predictor { common, group, import, asked, reference, .. } = predictor;
    let attribute_configs = (!asked.attributes.is_empty()).then(|| {
        let config = |(attribute_name, transformations)| AttributeConfig { attribute_name, transformations };
        asked.attributes.into_iter().map(config).collect()
    });
    DescribeAutoPredictorResponse {
        predictor_arn: Some(common.arn.to_string()),
        predictor_name: Some(common.name),
        forecast_horizon: i32::try_from(asked.horizon).ok(),
        forecast_types: Some(asked.types),
        forecast_frequency: Some(asked.frequency),
        forecast_dimensions: (!asked.dimensions.is_empty()).then_some(asked.dimensions),
        dataset_import_job_arns: Some(vec![import.to_string()]),
        data_config: Some(DataConfig {
            dataset_group_arn: group.to_string(),
            attribute_configs,
            additional_datasets: None,
        }),
        encryption_config: None,
        reference_predictor_summary: reference.map(|arn| service.reference(&arn)),
        estimated_time_remaining_in_minutes: service.progress.minutes_left(&common.arn, now),
        status: Some(common.status.as_str().to_owned()),
        message: common.message,
        creation_time: Some(common.created),
        last_modification_time: Some(common.modified),
        optimization_metric: Some(asked.metric),
        explainability_info: None,
        monitor_info: None,
        time_alignment_boundary: asked.boundary.map(TimeAlignmentBoundary::from),
    }
}

impl Forecast {
    /// A reference, and whether it is there still.
    fn reference(&self, arn: &Arn) -> ReferencePredictorSummary {
        let scope = arn.account_id().zip(arn.region().parse().ok());
        let scope = scope.map(|(account, region)| Scope::new(account, region));
        let found = scope.map(|scope| self.base.read(|view| record::get::<Predictor>(view, &scope, arn)));
        let state = if matches!(found, Some(Ok(_))) { "Active" } else { "Deleted" };
        ReferencePredictorSummary { arn: Some(arn.to_string()), state: Some(state.to_owned()) }
    }
}

impl Listed for Predictor {
    type Summary = PredictorSummary;
    const FILTERS: &'static [&'static str] = &["DatasetGroupArn", "Status"];

    fn field(&self, key: &str) -> String {
        match key {
            "DatasetGroupArn" => self.group.to_string(),
            _ => self.common.status.as_str().to_owned(),
        }
    }

    fn summary(self) -> PredictorSummary {
        PredictorSummary {
            predictor_arn: Some(self.common.arn.to_string()),
            predictor_name: Some(self.common.name),
            dataset_group_arn: Some(self.group.to_string()),
            is_auto_predictor: Some(true),
            reference_predictor_summary: self
                .reference
                .map(|arn| ReferencePredictorSummary { arn: Some(arn.to_string()), state: None }),
            status: Some(self.common.status.as_str().to_owned()),
            message: self.common.message,
            creation_time: Some(self.common.created),
            last_modification_time: Some(self.common.modified),
        }
    }
}

impl Deletable for Predictor {
    fn children(&self, view: &dyn Snapshot, scope: &Scope) -> Result<Option<String>, Fault> {
        let forecasts: Vec<Made> = record::all(view, scope)?;
        let child = forecasts.into_iter().find(|forecast| forecast.predictor == self.common.arn);
        Ok(child.map(|forecast| forecast.common.arn.to_string()))
    }
}
