//! The whole way on the data of the getting-started exercise.

use std::time::Instant;

use api_forecast as api;

use crate::world::{World, arn, predictor};

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/electricity/");

#[tokio::test(flavor = "multi_thread")]
async fn from_rows_to_an_exported_forecast() {
    let world = World::new().await;
    world.put("electricity/tts.csv", std::fs::read(format!("{DATA}tts.csv")).unwrap()).await;
    let dataset = world.dataset("power", "H").await;
    let group = world.group("power", &[&dataset]).await;

    let import = world.import("first", &dataset, "s3://data/electricity/").await.unwrap();
    assert_eq!(import, arn("dataset-import-job/power/first"));
    world.active(&import).await;
    let input = api::DescribeDatasetImportJobRequest { dataset_import_job_arn: import.clone() };
    let imported = world.root::<api::DescribeDatasetImportJob>(input).await.unwrap();
    let fields = imported.field_statistics.unwrap();
    let field = |name: &str| fields.get(name).unwrap();
    assert_eq!(field("item_id").count_distinct, Some(3));
    assert_eq!(field("timestamp").min.as_deref(), Some("2014-01-01T01:00:00Z"));
    assert_eq!(field("timestamp").max.as_deref(), Some("2014-11-28T23:00:00Z"));
    assert_eq!((field("target_value").count, field("target_value").count_null), (Some(23_901), Some(0)));
    assert!(imported.data_size.unwrap() > 0.0008);

    let predictor_arn = world.predictor("p", &group, "H", 24).await.unwrap();
    world.active(&predictor_arn).await;
    let input = api::GetAccuracyMetricsRequest { predictor_arn: predictor_arn.clone() };
    let metrics = world.root::<api::GetAccuracyMetrics>(input).await.unwrap();
    assert_eq!(metrics.is_auto_predictor, Some(true));
    let results = metrics.predictor_evaluation_results.unwrap();
    let windows = results.first().unwrap().test_windows.clone().unwrap();
    let types: Vec<&str> = windows.iter().filter_map(|window| window.evaluation_type.as_deref()).collect();
    assert_eq!(types, ["SUMMARY", "COMPUTED", "COMPUTED", "COMPUTED", "COMPUTED", "COMPUTED"]);
    let latest = windows.get(1).unwrap();
    assert_eq!(latest.test_window_start.unwrap().iso8601(), "2014-11-28T00:00:00Z");
    assert_eq!(latest.test_window_end.unwrap().iso8601(), "2014-11-29T00:00:00Z");
    assert_eq!(latest.item_count, Some(3));
    let summary = windows.first().unwrap().metrics.clone().unwrap();
    let quantiles: Vec<f64> =
        summary.weighted_quantile_losses.unwrap().iter().filter_map(|loss| loss.quantile).collect();
    assert_eq!(quantiles, [0.9, 0.5, 0.1]);
    assert!(summary.average_weighted_quantile_loss.unwrap() < 0.25);

    let forecast = world.forecast("f", &predictor_arn).await.unwrap();
    world.active(&forecast).await;
    let predictions = world.query(&forecast, &[("item_id", "client_111")]).await.unwrap();
    let labels: Vec<&str> = predictions.keys().map(String::as_str).collect();
    assert_eq!(labels, ["p10", "p50", "p90"]);
    let median = predictions.get("p50").unwrap();
    assert_eq!(median.len(), 24);
    assert_eq!(median.first().unwrap().timestamp.as_deref(), Some("2014-11-29T00:00:00"));
    let begun = Instant::now();
    for _ in 0..20 {
        world.query(&forecast, &[("item_id", "client_10")]).await.unwrap();
    }
    assert!(begun.elapsed().as_millis() < 20 * 10, "a query takes {:?}", begun.elapsed() / 20);

    // The forecast is good: closer to what came than the last day is.
    let median_error = world.error_of(&forecast).await;
    assert!(median_error < 0.25, "{median_error}");

    let export = world.export("e", &forecast, "s3://data/out/power").await.unwrap();
    assert_eq!(export, arn("forecast-export-job/f/e"));
    world.active(&export).await;
    let keys = world.keys("out/").await;
    let [key] = keys.as_slice() else { panic!("{keys:?}") };
    assert!(key.starts_with("out/power/e_2026-11-25T07-08-") && key.ends_with("Z_part0.csv"), "{key}");
    let content = world.get(key).await;
    let mut lines = content.lines();
    assert_eq!(lines.next(), Some("item_id,date,p10,p50,p90"));
    assert!(lines.next().unwrap().starts_with("client_10,2014-11-29T00:00:00Z,"));
    assert_eq!(lines.count(), 3 * 24 - 1);

    // One like it, on the same rows.
    let input = api::CreateAutoPredictorRequest {
        predictor_name: "again".into(),
        reference_predictor_arn: Some(predictor_arn.clone()),
        ..Default::default()
    };
    let again = world.root::<api::CreateAutoPredictor>(input).await.unwrap().predictor_arn.unwrap();
    world.active(&again).await;
    let input = api::DescribeAutoPredictorRequest { predictor_arn: again };
    let found = world.root::<api::DescribeAutoPredictor>(input).await.unwrap();
    assert_eq!(found.forecast_horizon, Some(24));
    assert_eq!(found.dataset_import_job_arns, Some(vec![import]));
    let reference = found.reference_predictor_summary.unwrap();
    assert_eq!((reference.arn, reference.state.as_deref()), (Some(predictor_arn), Some("Active")));
}

