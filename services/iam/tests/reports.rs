//! What an auditor asks: the whole account, its credentials, and what was used.

mod common;

use api_iam::*;
use common::*;

#[tokio::test]
async fn the_whole_account_is_told_in_pages() {
    let world = World::new().await;
    world.user("ann", "iam:ListRoles").await;
    world.group("Readers", None).await;
    world.join("Readers", "ann").await.unwrap();
    world.role("Build").await;
    world.policy("Own", &allow("s3:*", "*")).await;
    let attach = AttachRolePolicyRequest {
        role_name: "Build".into(),
        policy_arn: "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess".into(),
    };
    world.root::<AttachRolePolicy>(attach).await.unwrap();
    let (mut names, mut marker) = (Vec::new(), None);
    loop {
        let input = GetAccountAuthorizationDetailsRequest { filter: None, max_items: Some(2), marker };
        let page = world.root::<GetAccountAuthorizationDetails>(input).await.unwrap();
        names.extend(page.user_detail_list.unwrap().into_iter().flat_map(|user| user.user_name));
        names.extend(page.group_detail_list.unwrap().into_iter().flat_map(|group| group.group_name));
        names.extend(page.role_detail_list.unwrap().into_iter().flat_map(|role| role.role_name));
        names.extend(page.policies.unwrap().into_iter().flat_map(|policy| policy.policy_name));
        marker = page.marker;
        if marker.is_none() {
            break;
        }
    }
    assert_eq!(names, ["ann", "Readers", "Build", "Own", "AmazonS3ReadOnlyAccess"]);
    let users =
        GetAccountAuthorizationDetailsRequest { filter: Some(vec!["User".into()]), ..Default::default() };
    let users = world.root::<GetAccountAuthorizationDetails>(users).await.unwrap();
    let ann = &users.user_detail_list.unwrap()[0];
    assert_eq!(ann.group_list.as_ref().unwrap(), &["Readers"]);
    assert_eq!(ann.user_policy_list.as_ref().unwrap()[0].policy_name.as_deref(), Some("test"));
    assert!(users.role_detail_list.unwrap().is_empty() && users.policies.unwrap().is_empty());
}

#[tokio::test]
async fn the_credential_report_has_a_row_for_each_user() {
    let world = World::new().await;
    world.user("ann", "").await;
    world.login("ann", PASSWORD).await.unwrap();
    let missing = world.root::<GetCredentialReport>(()).await.unwrap_err();
    assert_eq!((missing.code.as_ref(), missing.status), ("ReportNotPresent", 410));
    let generate = || world.root::<GenerateCredentialReport>(());
    assert_eq!(generate().await.unwrap().state.as_deref(), Some("STARTED"));
    assert_eq!(generate().await.unwrap().state.as_deref(), Some("COMPLETE"));
    let report = world.root::<GetCredentialReport>(()).await.unwrap();
    let text = String::from_utf8(report.content.unwrap().to_vec()).unwrap();
    let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').collect()).collect();
    assert!(rows.iter().all(|row| row.len() == 22), "{text}");
    assert_eq!((rows[0][0], rows[1][0], rows[2][0]), ("user", "<root_account>", "ann"));
    let at = "2026-11-25T07:08:09Z";
    assert_eq!(rows[2][2..8], [at, "true", "no_information", at, "N/A", "false"]);
    assert_eq!(rows[2][8..10], ["true", at]);
    world.pass(4 * 3600);
    assert_eq!(world.root::<GetCredentialReport>(()).await.unwrap_err().code, "ReportExpired");
    assert_eq!(generate().await.unwrap().state.as_deref(), Some("STARTED"));
}

