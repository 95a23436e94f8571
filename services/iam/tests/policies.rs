//! Managed policies, by example.

mod common;

use api_iam::*;
use common::*;

const ADMIN: &str = "arn:aws:iam::aws:policy/AdministratorAccess";

fn get(arn: &str) -> GetPolicyRequest {
    GetPolicyRequest { policy_arn: arn.into() }
}

#[tokio::test]
async fn a_policy_is_shown_as_it_was_made() {
    let world = World::new().await;
    let input = CreatePolicyRequest {
        policy_name: "Read".into(),
        path: Some("/data/".into()),
        policy_document: allow("s3:Get*", "*"),
        description: Some("Reads.".into()),
        tags: Some(vec![tag("team", "demand")]),
    };
    let made = world.root::<CreatePolicy>(input.clone()).await.unwrap().policy.unwrap();
    let arn = made.arn.clone().unwrap();
    assert_eq!(arn, "arn:aws:iam::111122223333:policy/data/Read");
    assert!(made.policy_id.as_deref().unwrap().starts_with("ANPA"));
    let got = world.root::<GetPolicy>(get(&arn)).await.unwrap().policy.unwrap();
    assert_eq!(got, Policy { description: Some("Reads.".into()), ..made });
    assert_eq!((got.default_version_id.as_deref(), got.attachment_count), (Some("v1"), Some(0)));
    let again = CreatePolicyRequest { policy_name: "READ".into(), path: None, ..input };
    let message = "A policy called READ already exists. Duplicate names are not allowed.";
    refused(world.root::<CreatePolicy>(again).await, "EntityAlreadyExists", 409, message);
    for other in ["arn:aws:iam::111122223333:policy/Read", "arn:aws:iam::111122223333:policy/data/read"] {
        let message = format!("Policy {other} was not found.");
        refused(world.root::<GetPolicy>(get(other)).await, "NoSuchEntity", 404, &message);
    }
    let long = allow("s3:Get*", &format!("arn:aws:s3:::{}", "b".repeat(6144)));
    let input =
        CreatePolicyRequest { policy_name: "Long".into(), policy_document: long, ..Default::default() };
    let message = "Cannot exceed quota for PolicySize: 6144";
    refused(world.root::<CreatePolicy>(input).await, "LimitExceeded", 409, message);
}

#[tokio::test]
async fn a_policy_has_five_versions_and_one_default() {
    let world = World::new().await;
    let arn = world.policy("Read", &allow("s3:Get*", "*")).await;
    let add = |as_default: bool| {
        world.root::<CreatePolicyVersion>(CreatePolicyVersionRequest {
            policy_arn: arn.clone(),
            policy_document: allow("s3:List*", "*"),
            set_as_default: Some(as_default),
        })
    };
    world.pass(60);
    let version = add(true).await.unwrap().policy_version.unwrap();
    assert_eq!((version.version_id.as_deref(), version.is_default_version), (Some("v2"), Some(true)));
    let shown = world.root::<GetPolicy>(get(&arn)).await.unwrap().policy.unwrap();
    assert_eq!(shown.update_date.unwrap().iso8601(), "2026-11-25T07:09:09Z");
    assert_eq!(shown.create_date.unwrap().iso8601(), "2026-11-25T07:08:09Z");
    for _ in 3..=5 {
        add(false).await.unwrap();
    }
    let message = "A managed policy can have up to 5 versions. Before you create a new version, you must delete an \
                   existing version.";
    refused(add(false).await, "LimitExceeded", 409, message);
    let delete = |id: &str| {
        world.root::<DeletePolicyVersion>(DeletePolicyVersionRequest {
            policy_arn: arn.clone(),
            version_id: id.into(),
        })
    };
    refused(delete("v2").await, "DeleteConflict", 409, "Cannot delete the default version of a policy.");
    let message = format!("Policy {arn} version v9 does not exist or is not attachable.");
    refused(delete("v9").await, "NoSuchEntity", 404, &message);
    delete("v1").await.unwrap();
    add(false).await.unwrap();
    let list = ListPolicyVersionsRequest { policy_arn: arn.clone(), ..Default::default() };
    let versions = world.root::<ListPolicyVersions>(list).await.unwrap().versions.unwrap();
    let ids: Vec<&str> = versions.iter().filter_map(|version| version.version_id.as_deref()).collect();
    assert_eq!(ids, ["v6", "v5", "v4", "v3", "v2"]);
    let set = |id: &str| {
        world.root::<SetDefaultPolicyVersion>(SetDefaultPolicyVersionRequest {
            policy_arn: arn.clone(),
            version_id: id.into(),
        })
    };
    let message = format!("Policy {arn} version v1 does not exist or is not attachable.");
    refused(set("v1").await, "NoSuchEntity", 404, &message);
    set("v6").await.unwrap();
    delete("v2").await.unwrap();
    let get = |id: &str| {
        world.root::<GetPolicyVersion>(GetPolicyVersionRequest {
            policy_arn: arn.clone(),
            version_id: id.into(),
        })
    };
    let version = get("v6").await.unwrap().policy_version.unwrap();
    assert_eq!(version.is_default_version, Some(true));
    assert_eq!(decoded(&version.document.unwrap()), allow("s3:List*", "*"));
    let message = format!("Policy {arn} version v2 does not exist or is not attachable.");
    refused(get("v2").await, "NoSuchEntity", 404, &message);
    let message = "This policy has more than one version. Before you delete a policy, you must delete the policy's \
                   versions. The default version is deleted with the policy.";
    let drop = world.root::<DeletePolicy>(DeletePolicyRequest { policy_arn: arn.clone() }).await;
    refused(drop, "DeleteConflict", 409, message);
}

