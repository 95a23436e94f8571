//! What documents tell besides being accepted: hints, principals, sizes, publicness.
#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use policy::{Document, Policy, PolicyKind, Reason, counted_chars};
use serde_json::{Value, json};

fn trust(principal: Value) -> String {
    json!({"Version": "2012-10-17",
           "Statement": {"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole"}})
    .to_string()
}

#[test]
fn a_hint_points_at_the_fault() {
    let text = "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [{\"Effect\": \"Allow\" \"Action\": \"s3:*\"}]\n}";
    let rejection = Document::parse(text, PolicyKind::Identity).expect_err("a comma is missing");
    assert_eq!((rejection.reason, rejection.line, rejection.column), (Reason::Json, 3, 36));
    let hint = rejection.hint.expect("a hint");
    assert_eq!(hint.lines().next(), Some("line 3, column 36: expected `,` or `}`, found `\"`"));
    let caret = hint.lines().last().expect("a caret").chars().count();
    let shown = hint.lines().nth(1).expect("the line");
    assert!(shown.chars().skip(caret - 1).collect::<String>().starts_with("\"Action\""));
}

#[test]
fn typographic_quotes_are_named() {
    let text = "{\"Version\": \u{201c}2012-10-17\u{201d}}";
    for kind in [PolicyKind::Identity, PolicyKind::RoleTrust, PolicyKind::KmsKey, PolicyKind::S3Bucket] {
        let rejection = Document::parse(text, kind).expect_err("not JSON");
        assert!(rejection.hint.is_some_and(|hint| hint.contains("typographic")), "{kind:?}");
    }
}

#[test]
fn a_missing_brace_is_told_by_the_one_that_is_open() {
    let text = "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\"";
    let hint = Document::parse(text, PolicyKind::Identity).expect_err("unfinished").hint.expect("a hint");
    assert!(hint.contains("the `{` of line 1, column 41 is still open"), "{hint}");
}

#[test]
fn principals_are_bound_and_shown_again() {
    let role = "arn:aws:iam::111122223333:role/Etl";
    let written = trust(json!({"AWS": [role, "444455556666"], "Service": "forecast.amazonaws.com"}));
    let document = Document::parse(&written, PolicyKind::RoleTrust).expect("accepted");
    assert_eq!(document.aws_principals().collect::<Vec<_>>(), [role, "444455556666"]);

    let id = "AROAEXAMPLEEXAMPLEETL";
    let bound = document.map_principals(|entry| (entry == role).then(|| id.to_owned())).expect("readable");
    assert_eq!(bound.aws_principals().collect::<Vec<_>>(), [id, "444455556666"]);
    assert!(Document::parse(bound.text(), PolicyKind::RoleTrust).is_ok());

    let shown = bound.map_principals(|entry| (entry == id).then(|| role.to_owned())).expect("readable");
    assert_eq!(shown.text(), written);
}

#[test]
fn white_space_outside_strings_is_not_counted() {
    assert_eq!(counted_chars("{ \"a b\" :\n\t1 }"), 9);
    assert_eq!(counted_chars(r#"{"a\" b": 1}"#), 11);
}

#[test]
fn keys_and_variables_are_listed() {
    let text = json!({"Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::books/${aws:username}",
        "Condition": {"StringLike": {"s3:prefix": "${aws:PrincipalTag/Team}/*"}}}});
    let policy =
        Policy::compile(&Document::parse(&text.to_string(), PolicyKind::Identity).expect("accepted"));
    assert_eq!(policy.context_keys(), ["aws:principaltag/team", "aws:username", "s3:prefix"]);
}

#[track_caller]
fn public(expected: bool, statement: Value) {
    let mut statement = statement;
    statement["Action"] = json!("s3:GetObject");
    statement["Resource"] = json!("arn:aws:s3:::books/*");
    if statement.get("Effect").is_none() {
        statement["Effect"] = json!("Allow");
    }
    let text = json!({"Version": "2012-10-17", "Statement": [statement]}).to_string();
    let document = Document::parse_bucket_policy(&text, "books").expect("accepted");
    assert_eq!(document.is_public(), expected, "{text}");
}

#[test]
fn a_bucket_policy_is_public_unless_limited_to_fixed_values() {
    let limited = |operator: &str, key: &str, value: Value| json!({"Principal": "*", "Condition": {operator: {key: value}}});
    public(true, json!({"Principal": "*"}));
    public(true, json!({"Principal": {"AWS": ["111122223333", "*"]}}));
    public(true, json!({"Principal": {"Federated": "accounts.google.com"}}));
    public(false, json!({"Principal": "*", "Effect": "Deny"}));
    public(false, json!({"Principal": {"AWS": "444455556666"}}));
    public(false, json!({"Principal": {"Service": "logs.amazonaws.com"}}));
    public(false, limited("StringEquals", "aws:PrincipalOrgID", json!("o-1")));
    public(false, limited("StringEquals", "aws:SourceVpce", json!(["vpce-1", "vpce-2"])));
    public(true, limited("StringLike", "aws:SourceVpce", json!("vpce-*")));
    public(true, limited("StringEquals", "aws:SourceVpce", json!("${aws:username}")));
    public(true, limited("StringNotEquals", "aws:SourceVpce", json!("vpce-1")));
    public(true, limited("StringEqualsIfExists", "aws:SourceVpce", json!("vpce-1")));
    public(true, limited("StringEquals", "aws:UserAgent", json!("me")));
    public(false, limited("IpAddress", "aws:SourceIp", json!("203.0.113.0/24")));
    public(true, limited("IpAddress", "aws:SourceIp", json!("0.0.0.0/1")));
    public(false, limited("ArnLike", "aws:PrincipalArn", json!("arn:aws:iam::111122223333:role/*")));
    public(true, limited("ArnLike", "aws:PrincipalArn", json!("arn:aws:iam::*:role/Etl")));
    public(false, limited("StringEquals", "aws:userid", json!("AIDAEXAMPLEEXAMPLEANN")));
    public(true, limited("StringLike", "aws:userid", json!("AROAEXAMPLEEXAMPLEETL:*")));
}
