//! The simulator, and that it says what the gate does.

#![expect(clippy::unwrap_used, reason = "a test ends where its simulation cannot be made")]

mod common;

use api_iam::*;
use common::*;
use kernel::Identities;
use policy::{Context, Policies, Request, evaluate};

fn custom(policies: &[&str], action: &str) -> SimulateCustomPolicyRequest {
    SimulateCustomPolicyRequest {
        policy_input_list: policies.iter().map(|text| (*text).to_owned()).collect(),
        action_names: vec![action.to_owned()],
        ..Default::default()
    }
}

async fn one(world: &World, input: SimulateCustomPolicyRequest) -> EvaluationResult {
    world.root::<SimulateCustomPolicy>(input).await.unwrap().evaluation_results.unwrap().swap_remove(0)
}

fn entry(key: &str, kind: &str, values: &[&str]) -> ContextEntry {
    ContextEntry {
        context_key_name: Some(key.into()),
        context_key_values: Some(values.iter().map(|value| (*value).to_owned()).collect()),
        context_key_type: Some(kind.into()),
    }
}

#[tokio::test]
async fn a_result_points_to_the_statement_that_decided() {
    let world = World::new().await;
    let text = "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n    {\n      \"Effect\": \"Allow\",\n      \"Action\": \"s3:Get*\",\n      \"Resource\": \"*\"\n    }\n  ]\n}";
    let result = one(&world, custom(&[text], "s3:GetObject")).await;
    assert_eq!((result.eval_decision.as_str(), result.eval_resource_name.as_deref()), ("allowed", Some("*")));
    let statement = &result.matched_statements.unwrap()[0];
    assert_eq!(statement.source_policy_id.as_deref(), Some("PolicyInputList.1"));
    assert_eq!(statement.source_policy_type.as_deref(), Some("IAM Policy"));
    assert_eq!(statement.start_position, Some(Position { line: Some(4), column: Some(5) }));
    assert_eq!(statement.end_position, Some(Position { line: Some(8), column: Some(6) }));
    assert_eq!(one(&world, custom(&[text], "s3:PutObject")).await.eval_decision, "implicitDeny");
    let denied = statement_of("Deny", "s3:GetObject");
    let result = one(&world, custom(&[text, &denied], "s3:GetObject")).await;
    assert_eq!(result.eval_decision, "explicitDeny");
    let told = result.matched_statements.unwrap();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].source_policy_id.as_deref(), Some("PolicyInputList.2"));
    let broken = world.root::<SimulateCustomPolicy>(custom(&["{}"], "s3:GetObject")).await;
    assert_eq!(broken.unwrap_err().code, "InvalidInput");
}

fn statement_of(effect: &str, action: &str) -> String {
    statement(effect, action, "*")
}

/// The keys that the only resource lacks.
fn missing(result: &EvaluationResult) -> Vec<String> {
    let results = result.resource_specific_results.as_deref().unwrap_or_default();
    results.iter().flat_map(|result| result.missing_context_values.clone().unwrap_or_default()).collect()
}

#[tokio::test]
async fn a_page_has_no_more_pairs_than_are_decided_at_once() {
    let world = World::new().await;
    let text = allow("s3:*", "*");
    let names = |count: usize, what: &str| (0..count).map(|number| format!("{what}{number}")).collect();
    let mut asked = SimulateCustomPolicyRequest {
        action_names: names(9, "s3:Get"),
        resource_arns: Some(names(600, "arn:aws:s3:::books/")),
        ..custom(&[&text], "s3:GetObject")
    };
    let mut sizes = Vec::new();
    loop {
        let answer = world.root::<SimulateCustomPolicy>(asked.clone()).await.unwrap();
        sizes.push(answer.evaluation_results.unwrap().len());
        asked.marker = answer.marker;
        if answer.is_truncated != Some(true) {
            break;
        }
    }
    assert_eq!(sizes, [3, 3, 3]);
    let too_many =
        SimulateCustomPolicyRequest { resource_arns: Some(names(2001, "arn:aws:s3:::b/")), ..asked };
    assert_eq!(world.root::<SimulateCustomPolicy>(too_many).await.unwrap_err().code, "InvalidInput");
}

