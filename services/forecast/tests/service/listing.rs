//! Lists: order, filters and pages.

use api_forecast as api;

use crate::world::{Disk, World};

fn page(most: i32, token: Option<String>) -> api::ListDatasetsRequest {
    api::ListDatasetsRequest { max_results: Some(most), next_token: token }
}

#[tokio::test]
async fn pages_go_from_the_newest_to_the_oldest() {
    let world = World::idle(&Disk::new()).await;
    for number in 0..7 {
        world.dataset(&format!("d{number}"), "D").await;
    }
    let (mut seen, mut token, mut pages) = (Vec::new(), None, 0);
    loop {
        let answer = world.root::<api::ListDatasets>(page(3, token)).await.unwrap();
        seen.extend(answer.datasets.unwrap().into_iter().filter_map(|dataset| dataset.dataset_name));
        pages += 1;
        token = answer.next_token;
        if token.is_none() {
            break;
        }
        // What comes in between does not shift the pages.
        world.dataset(&format!("new{pages}"), "D").await;
    }
    assert_eq!(seen, ["d6", "d5", "d4", "d3", "d2", "d1", "d0"]);
    assert_eq!(pages, 3);
}

#[tokio::test]
async fn a_token_is_good_for_its_list_and_a_day() {
    let world = World::idle(&Disk::new()).await;
    for name in ["a", "b"] {
        let dataset = world.dataset(name, "D").await;
        world.group(name, &[&dataset]).await;
    }
    let token = world.root::<api::ListDatasets>(page(1, None)).await.unwrap().next_token.unwrap();
    let input = api::ListDatasetGroupsRequest { max_results: Some(1), next_token: Some(token.clone()) };
    let refused = world.root::<api::ListDatasetGroups>(input).await.unwrap_err();
    assert_eq!(refused.code, "InvalidNextTokenException");
    for wrong in ["x", "", &token.to_lowercase()] {
        let refused = world.root::<api::ListDatasets>(page(1, Some(wrong.to_owned()))).await.unwrap_err();
        assert_eq!(refused.code, "InvalidNextTokenException");
    }
    world.root::<api::ListDatasets>(page(1, Some(token.clone()))).await.unwrap();
    world.pass(1);
    let refused = world.root::<api::ListDatasets>(page(1, Some(token))).await.unwrap_err();
    assert_eq!(refused.code, "InvalidNextTokenException");
}

#[tokio::test]
async fn filters_are_all_to_hold() {
    let world = World::idle(&Disk::new()).await;
    world.furnish().await;
    let (one, two) = (world.dataset("one", "D").await, world.dataset("two", "D").await);
    world.import("i", &one, "s3://data/x").await.unwrap();
    world.import("j", &two, "s3://data/x").await.unwrap();
    let list = |filters: &[(&str, &str, &str)]| {
        let filter = |(key, condition, value): &(&str, &str, &str)| api::Filter {
            key: (*key).to_owned(),
            condition: (*condition).to_owned(),
            value: (*value).to_owned(),
        };
        let input = api::ListDatasetImportJobsRequest {
            filters: Some(filters.iter().map(filter).collect()),
            ..Default::default()
        };
        world.root::<api::ListDatasetImportJobs>(input)
    };
    let names = |answer: api::ListDatasetImportJobsResponse| {
        let jobs = answer.dataset_import_jobs.unwrap().into_iter();
        jobs.filter_map(|job| job.dataset_import_job_name).collect::<Vec<String>>()
    };
    assert_eq!(names(list(&[]).await.unwrap()), ["j", "i"]);
    assert_eq!(names(list(&[("DatasetArn", "IS", &one)]).await.unwrap()), ["i"]);
    assert_eq!(names(list(&[("DatasetArn", "IS_NOT", &one)]).await.unwrap()), ["j"]);
    assert_eq!(
        names(list(&[("Status", "IS", "CREATE_PENDING"), ("DatasetArn", "IS", &two)]).await.unwrap()),
        ["j"]
    );
    assert!(names(list(&[("Status", "IS", "ACTIVE")]).await.unwrap()).is_empty());
    let refused = list(&[("PredictorArn", "IS", &one)]).await.unwrap_err();
    assert_eq!(
        refused.to_string(),
        "InvalidInputException: The filter key PredictorArn is not valid. Valid keys are: DatasetArn, Status"
    );
}