#[tokio::test]
async fn attachments_are_counted_and_listed() {
    let world = World::new().await;
    world.user("ann", "").await;
    world.role("Build").await;
    let arn = world.policy("Read", &allow("s3:Get*", "*")).await;
    for policy in [arn.as_str(), ADMIN] {
        let attach = AttachUserPolicyRequest { user_name: "ann".into(), policy_arn: policy.into() };
        world.root::<AttachUserPolicy>(attach).await.unwrap();
        let attach = AttachRolePolicyRequest { role_name: "Build".into(), policy_arn: policy.into() };
        world.root::<AttachRolePolicy>(attach).await.unwrap();
        let boundary = PutRolePermissionsBoundaryRequest {
            role_name: "Build".into(),
            permissions_boundary: policy.into(),
        };
        world.root::<PutRolePermissionsBoundary>(boundary).await.unwrap();
    }
    let counts = |policy: Policy| (policy.attachment_count, policy.permissions_boundary_usage_count);
    let shown = world.root::<GetPolicy>(get(&arn)).await.unwrap().policy.unwrap();
    assert_eq!(counts(shown), (Some(2), Some(0)));
    let shown = world.root::<GetPolicy>(get(ADMIN)).await.unwrap().policy.unwrap();
    assert_eq!(counts(shown), (Some(2), Some(1)));
    let list = |filter: Option<&str>, usage: Option<&str>| {
        world.root::<ListEntitiesForPolicy>(ListEntitiesForPolicyRequest {
            policy_arn: ADMIN.into(),
            entity_filter: filter.map(str::to_owned),
            policy_usage_filter: usage.map(str::to_owned),
            ..Default::default()
        })
    };
    let numbers = |answer: ListEntitiesForPolicyResponse| {
        (answer.policy_users.unwrap().len(), answer.policy_roles.unwrap().len())
    };
    assert_eq!(numbers(list(None, None).await.unwrap()), (1, 1));
    assert_eq!(numbers(list(Some("User"), None).await.unwrap()), (1, 0));
    assert_eq!(numbers(list(None, Some("PermissionsBoundary")).await.unwrap()), (0, 1));
    let drop = world.root::<DeletePolicy>(DeletePolicyRequest { policy_arn: arn.clone() }).await;
    refused(drop, "DeleteConflict", 409, "Cannot delete a policy attached to entities.");
    for (user, role) in [("ann", "Build")] {
        let detach = DetachUserPolicyRequest { user_name: user.into(), policy_arn: arn.clone() };
        world.root::<DetachUserPolicy>(detach).await.unwrap();
        let detach = DetachRolePolicyRequest { role_name: role.into(), policy_arn: arn.clone() };
        world.root::<DetachRolePolicy>(detach).await.unwrap();
    }
    world.root::<DeletePolicy>(DeletePolicyRequest { policy_arn: arn.clone() }).await.unwrap();
    let message = format!("Policy {arn} was not found.");
    refused(world.root::<GetPolicy>(get(&arn)).await, "NoSuchEntity", 404, &message);
}