#[tokio::test]
async fn missing_context_is_told_and_given_context_counts() {
    let world = World::new().await;
    let text = allow("s3:GetObject", "arn:aws:s3:::books/${aws:username}/*")
        .replace("}]}", r#","Condition":{"Bool":{"aws:SecureTransport":"true"},"ForAnyValue:StringEquals":{"aws:TagKeys":["team"]}}}]}"#);
    let ask = |context: Vec<ContextEntry>| SimulateCustomPolicyRequest {
        resource_arns: Some(vec!["arn:aws:s3:::books/ann/1".into()]),
        context_entries: Some(context),
        ..custom(&[&text], "s3:GetObject")
    };
    let name = || entry("aws:username", "string", &["ann"]);
    let result = one(&world, ask(vec![name()])).await;
    assert_eq!(result.eval_decision, "implicitDeny");
    assert_eq!(missing(&result), ["aws:SecureTransport", "aws:TagKeys"]);
    assert_eq!(result.missing_context_values.unwrap(), ["aws:SecureTransport", "aws:TagKeys"]);
    let everywhere = allow("s3:GetObject", "*")
        .replace("}]}", r#","Condition":{"Bool":{"aws:SecureTransport":"true"}}}]}"#);
    let result = one(&world, custom(&[&everywhere], "s3:GetObject")).await;
    assert_eq!(result.missing_context_values.unwrap(), ["aws:SecureTransport"]);
    // A variable without value may be what keeps a statement from the resource.
    let result = one(&world, ask(Vec::new())).await;
    assert_eq!(missing(&result), ["aws:SecureTransport", "aws:TagKeys", "aws:username"]);
    let all = vec![
        name(),
        entry("aws:SecureTransport", "boolean", &["true"]),
        entry("aws:TagKeys", "stringList", &["cost", "team"]),
    ];
    let result = one(&world, ask(all)).await;
    assert_eq!(result.eval_decision, "allowed");
    assert!(missing(&result).is_empty());
    let keys = GetContextKeysForCustomPolicyRequest { policy_input_list: vec![text.clone()] };
    let keys = world.root::<GetContextKeysForCustomPolicy>(keys).await.unwrap().context_key_names.unwrap();
    assert_eq!(keys, ["aws:SecureTransport", "aws:TagKeys", "aws:username"]);
}

#[tokio::test]
async fn each_resource_has_its_own_result_and_actions_come_in_pages() {
    let world = World::new().await;
    let text = allow("s3:GetObject", "arn:aws:s3:::books/*");
    let input = SimulateCustomPolicyRequest {
        action_names: vec!["s3:GetObject".into(), "s3:PutObject".into()],
        resource_arns: Some(vec!["arn:aws:s3:::books/1".into(), "arn:aws:s3:::papers/1".into()]),
        max_items: Some(1),
        ..custom(&[&text], "s3:GetObject")
    };
    let first = world.root::<SimulateCustomPolicy>(input.clone()).await.unwrap();
    assert_eq!(first.is_truncated, Some(true));
    let result = &first.evaluation_results.unwrap()[0];
    assert_eq!(result.eval_decision, "implicitDeny");
    let each: Vec<_> = result.resource_specific_results.as_ref().unwrap().iter().collect();
    assert_eq!(
        (each[0].eval_resource_decision.as_str(), each[1].eval_resource_decision.as_str()),
        ("allowed", "implicitDeny")
    );
    let second = SimulateCustomPolicyRequest { marker: first.marker, ..input };
    let second = world.root::<SimulateCustomPolicy>(second).await.unwrap();
    assert_eq!(second.evaluation_results.unwrap()[0].eval_action_name, "s3:PutObject");
    assert_eq!(second.is_truncated, Some(false));
}

#[tokio::test]
async fn boundaries_and_resource_policies_take_part() {
    let world = World::new().await;
    let text = allow("s3:*", "*");
    let bounded = SimulateCustomPolicyRequest {
        permissions_boundary_policy_input_list: Some(vec![allow("s3:Get*", "*")]),
        ..custom(&[&text], "s3:PutObject")
    };
    let result = one(&world, bounded).await;
    assert_eq!(result.eval_decision, "implicitDeny");
    let detail = result.permissions_boundary_decision_detail.unwrap();
    assert_eq!(detail.allowed_by_permissions_boundary, Some(false));

    let bucket = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:user/ann"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::books/*"}]}"#;
    let shared = |owner: Option<&str>| SimulateCustomPolicyRequest {
        resource_policy: Some(bucket.into()),
        resource_owner: owner.map(str::to_owned),
        caller_arn: Some("arn:aws:iam::111122223333:user/ann".into()),
        resource_arns: Some(vec!["arn:aws:s3:::books/1".into()]),
        ..custom(&[&allow("sqs:*", "*")], "s3:GetObject")
    };
    assert_eq!(one(&world, shared(None)).await.eval_decision, "allowed");
    let across = one(&world, shared(Some("arn:aws:iam::444455556666:root"))).await;
    assert_eq!(across.eval_decision, "implicitDeny");
    let details = across.eval_decision_details.unwrap();
    assert_eq!(
        (details["IAM Policy"].as_str(), details["Resource Policy"].as_str()),
        ("implicitDeny", "allowed")
    );
    let nobody = SimulateCustomPolicyRequest { caller_arn: None, ..shared(None) };
    assert_eq!(world.root::<SimulateCustomPolicy>(nobody).await.unwrap_err().code, "InvalidInput");
    let assume = one(&world, custom(&[&allow("sts:AssumeRole", "*")], "sts:AssumeRole")).await;
    assert_eq!((assume.eval_decision.as_str(), assume.matched_statements.unwrap().len()), ("allowed", 1));
    let wild = one(&world, custom(&[&allow("ec2:*", "*")], "ec2:*VpcEndpoint*")).await;
    assert_eq!(wild.eval_decision, "allowed");
}

