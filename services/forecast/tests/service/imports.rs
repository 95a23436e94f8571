//! How imports read, and how they fail.

use api_forecast as api;

use crate::world::{World, import};

#[tokio::test(flavor = "multi_thread")]
async fn a_path_is_an_object_or_all_below_it() {
    let world = World::new().await;
    world.put("in/a.csv", "a,2024-01-01 00:00:00,1\n").await;
    world.put("in/b.csv", "a,2024-01-02 00:00:00,2\na,2024-01-03 00:00:00,\n").await;
    world.put("in", "a,2024-01-02 00:00:00,2\n").await;
    world.put("inner.csv", "not, csv").await;
    let dataset = world.dataset("d", "D").await;
    for (name, path, rows) in
        [("one", "s3://data/in/b.csv", 2), ("two", "s3://data/in/", 3), ("three", "s3://data/in", 1)]
    {
        let job = world.import(name, &dataset, path).await.unwrap();
        world.active(&job).await;
        let input = api::DescribeDatasetImportJobRequest { dataset_import_job_arn: job };
        let found = world.root::<api::DescribeDatasetImportJob>(input).await.unwrap();
        assert_eq!(found.field_statistics.unwrap().get("item_id").unwrap().count, Some(rows), "{path}");
    }
    let all = world.failed(&world.import("all", &dataset, "s3://data").await.unwrap()).await;
    assert_eq!(all, "s3://data/inner.csv, line 1: the row has 2 columns, and the schema has 3");
}

#[tokio::test(flavor = "multi_thread")]
async fn failures_name_their_place() {
    let world = World::new().await;
    world.put("bad.csv", "a,2024-01-01 00:00:00,1\na,2024-01-02,2\n").await;
    world.put("empty.csv", "").await;
    let dataset = world.dataset("d", "D").await;
    for (name, path, message) in [
        (
            "one",
            "s3://data/bad.csv",
            "s3://data/bad.csv, line 2, column 2 (timestamp): the value '2024-01-02' does not match the timestamp \
             format yyyy-MM-dd HH:mm:ss",
        ),
        ("two", "s3://data/empty.csv", "The files contain no rows"),
        ("three", "s3://data/nothing/", "No files were found at the S3 path s3://data/nothing/"),
    ] {
        assert_eq!(world.failed(&world.import(name, &dataset, path).await.unwrap()).await, message);
    }
    let message = world.failed(&world.import("four", &dataset, "s3://elsewhere/x").await.unwrap()).await;
    assert!(
        message.starts_with("Unable to access the S3 path s3://elsewhere/x using the role "),
        "{message}"
    );
    assert_eq!(world.status(&dataset).await.0, "ACTIVE");
}

#[tokio::test]
async fn a_dataset_mirrors_its_import_and_takes_one_at_a_time() {
    let disk = crate::world::Disk::new();
    let world = World::idle(&disk).await;
    world.furnish().await;
    let dataset = world.dataset("d", "D").await;
    let job = world.import("one", &dataset, "s3://data/x").await.unwrap();
    assert_eq!(world.status(&job).await.0, "CREATE_PENDING");
    assert_eq!(world.status(&dataset).await.0, "UPDATE_IN_PROGRESS");
    let refused = world.import("two", &dataset, "s3://data/x").await.unwrap_err();
    assert_eq!(
        refused.to_string(),
        format!(
            "ResourceInUseException: The dataset {dataset} is not ready: its status is UPDATE_IN_PROGRESS"
        )
    );
}

#[tokio::test]
async fn dates_alone_do_not_tell_hours() {
    let world = World::idle(&crate::world::Disk::new()).await;
    world.furnish().await;
    let dataset = world.dataset("d", "15min").await;
    let mut input = import("i", &dataset, "s3://data/x");
    input.timestamp_format = Some("yyyy-MM-dd".into());
    let refused = world.root::<api::CreateDatasetImportJob>(input.clone()).await.unwrap_err();
    assert_eq!(
        refused.message,
        "The timestamp format yyyy-MM-dd cannot be used with the data frequency 15min"
    );
    input.timestamp_format = Some("dd.MM.yyyy".into());
    let refused = world.root::<api::CreateDatasetImportJob>(input).await.unwrap_err();
    assert_eq!(
        refused.message,
        "The timestamp format dd.MM.yyyy is not valid. Use yyyy-MM-dd or yyyy-MM-dd HH:mm:ss"
    );
}
