//! Service-linked roles as an administrator meets them.

mod common;

use api_iam::*;
use common::*;

const NAME: &str = "AWSServiceRoleForCloudTrail";

fn create() -> CreateServiceLinkedRoleRequest {
    CreateServiceLinkedRoleRequest {
        aws_service_name: "cloudtrail.amazonaws.com".into(),
        ..Default::default()
    }
}

#[tokio::test]
async fn a_service_linked_role_is_made_whole_and_nobodys_to_change() {
    let world = World::new().await;
    let role = world.root::<CreateServiceLinkedRole>(create()).await.unwrap().role.unwrap();
    assert_eq!(
        role.arn,
        format!("arn:aws:iam::{ACCOUNT}:role/aws-service-role/cloudtrail.amazonaws.com/{NAME}")
    );
    assert!(decoded(&role.assume_role_policy_document.unwrap()).contains("cloudtrail.amazonaws.com"));
    let attached = ListAttachedRolePoliciesRequest { role_name: NAME.into(), ..Default::default() };
    let attached = world.root::<ListAttachedRolePolicies>(attached).await.unwrap().attached_policies.unwrap();
    assert_eq!(attached[0].policy_name.as_deref(), Some("CloudTrailServiceRolePolicy"));
    let message =
        format!("Service role name {NAME} has been taken in this account, please try a different suffix.");
    refused(world.root::<CreateServiceLinkedRole>(create()).await, "InvalidInput", 400, &message);
    let put = PutRolePolicyRequest {
        role_name: NAME.into(),
        policy_name: "p".into(),
        policy_document: allow("s3:*", "*"),
    };
    assert_eq!(world.root::<PutRolePolicy>(put).await.unwrap_err().code, "UnmodifiableEntity");
    let delete = DeleteRoleRequest { role_name: NAME.into() };
    assert_eq!(world.root::<DeleteRole>(delete).await.unwrap_err().code, "UnmodifiableEntity");

    let delete = DeleteServiceLinkedRoleRequest { role_name: NAME.into() };
    let task = world.root::<DeleteServiceLinkedRole>(delete).await.unwrap().deletion_task_id;
    assert!(task.starts_with(&format!("task/aws-service-role/cloudtrail.amazonaws.com/{NAME}/")));
    let status = GetServiceLinkedRoleDeletionStatusRequest { deletion_task_id: task };
    assert_eq!(world.root::<GetServiceLinkedRoleDeletionStatus>(status).await.unwrap().status, "SUCCEEDED");
    assert!(world.root::<GetRole>(GetRoleRequest { role_name: NAME.into() }).await.is_err());
    world.root::<CreateServiceLinkedRole>(create()).await.unwrap();
}

#[tokio::test]
async fn the_description_and_the_tags_of_a_service_linked_role_are_its_accounts_to_change() {
    let world = World::new().await;
    world.root::<CreateServiceLinkedRole>(create()).await.unwrap();
    let describe =
        UpdateRoleDescriptionRequest { role_name: NAME.into(), description: "Trails of events".into() };
    world.root::<UpdateRoleDescription>(describe).await.unwrap();
    let update = |description: Option<&str>, seconds: Option<i32>| UpdateRoleRequest {
        role_name: NAME.into(),
        description: description.map(Into::into),
        max_session_duration: seconds,
    };
    world.root::<UpdateRole>(update(Some("Trails"), None)).await.unwrap();
    let longer = world.root::<UpdateRole>(update(Some("Long trails"), Some(7200))).await;
    assert_eq!(longer.unwrap_err().code, "UnmodifiableEntity");
    let team = Tag { key: "team".into(), value: "audit".into() };
    let tag = TagRoleRequest { role_name: NAME.into(), tags: vec![team.clone()] };
    world.root::<TagRole>(tag).await.unwrap();
    let role = world.root::<GetRole>(GetRoleRequest { role_name: NAME.into() }).await.unwrap().role;
    assert_eq!((role.description.as_deref(), role.tags), (Some("Trails"), Some(vec![team])));
    let untag = UntagRoleRequest { role_name: NAME.into(), tag_keys: vec!["team".into()] };
    world.root::<UntagRole>(untag).await.unwrap();
}

#[tokio::test]
async fn policies_limit_which_services_get_a_role() {
    let world = World::new().await;
    let ann = world.user("ann", "").await;
    let of = |service: &str| {
        let condition =
            format!(r#""Resource":"*","Condition":{{"StringEquals":{{"iam:AWSServiceName":"{service}"}}}}"#);
        allow("iam:CreateServiceLinkedRole", "*").replace(r#""Resource":"*""#, &condition)
    };
    world.grant("ann", &of("sso.amazonaws.com")).await;
    assert!(world.run::<CreateServiceLinkedRole>(&ann, create()).await.is_err());
    world.grant("ann", &of("cloudtrail.amazonaws.com")).await;
    world.run::<CreateServiceLinkedRole>(&ann, create()).await.unwrap();
    let unknown =
        CreateServiceLinkedRoleRequest { aws_service_name: "x.amazonaws.com".into(), ..Default::default() };
    assert_eq!(world.root::<CreateServiceLinkedRole>(unknown).await.unwrap_err().code, "InvalidInput");
    world.role("Plain").await;
    let plain = DeleteServiceLinkedRoleRequest { role_name: "Plain".into() };
    assert_eq!(world.root::<DeleteServiceLinkedRole>(plain).await.unwrap_err().code, "NoSuchEntity");
}

#[tokio::test]
async fn only_some_services_take_a_suffix() {
    let world = World::new().await;
    let with = |service: &str, suffix: &str| CreateServiceLinkedRoleRequest {
        aws_service_name: service.into(),
        custom_suffix: Some(suffix.into()),
        ..Default::default()
    };
    let message = "Custom suffix is not allowed for es.amazonaws.com";
    let refusal = world.root::<CreateServiceLinkedRole>(with("es.amazonaws.com", "books")).await;
    refused(refusal, "InvalidInput", 400, message);
    for suffix in ["books", "films"] {
        let made = world.root::<CreateServiceLinkedRole>(with("autoscaling.amazonaws.com", suffix)).await;
        assert_eq!(made.unwrap().role.unwrap().role_name, format!("AWSServiceRoleForAutoScaling_{suffix}"));
    }
    let long =
        world.root::<CreateServiceLinkedRole>(with("autoscaling.amazonaws.com", &"x".repeat(60))).await;
    assert_eq!(long.unwrap_err().code, "InvalidInput");
}

#[tokio::test]
async fn a_deletion_is_told_of_for_a_week_and_then_forgotten() {
    let world = World::new().await;
    let delete = || async {
        world.root::<CreateServiceLinkedRole>(create()).await.unwrap();
        let delete = DeleteServiceLinkedRoleRequest { role_name: NAME.into() };
        world.root::<DeleteServiceLinkedRole>(delete).await.unwrap().deletion_task_id
    };
    let status = |task: &str| {
        let input = GetServiceLinkedRoleDeletionStatusRequest { deletion_task_id: task.into() };
        world.root::<GetServiceLinkedRoleDeletionStatus>(input)
    };
    let first = delete().await;
    world.pass(7 * 86_400);
    assert_eq!(status(&first).await.unwrap().status, "SUCCEEDED");
    world.pass(1);
    assert_eq!(status(&first).await.unwrap_err().code, "NoSuchEntity");
    // The next deletion removes the record.
    let second = delete().await;
    assert_eq!(world.records("iam/service-linked-role-deletion"), 1);
    assert_eq!(status(&second).await.unwrap().status, "SUCCEEDED");
}
