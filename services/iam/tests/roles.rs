//! Roles, by example.

mod common;

use api_iam::*;
use common::*;

fn named(name: &str) -> CreateRoleRequest {
    CreateRoleRequest {
        role_name: name.into(),
        assume_role_policy_document: TRUST.into(),
        ..Default::default()
    }
}

#[tokio::test]
async fn a_role_is_shown_as_it_was_made() {
    let world = World::new().await;
    let boundary = world.policy("Limit", &allow("s3:*", "*")).await;
    let input = CreateRoleRequest {
        path: Some("/service/".into()),
        description: Some("Reads training data.".into()),
        max_session_duration: Some(7200),
        permissions_boundary: Some(boundary.clone()),
        tags: Some(vec![tag("team", "demand")]),
        ..named("Forecast")
    };
    let made = world.root::<CreateRole>(input).await.unwrap().role;
    let got = world.root::<GetRole>(GetRoleRequest { role_name: "forecast".into() }).await.unwrap().role;
    // The answer of a change leaves out how long sessions last, as that of AWS does.
    assert_eq!((made.max_session_duration, got.max_session_duration), (None, Some(7200)));
    let whole = Role {
        max_session_duration: Some(7200),
        role_last_used: Some(RoleLastUsed::default()),
        ..made.clone()
    };
    assert_eq!(got, whole);
    assert_eq!(made.arn, "arn:aws:iam::111122223333:role/service/Forecast");
    assert!(made.role_id.starts_with("AROA") && made.role_id.len() == 21, "{}", made.role_id);
    assert_eq!(made.create_date.iso8601_millis(), "2026-11-25T07:08:09.000Z");
    assert_eq!(made.tags, Some(vec![tag("team", "demand")]));
    let limit = made.permissions_boundary.unwrap();
    assert_eq!(limit.permissions_boundary_arn, Some(boundary));
    let document = made.assume_role_policy_document.unwrap();
    assert!(document.starts_with("%7B%22Version%22%3A%222012-10-17%22%2C"), "{document}");
    assert_eq!(decoded(&document), TRUST);
}

#[tokio::test]
async fn names_are_unique_without_regard_to_case() {
    let world = World::new().await;
    world.role("Build").await;
    let again =
        world.root::<CreateRole>(CreateRoleRequest { path: Some("/x/".into()), ..named("BUILD") }).await;
    refused(again, "EntityAlreadyExists", 409, "Role with name BUILD already exists.");
}

#[tokio::test]
async fn what_is_not_there_cannot_be_found() {
    let world = World::new().await;
    let message = "The role with name Gone cannot be found.";
    let name = || "Gone".to_owned();
    refused(world.root::<GetRole>(GetRoleRequest { role_name: name() }).await, "NoSuchEntity", 404, message);
    refused(
        world.root::<DeleteRole>(DeleteRoleRequest { role_name: name() }).await,
        "NoSuchEntity",
        404,
        message,
    );
    let update = UpdateRoleRequest { role_name: name(), ..Default::default() };
    refused(world.root::<UpdateRole>(update).await, "NoSuchEntity", 404, message);
    let tags = TagRoleRequest { role_name: name(), tags: vec![tag("a", "b")] };
    refused(world.root::<TagRole>(tags).await, "NoSuchEntity", 404, message);
    let profiles = ListInstanceProfilesForRoleRequest { role_name: name(), ..Default::default() };
    refused(world.root::<ListInstanceProfilesForRole>(profiles).await, "NoSuchEntity", 404, message);
    world.role("There").await;
    let policy = GetRolePolicyRequest { role_name: "There".into(), policy_name: "p".into() };
    let message = "The role policy with name p cannot be found.";
    refused(world.root::<GetRolePolicy>(policy).await, "NoSuchEntity", 404, message);
    let policy = DeleteRolePolicyRequest { role_name: "There".into(), policy_name: "p".into() };
    refused(world.root::<DeleteRolePolicy>(policy).await, "NoSuchEntity", 404, message);
}

