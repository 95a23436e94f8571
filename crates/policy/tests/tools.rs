//! The tools for those who write policies: each finding by an example, each difference shown or proved.
#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::path::Path;

use policy::{Difference, Document, Facts, PolicyKind, ServiceFacts, Severity, diff, lint, summary};
use serde_json::Value;

fn facts() -> Facts {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/service-authorization");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).expect("facts");
    let services = ["s3", "iam", "kms", "sts", "forecast", "sagemaker", "ecr", "logs"].map(|name| {
        let facts: ServiceFacts = serde_json::from_str(&read(&format!("{name}.json"))).expect("facts");
        facts
    });
    let keys: BTreeMap<String, Value> =
        serde_json::from_str(&read("global-condition-keys.json")).expect("keys");
    let kind = |value: &Value| value["type"].as_str().unwrap_or_default().to_owned();
    Facts::new(services.into(), keys.iter().map(|(key, value)| (key.clone(), kind(value))).collect())
}

fn document(statements: &str) -> String {
    format!(r#"{{"Version": "2012-10-17", "Statement": [{statements}]}}"#)
}

#[track_caller]
fn finds(kind: PolicyKind, statements: &str, rules: &[&str]) {
    let found = lint(&document(statements), kind, &facts());
    let found: Vec<&str> = found.iter().map(|finding| finding.rule).collect();
    assert_eq!(found, rules, "{statements}");
}

#[test]
fn what_is_wrong_or_unwise_is_found() {
    use PolicyKind::{Identity, RoleTrust, S3Bucket};
    finds(Identity, r#"{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::books/*"}"#, &[]);
    finds(Identity, r#"{"Effect":"Allow","Action":"*","Resource":"*"}"#, &["every-action"]);
    finds(Identity, r#"{"Effect":"Allow","Action":"s3:GetObject"}"#, &["refused"]);
    finds(Identity, r#"{"Effect":"Allow","Action":"s3:GetObjekt","Resource":"*"}"#, &["unknown-action"]);
    finds(Identity, r#"{"Effect":"Allow","Action":"sagmaker:*","Resource":"*"}"#, &["unknown-service"]);
    finds(Identity, r#"{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}"#, &["every-resource"]);
    finds(Identity, r#"{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}"#, &["allow-not-action"]);
    finds(
        Identity,
        r#"{"Effect":"Allow","Action":"iam:PassRole","Resource":"*"}"#,
        &["pass-any-role", "pass-role-to-any-service", "every-resource"],
    );
    finds(
        Identity,
        r#"{"Effect":"Allow","Action":"iam:PassRole","Resource":"arn:aws:iam::111122223333:role/R",
            "Condition":{"StringEquals":{"iam:PassedToService":"forecast.amazonaws.com"}}}"#,
        &[],
    );
    finds(
        Identity,
        r#"{"Effect":"Allow","Action":"s3:GetObject","Resource":["arn:aws:s3:::books","arn:aws:s3:::books/*"]}"#,
        &["resource-never-matches"],
    );
    finds(
        Identity,
        r#"{"Effect":"Allow","Action":["s3:GetObject","s3:ListBucket"],"Resource":"arn:aws:s3:::books/*"}"#,
        &["action-without-resource"],
    );
    finds(
        Identity,
        r#"{"Effect":"Allow","Action":"ecr:BatchGetImage","Resource":"arn:aws:ecr:us-east-1::repository/a"}"#,
        &["action-without-resource", "resource-never-matches"],
    );
    finds(
        Identity,
        r#"{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::bucket-name/*"}"#,
        &["placeholder"],
    );
    finds(
        Identity,
        r#"{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::books/*"},
           {"Effect":"Deny","Action":"s3:*","Resource":"*"}"#,
        &["shadowed"],
    );
    finds(
        Identity,
        r#"{"Effect":"Allow","Action":"s3:Get*","Resource":"arn:aws:s3:::books/*"},
           {"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::books/a"}"#,
        &["superfluous"],
    );
    finds(
        Identity,
        r#"{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::books/*",
            "Condition":{"StringEquals":{"aws:SourceIpp":"a"},"NumericEquals":{"aws:SourceIp":"1"},
                         "StringLike":{"aws:TagKeys":"a"}}}"#,
        &["unknown-condition-key", "operator-type", "operator-multivalued"],
    );
    let trust =
        r#"{"Effect":"Allow","Principal":{"Service":"forecast.amazonaws.com"},"Action":"sts:AssumeRole"}"#;
    finds(RoleTrust, trust, &["confused-deputy"]);
    finds(
        RoleTrust,
        &trust.replace("}]", "").replace(
            r#""sts:AssumeRole"}"#,
            r#""sts:AssumeRole","Condition":{"StringEquals":{"aws:SourceAccount":"111122223333"}}}"#,
        ),
        &[],
    );
    finds(
        S3Bucket,
        r#"{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::books/*"}"#,
        &["everyone"],
    );
}

#[test]
fn a_finding_points_at_its_place() {
    let text = "{\"Version\": \"2012-10-17\",\n \"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:GetObjekt\", \"Resource\": \"*\"}}";
    let found = lint(text, PolicyKind::Identity, &facts());
    let place = found.first().map(|finding| (finding.line, finding.column, finding.length, finding.severity));
    assert_eq!(place, Some((2, 45, 14, Severity::Warning)));
    assert_eq!(found.first().map(|finding| finding.advice.as_str()), Some("did you mean `s3:GetObject`?"));
}

#[track_caller]
fn differs(before: &str, after: &str, answer: &str) {
    let parse = |text: &str| Document::parse(&document(text), PolicyKind::Identity).expect("accepted");
    let found = diff(&parse(before), &parse(after), &facts());
    let word = match &found {
        Difference::NoMore => "no".to_owned(),
        Difference::Unknown { .. } => "unknown".to_owned(),
        Difference::More(example) => format!("{} {}", example.action, example.resource),
    };
    assert_eq!(word, answer, "{found:?}\n{before}\n{after}");
}

#[test]
fn a_difference_is_shown_or_excluded() {
    let books = r#"{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::books/*"}"#;
    let wide = r#"{"Effect":"Allow","Action":"s3:Get*","Resource":"arn:aws:s3:::books/*"}"#;
    let deny = r#"{"Effect":"Deny","Action":"s3:*","Resource":"arn:aws:s3:::books/secret/*"}"#;
    let team = |values: &str| {
        format!(
            r#"{{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::books/*",
                "Condition":{{"StringEquals":{{"aws:PrincipalTag/team":{values}}}}}}}"#
        )
    };
    differs(books, books, "no");
    differs(wide, books, "no");
    differs(books, wide, "s3:GetObjectAcl arn:aws:s3:::books/example");
    differs(&format!("{wide},{deny}"), books, "s3:GetObject arn:aws:s3:::books/secret/example");
    differs(books, &format!("{wide},{deny}"), "s3:GetObjectAcl arn:aws:s3:::books/example");
    differs(books, &format!("{books},{deny}"), "no");
    differs(&format!("{books},{deny}"), &format!("{books},{deny}"), "no");
    differs(&team(r#"["red","blue"]"#), &team(r#""red""#), "no");
    differs(&team(r#""red""#), &team(r#"["red","blue"]"#), "s3:GetObject arn:aws:s3:::books/example");
    differs(&team(r#""red""#), books, "s3:GetObject arn:aws:s3:::books/example");
    differs(books, &team(r#""red""#), "no");
    let two =
        r#"{"Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::books/*"}"#;
    let put = r#"{"Effect":"Allow","Action":"s3:PutObject","Resource":"*"}"#;
    differs(&format!("{books},{put}"), two, "no");
    let but = |action: &str| format!(r#"{{"Effect":"Allow","NotAction":{action},"Resource":"*"}}"#);
    differs(&but(r#""iam:*""#), &but(r#"["iam:*","s3:*"]"#), "no");
    differs(&but(r#"["iam:*","s3:*"]"#), &but(r#""iam:*""#), "s3:AbortMultipartUpload *");
    differs(
        r#"{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::a*"},{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::b*"}"#,
        r#"{"Effect":"Allow","Action":"s3:*","Resource":["arn:aws:s3:::a1*","arn:aws:s3:::b?"]}"#,
        "no",
    );
}

#[test]
fn what_can_be_neither_is_unknown() {
    // Any number of more than one digit is at least ten, which only arithmetic tells.
    let below = |limit: &str| {
        format!(
            r#"{{"Effect":"Allow","Action":"s3:ListBucket","Resource":"*","Condition":{{"NumericLessThan":{{"s3:max-keys":"{limit}"}}}}}}"#
        )
    };
    differs(&below("10"), &below("5"), "unknown");
    differs(&below("5"), &below("10"), "s3:ListBucket *");
}

#[test]
fn a_summary_tells_levels_of_access() {
    let text = document(
        r#"{"Effect":"Allow","Action":["s3:GetObject","forecast:*"],"Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"true"}}}"#,
    );
    let document = Document::parse(&text, PolicyKind::Identity).expect("accepted");
    let lines = summary(&document, &facts());
    let told: Vec<String> = lines.iter().map(|line| format!("{} {:?}", line.service, line.access)).collect();
    assert_eq!(
        told.first().map(|line| line.contains("\"Full\"") && line.starts_with("forecast")),
        Some(true)
    );
    assert_eq!(told.get(1).map(String::as_str), Some("s3 {\"Read\": \"Limited\"}"));
}