#[tokio::test]
async fn uses_are_told_of_users_roles_groups_and_policies() {
    let world = World::new().await;
    let ann = world.user("ann", "iam:ListRoles").await;
    world.group("Readers", None).await;
    world.join("Readers", "ann").await.unwrap();
    let role = world.role("Build").await;
    world.run::<ListRoles>(&ann, ListRolesRequest::default()).await.unwrap();
    world.pass(120);
    world.run::<ListRoles>(&ann, ListRolesRequest::default()).await.unwrap();
    let generate = |arn: String, by: &str| {
        let input = GenerateServiceLastAccessedDetailsRequest { arn, granularity: Some(by.into()) };
        world.root::<GenerateServiceLastAccessedDetails>(input)
    };
    let user = format!("arn:aws:iam::{ACCOUNT}:user/ann");
    let job = generate(user.clone(), "ACTION_LEVEL").await.unwrap().job_id.unwrap();
    let details = GetServiceLastAccessedDetailsRequest { job_id: job.clone(), ..Default::default() };
    let details = world.root::<GetServiceLastAccessedDetails>(details).await.unwrap();
    assert_eq!((details.job_status.as_str(), details.services_last_accessed.len()), ("COMPLETED", 1));
    let iam = &details.services_last_accessed[0];
    assert_eq!((iam.service_namespace.as_str(), iam.total_authenticated_entities), ("iam", Some(1)));
    assert_eq!(iam.last_authenticated.unwrap().iso8601(), "2026-11-25T07:10:09Z");
    assert_eq!(iam.last_authenticated_entity.as_deref(), Some(user.as_str()));
    let tracked = &iam.tracked_actions_last_accessed.as_ref().unwrap()[0];
    assert_eq!(tracked.action_name.as_deref(), Some("ListRoles"));
    let entities = GetServiceLastAccessedDetailsWithEntitiesRequest {
        job_id: job,
        service_namespace: "iam".into(),
        ..Default::default()
    };
    let entities = world.root::<GetServiceLastAccessedDetailsWithEntities>(entities).await.unwrap();
    assert_eq!(entities.entity_details_list[0].entity_info.name, "ann");

    let put = PutGroupPolicyRequest {
        group_name: "Readers".into(),
        policy_name: "more".into(),
        policy_document: allow("iam:GetRole s3:*", "*"),
    };
    world.root::<PutGroupPolicy>(put).await.unwrap();
    let job = generate(format!("arn:aws:iam::{ACCOUNT}:group/Readers"), "SERVICE_LEVEL")
        .await
        .unwrap()
        .job_id
        .unwrap();
    let details = GetServiceLastAccessedDetailsRequest { job_id: job, ..Default::default() };
    let details = world.root::<GetServiceLastAccessedDetails>(details).await.unwrap();
    let found: Vec<_> = details
        .services_last_accessed
        .iter()
        .map(|service| (service.service_namespace.as_str(), service.last_authenticated.is_some()))
        .collect();
    assert_eq!(found, [("iam", true), ("s3", false)]);

    let granting = ListPoliciesGrantingServiceAccessRequest {
        arn: user,
        service_namespaces: vec!["s3".into(), "iam".into(), "kms".into()],
        marker: None,
    };
    let granting = world.root::<ListPoliciesGrantingServiceAccess>(granting).await.unwrap();
    let names = |place: usize| -> Vec<String> {
        let entry = &granting.policies_granting_service_access[place];
        entry.policies.as_ref().unwrap().iter().map(|policy| policy.policy_name.clone()).collect()
    };
    assert_eq!(
        (names(0), names(1), names(2)),
        (vec!["more".into()], vec!["test".into(), "more".into()], vec![])
    );

    let get = || world.root::<GetRole>(GetRoleRequest { role_name: "Build".into() });
    assert!(get().await.unwrap().role.role_last_used.unwrap().last_used_date.is_none());
    let session = world.role_session(&role);
    assert!(world.run::<ListRoles>(&session, ListRolesRequest::default()).await.is_err());
    let used = get().await.unwrap().role.role_last_used.unwrap();
    assert_eq!(used.region.as_deref(), Some("us-east-1"));
    let missing = GetServiceLastAccessedDetailsRequest {
        job_id: "00000000-0000-4000-8000-000000000000".into(),
        ..Default::default()
    };
    assert_eq!(world.root::<GetServiceLastAccessedDetails>(missing).await.unwrap_err().code, "NoSuchEntity");
}

#[tokio::test]
async fn uses_are_kept_over_a_restart() {
    let store = std::sync::Arc::new(store::Memory::new());
    let master = || kernel::MasterKey::from_bytes([7; 32]);
    let world = World::over(store.clone(), master(), ACCOUNT).await;
    let ann = world.user("ann", "iam:ListRoles").await;
    world.run::<ListRoles>(&ann, ListRolesRequest::default()).await.unwrap();
    world.pass(61);
    world.run::<ListRoles>(&ann, ListRolesRequest::default()).await.unwrap();
    // A write behind the one that nobody waits for.
    world.role("Build").await;
    let other = World::over(store, master(), ACCOUNT).await;
    let input = GenerateServiceLastAccessedDetailsRequest {
        arn: format!("arn:aws:iam::{ACCOUNT}:user/ann"),
        granularity: None,
    };
    let job = other.root::<GenerateServiceLastAccessedDetails>(input).await.unwrap().job_id.unwrap();
    let details = GetServiceLastAccessedDetailsRequest { job_id: job, ..Default::default() };
    let details = other.root::<GetServiceLastAccessedDetails>(details).await.unwrap();
    assert!(details.services_last_accessed[0].last_authenticated.is_some());
}
