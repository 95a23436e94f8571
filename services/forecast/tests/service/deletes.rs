//! What can be deleted when.

use api_forecast as api;

use crate::world::World;

#[tokio::test(flavor = "multi_thread")]
async fn what_others_need_stays() {
    let world = World::new().await;
    let (dataset, group) = world.daily().await;
    let import = crate::world::arn("dataset-import-job/d/i");
    let predictor = world.predictor("p", &group, "D", 7).await.unwrap();
    world.active(&predictor).await;
    let forecast = world.forecast("f", &predictor).await.unwrap();
    world.active(&forecast).await;
    let export = world.export("e", &forecast, "s3://data/out").await.unwrap();
    world.active(&export).await;

    let in_use = |noun: &str, arn: &str, by: &str| {
        format!("ResourceInUseException: The {noun} {arn} cannot be deleted because it is in use by {by}")
    };
    let delete_dataset =
        || world.root::<api::DeleteDataset>(api::DeleteDatasetRequest { dataset_arn: dataset.clone() });
    let delete_group = || {
        world.root::<api::DeleteDatasetGroup>(api::DeleteDatasetGroupRequest {
            dataset_group_arn: group.clone(),
        })
    };
    let delete_predictor = || {
        world.root::<api::DeletePredictor>(api::DeletePredictorRequest { predictor_arn: predictor.clone() })
    };
    let delete_forecast =
        || world.root::<api::DeleteForecast>(api::DeleteForecastRequest { forecast_arn: forecast.clone() });
    assert_eq!(delete_dataset().await.unwrap_err().to_string(), in_use("dataset", &dataset, &import));
    assert_eq!(delete_group().await.unwrap_err().to_string(), in_use("dataset group", &group, &predictor));
    assert_eq!(delete_predictor().await.unwrap_err().to_string(), in_use("predictor", &predictor, &forecast));
    assert_eq!(delete_forecast().await.unwrap_err().to_string(), in_use("forecast", &forecast, &export));

    let input = api::DeleteForecastExportJobRequest { forecast_export_job_arn: export };
    world.root::<api::DeleteForecastExportJob>(input).await.unwrap();
    delete_forecast().await.unwrap();
    delete_predictor().await.unwrap();
    delete_group().await.unwrap();
    let input = api::DeleteDatasetImportJobRequest { dataset_import_job_arn: import };
    world.root::<api::DeleteDatasetImportJob>(input).await.unwrap();
    delete_dataset().await.unwrap();
    assert_eq!(
        delete_dataset().await.unwrap_err().to_string(),
        format!("ResourceNotFoundException: No resource found {dataset}")
    );
    // The exported file is the customer's.
    assert_eq!(world.keys("out/").await.len(), 1);
    // The names are free again.
    world.dataset("d", "D").await;
}

#[tokio::test]
async fn what_runs_is_not_deleted() {
    let world = World::idle(&crate::world::Disk::new()).await;
    world.furnish().await;
    let dataset = world.dataset("d", "D").await;
    let job = world.import("i", &dataset, "s3://data/x").await.unwrap();
    let input = api::DeleteDatasetImportJobRequest { dataset_import_job_arn: job.clone() };
    let refused = world.root::<api::DeleteDatasetImportJob>(input).await.unwrap_err();
    assert_eq!(
        refused.to_string(),
        format!(
            "ResourceInUseException: The dataset import job {job} is not ready: its status is CREATE_PENDING"
        )
    );
}

#[tokio::test]
async fn only_so_many_jobs_run_at_once() {
    let world = World::idle(&crate::world::Disk::new()).await;
    world.furnish().await;
    for name in ["a", "b", "c"] {
        let dataset = world.dataset(name, "D").await;
        world.import("i", &dataset, "s3://data/x").await.unwrap();
    }
    let dataset = world.dataset("d", "D").await;
    let refused = world.import("i", &dataset, "s3://data/x").await.unwrap_err();
    assert_eq!(
        refused.to_string(),
        "LimitExceededException: You have reached the limit of 3 dataset import jobs being created at once"
    );
}
