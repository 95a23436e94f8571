//! What `diff` says of two policies, against what the engine decides under them.
//!
//! A no has to hold for every request, so it is held against all requests that can be made of a small world in which
//! the policies live too. A yes has to come with a request that shows it.
#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::sync::Arc;

use policy::{
    Context, Difference, Document, Example, Facts, NamedPolicy, Policies, Policy, PolicyKind, Principal,
    Request, ServiceFacts, diff, evaluate,
};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};

const ACTIONS: [&str; 7] = ["s3:GetObject", "s3:PutObject", "s3:Get*", "s3:*", "*", "sqs:*", "s3:?etObject"];
const RESOURCES: [&str; 6] = [
    "*",
    "arn:aws:s3:::books/*",
    "arn:aws:s3:::books/1",
    "arn:aws:s3:::*/1",
    "arn:aws:s3:::${aws:username}/*",
    "arn:aws:s3*",
];

/// Values that requests of the small world have for each key; nothing stands for a request without it.
const VALUES: [(&str, &[Option<&str>]); 4] = [
    ("aws:username", &[None, Some("ann"), Some("bob"), Some("books")]),
    ("aws:SecureTransport", &[None, Some("true")]),
    ("aws:SourceIp", &[None, Some("203.0.113.9"), Some("198.51.100.1")]),
    ("s3:max-keys", &[None, Some("5"), Some("50")]),
];
const ASKED_ACTIONS: [&str; 5] =
    ["s3:GetObject", "s3:PutObject", "s3:GetBucketAcl", "sqs:SendMessage", "iam:ListUsers"];
const ASKED_RESOURCES: [&str; 6] = [
    "*",
    "arn:aws:s3:::books/1",
    "arn:aws:s3:::books/2",
    "arn:aws:s3:::films/1",
    "arn:aws:s3:::ann/2",
    "arn:aws:sqs:us-east-1:111122223333:q",
];

fn condition() -> impl Strategy<Value = Value> {
    select(vec![
        json!({}),
        json!({}),
        json!({"StringEquals": {"aws:username": "ann"}}),
        json!({"StringEquals": {"aws:username": ["ann", "bob"]}}),
        json!({"StringNotEquals": {"aws:username": "ann"}}),
        json!({"StringNotEquals": {"aws:username": ["ann", "bob"]}}),
        json!({"StringNotEqualsIfExists": {"aws:username": "bob"}}),
        json!({"StringLike": {"aws:username": "a*"}}),
        json!({"StringNotLike": {"aws:username": ["b*", "c"]}}),
        json!({"Bool": {"aws:SecureTransport": "true"}}),
        json!({"BoolIfExists": {"aws:SecureTransport": "true"}}),
        json!({"Bool": {"aws:SecureTransport": "true"}, "StringEquals": {"aws:username": "ann"}}),
        json!({"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}),
        json!({"NotIpAddress": {"aws:SourceIp": ["203.0.113.0/24", "192.0.2.0/24"]}}),
        json!({"Null": {"aws:username": "true"}}),
        json!({"Null": {"aws:username": "false"}}),
        json!({"ForAllValues:StringEquals": {"aws:TagKeys": ["a", "b"]}}),
        json!({"ForAllValues:StringEquals": {"aws:TagKeys": "a"}}),
        json!({"ForAnyValue:StringEquals": {"aws:TagKeys": "a"}}),
        json!({"ForAnyValue:StringNotEquals": {"aws:TagKeys": ["a", "b"]}}),
        json!({"ForAnyValue:StringNotEquals": {"aws:TagKeys": "a"}}),
        json!({"ForAllValues:StringNotEquals": {"aws:TagKeys": "b"}}),
        json!({"NumericLessThan": {"s3:max-keys": "10"}}),
        json!({"NumericLessThan": {"s3:max-keys": "100"}}),
    ])
}

fn statement() -> impl Strategy<Value = Value> {
    let actions = subsequence(ACTIONS.to_vec(), 1..3);
    let resources = subsequence(RESOURCES.to_vec(), 1..3);
    (any::<(bool, bool, bool, bool)>(), actions, resources, condition()).prop_map(
        |((deny, second, not_action, not_resource), actions, resources, condition)| {
            let effect = if deny && second { "Deny" } else { "Allow" };
            let mut statement = json!({ "Effect": effect, "Condition": condition });
            statement[if not_action { "NotAction" } else { "Action" }] = json!(actions);
            statement[if not_resource { "NotResource" } else { "Resource" }] = json!(resources);
            statement
        },
    )
}

fn statements() -> impl Strategy<Value = Vec<Value>> {
    proptest::collection::vec(statement(), 1..4)
}

/// The second policy is often a changed copy of the first, or most would have nothing to do with each other.
fn pairs() -> impl Strategy<Value = (Vec<Value>, Vec<Value>)> {
    (statements(), statements(), any::<(bool, bool)>()).prop_map(|(before, other, (related, dropped))| {
        let mut after = if related { before.clone() } else { Vec::new() };
        after.extend(other);
        if related && dropped {
            after.remove(0);
        }
        (before, after)
    })
}

fn read(statements: &[Value]) -> Document {
    let text = json!({ "Version": "2012-10-17", "Statement": statements }).to_string();
    Document::read(&text, PolicyKind::Identity).expect("a document")
}

fn facts() -> Facts {
    let s3 = include_str!("../../../data/service-authorization/s3.json");
    let s3: ServiceFacts = serde_json::from_str(s3).expect("facts");
    Facts::new(vec![s3], BTreeMap::new())
}

fn policies(document: &Document) -> Policies {
    let named = NamedPolicy::inline("policy", Arc::new(Policy::compile(document)));
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

/// Every context of the small world.
fn contexts() -> Vec<Context<'static>> {
    let mut found = vec![Context::new()];
    for (key, values) in VALUES {
        let more = |context: &Context<'static>| {
            values
                .iter()
                .map(|value| {
                    let mut context = context.clone();
                    if let Some(value) = *value {
                        context.set(key, value);
                    }
                    context
                })
                .collect::<Vec<_>>()
        };
        found = found.iter().flat_map(more).collect();
    }
    let tagged = |context: &Context<'static>| {
        [vec![], vec!["a"], vec!["b", "c"], vec!["a", "b"]].map(|tags| {
            let mut context = context.clone();
            context.set_multi("aws:TagKeys", tags.into_iter().map(str::to_owned).collect());
            context
        })
    };
    found.iter().flat_map(tagged).collect()
}

