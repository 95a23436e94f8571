//! A decision allocates nothing but its answer: the list of the statements that decided.
#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use policy::{
    Context, Document, Grant, NamedPolicy, Policies, Policy, PolicyKind, Principal, Request, Verdict,
    evaluate,
};
use serde_json::{Value, json};

const ACCOUNT: &str = "111122223333";

fn ann() -> Principal {
    Principal::User {
        arn: format!("arn:aws:iam::{ACCOUNT}:user/ann"),
        account: ACCOUNT.into(),
        unique_id: "AIDAEXAMPLEEXAMPLEANN".into(),
        name: "ann".into(),
    }
}

fn named(statements: Value, kind: PolicyKind) -> NamedPolicy {
    let text = json!({"Version": "2012-10-17", "Statement": statements}).to_string();
    let document = Document::parse(&text, kind).expect("an accepted policy");
    NamedPolicy::inline("it", Arc::new(Policy::compile(&document)))
}

fn identity(statements: Value) -> Policies {
    Policies { identity: vec![named(statements, PolicyKind::Identity)].into(), ..Policies::default() }
}

/// A context with a value for every operator, and tags `a` to `j`.
fn context() -> Context<'static> {
    let mut context = Context::new();
    context
        .set("aws:username", "ann")
        .set("aws:useragent", "Äpfel")
        .set("s3:max-keys", "1234567890123456789012345678901234567890.5")
        .set("aws:currenttime", "2026-01-01T00:00:00.5+02:00")
        .set("aws:securetransport", "TRUE")
        .set("app:blob", "QUJD".repeat(100))
        .set("aws:sourceip", "2001:db8::7")
        .set("aws:sourcearn", "arn:aws:s3:::ann/a/b/c/d/e/f/g/h/i/j")
        .set_multi("aws:tagkeys", vec!["one".into(), "two".into()]);
    for tag in "abcdefghij".chars() {
        context.set(format!("aws:principaltag/{tag}"), tag.to_string());
    }
    context
}

/// Decides and counts. What is allowed has one allocation, its list of statements; other answers at most that.
#[track_caller]
fn check(name: &str, principal: &Principal, resource: &str, policies: &Policies, allowed: bool) {
    let context = context();
    let request = Request::new(principal, "kms:Decrypt", resource, &context);
    let mut verdict = None;
    let counted = allocation_counter::measure(|| verdict = Some(evaluate(&request, policies)));
    let verdict = verdict.expect("a verdict");
    assert_eq!(verdict.is_allowed(), allowed, "{name}: {verdict:?}");
    let (Verdict::Allow { matched } | Verdict::Deny { matched, .. }) = &verdict;
    assert_eq!(counted.count_total, u64::from(!matched.is_empty()), "{name}");
}

/// Every family, so that it holds and so that it does not. The names of IAM's operators with `Not` and `IfExists` are
/// made of these.
fn conditions() -> Vec<(&'static str, &'static str, Value, Value)> {
    let many: String = "abcdefghij".chars().map(|tag| format!("${{aws:PrincipalTag/{tag}}}/")).collect();
    let many = many.trim_end_matches('/').to_owned();
    let long = "QUJD".repeat(100);
    vec![
        ("StringEquals", "aws:username", json!("ann"), json!("ben")),
        ("StringEquals", "aws:username", json!("${aws:username}"), json!(many)),
        ("StringEqualsIgnoreCase", "aws:username", json!("${aws:none, 'ANN'}"), json!(many)),
        ("StringEqualsIgnoreCase", "aws:useragent", json!("äPFEL"), json!("äPFELN")),
        ("StringLike", "aws:sourcearn", json!(format!("*{many}")), json!(format!("*{many}?"))),
        ("StringLike", "aws:username", json!("a?*n"), json!("*b*")),
        ("NumericGreaterThan", "s3:max-keys", json!("1"), json!("2e39")),
        ("NumericEquals", "s3:max-keys", json!("1234567890123456789012345678901234567890.50"), json!("12.5")),
        ("DateLessThan", "aws:CurrentTime", json!("2026-01-02"), json!("2025-12-31T22:00:00Z")),
        ("Bool", "aws:SecureTransport", json!("true"), json!("false")),
        ("BinaryEquals", "app:blob", json!(long), json!("QUJE")),
        ("IpAddress", "aws:SourceIp", json!("2001:db8::/32"), json!("203.0.113.0/24")),
        ("ArnEquals", "aws:SourceArn", json!("arn:aws:s3:::ann/*"), json!("arn:aws:sqs:::ann/*")),
        (
            "ArnLike",
            "aws:SourceArn",
            json!(format!("arn:aws:s3:::ann/{many}")),
            json!(format!("arn:aws:s3:::{many}")),
        ),
        (
            "ArnLike",
            "aws:SourceArn",
            json!("arn:aws:${aws:none, 's3::'}:*"),
            json!("arn:${aws:username}:s3:::*"),
        ),
        ("Null", "aws:TokenIssueTime", json!("true"), json!("false")),
        ("ForAnyValue:StringLike", "aws:TagKeys", json!("t*"), json!("${aws:username}")),
        ("ForAllValues:StringEquals", "aws:TagKeys", json!(["one", "two"]), json!("one")),
    ]
}