#[tokio::test]
async fn a_simulation_of_a_principal_says_what_the_engine_does() {
    let world = World::new().await;
    let ann = world.user("ann", "iam:List* s3:*").await;
    world.group("Readers", None).await;
    world.join("Readers", "ann").await.unwrap();
    let put = PutGroupPolicyRequest {
        group_name: "Readers".into(),
        policy_name: "more".into(),
        policy_document: allow("iam:GetRole sts:GetFederationToken", "*"),
    };
    world.root::<PutGroupPolicy>(put).await.unwrap();
    let arn = world.policy("No", &statement("Deny", "s3:Delete*", "*")).await;
    world
        .root::<AttachUserPolicy>(AttachUserPolicyRequest { user_name: "ann".into(), policy_arn: arn })
        .await
        .unwrap();
    let boundary = world.policy("Bound", &allow("iam:* s3:*", "*")).await;
    let boundary =
        PutUserPermissionsBoundaryRequest { user_name: "ann".into(), permissions_boundary: boundary };
    world.root::<PutUserPermissionsBoundary>(boundary).await.unwrap();
    let actions: Vec<String> = SERVICE
        .operations
        .iter()
        .map(|operation| format!("iam:{}", operation.name))
        .chain(
            ["s3:GetObject", "s3:DeleteObject", "sts:GetFederationToken", "sqs:SendMessage"]
                .map(str::to_owned),
        )
        .collect();
    let input = SimulatePrincipalPolicyRequest {
        policy_source_arn: format!("arn:aws:iam::{ACCOUNT}:user/ann"),
        action_names: actions.clone(),
        max_items: Some(1000),
        ..Default::default()
    };
    let results = world.root::<SimulatePrincipalPolicy>(input).await.unwrap().evaluation_results.unwrap();
    let facts = world.iam.of(&ann).unwrap();
    let policies = Policies {
        identity: facts.policies.clone(),
        boundary: facts.boundary.clone(),
        ..Policies::default()
    };
    let context = Context::new();
    let mut seen = std::collections::BTreeSet::new();
    for (action, result) in actions.iter().zip(&results) {
        let verdict = evaluate(&Request::new(ann.principal(), action, "*", &context), &policies);
        let expected = match verdict.decision() {
            policy::Decision::Allow => "allowed",
            policy::Decision::ExplicitDeny => "explicitDeny",
            policy::Decision::ImplicitDeny => "implicitDeny",
        };
        assert_eq!((&result.eval_action_name, result.eval_decision.as_str()), (action, expected));
        seen.insert(expected);
    }
    assert_eq!((results.len(), seen.len()), (actions.len(), 3));
    let of = |action: &str| results.iter().find(|result| result.eval_action_name == action).unwrap();
    let source =
        |action: &str| of(action).matched_statements.as_ref().unwrap()[0].source_policy_id.clone().unwrap();
    assert_eq!(source("iam:ListRoles"), "user_ann_test");
    assert_eq!(source("iam:GetRole"), "group_Readers_more");
    assert_eq!(source("s3:DeleteObject"), "No");
    world.run::<ListRoles>(&ann, ListRolesRequest::default()).await.unwrap();
    assert!(world.run::<GetUser>(&ann, GetUserRequest { user_name: None }).await.is_err());
}

