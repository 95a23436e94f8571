use api_s3 as api;

use crate::world::{Caller, OURS, THEIRS, World, code, some};

fn create(bucket: &str) -> api::CreateBucketRequest {
    api::CreateBucketRequest { bucket: bucket.into(), ..Default::default() }
}

fn located(bucket: &str, constraint: &str) -> api::CreateBucketRequest {
    let configuration =
        api::CreateBucketConfiguration { location_constraint: some(constraint), ..Default::default() };
    api::CreateBucketRequest { create_bucket_configuration: Some(configuration), ..create(bucket) }
}

async fn created(caller: &Caller, input: api::CreateBucketRequest) -> String {
    code(caller.run::<api::CreateBucket>(input).await)
}

async fn buckets(caller: &Caller) -> Vec<String> {
    let answer = caller.run::<api::ListBuckets>(Default::default()).await.unwrap();
    answer.buckets.unwrap().into_iter().filter_map(|bucket| bucket.name).collect()
}

#[tokio::test]
async fn a_name_belongs_to_one_account() {
    let world = World::new();
    let (ours, theirs) = (world.root(OURS), world.root(THEIRS));
    assert_eq!(created(&ours, create("books")).await, "ok");
    assert_eq!(created(&theirs, create("books")).await, "409 BucketAlreadyExists");
    assert_eq!(buckets(&ours).await, ["books"]);
    assert_eq!(buckets(&theirs).await, [""; 0]);
}

#[tokio::test]
async fn only_the_oldest_region_forgives_a_second_creation() {
    let world = World::new();
    let here = world.root(OURS);
    let there = here.in_region("eu-west-1");
    assert_eq!(created(&here, create("books")).await, "ok");
    assert_eq!(created(&here, create("books")).await, "ok");
    assert_eq!(created(&there, located("films", "eu-west-1")).await, "ok");
    assert_eq!(created(&there, located("films", "eu-west-1")).await, "409 BucketAlreadyOwnedByYou");
    assert_eq!(created(&here, create("films")).await, "409 BucketAlreadyOwnedByYou");
}

#[tokio::test]
async fn the_location_is_that_of_the_endpoint() {
    let world = World::new();
    let here = world.root(OURS);
    let there = here.in_region("eu-west-1");
    let illegal = "400 IllegalLocationConstraintException";
    assert_eq!(created(&there, create("books")).await, illegal);
    assert_eq!(created(&there, located("books", "eu-west-2")).await, illegal);
    assert_eq!(created(&here, located("books", "eu-west-1")).await, illegal);
    assert_eq!(created(&here, located("books", "us-east-1")).await, "400 InvalidLocationConstraint");
    assert_eq!(created(&there, located("books", "eu-west-1")).await, "ok");

    let input = api::GetBucketLocationRequest { bucket: "books".into(), ..Default::default() };
    let location = here.run::<api::GetBucketLocation>(input).await.unwrap();
    assert_eq!(location.location_constraint, some("eu-west-1"));
    let input = api::HeadBucketRequest { bucket: "books".into(), ..Default::default() };
    assert_eq!(here.run::<api::HeadBucket>(input).await.unwrap().bucket_region, some("eu-west-1"));
}

#[tokio::test]
async fn a_call_for_another_region_is_told_the_right_one() {
    let (_, root) = World::with_bucket().await;
    let fault = root.in_region("eu-west-1").put("a", "x").await.unwrap_err();
    assert_eq!((&*fault.code, fault.status), ("AuthorizationHeaderMalformed", 400));
    assert!(fault.fields.contains(&("Region", "us-east-1".to_owned())));
}

#[tokio::test]
async fn what_is_not_served_is_said() {
    let world = World::new();
    let root = world.root(OURS);
    let locked = api::CreateBucketRequest { object_lock_enabled_for_bucket: Some(true), ..create("books") };
    assert_eq!(created(&root, locked).await, "501 NotImplemented");
    let written = api::CreateBucketRequest { object_ownership: some("ObjectWriter"), ..create("books") };
    assert_eq!(created(&root, written).await, "501 NotImplemented");
    let public = api::CreateBucketRequest { acl: some("public-read"), ..create("books") };
    assert_eq!(created(&root, public).await, "400 InvalidBucketAclWithObjectOwnership");
    assert_eq!(created(&root, create("b--use1-az1--x-s3")).await, "501 NotImplemented");
    assert_eq!(created(&root, create("Not_A_Name")).await, "400 InvalidBucketName");
}

#[tokio::test]
async fn a_bucket_is_deleted_when_it_is_empty() {
    let (world, root) = World::with_bucket().await;
    let input = api::DeleteBucketRequest { bucket: "books".into(), ..Default::default() };
    root.put("a", "x").await.unwrap();
    assert_eq!(code(root.run::<api::DeleteBucket>(input.clone()).await), "409 BucketNotEmpty");
    root.run::<api::DeleteObject>(crate::world::delete("a")).await.unwrap();
    assert_eq!(code(root.run::<api::DeleteBucket>(input.clone()).await), "ok");
    let fault = root.run::<api::DeleteBucket>(input).await.unwrap_err();
    assert_eq!((&*fault.code, fault.status), ("NoSuchBucket", 404));
    assert_eq!(fault.fields, [("BucketName", "books".to_owned())]);
    assert_eq!(created(&world.root(THEIRS), create("books")).await, "ok");
}

#[tokio::test]
async fn the_expected_owner_must_be_the_owner() {
    let (_, root) = World::with_bucket().await;
    let expecting = |owner| {
        let expected_bucket_owner = some(owner);
        api::HeadBucketRequest { bucket: "books".into(), expected_bucket_owner }
    };
    assert_eq!(code(root.run::<api::HeadBucket>(expecting(OURS)).await), "ok");
    assert_eq!(code(root.run::<api::HeadBucket>(expecting(THEIRS)).await), "403 AccessDenied");
}

#[tokio::test]
async fn buckets_are_listed_in_pages() {
    let world = World::new();
    let root = world.root(OURS);
    for name in ["alpha", "beta-1", "beta-2", "gamma"] {
        root.create_bucket(name).await.unwrap();
    }
    let mut seen = Vec::new();
    let mut token = None;
    loop {
        let input = api::ListBucketsRequest {
            prefix: some("beta"),
            max_buckets: Some(1),
            continuation_token: token,
            ..Default::default()
        };
        let answer = root.run::<api::ListBuckets>(input).await.unwrap();
        seen.extend(answer.buckets.unwrap().into_iter().filter_map(|bucket| bucket.name));
        token = answer.continuation_token;
        if token.is_none() {
            break;
        }
    }
    assert_eq!(seen, ["beta-1", "beta-2"]);
    let wrong = api::ListBucketsRequest { continuation_token: some("?"), ..Default::default() };
    assert_eq!(code(root.run::<api::ListBuckets>(wrong).await), "400 InvalidArgument");
}
