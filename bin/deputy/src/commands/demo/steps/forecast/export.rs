//! The forecast written back into the customer's bucket, through the same role.

use api_forecast::{
    CreateForecastExportJob, CreateForecastExportJobRequest, DataDestination, DescribeForecastExportJob,
    DescribeForecastExportJobRequest, S3Config,
};
use api_s3::{GetObject, GetObjectRequest, ListObjectsV2, ListObjectsV2Request, Object};
use client::Client;

use crate::commands::Failure;
use crate::commands::demo::calls::{given, must};
use crate::commands::demo::numbers::grouped;
use crate::commands::demo::progress::{JobState, until_active};
use crate::commands::demo::stage::Stage;
use crate::commands::demo::steps::setup::{BUCKET, ROLE, role_arn};

const PREFIX: &str = "forecasts/";
/// Exports of the demonstration are a few kilobytes.
const EXPORT_BYTES_MAX: usize = 1024 * 1024;
/// Lines shown of an export, its header among them.
const LINES_SHOWN: usize = 4;

/// Exports the forecast and shows what was written.
pub(crate) async fn play(stage: &Stage, ana: &Client, forecast: &str) -> Result<(), Failure> {
    let s3_config = S3Config {
        path: format!("s3://{BUCKET}/{PREFIX}"),
        role_arn: role_arn(stage, ROLE),
        kms_key_arn: None,
    };
    let request = CreateForecastExportJobRequest {
        forecast_export_job_name: "electricity".into(),
        forecast_arn: forecast.into(),
        destination: DataDestination { s3_config },
        ..Default::default()
    };
    let answer = must::<CreateForecastExportJob>(ana, request).await?;
    let job = given(answer.forecast_export_job_arn, "ForecastExportJobArn")?;
    let describe = async || {
        let request = DescribeForecastExportJobRequest { forecast_export_job_arn: job.clone() };
        let answer = must::<DescribeForecastExportJob>(ana, request).await?;
        Ok(JobState::new(answer.status, answer.message))
    };
    let took = until_active(stage.screen, "exporting to the bucket", describe).await?;
    stage.screen.done(&format!("exported through ForecastRole in {took:.1} s"));
    show(stage, ana).await
}

async fn show(stage: &Stage, ana: &Client) -> Result<(), Failure> {
    let request =
        ListObjectsV2Request { bucket: BUCKET.into(), prefix: Some(PREFIX.into()), ..Default::default() };
    let objects = must::<ListObjectsV2>(ana, request).await?.contents.unwrap_or_default();
    for object in &objects {
        let size = usize::try_from(object.size.unwrap_or_default()).unwrap_or_default();
        stage.screen.detail(&format!("s3://{BUCKET}/{}  {} bytes", key(object), grouped(size)));
    }
    let largest = given(objects.iter().max_by_key(|object| object.size), "exported object")?;
    let request = GetObjectRequest { bucket: BUCKET.into(), key: key(largest).into(), ..Default::default() };
    let body = must::<GetObject>(ana, request).await?.body.unwrap_or_default();
    let bytes = body.collect(EXPORT_BYTES_MAX).await?;
    for line in String::from_utf8_lossy(&bytes).lines().take(LINES_SHOWN) {
        stage.screen.detail(&format!("  {line}"));
    }
    Ok(())
}

fn key(object: &Object) -> &str {
    object.key.as_deref().unwrap_or_default()
}