/// A request that the second policies allow and the first do not.
fn counterexample(before: &Policies, after: &Policies) -> Option<String> {
    let ann = ann();
    for context in &contexts() {
        for action in ASKED_ACTIONS {
            for resource in ASKED_RESOURCES {
                let request = Request::new(&ann, action, resource, context);
                if evaluate(&request, after).is_allowed() && !evaluate(&request, before).is_allowed() {
                    return Some(format!("{action} {resource} {context:?}"));
                }
            }
        }
    }
    None
}

fn shows(example: &Example, before: &Policies, after: &Policies) -> bool {
    let mut context = Context::new();
    for (key, values) in &example.context {
        match values.as_slice() {
            [one] if !Example::is_multivalued(key) => context.set(key.clone(), one.clone()),
            many => context.set_multi(key.clone(), many.to_vec()),
        };
    }
    let ann = ann();
    let request = Request::new(&ann, &example.action, &example.resource, &context);
    evaluate(&request, after).is_allowed() && !evaluate(&request, before).is_allowed()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn a_no_holds_for_every_request_and_a_yes_is_shown((before, after) in pairs()) {
        let (old, new) = (read(&before), read(&after));
        let (was, is) = (policies(&old), policies(&new));
        match diff(&old, &new, &facts()) {
            Difference::NoMore => prop_assert_eq!(counterexample(&was, &is), None),
            Difference::More(example) => prop_assert!(shows(&example, &was, &is), "{:?}", example),
            Difference::Unknown { .. } => {}
        }
    }

    #[test]
    fn what_the_old_policy_says_is_never_more((before, _) in pairs()) {
        let old = read(&before);
        prop_assert_eq!(diff(&old, &old, &facts()), Difference::NoMore);
    }
}

/// What `diff` says of two policies of an organization that only deny.
#[track_caller]
fn denials(kind: PolicyKind, before: &[Value], after: &[Value]) -> Difference {
    let read = |statements: &[Value]| {
        let text = json!({ "Version": "2012-10-17", "Statement": statements }).to_string();
        Document::parse(&text, kind).expect("a document")
    };
    diff(&read(before), &read(after), &facts())
}

#[test]
fn what_an_organization_no_longer_denies_is_more() {
    for kind in [PolicyKind::Scp, PolicyKind::Rcp] {
        let deny = |action: &str, condition: Value| {
            let mut statement = json!({"Effect": "Deny", "Action": action, "Resource": "*"});
            if kind == PolicyKind::Rcp {
                statement["Principal"] = "*".into();
            }
            if !condition.is_null() {
                statement["Condition"] = condition;
            }
            statement
        };
        let (s3, sqs) = (deny("s3:*", Value::Null), deny("sqs:*", Value::Null));
        let narrowed = deny("s3:*", json!({"StringNotEquals": {"aws:PrincipalOrgID": "o-example"}}));
        let both = [s3.clone(), sqs.clone()];
        let Difference::More(example) = denials(kind, &both, std::slice::from_ref(&sqs)) else {
            panic!("{kind:?}: a deny was taken away")
        };
        assert!(example.action.starts_with("s3:"), "{example:?}");
        let with_condition = denials(kind, &both, &[narrowed, sqs.clone()]);
        assert!(matches!(with_condition, Difference::More(_)), "{kind:?}: {with_condition:?}");
        assert_eq!(denials(kind, &both, &[sqs.clone(), s3]), Difference::NoMore, "{kind:?}");
        assert_eq!(denials(kind, &[sqs], &both), Difference::NoMore, "{kind:?}");
    }
}
