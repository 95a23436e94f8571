//! Part two: import, train, forecast, export.

pub(crate) mod accuracy;
pub(crate) mod export;
pub(crate) mod import;

use api_forecast::{
    CreateAutoPredictor, CreateAutoPredictorRequest, CreateDatasetGroup, CreateDatasetGroupRequest,
    CreateForecast, CreateForecastRequest, DataConfig, DescribeAutoPredictor, DescribeAutoPredictorRequest,
    DescribeForecast, DescribeForecastRequest,
};
use client::Client;

use super::setup::{DATA_KEY, ROLE};
use crate::commands::Failure;
use crate::commands::demo::calls::{given, must};
use crate::commands::demo::progress::{JobState, until_active};
use crate::commands::demo::stage::Stage;

/// One day.
pub(crate) const HORIZON: i32 = 24;
/// The quantiles that are forecast.
pub(crate) const QUANTILES: [&str; 3] = ["0.1", "0.5", "0.9"];

/// Makes a forecast; gives its ARN.
pub(crate) async fn play(stage: &Stage, ana: &Client) -> Result<String, Failure> {
    let dataset = import::dataset(ana, "electricity").await?;
    let group = group(ana, &dataset).await?;
    stage.screen.done("dataset group and dataset: hourly target time series, domain CUSTOM");
    let job = import::start(
        stage,
        ana,
        &import::Import { name: "first", dataset: &dataset, key: DATA_KEY, role: ROLE },
    )
    .await?;
    let label = "importing through ForecastRole";
    let took = until_active(stage.screen, label, async || import::describe(ana, &job).await).await?;
    stage.screen.done(&format!("imported through ForecastRole in {took:.1} s"));
    for line in import::statistics(ana, &job).await? {
        stage.screen.detail(&line);
    }

    let predictor = train(stage, ana, group).await?;
    accuracy::show(stage.screen, ana, &predictor).await?;
    let forecast = forecast(stage, ana, predictor).await?;
    export::play(stage, ana, &forecast).await?;
    Ok(forecast)
}

async fn group(ana: &Client, dataset: &str) -> Result<String, Failure> {
    let request = CreateDatasetGroupRequest {
        dataset_group_name: "electricity".into(),
        domain: "CUSTOM".into(),
        dataset_arns: Some(vec![dataset.into()]),
        ..Default::default()
    };
    given(must::<CreateDatasetGroup>(ana, request).await?.dataset_group_arn, "DatasetGroupArn")
}

async fn train(stage: &Stage, ana: &Client, group: String) -> Result<String, Failure> {
    let request = CreateAutoPredictorRequest {
        predictor_name: "electricity".into(),
        forecast_horizon: Some(HORIZON),
        forecast_types: Some(QUANTILES.map(str::to_owned).to_vec()),
        forecast_frequency: Some("H".into()),
        data_config: Some(DataConfig { dataset_group_arn: group, ..Default::default() }),
        ..Default::default()
    };
    let predictor = given(must::<CreateAutoPredictor>(ana, request).await?.predictor_arn, "PredictorArn")?;
    let describe = async || {
        let request = DescribeAutoPredictorRequest { predictor_arn: predictor.clone() };
        let answer = must::<DescribeAutoPredictor>(ana, request).await?;
        Ok(JobState::new(answer.status, answer.message))
    };
    let took = until_active(stage.screen, "training and backtesting an auto predictor", describe).await?;
    stage.screen.done(&format!("auto predictor trained and backtested in {took:.1} s"));
    Ok(predictor)
}

async fn forecast(stage: &Stage, ana: &Client, predictor: String) -> Result<String, Failure> {
    let request = CreateForecastRequest {
        forecast_name: "electricity".into(),
        predictor_arn: predictor,
        ..Default::default()
    };
    let forecast = given(must::<CreateForecast>(ana, request).await?.forecast_arn, "ForecastArn")?;
    let describe = async || {
        let request = DescribeForecastRequest { forecast_arn: forecast.clone() };
        let answer = must::<DescribeForecast>(ana, request).await?;
        Ok(JobState::new(answer.status, answer.message))
    };
    let took = until_active(stage.screen, "forecasting the next 24 hours of each client", describe).await?;
    stage
        .screen
        .done(&format!("forecast made in {took:.1} s: {HORIZON} hours, quantiles {}", QUANTILES.join(", ")));
    Ok(forecast)
}