#[tokio::test]
async fn a_role_changes() {
    let world = World::new().await;
    world.role("Build").await;
    let update = UpdateRoleRequest {
        role_name: "build".into(),
        description: Some("Builds.".into()),
        max_session_duration: Some(43_200),
    };
    world.root::<UpdateRole>(update).await.unwrap();
    let get = || world.root::<GetRole>(GetRoleRequest { role_name: "Build".into() });
    let role = get().await.unwrap().role;
    assert_eq!((role.description.as_deref(), role.max_session_duration), (Some("Builds."), Some(43_200)));
    let describe =
        UpdateRoleDescriptionRequest { role_name: "Build".into(), description: "Builds at night.".into() };
    let answer = world.root::<UpdateRoleDescription>(describe).await.unwrap().role.unwrap();
    assert_eq!(answer.description.as_deref(), Some("Builds at night."));
    let trust = trusting(r#"{"Service":"sagemaker.amazonaws.com"}"#);
    let update = UpdateAssumeRolePolicyRequest { role_name: "Build".into(), policy_document: trust.clone() };
    world.root::<UpdateAssumeRolePolicy>(update).await.unwrap();
    let role = get().await.unwrap().role;
    assert_eq!(decoded(&role.assume_role_policy_document.unwrap()), trust);
    for (seconds, limit) in [(3599, "greater than or equal to 3600"), (43_201, "less than or equal to 43200")]
    {
        let update = UpdateRoleRequest {
            role_name: "Build".into(),
            max_session_duration: Some(seconds),
            ..Default::default()
        };
        let message = format!(
            "1 validation error detected: Value at 'maxSessionDuration' failed to satisfy constraint: \
             Member must have value {limit}"
        );
        refused(world.root::<UpdateRole>(update).await, "ValidationError", 400, &message);
    }
}

#[tokio::test]
async fn a_role_with_policies_is_not_deleted() {
    let world = World::new().await;
    world.role("Build").await;
    let arn = world.policy("Read", &allow("s3:Get*", "*")).await;
    let attach = AttachRolePolicyRequest { role_name: "Build".into(), policy_arn: arn.clone() };
    world.root::<AttachRolePolicy>(attach).await.unwrap();
    let inline = PutRolePolicyRequest {
        role_name: "Build".into(),
        policy_name: "inline".into(),
        policy_document: allow("s3:Put*", "*"),
    };
    world.root::<PutRolePolicy>(inline).await.unwrap();
    let delete = || world.root::<DeleteRole>(DeleteRoleRequest { role_name: "Build".into() });
    let conflict = |what| format!("Cannot delete entity, must {what} first.");
    refused(delete().await, "DeleteConflict", 409, &conflict("detach all policies"));
    let detach = DetachRolePolicyRequest { role_name: "Build".into(), policy_arn: arn };
    world.root::<DetachRolePolicy>(detach).await.unwrap();
    refused(delete().await, "DeleteConflict", 409, &conflict("delete policies"));
    let remove = DeleteRolePolicyRequest { role_name: "Build".into(), policy_name: "inline".into() };
    world.root::<DeleteRolePolicy>(remove).await.unwrap();
    delete().await.unwrap();
    let gone = "The role with name Build cannot be found.";
    refused(delete().await, "NoSuchEntity", 404, gone);
}

#[tokio::test]
async fn inline_policies_come_back_as_they_were_and_have_a_limit() {
    let world = World::new().await;
    world.role("Build").await;
    let document = "{ \"Version\": \"2012-10-17\",\n  \"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"} }";
    let put = |name: &str, document: String| {
        world.root::<PutRolePolicy>(PutRolePolicyRequest {
            role_name: "Build".into(),
            policy_name: name.into(),
            policy_document: document,
        })
    };
    put("a", document.into()).await.unwrap();
    let get = GetRolePolicyRequest { role_name: "Build".into(), policy_name: "a".into() };
    let got = world.root::<GetRolePolicy>(get).await.unwrap();
    assert_eq!(decoded(&got.policy_document), document);
    assert!(!got.policy_document.contains(['{', ' ', '"', '*', '+']), "{}", got.policy_document);
    let long = |chars: usize| allow("s3:Get*", &format!("arn:aws:s3:::{}", "b".repeat(chars)));
    put("b", long(9000)).await.unwrap();
    let message = "Maximum policy size of 10240 bytes exceeded for role Build";
    refused(put("c", long(1100)).await, "LimitExceeded", 409, message);
    put("b", long(1000)).await.unwrap();
    put("c", long(1100)).await.unwrap();
    let list =
        ListRolePoliciesRequest { role_name: "Build".into(), max_items: Some(2), ..Default::default() };
    let page = world.root::<ListRolePolicies>(list.clone()).await.unwrap();
    assert_eq!((page.policy_names, page.is_truncated), (vec!["a".to_owned(), "b".to_owned()], Some(true)));
    let list = ListRolePoliciesRequest { marker: page.marker, ..list };
    let page = world.root::<ListRolePolicies>(list).await.unwrap();
    assert_eq!(
        (page.policy_names, page.is_truncated, page.marker),
        (vec!["c".to_owned()], Some(false), None)
    );
}

