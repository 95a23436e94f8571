//! Datasets: a schema, and what was last imported.

mod create;
mod domain;
mod reserved;
mod schema;

use api_forecast::{DatasetSummary, DescribeDatasetResponse};
use forecasting::Frequency;
use kernel::Fault;
use names::{Scope, Timestamp};
use serde::{Deserialize, Serialize};
use store::Snapshot;

use crate::Forecast;
use crate::delete::Deletable;
use crate::list::Listed;
use crate::record::{Common, imports_in, resource};

pub(crate) use schema::{Attribute, AttributeType, Layout, Schema};

/// A dataset. Only target time series are served.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Dataset {
    pub(crate) common: Common,
    pub(crate) domain: String,
    pub(crate) dataset_type: String,
    /// As the customer wrote it.
    pub(crate) frequency: String,
    pub(crate) schema: Schema,
}

resource!(Dataset, Dataset, "forecast/dataset");

impl Dataset {
    pub(crate) fn frequency(&self) -> Result<Frequency, Fault> {
        self.frequency.parse().map_err(Fault::internal)
    }
}

pub(crate) fn described(_: &Forecast, _: Timestamp, dataset: Dataset) -> DescribeDatasetResponse {
    let common = dataset.common;
    DescribeDatasetResponse {
        dataset_arn: Some(common.arn.to_string()),
        dataset_name: Some(common.name),
        domain: Some(dataset.domain),
        dataset_type: Some(dataset.dataset_type),
        data_frequency: Some(dataset.frequency),
        schema: Some(dataset.schema.into()),
        encryption_config: None,
        status: Some(common.status.as_str().to_owned()),
        creation_time: Some(common.created),
        last_modification_time: Some(common.modified),
    }
}

impl Listed for Dataset {
    type Summary = DatasetSummary;
    const FILTERS: &'static [&'static str] = &[];

    fn field(&self, _: &str) -> String {
        String::new()
    }

    fn summary(self) -> DatasetSummary {
        DatasetSummary {
            dataset_arn: Some(self.common.arn.to_string()),
            dataset_name: Some(self.common.name),
            dataset_type: Some(self.dataset_type),
            domain: Some(self.domain),
            creation_time: Some(self.common.created),
            last_modification_time: Some(self.common.modified),
        }
    }
}

impl Deletable for Dataset {
    fn children(&self, view: &dyn Snapshot, scope: &Scope) -> Result<Option<String>, Fault> {
        let imports = imports_in(view, scope, &self.common.arn)?;
        Ok(imports.first().map(|import| import.common.arn.to_string()))
    }
}
