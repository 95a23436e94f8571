//! Datasets and imports.

use api_forecast::{
    CreateDataset, CreateDatasetImportJob, CreateDatasetImportJobRequest, CreateDatasetRequest, DataSource,
    DescribeDatasetImportJob, DescribeDatasetImportJobRequest, DescribeDatasetImportJobResponse, S3Config,
    Schema, SchemaAttribute, Statistics,
};
use client::Client;

use crate::commands::Failure;
use crate::commands::demo::calls::{given, must};
use crate::commands::demo::numbers::grouped;
use crate::commands::demo::progress::JobState;
use crate::commands::demo::stage::Stage;
use crate::commands::demo::steps::setup::{BUCKET, role_arn};

/// What is imported, and through which role.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Import<'a> {
    pub(crate) name: &'a str,
    pub(crate) dataset: &'a str,
    pub(crate) key: &'a str,
    pub(crate) role: &'a str,
}

impl Import<'_> {
    pub(crate) fn request(&self, stage: &Stage) -> CreateDatasetImportJobRequest {
        let path = format!("s3://{BUCKET}/{}", self.key);
        let s3_config = S3Config { path, role_arn: role_arn(stage, self.role), kms_key_arn: None };
        CreateDatasetImportJobRequest {
            dataset_import_job_name: self.name.into(),
            dataset_arn: self.dataset.into(),
            data_source: DataSource { s3_config },
            timestamp_format: Some("yyyy-MM-dd HH:mm:ss".into()),
            ..Default::default()
        }
    }
}

/// Makes an hourly dataset of the data's three columns; gives its ARN.
pub(crate) async fn dataset(client: &Client, name: &str) -> Result<String, Failure> {
    let columns = [("item_id", "string"), ("timestamp", "timestamp"), ("target_value", "float")];
    let attribute = |(name, kind): (&str, &str)| SchemaAttribute {
        attribute_name: Some(name.into()),
        attribute_type: Some(kind.into()),
    };
    let request = CreateDatasetRequest {
        dataset_name: name.into(),
        domain: "CUSTOM".into(),
        dataset_type: "TARGET_TIME_SERIES".into(),
        data_frequency: Some("H".into()),
        schema: Schema { attributes: Some(columns.map(attribute).to_vec()) },
        ..Default::default()
    };
    given(must::<CreateDataset>(client, request).await?.dataset_arn, "DatasetArn")
}

/// Starts an import; gives the job's ARN.
pub(crate) async fn start(stage: &Stage, client: &Client, import: &Import<'_>) -> Result<String, Failure> {
    let answer = must::<CreateDatasetImportJob>(client, import.request(stage)).await?;
    given(answer.dataset_import_job_arn, "DatasetImportJobArn")
}

pub(crate) async fn describe(client: &Client, job: &str) -> Result<JobState, Failure> {
    let answer = described(client, job).await?;
    Ok(JobState::new(answer.status, answer.message))
}

/// What the service counted, a line for each column.
pub(crate) async fn statistics(client: &Client, job: &str) -> Result<Vec<String>, Failure> {
    let fields = described(client, job).await?.field_statistics.unwrap_or_default();
    Ok(fields.iter().map(|(name, statistics)| counted(name, statistics)).collect())
}

fn counted(name: &str, statistics: &Statistics) -> String {
    let whole = |long: Option<i64>, short: Option<i32>| {
        long.or(short.map(i64::from)).and_then(|count| usize::try_from(count).ok()).unwrap_or_default()
    };
    let count = grouped(whole(statistics.count_long, statistics.count));
    let distinct = grouped(whole(statistics.count_distinct_long, statistics.count_distinct));
    let span = match (&statistics.min, &statistics.max) {
        (Some(min), Some(max)) => format!("   from {min} to {max}"),
        _ => String::new(),
    };
    format!("{name:<13}{count:>7} values, {distinct:>6} distinct{span}")
}

async fn described(client: &Client, job: &str) -> Result<DescribeDatasetImportJobResponse, Failure> {
    let request = DescribeDatasetImportJobRequest { dataset_import_job_arn: job.into() };
    must::<DescribeDatasetImportJob>(client, request).await
}
