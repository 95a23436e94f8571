//! What is refused, in which words.

use api_forecast as api;
use kernel::Fault;

use crate::world::{Disk, World, arn, dataset, import, predictor};

#[track_caller]
fn check<T: std::fmt::Debug>(outcome: Result<T, Fault>, code: &str, message: &str) {
    let fault = outcome.unwrap_err();
    assert_eq!((&*fault.code, &*fault.message), (code, message));
}

const INVALID: &str = "InvalidInputException";

#[tokio::test]
async fn names_are_taken_once() {
    let world = World::idle(&Disk::new()).await;
    let taken = world.dataset("d", "D").await;
    let message = format!("A dataset already exists with the arn: {taken}");
    check(
        world.root::<api::CreateDataset>(dataset("d", "H")).await,
        "ResourceAlreadyExistsException",
        &message,
    );
    let group = world.group("g", &[]).await;
    let input = api::CreateDatasetGroupRequest {
        dataset_group_name: "g".into(),
        domain: "RETAIL".into(),
        ..Default::default()
    };
    let message = format!("A dataset group already exists with the arn: {group}");
    check(world.root::<api::CreateDatasetGroup>(input).await, "ResourceAlreadyExistsException", &message);
}

#[tokio::test]
async fn what_is_not_built_is_said_so() {
    let world = World::idle(&Disk::new()).await;
    let key = || {
        Some(api::EncryptionConfig {
            role_arn: crate::world::ROLE.into(),
            kms_key_arn: "arn:aws:kms:us-east-1:111122223333:key/k".into(),
        })
    };
    let with = |change: &dyn Fn(&mut api::CreateDatasetRequest)| {
        let mut input = dataset("d", "D");
        change(&mut input);
        world.root::<api::CreateDataset>(input)
    };
    check(
        with(&|input| input.encryption_config = key()).await,
        INVALID,
        "EncryptionConfig is not implemented yet.",
    );
    for kind in ["RELATED_TIME_SERIES", "ITEM_METADATA"] {
        let message = format!("The dataset type {kind} is not implemented yet.");
        check(with(&|input| input.dataset_type = kind.into()).await, INVALID, &message);
    }
    let target = world.dataset("d", "D").await;
    let with = |change: &dyn Fn(&mut api::CreateDatasetImportJobRequest)| {
        let mut input = import("i", &target, "s3://data/x");
        change(&mut input);
        world.root::<api::CreateDatasetImportJob>(input)
    };
    check(
        with(&|input| input.format = Some("PARQUET".into())).await,
        INVALID,
        "The format PARQUET is not implemented yet.",
    );
    check(
        with(&|input| input.import_mode = Some("INCREMENTAL".into())).await,
        INVALID,
        "The import mode INCREMENTAL is not implemented yet.",
    );
    check(
        with(&|input| input.geolocation_format = Some("LAT_LONG".into())).await,
        INVALID,
        "Geolocation is not implemented yet.",
    );
    check(
        with(&|input| input.data_source.s3_config.kms_key_arn = key().map(|key| key.kms_key_arn)).await,
        INVALID,
        "KMSKeyArn is not implemented yet.",
    );
    let group = world.group("g", &[&target]).await;
    let with = |change: &dyn Fn(&mut api::CreateAutoPredictorRequest)| {
        let mut input = predictor("p", &group, "D", 7);
        change(&mut input);
        world.root::<api::CreateAutoPredictor>(input)
    };
    check(
        with(&|input| input.encryption_config = key()).await,
        INVALID,
        "EncryptionConfig is not implemented yet.",
    );
    check(
        with(&|input| input.explain_predictor = Some(true)).await,
        INVALID,
        "ExplainPredictor is not implemented yet.",
    );
    check(
        with(&|input| input.monitor_config = Some(api::MonitorConfig { monitor_name: "m".into() })).await,
        INVALID,
        "MonitorConfig is not implemented yet.",
    );
    let holiday = api::AdditionalDataset { name: "holiday".into(), configuration: None };
    check(
        with(&|input| input.data_config.as_mut().unwrap().additional_datasets = Some(vec![holiday.clone()]))
            .await,
        INVALID,
        "AdditionalDatasets is not implemented yet.",
    );
}

#[tokio::test]
async fn arns_must_be_of_the_right_kind_and_place() {
    let world = World::idle(&Disk::new()).await;
    let describe = |arn: &str| {
        let input = api::DescribeDatasetRequest { dataset_arn: arn.to_owned() };
        world.root::<api::DescribeDataset>(input)
    };
    let gone = arn("dataset/gone");
    check(describe(&gone).await, "ResourceNotFoundException", &format!("No resource found {gone}"));
    let group = arn("dataset-group/g");
    check(describe(&group).await, INVALID, &format!("The ARN {group} is not the ARN of a dataset"));
    let elsewhere = gone.replace("us-east-1", "eu-west-1");
    check(
        describe(&elsewhere).await,
        INVALID,
        &format!("The ARN {elsewhere} belongs to another account or region"),
    );
    let theirs = gone.replace(crate::world::ACCOUNT, crate::world::OTHER);
    assert!(describe(&theirs).await.unwrap_err().is_denial());
}