#[tokio::test]
async fn roles_and_groups_are_simulated_and_others_refused() {
    let world = World::new().await;
    world.role("Build").await;
    let put = PutRolePolicyRequest {
        role_name: "Build".into(),
        policy_name: "p".into(),
        policy_document: allow("s3:*", "*"),
    };
    world.root::<PutRolePolicy>(put).await.unwrap();
    world.group("Readers", None).await;
    let ask = |arn: String| SimulatePrincipalPolicyRequest {
        policy_source_arn: arn,
        action_names: vec!["s3:GetObject".into()],
        ..Default::default()
    };
    let role = world
        .root::<SimulatePrincipalPolicy>(ask(format!("arn:aws:iam::{ACCOUNT}:role/Build")))
        .await
        .unwrap();
    assert_eq!(role.evaluation_results.unwrap()[0].eval_decision, "allowed");
    let group = world
        .root::<SimulatePrincipalPolicy>(ask(format!("arn:aws:iam::{ACCOUNT}:group/Readers")))
        .await
        .unwrap();
    assert_eq!(group.evaluation_results.unwrap()[0].eval_decision, "implicitDeny");
    let gone = world.root::<SimulatePrincipalPolicy>(ask(format!("arn:aws:iam::{ACCOUNT}:role/Gone"))).await;
    refused(gone, "NoSuchEntity", 404, "The role with name Gone cannot be found.");
    let root = format!("arn:aws:iam::{ACCOUNT}:root");
    let message = format!("Invalid Entity Arn: {root} does not clearly define entity type and name.");
    refused(world.root::<SimulatePrincipalPolicy>(ask(root)).await, "InvalidInput", 400, &message);
    let keys = GetContextKeysForPrincipalPolicyRequest {
        policy_source_arn: format!("arn:aws:iam::{ACCOUNT}:role/Build"),
        policy_input_list: Some(vec![allow("s3:*", "arn:aws:s3:::books/${aws:userid}")]),
    };
    let keys = world.root::<GetContextKeysForPrincipalPolicy>(keys).await.unwrap();
    assert_eq!(keys.context_key_names.unwrap(), ["aws:userid"]);
}