#[tokio::test]
async fn documents_are_refused_in_iams_words() {
    let world = World::new().await;
    world.role("Build").await;
    let statement = |inside: &str| format!(r#"{{"Version":"2012-10-17","Statement":[{{{inside}}}]}}"#);
    let cases = [
        ("{".to_owned(), "Syntax errors in policy."),
        (
            r#"{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}"#
                .into(),
            "Policy document must be version 2012-10-17 or greater.",
        ),
        (statement(r#""Effect":"allow","Action":"s3:*","Resource":"*""#), "The policy failed legacy parsing"),
        (statement(r#""Effect":"Allow","Resource":"*""#), "Policy statement must contain actions."),
        (statement(r#""Effect":"Allow","Action":"s3:*""#), "Policy statement must contain resources."),
        (
            statement(r#""Effect":"Allow","Action":"read","Resource":"*""#),
            "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
        ),
        (
            statement(r#""Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*""#),
            "Policy document should not specify a principal.",
        ),
    ];
    for (document, message) in cases {
        let input = PutRolePolicyRequest {
            role_name: "Build".into(),
            policy_name: "p".into(),
            policy_document: document,
        };
        refused(world.root::<PutRolePolicy>(input).await, "MalformedPolicyDocument", 400, message);
    }
    let curly = PutRolePolicyRequest {
        role_name: "Build".into(),
        policy_name: "p".into(),
        policy_document: "{\u{201c}Version\u{201d}".into(),
    };
    let message =
        "The specified value for policyDocument is invalid. It must contain only printable ASCII characters.";
    refused(world.root::<PutRolePolicy>(curly).await, "ValidationError", 400, message);
}

#[tokio::test]
async fn ten_policies_may_be_attached() {
    let world = World::new().await;
    world.role("Build").await;
    let attach = |arn: String| {
        world.root::<AttachRolePolicy>(AttachRolePolicyRequest { role_name: "Build".into(), policy_arn: arn })
    };
    let mut arns = Vec::new();
    for number in 0..11 {
        arns.push(world.policy(&format!("P{number:02}"), &allow("s3:Get*", "*")).await);
    }
    for arn in &arns[..10] {
        attach(arn.clone()).await.unwrap();
    }
    attach(arns[0].clone()).await.unwrap();
    refused(
        attach(arns[10].clone()).await,
        "LimitExceeded",
        409,
        "Cannot exceed quota for PoliciesPerRole: 10",
    );
    let list = ListAttachedRolePoliciesRequest { role_name: "Build".into(), ..Default::default() };
    let attached = world.root::<ListAttachedRolePolicies>(list).await.unwrap().attached_policies.unwrap();
    let names: Vec<&str> = attached.iter().filter_map(|policy| policy.policy_name.as_deref()).collect();
    assert_eq!(names.len(), 10);
    assert_eq!(names[..2], ["P00", "P01"]);
    let unknown = format!("arn:aws:iam::{ACCOUNT}:policy/None");
    let message = format!("Policy {unknown} does not exist or is not attachable.");
    refused(attach(unknown.clone()).await, "NoSuchEntity", 404, &message);
    let detach = DetachRolePolicyRequest { role_name: "Build".into(), policy_arn: unknown.clone() };
    let message = format!("Policy {unknown} was not found.");
    refused(world.root::<DetachRolePolicy>(detach).await, "NoSuchEntity", 404, &message);
    refused(
        attach("not-an-arn-but-long-enough".into()).await,
        "ValidationError",
        400,
        "ARN not-an-arn-but-long-enough is not valid.",
    );
    let bucket = "arn:aws:s3:::books-and-more";
    refused(attach(bucket.into()).await, "InvalidInput", 400, &format!("ARN {bucket} is not valid."));
    let service = "arn:aws:iam::aws:policy/aws-service-role/AWSSSOServiceRolePolicy";
    let message = "Cannot attach a Service Role Policy to a Customer Role.";
    refused(attach(service.into()).await, "PolicyNotAttachable", 400, message);
}

#[tokio::test]
async fn tags_ignore_case_in_keys_and_have_rules() {
    let world = World::new().await;
    world.role("Build").await;
    let add = |tags: Vec<Tag>| world.root::<TagRole>(TagRoleRequest { role_name: "Build".into(), tags });
    add(vec![tag("Team", "demand"), tag("cost", "1")]).await.unwrap();
    add(vec![tag("team", "supply")]).await.unwrap();
    let list = ListRoleTagsRequest { role_name: "Build".into(), ..Default::default() };
    let tags = world.root::<ListRoleTags>(list.clone()).await.unwrap().tags;
    assert_eq!(tags, [tag("cost", "1"), tag("team", "supply")]);
    let message = "Duplicate tag keys found. Please note that Tag keys are case insensitive.";
    refused(add(vec![tag("a", "1"), tag("A", "2")]).await, "InvalidInput", 400, message);
    let message = "aws: prefixed tag key names are not allowed for external use.";
    refused(add(vec![tag("AWS:x", "1")]).await, "InvalidInput", 400, message);
    let many: Vec<Tag> = (0..49).map(|number| tag(&format!("k{number}"), "")).collect();
    let message = "The number of tags has reached the maximum limit.";
    refused(add(many).await, "LimitExceeded", 409, message);
    let untag = UntagRoleRequest { role_name: "Build".into(), tag_keys: vec!["COST".into(), "none".into()] };
    world.root::<UntagRole>(untag).await.unwrap();
    assert_eq!(world.root::<ListRoleTags>(list).await.unwrap().tags, [tag("team", "supply")]);
}

#[tokio::test]
async fn lists_come_in_pages_and_by_path() {
    let world = World::new().await;
    for (name, path) in [("e", "/"), ("D", "/x/"), ("c", "/x/y/"), ("b", "/"), ("a", "/x/")] {
        let input = CreateRoleRequest { path: Some(path.into()), ..named(name) };
        world.root::<CreateRole>(input).await.unwrap();
    }
    let mut names = Vec::new();
    let mut marker = None;
    loop {
        let input = ListRolesRequest { marker, max_items: Some(2), ..Default::default() };
        let page = world.root::<ListRoles>(input).await.unwrap();
        assert!(page.roles.len() <= 2 && page.is_truncated == Some(page.marker.is_some()));
        names.extend(page.roles.into_iter().map(|role| role.role_name));
        marker = page.marker;
        if marker.is_none() {
            break;
        }
    }
    assert_eq!(names, ["a", "b", "c", "D", "e"]);
    let below =
        ListRolesRequest { path_prefix: Some("/x/".into()), max_items: Some(1), ..Default::default() };
    let page = world.root::<ListRoles>(below.clone()).await.unwrap();
    assert_eq!((page.roles[0].role_name.as_str(), page.is_truncated), ("a", Some(true)));
    let page = world.root::<ListRoles>(ListRolesRequest { marker: page.marker, ..below }).await.unwrap();
    assert_eq!(page.roles[0].role_name, "c");
    let bad = ListRolesRequest { marker: Some("no marker of ours".into()), ..Default::default() };
    refused(world.root::<ListRoles>(bad).await, "ValidationError", 400, "Invalid Marker.");
}

#[tokio::test]
async fn boundaries_are_policies_that_exist() {
    let world = World::new().await;
    world.role("Build").await;
    let arn = world.policy("Limit", &allow("s3:*", "*")).await;
    let put = |arn: &str| {
        world.root::<PutRolePermissionsBoundary>(PutRolePermissionsBoundaryRequest {
            role_name: "Build".into(),
            permissions_boundary: arn.into(),
        })
    };
    put(&arn).await.unwrap();
    let delete = |arn: &str| world.root::<DeletePolicy>(DeletePolicyRequest { policy_arn: arn.into() });
    refused(delete(&arn).await, "DeleteConflict", 409, "Cannot delete a policy attached to entities.");
    let unknown = format!("arn:aws:iam::{ACCOUNT}:policy/None");
    let message = format!("Scope ARN: {unknown} does not exist or is not attachable.");
    refused(put(&unknown).await, "NoSuchEntity", 404, &message);
    let input = CreateRoleRequest { permissions_boundary: Some(unknown), ..named("Other") };
    refused(world.root::<CreateRole>(input).await, "NoSuchEntity", 404, &message);
    let remove = DeleteRolePermissionsBoundaryRequest { role_name: "Build".into() };
    world.root::<DeleteRolePermissionsBoundary>(remove).await.unwrap();
    delete(&arn).await.unwrap();
}

#[tokio::test]
async fn service_linked_paths_are_reserved_and_there_are_no_instance_profiles() {
    let world = World::new().await;
    let input = CreateRoleRequest { path: Some("/aws-service-role/x.amazonaws.com/".into()), ..named("X") };
    let message = "The path /aws-service-role/ is reserved for service-linked roles.";
    refused(world.root::<CreateRole>(input).await, "InvalidInput", 400, message);
    world.role("Build").await;
    let list = ListInstanceProfilesForRoleRequest { role_name: "Build".into(), ..Default::default() };
    let page = world.root::<ListInstanceProfilesForRole>(list).await.unwrap();
    assert_eq!((page.instance_profiles, page.is_truncated), (Vec::new(), Some(false)));
}

#[tokio::test]
async fn an_account_has_a_thousand_roles_at_most() {
    let world = World::new().await;
    for number in 0..1000 {
        world.role(&format!("r{number}")).await;
    }
    let message = "Cannot exceed quota for RolesPerAccount: 1000";
    refused(world.role_trusting("more", TRUST).await, "LimitExceeded", 409, message);
    world.root::<DeleteRole>(DeleteRoleRequest { role_name: "r7".into() }).await.unwrap();
    world.role("more").await;
}
