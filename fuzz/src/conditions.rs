//! Condition values: what a policy compares, and what a request brings along.

use std::sync::Arc;

use policy::{Context, Document, NamedPolicy, Policies, Policy, PolicyKind, Request, evaluate, explain};
use serde_json::json;

use crate::policies::ana;

/// Operators with their opposites.
const OPERATORS: [[&str; 2]; 11] = [
    ["StringEquals", "StringNotEquals"],
    ["StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"],
    ["StringLike", "StringNotLike"],
    ["NumericEquals", "NumericNotEquals"],
    ["NumericLessThan", "NumericGreaterThanEquals"],
    ["NumericGreaterThan", "NumericLessThanEquals"],
    ["DateEquals", "DateNotEquals"],
    ["DateLessThan", "DateGreaterThanEquals"],
    ["DateGreaterThan", "DateLessThanEquals"],
    ["IpAddress", "NotIpAddress"],
    ["ArnLike", "ArnNotLike"],
];

/// The first line is the policy's value, the rest the request's. An operator and its opposite never both hold, and
/// the fast path and the explaining path decide alike.
pub(crate) fn compare(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (policy, request) = text.split_once('\n').unwrap_or((&text, ""));
    for operators in OPERATORS {
        let [one, opposite] = operators.map(|operator| holds(operator, policy, request));
        assert!(!(one && opposite), "{operators:?} both hold");
    }
    for operator in ["Bool", "BinaryEquals", "Null"] {
        holds(operator, policy, request);
    }
}

fn holds(operator: &str, policy: &str, request: &str) -> bool {
    let document = json!({ "Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { operator: { "aws:x": policy } },
    } });
    // Read by its grammar alone, as stored documents are.
    let Ok(document) = Document::read(&document.to_string(), PolicyKind::Scp) else { return false };
    let named = NamedPolicy::inline("identity", Arc::new(Policy::compile(&document)));
    let policies = Policies { identity: vec![named].into(), ..Policies::default() };
    let principal = ana();
    let mut context = Context::new();
    context.set("aws:x", request).set("aws:username", request);
    let request = Request::new(&principal, "s3:GetObject", "arn:aws:s3:::books/1", &context);
    let verdict = evaluate(&request, &policies);
    assert_eq!(*explain(&request, &policies).verdict(), verdict, "explanation and decision differ");
    verdict.is_allowed()
}

pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let texts = [
        "1e3\n1000",
        "-1.50\n.5",
        "1e-9223372036854775808\n9223372036854775807",
        "2026-11-25T00:00:00Z\n2026-11-25T01:00:00.5+01:00",
        "1764028800\n-1",
        "203.0.113.0/24\n203.0.113.7",
        "2001:db8::/32\n2001:db8::1",
        "arn:aws:s3:::books/*\narn:aws:s3:::books/1",
        "arn:aws:iam::*:role/${aws:username}\narn:aws:iam::111122223333:role/ana",
        "${aws:username, 'x'}*\nana",
        "dGV4dA==\ndGV4dA==",
        "true\nfalse",
    ];
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}