#[tokio::test]
async fn policies_of_aws_are_for_everyone_and_nobodys_to_change() {
    let world = World::new().await;
    let shown = world.root::<GetPolicy>(get(ADMIN)).await.unwrap().policy.unwrap();
    assert_eq!(
        (shown.policy_name.as_deref(), shown.default_version_id.as_deref()),
        (Some("AdministratorAccess"), Some("v1"))
    );
    let version = GetPolicyVersionRequest { policy_arn: ADMIN.into(), version_id: "v1".into() };
    let version = world.root::<GetPolicyVersion>(version).await.unwrap().policy_version.unwrap();
    assert!(decoded(&version.document.unwrap()).contains("\"Action\": \"*\""));
    let change = CreatePolicyVersionRequest {
        policy_arn: ADMIN.into(),
        policy_document: allow("s3:*", "*"),
        set_as_default: None,
    };
    let message = |action: &str| {
        format!(
            "User: arn:aws:iam::{ACCOUNT}:root is not authorized to perform: iam:{action} on resource: policy {ADMIN}"
        )
    };
    let refusal = world.root::<CreatePolicyVersion>(change).await;
    refused(refusal, "AccessDenied", 403, &message("CreatePolicyVersion"));
    let refusal = world.root::<DeletePolicy>(DeletePolicyRequest { policy_arn: ADMIN.into() }).await;
    refused(refusal, "AccessDenied", 403, &message("DeletePolicy"));
    let tags = TagPolicyRequest { policy_arn: ADMIN.into(), tags: vec![tag("a", "b")] };
    refused(world.root::<TagPolicy>(tags).await, "AccessDenied", 403, &message("TagPolicy"));
    let ann = world.user("ann", "").await;
    let list = || ListRolesRequest::default();
    assert!(world.run::<ListRoles>(&ann, list()).await.is_err());
    let attach = AttachUserPolicyRequest { user_name: "ann".into(), policy_arn: ADMIN.into() };
    world.root::<AttachUserPolicy>(attach).await.unwrap();
    world.run::<ListRoles>(&ann, list()).await.unwrap();
}

#[tokio::test]
async fn policies_are_listed_aws_first() {
    let world = World::new().await;
    world.policy("B", &allow("s3:Get*", "*")).await;
    world.policy("a", &allow("s3:Get*", "*")).await;
    world.user("ann", "").await;
    let attach = AttachUserPolicyRequest { user_name: "ann".into(), policy_arn: ADMIN.into() };
    world.root::<AttachUserPolicy>(attach).await.unwrap();
    let list = |scope: &str, only_attached: bool, marker: Option<String>| {
        world.root::<ListPolicies>(ListPoliciesRequest {
            scope: Some(scope.into()),
            only_attached: Some(only_attached),
            marker,
            max_items: Some(20),
            ..Default::default()
        })
    };
    let names = |answer: ListPoliciesResponse| -> Vec<String> {
        answer.policies.unwrap().into_iter().filter_map(|policy| policy.policy_name).collect()
    };
    assert_eq!(names(list("Local", false, None).await.unwrap()), ["a", "B"]);
    assert_eq!(names(list("All", true, None).await.unwrap()), ["AdministratorAccess"]);
    let mut all = Vec::new();
    let mut marker = None;
    loop {
        let page = list("All", false, marker).await.unwrap();
        marker = page.marker.clone();
        all.extend(names(page));
        if marker.is_none() {
            break;
        }
    }
    assert!(all.len() > 50);
    assert_eq!(all[all.len() - 2..], ["a", "B"]);
    let unique: std::collections::BTreeSet<_> = all.iter().collect();
    assert_eq!(unique.len(), all.len());
}

#[tokio::test]
async fn policies_have_tags_whose_keys_keep_case() {
    let world = World::new().await;
    let arn = world.policy("Read", &allow("s3:Get*", "*")).await;
    let add = TagPolicyRequest { policy_arn: arn.clone(), tags: vec![tag("a", "1"), tag("A", "2")] };
    world.root::<TagPolicy>(add).await.unwrap();
    let untag = UntagPolicyRequest { policy_arn: arn.clone(), tag_keys: vec!["a".into()] };
    world.root::<UntagPolicy>(untag).await.unwrap();
    let list = ListPolicyTagsRequest { policy_arn: arn, ..Default::default() };
    assert_eq!(world.root::<ListPolicyTags>(list).await.unwrap().tags, [tag("A", "2")]);
}