impl World {
    /// The weighted absolute error of the median over the day that came.
    async fn error_of(&self, forecast: &str) -> f64 {
        let (mut errors, mut actuals) = (0.0, 0.0);
        for line in std::fs::read_to_string(format!("{DATA}holdout.csv")).unwrap().lines() {
            let mut fields = line.split(',');
            let (item, at, actual) = (fields.next().unwrap(), fields.next().unwrap(), fields.next().unwrap());
            let actual: f64 = actual.parse().unwrap();
            let at = at.replace(' ', "T");
            let predictions = self.query(forecast, &[("item_id", item)]).await.unwrap();
            let median = predictions.get("p50").unwrap();
            let point = median.iter().find(|point| point.timestamp.as_deref() == Some(&at)).unwrap();
            errors += (point.value.unwrap() - actual).abs();
            actuals += actual;
        }
        errors / actuals
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn dimensions_and_settings_carry_through() {
    let world = World::new().await;
    let mut rows = String::new();
    for day in 1..=28 {
        for (item, shop, region, sold) in
            [("a", "s1", "n", 3), ("a", "s2", "n", 5), ("a", "s1", "s", 100), ("b", "s1", "n", 7)]
        {
            rows += &format!("{item},{shop},2024-02-{day:02},{sold},{region}\n");
        }
    }
    world.put("shops/1.csv", rows).await;
    world.put("shops/", "").await;
    let attribute = |(name, kind): (&str, &str)| api::SchemaAttribute {
        attribute_name: Some(name.to_owned()),
        attribute_type: Some(kind.to_owned()),
    };
    let attributes = [
        ("item_id", "string"),
        ("location", "string"),
        ("timestamp", "timestamp"),
        ("demand", "integer"),
        ("area", "string"),
    ];
    let input = api::CreateDatasetRequest {
        domain: "RETAIL".into(),
        schema: api::Schema { attributes: Some(attributes.map(attribute).to_vec()) },
        ..crate::world::dataset("shops", "D")
    };
    let dataset = world.root::<api::CreateDataset>(input).await.unwrap().dataset_arn.unwrap();
    let input = api::CreateDatasetGroupRequest {
        dataset_group_name: "shops".into(),
        domain: "RETAIL".into(),
        dataset_arns: Some(vec![dataset.clone()]),
        tags: None,
    };
    let group = world.root::<api::CreateDatasetGroup>(input).await.unwrap().dataset_group_arn.unwrap();
    let mut input = crate::world::import("i", &dataset, "s3://data/shops");
    input.timestamp_format = Some("yyyy-MM-dd".into());
    let import =
        world.root::<api::CreateDatasetImportJob>(input).await.unwrap().dataset_import_job_arn.unwrap();
    world.active(&import).await;

    let transformations = [("aggregation", "max"), ("middlefill", "nan"), ("backfill", "nan")];
    let input = api::CreateAutoPredictorRequest {
        forecast_dimensions: Some(vec!["location".into()]),
        forecast_types: Some(vec!["mean".into(), "0.50".into()]),
        data_config: Some(api::DataConfig {
            dataset_group_arn: group,
            attribute_configs: Some(vec![api::AttributeConfig {
                attribute_name: "demand".into(),
                transformations: transformations
                    .map(|(name, value)| (name.to_owned(), value.to_owned()))
                    .into(),
            }]),
            additional_datasets: None,
        }),
        ..predictor("p", "", "D", 7)
    };
    let predictor = world.root::<api::CreateAutoPredictor>(input).await.unwrap().predictor_arn.unwrap();
    world.active(&predictor).await;
    let forecast = world.forecast("f", &predictor).await.unwrap();
    world.active(&forecast).await;

    // The greatest of the day, over both areas.
    let predictions = world.query(&forecast, &[("item_id", "a"), ("location", "s1")]).await.unwrap();
    assert_eq!(predictions.keys().collect::<Vec<_>>(), ["mean", "p50"]);
    let points = predictions.get("p50").unwrap();
    assert_eq!(points.len(), 7);
    assert_eq!(points.first().unwrap().timestamp.as_deref(), Some("2024-02-29T00:00:00"));
    assert!(points.iter().all(|point| (point.value.unwrap() - 100.0).abs() < 1.0), "{points:?}");

    let refused = world.query(&forecast, &[("item_id", "a")]).await.unwrap_err();
    assert_eq!(
        refused.to_string(),
        "InvalidInputException: The filters must have a value for each of: item_id, location"
    );
    let refused =
        world.query(&forecast, &[("item_id", "a"), ("location", "s1"), ("area", "n")]).await.unwrap_err();
    assert_eq!(
        refused.to_string(),
        "InvalidInputException: The filter area is not valid. The forecast is filtered by: item_id, location"
    );
    let refused = world.query(&forecast, &[("item_id", "A"), ("location", "s1")]).await.unwrap_err();
    assert_eq!(refused.code, "ResourceNotFoundException");

    let export = world.export("e", &forecast, "s3://data/out/").await.unwrap();
    world.active(&export).await;
    let keys = world.keys("out/").await;
    let content = world.get(keys.first().unwrap()).await;
    assert!(content.starts_with("item_id,location,date,mean,p50\na,s1,2024-02-29T00:00:00Z,"), "{content}");
}

#[tokio::test(flavor = "multi_thread")]
async fn newer_rows_move_the_forecast_and_queries_end_after_30_days() {
    let world = World::new().await;
    let (dataset, group) = world.daily().await;
    let predictor = world.predictor("p", &group, "D", 7).await.unwrap();
    world.active(&predictor).await;
    world.put("more.csv", world.get("daily.csv").await + "apples,2024-03-01 00:00:00,24\n").await;
    world.active(&world.import("more", &dataset, "s3://data/more.csv").await.unwrap()).await;
    let forecast = world.forecast("f", &predictor).await.unwrap();
    world.active(&forecast).await;

    let ask = |from: Option<&str>, to: Option<&str>| api_forecastquery::QueryForecastRequest {
        forecast_arn: forecast.clone(),
        filters: [("item_id".to_owned(), "apples".to_owned())].into(),
        start_date: from.map(str::to_owned),
        end_date: to.map(str::to_owned),
        ..Default::default()
    };
    let input = ask(Some("2024-03-03T00:00:00"), Some("2024-03-04T12:00:00"));
    let answer = world.root::<api_forecastquery::QueryForecast>(input).await.unwrap();
    let predictions = answer.forecast.unwrap().predictions.unwrap();
    let times: Vec<&str> =
        predictions.get("p90").unwrap().iter().filter_map(|point| point.timestamp.as_deref()).collect();
    assert_eq!(times, ["2024-03-03T00:00:00", "2024-03-04T00:00:00"]);

    for (from, to, refused) in [
        (
            Some("2024-03-01T00:00:00"),
            None,
            "StartDate 2024-03-01T00:00:00 is outside of the forecast, which is from 2024-03-02T00:00:00 to 2024-03-08T00:00:00",
        ),
        (
            None,
            Some("2024-03-09T00:00:00"),
            "EndDate 2024-03-09T00:00:00 is outside of the forecast, which is from 2024-03-02T00:00:00 to 2024-03-08T00:00:00",
        ),
        (Some("2024-03-05T00:00:00"), Some("2024-03-04T00:00:00"), "StartDate must not be after EndDate"),
        (Some("2024-03-05"), None, "The date 2024-03-05 is not valid. Use yyyy-MM-ddTHH:mm:ss"),
    ] {
        let fault = world.root::<api_forecastquery::QueryForecast>(ask(from, to)).await.unwrap_err();
        assert_eq!((&*fault.code, &*fault.message), ("InvalidInputException", refused));
    }
    world.pass(31);
    let gone = world.root::<api_forecastquery::QueryForecast>(ask(None, None)).await.unwrap_err();
    assert_eq!(gone.to_string(), format!("ResourceNotFoundException: No resource found {forecast}"));
}
