//! Every permission taken away fails what needs it, and nothing else, and says so.

use api_forecast as api;

use crate::world::{ACCOUNT, OTHER, PERMISSIONS, ROLE, World, arn, dataset, document, export, import, trust};

fn without(action: &str) -> Vec<(&'static str, &'static str)> {
    PERMISSIONS.into_iter().filter(|(known, _)| *known != action).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_needs_to_list_and_to_read() {
    let world = World::new().await;
    world.put("daily.csv", crate::world::daily()).await;
    let dataset = world.dataset("d", "D").await;
    for (name, action, resource, path) in [
        ("one", "s3:ListBucket", "arn:aws:s3:::data", "s3://data/daily.csv"),
        ("two", "s3:GetObject", "arn:aws:s3:::data/daily.csv", "s3://data/daily.csv"),
    ] {
        world.role_may(&without(action)).await;
        let message = world.failed(&world.import(name, &dataset, path).await.unwrap()).await;
        assert_eq!(
            message,
            format!(
                "Unable to access the S3 path {path} using the role {ROLE}: User: \
                 arn:aws:sts::{ACCOUNT}:assumed-role/ForecastRole/dataset-import-job-d-{name} is not authorized to \
                 perform: {action} on resource: \"{resource}\" because no identity-based policy allows the {action} action"
            )
        );
        // The dataset is as it was, and can be imported into again.
        assert_eq!(world.status(&dataset).await.0, "ACTIVE");
    }
    world.role_may(&without("s3:PutObject")).await;
    world.active(&world.import("three", &dataset, "s3://data/daily.csv").await.unwrap()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_needs_only_to_write() {
    let world = World::new().await;
    let (_, group) = world.daily().await;
    let predictor = world.predictor("p", &group, "D", 7).await.unwrap();
    world.active(&predictor).await;
    // Nothing but imports and exports touches the customer's bucket.
    world.role_may(&[("s3:PutObject", "arn:aws:s3:::data/out/*")]).await;
    let forecast = world.forecast("f", &predictor).await.unwrap();
    world.active(&forecast).await;
    world.active(&world.export("e", &forecast, "s3://data/out/").await.unwrap()).await;

    let elsewhere = world.failed(&world.export("x", &forecast, "s3://data/elsewhere").await.unwrap()).await;
    assert!(
        elsewhere.starts_with(&format!(
            "Unable to access the S3 path s3://data/elsewhere using the role {ROLE}: User: \
             arn:aws:sts::{ACCOUNT}:assumed-role/ForecastRole/forecast-export-job-f-x is not authorized to perform: \
             s3:PutObject on resource: \"arn:aws:s3:::data/elsewhere/x_"
        )),
        "{elsewhere}"
    );
    assert!(world.keys("elsewhere").await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_role_must_trust_the_service_for_this_account() {
    let world = World::new().await;
    world.put("daily.csv", crate::world::daily()).await;
    let dataset = world.dataset("d", "D").await;
    let someone_else = trust(ACCOUNT).replace("forecast.amazonaws.com", "personalize.amazonaws.com");
    let other_resource = trust(ACCOUNT).replace(":*\"", ":dataset-import-job/other/*\"");
    for (number, document) in [trust(OTHER), someone_else, other_resource].iter().enumerate() {
        world.role_trusts(document).await;
        let job = world.import(&format!("i{number}"), &dataset, "s3://data/daily.csv").await.unwrap();
        let message = world.failed(&job).await;
        assert!(
            message.starts_with(&format!(
                "Unable to assume the role {ROLE}. Its trust policy must allow forecast.amazonaws.com to assume it for \
                 this resource: "
            )) && message.contains("is not authorized to perform: sts:AssumeRole on resource:"),
            "{message}"
        );
    }
    world.role_trusts(&trust(ACCOUNT).replace(":*\"", ":dataset-import-job/d/*\"")).await;
    world.active(&world.import("good", &dataset, "s3://data/daily.csv").await.unwrap()).await;
}

#[tokio::test]
async fn passing_a_role_is_asked_for_and_bound_to_service_and_resource() {
    let disk = crate::world::Disk::new();
    let world = World::idle(&disk).await;
    world.furnish().await;
    let dataset = world.dataset("d", "D").await;
    let job = arn("dataset-import-job/d/i");
    let user = world.user("ann", &[("forecast:CreateDatasetImportJob", &job)]).await;
    let attempt = || world.run::<api::CreateDatasetImportJob>(&user, import("i", &dataset, "s3://data/x"));

    let refused = attempt().await.unwrap_err();
    assert_eq!(
        refused.to_string(),
        format!(
            "AccessDeniedException: User: arn:aws:iam::{ACCOUNT}:user/ann is not authorized to perform: iam:PassRole on \
             resource: {ROLE} because no identity-based policy allows the iam:PassRole action"
        )
    );
    let pass = |condition: &str| {
        format!(
            r#"{{"Version":"2012-10-17","Statement":[
            {{"Effect":"Allow","Action":"forecast:CreateDatasetImportJob","Resource":"{job}"}},
            {{"Effect":"Allow","Action":"iam:PassRole","Resource":"{ROLE}","Condition":{condition}}}]}}"#
        )
    };
    world
        .user_may("ann", &pass(r#"{"StringEquals":{"iam:PassedToService":"personalize.amazonaws.com"}}"#))
        .await;
    assert_eq!(attempt().await.unwrap_err().code, "AccessDeniedException");
    world.user_may("ann", &pass(&format!(r#"{{"ArnLike":{{"iam:AssociatedResourceArn":"{job}x"}}}}"#))).await;
    assert_eq!(attempt().await.unwrap_err().code, "AccessDeniedException");
    let right = format!(
        r#"{{"StringEquals":{{"iam:PassedToService":"forecast.amazonaws.com"}},"ArnLike":{{"iam:AssociatedResourceArn":"{job}"}}}}"#
    );
    world.user_may("ann", &pass(&right)).await;
    attempt().await.unwrap();
}

#[tokio::test]
async fn a_role_of_another_account_is_invalid_and_never_asked_about() {
    let world = World::idle(&crate::world::Disk::new()).await;
    world.furnish().await;
    let target = world.dataset("d", "D").await;
    let foreign = format!("arn:aws:iam::{OTHER}:role/Theirs");
    let mut input = import("i", &target, "s3://data/x");
    input.data_source.s3_config.role_arn.clone_from(&foreign);
    let refused = world.root::<api::CreateDatasetImportJob>(input.clone()).await.unwrap_err();
    assert_eq!(
        refused.to_string(),
        format!(
            "InvalidInputException: Cross-account pass role is not allowed. The role {foreign} does not belong to \
             account {ACCOUNT}"
        )
    );
    // Who may not even import learns nothing of this.
    let user = world.user("ann", &[("forecast:ListDatasets", "*")]).await;
    let refused = world.run::<api::CreateDatasetImportJob>(&user, input).await.unwrap_err();
    assert_eq!(refused.code, "AccessDeniedException");
}

#[tokio::test]
async fn refusals_do_not_tell_what_exists() {
    let world = World::idle(&crate::world::Disk::new()).await;
    let there = world.dataset("there", "D").await;
    let user = world.user("ann", &[("forecast:ListDatasets", "*")]).await;
    let mut told = Vec::new();
    for target in [there, arn("dataset/gone")] {
        let input = api::DescribeDatasetRequest { dataset_arn: target.clone() };
        let described = world.run::<api::DescribeDataset>(&user, input).await.unwrap_err();
        let input = api::DeleteDatasetRequest { dataset_arn: target.clone() };
        let deleted = world.run::<api::DeleteDataset>(&user, input).await.unwrap_err();
        let name = target.rsplit('/').next().unwrap();
        let created = world.run::<api::CreateDataset>(&user, dataset(name, "D")).await.unwrap_err();
        told.push([described, deleted, created].map(|fault| fault.to_string().replace(name, "NAME")));
    }
    assert_eq!(told.first(), told.last());
}

#[tokio::test]
async fn tags_decide_on_create_and_on_use() {
    let world = World::idle(&crate::world::Disk::new()).await;
    let user = world.user("ann", &[]).await;
    let by_tag = r#"{"Version":"2012-10-17","Statement":[
        {"Effect":"Allow","Action":"forecast:CreateDataset","Resource":"*",
         "Condition":{"StringEquals":{"aws:RequestTag/team":"blue"},"ForAllValues:StringEquals":{"aws:TagKeys":["team"]}}},
        {"Effect":"Allow","Action":["forecast:DescribeDataset","forecast:UntagResource"],"Resource":"*",
         "Condition":{"StringEquals":{"aws:ResourceTag/team":"blue"}}}]}"#;
    world.user_may("ann", by_tag).await;
    let tagged = |name: &str, pairs: &[(&str, &str)]| {
        let mut input = dataset(name, "D");
        let tag = |(key, value): &(&str, &str)| api::Tag { key: (*key).into(), value: (*value).into() };
        input.tags = Some(pairs.iter().map(tag).collect());
        input
    };
    let create = |input| world.run::<api::CreateDataset>(&user, input);
    assert!(create(tagged("a", &[("team", "red")])).await.unwrap_err().is_denial());
    assert!(create(tagged("a", &[("team", "blue"), ("cost", "1")])).await.unwrap_err().is_denial());
    let blue = create(tagged("a", &[("team", "blue")])).await.unwrap().dataset_arn.unwrap();
    let plain = world.dataset("b", "D").await;
    let describe = |arn: &str| {
        let input = api::DescribeDatasetRequest { dataset_arn: arn.to_owned() };
        world.run::<api::DescribeDataset>(&user, input)
    };
    assert!(describe(&blue).await.is_ok());
    assert!(describe(&plain).await.unwrap_err().is_denial());
    let input = api::UntagResourceRequest { resource_arn: blue.clone(), tag_keys: vec!["team".into()] };
    world.run::<api::UntagResource>(&user, input).await.unwrap();
    assert!(describe(&blue).await.unwrap_err().is_denial());
}

#[tokio::test]
async fn an_update_of_a_group_asks_for_the_group_and_each_dataset() {
    let world = World::idle(&crate::world::Disk::new()).await;
    let target = world.dataset("d", "D").await;
    let group = world.group("g", &[]).await;
    let user = world.user("ann", &[("forecast:UpdateDatasetGroup", &group)]).await;
    let input = || api::UpdateDatasetGroupRequest {
        dataset_group_arn: group.clone(),
        dataset_arns: vec![target.clone()],
    };
    assert!(
        world.run::<api::UpdateDatasetGroup>(&user, input()).await.unwrap_err().message.contains(&target)
    );
    world.user_may("ann", &document(&[("forecast:UpdateDatasetGroup", "*")])).await;
    world.run::<api::UpdateDatasetGroup>(&user, input()).await.unwrap();
}

#[tokio::test]
async fn an_export_asks_for_the_forecast_and_the_role() {
    let world = World::idle(&crate::world::Disk::new()).await;
    world.furnish().await;
    let forecast = arn("forecast/f");
    let user = world.user("ann", &[("forecast:CreateForecastExportJob", &forecast)]).await;
    let attempt =
        || world.run::<api::CreateForecastExportJob>(&user, export("e", &forecast, "s3://data/out"));
    assert!(attempt().await.unwrap_err().message.contains("iam:PassRole"));
    let both = [("forecast:CreateForecastExportJob", &*forecast), ("iam:PassRole", ROLE)];
    world.user_may("ann", &document(&both)).await;
    assert_eq!(
        attempt().await.unwrap_err().to_string(),
        format!("ResourceNotFoundException: No resource found {forecast}")
    );
}
