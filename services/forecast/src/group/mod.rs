//! Dataset groups: the datasets that predictors learn from, by reference.

mod create;
mod update;

use api_forecast::{DatasetGroupSummary, DescribeDatasetGroupResponse};
use kernel::Fault;
use names::{Arn, Scope, Timestamp};
use serde::{Deserialize, Serialize};
use store::Snapshot;

use crate::Forecast;
use crate::dataset::Dataset;
use crate::delete::Deletable;
use crate::list::Listed;
use crate::predictor::Predictor;
use crate::record::{self, Common, resource};
use crate::wording::invalid;

/// A dataset group.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Group {
    pub(crate) common: Common,
    pub(crate) domain: String,
    pub(crate) datasets: Vec<Arn>,
}

resource!(Group, DatasetGroup, "forecast/dataset-group");

impl Group {
    /// The target dataset.
    pub(crate) fn target(&self, view: &dyn Snapshot, scope: &Scope) -> Result<Dataset, Fault> {
        let Some(arn) = self.datasets.first() else {
            let arn = &self.common.arn;
            return Err(invalid(format!(
                "The dataset group {arn} does not contain a TARGET_TIME_SERIES dataset"
            )));
        };
        record::get(view, scope, arn)
    }
}

/// The datasets for a group: all there, of its domain, and of different types.
pub(crate) fn members(
    view: &dyn Snapshot,
    scope: &Scope,
    domain: &str,
    arns: &[String],
) -> Result<Vec<Arn>, Fault> {
    let mut members: Vec<Dataset> = Vec::new();
    for arn in arns {
        let dataset: Dataset = record::named(view, scope, arn)?;
        if dataset.domain != domain {
            return Err(invalid(format!(
                "The dataset {arn} is of the domain {}, and the dataset group of the domain {domain}",
                dataset.domain
            )));
        }
        if members.iter().any(|other| other.dataset_type == dataset.dataset_type) {
            return Err(invalid(format!(
                "A dataset group can contain only one dataset of type {}",
                dataset.dataset_type
            )));
        }
        members.push(dataset);
    }
    Ok(members.into_iter().map(|dataset| dataset.common.arn).collect())
}

pub(crate) fn described(_: &Forecast, _: Timestamp, group: Group) -> DescribeDatasetGroupResponse {
    let common = group.common;
    DescribeDatasetGroupResponse {
        dataset_group_name: Some(common.name),
        dataset_group_arn: Some(common.arn.to_string()),
        dataset_arns: Some(group.datasets.iter().map(Arn::to_string).collect()),
        domain: Some(group.domain),
        status: Some(common.status.as_str().to_owned()),
        creation_time: Some(common.created),
        last_modification_time: Some(common.modified),
    }
}

impl Listed for Group {
    type Summary = DatasetGroupSummary;
    const FILTERS: &'static [&'static str] = &[];

    fn field(&self, _: &str) -> String {
        String::new()
    }

    fn summary(self) -> DatasetGroupSummary {
        DatasetGroupSummary {
            dataset_group_arn: Some(self.common.arn.to_string()),
            dataset_group_name: Some(self.common.name),
            creation_time: Some(self.common.created),
            last_modification_time: Some(self.common.modified),
        }
    }
}

impl Deletable for Group {
    fn children(&self, view: &dyn Snapshot, scope: &Scope) -> Result<Option<String>, Fault> {
        let predictors: Vec<Predictor> = record::all(view, scope)?;
        let child = predictors.into_iter().find(|predictor| predictor.group == self.common.arn);
        Ok(child.map(|predictor| predictor.common.arn.to_string()))
    }
}