#[tokio::test]
async fn predictors_are_checked_before_they_are_made() {
    let world = World::idle(&Disk::new()).await;
    let target = world.dataset("d", "D").await;
    let empty = world.group("empty", &[]).await;
    let group = world.group("g", &[&target]).await;
    let with = |change: &dyn Fn(&mut api::CreateAutoPredictorRequest)| {
        let mut input = predictor("p", &group, "D", 7);
        change(&mut input);
        world.root::<api::CreateAutoPredictor>(input)
    };
    check(
        world.root::<api::CreateAutoPredictor>(predictor("p", &empty, "D", 7)).await,
        INVALID,
        &format!("The dataset group {empty} does not contain a TARGET_TIME_SERIES dataset"),
    );
    check(
        with(&|_| ()).await,
        "ResourceInUseException",
        &format!("The dataset {target} has no ACTIVE dataset import job"),
    );
    for (change, message) in [
        (
            (&|input: &mut api::CreateAutoPredictorRequest| input.forecast_frequency = Some("H".into()))
                as &dyn Fn(&mut api::CreateAutoPredictorRequest),
            "The forecast frequency H must not be shorter than the data frequency D",
        ),
        (
            &|input| input.forecast_frequency = Some("7D".into()),
            "The frequency 7D is invalid. The value for D must be between 1 and 6.",
        ),
        (
            &|input| input.forecast_frequency = None,
            "ForecastFrequency is required when creating a new predictor",
        ),
        (
            &|input| input.forecast_horizon = Some(501),
            "The forecast horizon must be between 1 and 500, not 501",
        ),
        (
            &|input| input.forecast_types = Some(vec!["1.5".into()]),
            "The forecast type 1.5 is invalid. Use mean or a value from 0.01 to 0.99 in steps of 0.01.",
        ),
        (
            &|input| input.forecast_types = Some(vec![".5".into(), "0.50".into()]),
            "The forecast type 0.50 is given more than once",
        ),
        (
            &|input| {
                input.forecast_types = Some([".1", ".2", ".3", ".4", ".5", ".6"].map(str::to_owned).to_vec())
            },
            "At most 5 forecast types can be given",
        ),
        (
            &|input| {
                input.time_alignment_boundary =
                    Some(api::TimeAlignmentBoundary { day_of_month: Some(2), ..Default::default() })
            },
            "The time alignment boundary DayOfMonth cannot be used with the frequency D.",
        ),
        (
            &|input| input.time_alignment_boundary = Some(api::TimeAlignmentBoundary::default()),
            "A time alignment boundary must have exactly one unit",
        ),
        (
            &|input| {
                input.reference_predictor_arn =
                    Some("arn:aws:forecast:us-east-1:111122223333:predictor/x".into())
            },
            "ForecastHorizon cannot be specified together with ReferencePredictorArn",
        ),
    ] {
        check(with(change).await, INVALID, message);
    }
    let message = format!("The forecast dimension shop is not a dimension of the dataset {target}");
    check(with(&|input| input.forecast_dimensions = Some(vec!["shop".into()])).await, INVALID, &message);
}

#[tokio::test]
async fn groups_hold_datasets_of_their_domain_and_one_of_a_type() {
    let world = World::idle(&Disk::new()).await;
    let (one, two) = (world.dataset("one", "D").await, world.dataset("two", "D").await);
    let group = |domain: &str, datasets: &[&String]| {
        let input = api::CreateDatasetGroupRequest {
            dataset_group_name: "g".into(),
            domain: domain.into(),
            dataset_arns: Some(datasets.iter().map(|arn| (*arn).clone()).collect()),
            tags: None,
        };
        world.root::<api::CreateDatasetGroup>(input)
    };
    let message =
        format!("The dataset {one} is of the domain CUSTOM, and the dataset group of the domain RETAIL");
    check(group("RETAIL", &[&one]).await, INVALID, &message);
    let message = "A dataset group can contain only one dataset of type TARGET_TIME_SERIES";
    check(group("CUSTOM", &[&one, &two]).await, INVALID, message);
    let gone = arn("dataset/gone");
    check(group("CUSTOM", &[&gone]).await, "ResourceNotFoundException", &format!("No resource found {gone}"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_horizon_beyond_a_quarter_of_the_data_fails_the_predictor() {
    let world = World::new().await;
    let (_, group) = world.daily().await;
    let message = world.failed(&world.predictor("p", &group, "D", 16).await.unwrap()).await;
    assert_eq!(
        message,
        "The forecast horizon 16 is longer than a quarter of the longest target time series, which has 60 data points"
    );
}

#[tokio::test]
async fn tags_have_rules() {
    let world = World::idle(&Disk::new()).await;
    let target = world.dataset("d", "D").await;
    let tag = |pairs: Vec<(String, &str)>| {
        let tags = pairs.into_iter().map(|(key, value)| api::Tag { key, value: value.to_owned() }).collect();
        world.root::<api::TagResource>(api::TagResourceRequest { resource_arn: target.clone(), tags })
    };
    check(tag(vec![("a".into(), "1"), ("a".into(), "2")]).await, INVALID, "Duplicate tag key: a");
    check(
        tag(vec![("AWS:x".into(), "1")]).await,
        INVALID,
        "The tag key AWS:x is not valid: aws: is reserved",
    );
    tag((0..50).map(|number| (format!("k{number}"), "v")).collect()).await.unwrap();
    check(
        tag(vec![("more".into(), "1")]).await,
        "LimitExceededException",
        "A resource can have at most 50 tags",
    );
    tag(vec![("k7".into(), "new")]).await.unwrap();
    let input = api::ListTagsForResourceRequest { resource_arn: target.clone() };
    let tags = world.root::<api::ListTagsForResource>(input).await.unwrap().tags.unwrap();
    assert_eq!(tags.len(), 50);
    assert_eq!(tags.iter().find(|tag| tag.key == "k7").unwrap().value, "new");
}
