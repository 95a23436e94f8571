//! What explanations hold and how they read.
#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use policy::{Context, Document, NamedPolicy, Policies, Policy, PolicyKind, Principal, Request, explain};
use serde_json::json;

const POLICY: &str = r#"{
  "Version": "2012-10-17",
  "Statement": [
    {"Sid": "Read", "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::books/${aws:username}/*",
     "Condition": {"ForAnyValue:StringLike": {"aws:TagKeys": ["${aws:username}-*", "x"]}}},
    {"Effect": "Deny", "Action": ["s3:Put*", "s3:Delete*"], "NotResource": "arn:aws:s3:::films/*"}
  ]
}"#;

fn policies() -> Policies {
    let document = Document::parse(POLICY, PolicyKind::Identity).expect("accepted");
    let policy = Arc::new(Policy::compile(&document));
    let named = NamedPolicy::managed("arn:aws:iam::111122223333:policy/reading", policy);
    Policies { identity: vec![named].into(), ..Policies::default() }
}

fn ann() -> Principal {
    Principal::User {
        arn: "arn:aws:iam::111122223333:user/ann".into(),
        account: "111122223333".into(),
        unique_id: "AIDAEXAMPLEEXAMPLEANN".into(),
        name: "ann".into(),
    }
}

fn context(tags: &[&str]) -> Context<'static> {
    let mut context = Context::new();
    context.set("aws:username", "ann");
    context.set_multi("aws:TagKeys", tags.iter().map(|&tag| tag.to_owned()).collect());
    context
}

#[test]
fn a_failed_statement_tells_its_first_failed_element() {
    let (ann, context) = (ann(), context(&["b-1", "c"]));
    let request = Request::new(&ann, "s3:GetObject", "arn:aws:s3:::books/ann/1", &context);
    let policies = policies();
    let explanation = explain(&request, &policies);
    let policy = "arn:aws:iam::111122223333:policy/reading";
    let expected = json!({
        "decision": "implicitDeny", "layer": "identity",
        "principal": "arn:aws:iam::111122223333:user/ann",
        "action": "s3:GetObject", "resource": "arn:aws:s3:::books/ann/1",
        "matched": [],
        "failed": [
            {"layer": "identity", "policy": policy, "sid": "Read", "index": 0, "effect": "Allow",
             "start": {"line": 4, "column": 5}, "end": {"line": 5, "column": 91},
             "element": "Condition", "operator": "ForAnyValue:StringLike", "key": "aws:TagKeys",
             "policyValues": ["ann-*", "x"], "requestValue": {"values": ["b-1", "c"]}},
            {"layer": "identity", "policy": policy, "index": 1, "effect": "Deny",
             "start": {"line": 6, "column": 5}, "end": {"line": 6, "column": 99},
             "element": "Action", "policyValues": ["s3:Put*", "s3:Delete*"], "requestValue": {"value": "s3:GetObject"}},
        ],
    });
    assert_eq!(serde_json::to_value(&explanation).expect("serializable"), expected);
    assert_eq!(
        explanation.sentence(),
        "s3:GetObject on arn:aws:s3:::books/ann/1 is denied because no identity-based policy allows it. The nearest is \
         statement \"Read\" of the identity-based policy arn:aws:iam::111122223333:policy/reading, whose condition \
         ForAnyValue:StringLike on aws:TagKeys wants \"ann-*\", \"x\" where the request has \"b-1\", \"c\"."
    );
}

#[test]
fn a_missing_key_is_said_to_be_missing() {
    let (ann, context) = (ann(), context(&[]));
    let request = Request::new(&ann, "s3:GetObject", "arn:aws:s3:::books/ann/1", &context);
    let policies = policies();
    let explanation = explain(&request, &policies);
    let shown = serde_json::to_value(&explanation).expect("serializable");
    assert_eq!(shown["failed"][0]["requestValue"], "missing");
    assert!(explanation.sentence().ends_with("where the request has nothing."));
}

#[test]
fn a_resource_is_shown_with_its_variables_replaced() {
    let (ann, context) = (ann(), context(&["x"]));
    let request = Request::new(&ann, "s3:GetObject", "arn:aws:s3:::books/ben/1", &context);
    let policies = policies();
    let explanation = explain(&request, &policies);
    assert!(explanation.sentence().ends_with(
        "whose Resource \"arn:aws:s3:::books/ann/*\" does not cover \"arn:aws:s3:::books/ben/1\"."
    ));
}

#[test]
fn decisions_name_the_statements_that_made_them() {
    let (ann, context) = (ann(), context(&["x"]));
    let read = Request::new(&ann, "s3:GetObject", "arn:aws:s3:::books/ann/1", &context);
    assert_eq!(
        explain(&read, &policies()).sentence(),
        "s3:GetObject on arn:aws:s3:::books/ann/1 is allowed by statement \"Read\" of the identity-based policy \
         arn:aws:iam::111122223333:policy/reading."
    );
    let write = Request::new(&ann, "s3:PutObject", "arn:aws:s3:::books/ann/1", &context);
    assert_eq!(
        explain(&write, &policies()).sentence(),
        "s3:PutObject on arn:aws:s3:::books/ann/1 is denied by statement 2 of the identity-based policy \
         arn:aws:iam::111122223333:policy/reading."
    );
}