#[test]
fn conditions_of_every_family_allocate_nothing() {
    for (operator, key, holds, fails) in conditions() {
        for (value, holds) in [(holds, true), (fails, false)] {
            for (operator, allowed) in negations(operator, holds) {
                let condition = json!({&*operator: {key: value}});
                let policies = identity(json!({"Effect": "Allow", "Action": "*", "Resource": "*",
                                               "Condition": condition}));
                check(&format!("{operator} {key} {value}"), &ann(), "*", &policies, allowed);
            }
        }
    }
}

/// The operator, its negation where it has one, and both with `IfExists`.
fn negations(operator: &str, holds: bool) -> Vec<(String, bool)> {
    let negated = match operator {
        "IpAddress" => Some("NotIpAddress".to_owned()),
        "StringEquals" | "StringEqualsIgnoreCase" | "StringLike" => {
            Some(operator.replace("String", "StringNot"))
        }
        "NumericEquals" => Some("NumericNotEquals".to_owned()),
        "ArnEquals" | "ArnLike" => Some(operator.replace("Arn", "ArnNot")),
        _ => None,
    };
    let both = [(Some(operator.to_owned()), holds), (negated, !holds)];
    let named = both.into_iter().filter_map(|(name, holds)| Some((name?, holds)));
    named
        .flat_map(|(name, holds)| match operator {
            "Null" => vec![(name, holds)],
            _ => vec![(format!("{name}IfExists"), holds), (name, holds)],
        })
        .collect()
}

#[test]
fn resources_with_many_variables_allocate_nothing() {
    let variables = |tags: &str| {
        let each: Vec<String> = tags.chars().map(|tag| format!("${{aws:PrincipalTag/{tag}}}")).collect();
        format!("arn:aws:s3:::{}/*", each.join("-"))
    };
    for tags in ["", "a", "abcd", "abcde", "abcdefghij"] {
        let policies = identity(json!({"Effect": "Allow", "Action": "*", "Resource": variables(tags)}));
        let resource = |tags: &str| {
            let each: Vec<String> = tags.chars().map(String::from).collect();
            format!("arn:aws:s3:::{}/1", each.join("-"))
        };
        check(tags, &ann(), &resource(tags), &policies, true);
        check(tags, &ann(), &resource("x"), &policies, false);
    }
}

#[test]
fn several_policies_and_layers_allocate_nothing() {
    let allow = json!({"Effect": "Allow", "Action": ["kms:Decrypt", "s3:*"], "Resource": "*"});
    let one = |kind| named(allow.clone(), kind);
    let key = json!({"Effect": "Allow", "Principal": {"AWS": ACCOUNT}, "Action": "kms:*", "Resource": "*"});
    let policies = Policies {
        identity: (0..50).map(|_| one(PolicyKind::Identity)).collect(),
        boundary: Some(one(PolicyKind::Boundary)),
        resource: Some(named(key, PolicyKind::KmsKey)),
        scp: Some([vec![one(PolicyKind::Scp)].into()].into()),
        ..Policies::default()
    };
    check("all layers", &ann(), "arn:aws:kms:us-east-1:111122223333:key/1", &policies, true);
}

#[test]
fn grants_allocate_nothing() {
    let grantee = format!("arn:aws:iam::{ACCOUNT}:user/ann");
    let grant = |operation: &str| Policies {
        grants: vec![Grant::new("grant", &grantee, vec![operation.to_owned()])],
        ..Policies::default()
    };
    check("granted", &ann(), "arn:aws:kms:us-east-1:111122223333:key/1", &grant("Decrypt"), true);
    check("not granted", &ann(), "arn:aws:kms:us-east-1:111122223333:key/1", &grant("Encrypt"), false);
}

/// The counter counts.
#[test]
fn an_allocation_is_seen() {
    let counted = allocation_counter::measure(|| drop(std::hint::black_box(vec![1])));
    assert_eq!(counted.count_total, 1);
}
