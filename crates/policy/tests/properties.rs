//! What must hold for all policies and requests.
#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use policy::{
    Context, Decision, Document, NamedPolicy, Policies, Policy, PolicyKind, Principal, Request, Verdict,
    evaluate, explain,
};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};

const ACCOUNT: &str = "111122223333";
const ACTIONS: [&str; 8] =
    ["s3:GetObject", "s3:PutObject", "s3:Get*", "s3:*", "*", "S3:getobject", "sqs:*", "s3:?etObject"];
const RESOURCES: [&str; 5] = [
    "*",
    "arn:aws:s3:::books/*",
    "arn:aws:s3:::books/1",
    "arn:aws:s3:::*/1",
    "arn:aws:s3:::${aws:username}/*",
];

fn statement(principals: bool) -> impl Strategy<Value = Value> {
    let conditions = select(vec![
        json!({}),
        json!({"StringEquals": {"aws:username": "ann"}}),
        json!({"StringNotLike": {"aws:username": ["b*", "c"]}}),
        json!({"Bool": {"aws:SecureTransport": "true"}}),
        json!({"ForAnyValue:StringEquals": {"aws:TagKeys": ["a", "b"]}}),
        json!({"IpAddressIfExists": {"aws:SourceIp": "203.0.113.0/24"}}),
        json!({"NotIpAddress": {"aws:SourceIp": "198.51.100.0/24"}, "Null": {"aws:TagKeys": "false"}}),
        json!({"StringEqualsIgnoreCase": {"aws:username": "${aws:PrincipalTag/none, 'ANN'}"}}),
        json!({"StringLike": {"aws:username": ["${aws:username}${aws:none, ''}", "x"]}}),
        json!({"ForAllValues:StringNotEquals": {"aws:TagKeys": ["z"]}}),
        json!({"NumericLessThan": {"s3:max-keys": "10.5"}, "Bool": {"aws:SecureTransport": "false"}}),
        json!({"DateGreaterThanIfExists": {"aws:CurrentTime": "2025-01-01T00:00:00Z"}}),
        json!({"BinaryEquals": {"app:blob": ["aGVsbG8=", "!"]}}),
        json!({"ArnLike": {"aws:SourceArn": "arn:aws:s3:::${aws:username}*"}}),
        json!({"ArnNotEquals": {"aws:SourceArn": "arn:aws:*:*:*:${aws:none, 'x:y'}"}}),
    ]);
    let named = select(vec![
        json!("*"),
        json!({"AWS": ACCOUNT}),
        json!({"AWS": format!("arn:aws:iam::{ACCOUNT}:role/Etl")}),
        json!({"AWS": format!("arn:aws:sts::{ACCOUNT}:assumed-role/Etl/run")}),
        json!({"AWS": format!("arn:aws:iam::{ACCOUNT}:user/ann")}),
        json!({"Service": "forecast.amazonaws.com"}),
    ]);
    let actions = subsequence(ACTIONS.to_vec(), 1..4);
    let resources = subsequence(RESOURCES.to_vec(), 1..3);
    (any::<(bool, bool, bool)>(), actions, resources, conditions, named).prop_map(
        move |((allow, not_action, not_resource), actions, resources, condition, named)| {
            let mut statement =
                json!({"Effect": if allow { "Allow" } else { "Deny" }, "Condition": condition});
            statement[if not_action && !allow { "NotAction" } else { "Action" }] = json!(actions);
            statement[if not_resource { "NotResource" } else { "Resource" }] = json!(resources);
            if principals {
                statement["Principal"] = named;
            }
            statement
        },
    )
}

fn document(principals: bool) -> impl Strategy<Value = Vec<Value>> {
    proptest::collection::vec(statement(principals), 1..6)
}

fn compile(statements: &[Value], kind: PolicyKind) -> NamedPolicy {
    let text = json!({"Version": "2012-10-17", "Statement": statements}).to_string();
    let document = Document::read(&text, kind).expect("a document");
    NamedPolicy::inline("generated", Arc::new(Policy::compile(&document)))
}

#[derive(Debug, Clone)]
struct Documents {
    identity: Vec<Vec<Value>>,
    boundary: Option<Vec<Value>>,
    session: Option<Vec<Value>>,
    resource: Option<Vec<Value>>,
    resource_kind: PolicyKind,
    scp: Option<Vec<Vec<Value>>>,
}

impl Documents {
    fn compile(&self) -> Policies {
        let levels = |levels: &Vec<Vec<Value>>| {
            levels.iter().map(|d| vec![compile(d, PolicyKind::Scp)].into()).collect()
        };
        Policies {
            identity: self.identity.iter().map(|d| compile(d, PolicyKind::Identity)).collect(),
            boundary: self.boundary.as_ref().map(|d| compile(d, PolicyKind::Boundary)),
            session: self.session.as_ref().map(|d| vec![compile(d, PolicyKind::Session)].into()),
            resource: self.resource.as_ref().map(|d| compile(d, self.resource_kind)),
            scp: self.scp.as_ref().map(levels),
            ..Policies::default()
        }
    }

    fn reversed(&self) -> Documents {
        let reverse = |d: &Vec<Value>| d.iter().rev().cloned().collect::<Vec<_>>();
        Documents {
            identity: self.identity.iter().rev().map(reverse).collect(),
            boundary: self.boundary.as_ref().map(reverse),
            session: self.session.as_ref().map(reverse),
            resource: self.resource.as_ref().map(reverse),
            resource_kind: self.resource_kind,
            scp: self.scp.as_ref().map(|levels| levels.iter().map(reverse).collect()),
        }
    }
}

fn documents() -> impl Strategy<Value = Documents> {
    let identity = proptest::collection::vec(document(false), 0..4);
    let one = |principals| proptest::option::of(document(principals));
    let kind = select(vec![PolicyKind::S3Bucket, PolicyKind::KmsKey]);
    let scp = proptest::option::weighted(0.3, proptest::collection::vec(document(false), 1..3));
    (identity, one(false), one(false), one(true), kind, scp).prop_map(
        |(identity, boundary, session, resource, resource_kind, scp)| Documents {
            identity,
            boundary,
            session,
            resource,
            resource_kind,
            scp,
        },
    )
}

#[derive(Debug, Clone)]
struct Asked {
    principal: Principal,
    action: &'static str,
    resource: &'static str,
    owner: &'static str,
    context: Context<'static>,
}

impl Asked {
    fn request(&self) -> Request<'_> {
        Request::new(&self.principal, self.action, self.resource, &self.context).owned_by(self.owner)
    }
}

fn asked() -> impl Strategy<Value = Asked> {
    let ann = Principal::User {
        arn: format!("arn:aws:iam::{ACCOUNT}:user/ann"),
        account: ACCOUNT.into(),
        unique_id: "AIDAEXAMPLEEXAMPLEANN".into(),
        name: "ann".into(),
    };
    let session = Principal::AssumedRole {
        session_arn: format!("arn:aws:sts::{ACCOUNT}:assumed-role/Etl/run"),
        role_arn: format!("arn:aws:iam::{ACCOUNT}:role/Etl"),
        account: ACCOUNT.into(),
        role_unique_id: "AROAEXAMPLEEXAMPLEETL".into(),
        session_name: "run".into(),
    };
    let principals = vec![
        ann,
        session,
        Principal::Root { account: ACCOUNT.into() },
        Principal::Service { name: "forecast.amazonaws.com".into() },
        Principal::Anonymous,
    ];
    let resources = vec!["arn:aws:s3:::books/1", "arn:aws:s3:::books/2", "arn:aws:s3:::ann/1", "*"];
    let actions = vec!["s3:GetObject", "s3:PutObject", "s3:ListBucket", "sqs:SendMessage"];
    let owners = vec![ACCOUNT, "444455556666"];
    let context = any::<[bool; 7]>().prop_map(|[user, secure, tags, address, keys, date, arn]| {
        let mut context = Context::new();
        if user {
            context.set("aws:username", "ann");
        }
        context.set("aws:SecureTransport", if secure { "true" } else { "false" });
        if tags {
            context.set_multi("aws:TagKeys", vec!["a".into(), "z".into()]);
        }
        if address {
            context.set("aws:SourceIp", "198.51.100.7");
        }
        if keys {
            context.set("s3:max-keys", "9").set("app:blob", "aGVsbG8=");
        }
        if date {
            context.set("aws:CurrentTime", "2026-01-01T00:00:00Z");
        }
        if arn {
            context.set("aws:SourceArn", "arn:aws:s3:::ann-books");
        }
        context
    });
    (select(principals), select(actions), select(resources), select(owners), context).prop_map(
        |(principal, action, resource, owner, context)| Asked { principal, action, resource, owner, context },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_fast_path_equals_the_explaining_one(documents in documents(), asked in asked()) {
        let policies = documents.compile();
        let request = asked.request();
        let verdict = evaluate(&request, &policies);
        let explanation = explain(&request, &policies);
        prop_assert_eq!(explanation.verdict(), &verdict);
        // Whoever decided is among those that matched, and no statement is told twice.
        let matched: Vec<_> = explanation.matched().map(|view| view.at).collect();
        let (Verdict::Allow { matched: deciding } | Verdict::Deny { matched: deciding, .. }) = &verdict;
        prop_assert!(deciding.iter().all(|at| matched.contains(at)));
        let failed = explanation.failed().map(|failed| failed.statement().at);
        let mut all: Vec<_> = matched.iter().copied().chain(failed).collect();
        let count = all.len();
        all.sort_by_key(|at| (at.layer, at.level, at.policy, at.statement));
        all.dedup();
        prop_assert_eq!(all.len(), count);
        // The words are made afterwards, from the notes: each has its place in the policies.
        let told = serde_json::to_value(&explanation).expect("serializable");
        prop_assert_eq!(told["matched"].as_array().map(Vec::len), Some(matched.len()));
        prop_assert_eq!(told["failed"].as_array().map(Vec::len), Some(count - matched.len()));
    }

    /// A statement alone decides as the notes about it say.
    #[test]
    fn a_failed_statement_fails_by_the_element_that_is_told(statement in statement(false), asked in asked()) {
        let alone = |statement: &Value| Policies {
            identity: vec![compile(std::slice::from_ref(statement), PolicyKind::Identity)].into(),
            ..Policies::default()
        };
        let policies = alone(&statement);
        let request = asked.request();
        let explanation = explain(&request, &policies);
        let Some(failed) = explanation.failed().next() else { return Ok(()) };
        let mut mended = statement.clone();
        match failed.element() {
            "Condition" => mended["Condition"] = json!({}),
            element => {
                mended.as_object_mut().expect("an object").remove(element);
                mended[element.trim_start_matches("Not")] = json!("*");
            }
        }
        let policies = alone(&mended);
        let next = explain(&request, &policies);
        let order = ["Action", "Resource", "Condition"];
        let place = |element: &str| order.iter().position(|other| *other == element.trim_start_matches("Not"));
        // Mended, the statement gets further than the element that failed.
        prop_assert!(next.failed().all(|later| place(later.element()) > place(failed.element())));
    }

    #[test]
    fn an_explicit_deny_always_wins(documents in documents(), asked in asked()) {
        let mut policies = documents.compile();
        let deny = json!({"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*"});
        policies.resource = Some(compile(&[deny], PolicyKind::S3Bucket));
        prop_assert_eq!(evaluate(&asked.request(), &policies).decision(), Decision::ExplicitDeny);
    }

    #[test]
    fn another_allow_takes_no_access_away(documents in documents(), added in document(false), asked in asked()) {
        let before = evaluate(&asked.request(), &documents.compile());
        let allows = added.into_iter().filter(|statement| statement["Effect"] == "Allow");
        let mut more = documents;
        more.identity.extend(allows.map(|statement| vec![statement]));
        let after = evaluate(&asked.request(), &more.compile());
        prop_assert!(!before.is_allowed() || after.is_allowed());
    }

    #[test]
    fn order_does_not_matter(documents in documents(), asked in asked()) {
        let one = evaluate(&asked.request(), &documents.compile());
        let other = evaluate(&asked.request(), &documents.reversed().compile());
        prop_assert_eq!((one.decision(), one.layer()), (other.decision(), other.layer()));
    }

    #[test]
    fn what_is_allowed_is_allowed_by_a_statement(documents in documents(), asked in asked()) {
        let policies = documents.compile();
        if let Verdict::Allow { matched } = evaluate(&asked.request(), &policies) {
            let root = matches!(asked.principal, Principal::Root { .. });
            prop_assert!(root || !matched.is_empty());
            prop_assert!(matched.iter().all(|at| policies.named(*at).is_some()));
        }
    }

    #[test]
    fn no_text_upsets_the_parser(text in ".{0,200}") {
        for kind in [PolicyKind::Identity, PolicyKind::RoleTrust, PolicyKind::S3Bucket, PolicyKind::KmsKey] {
            let _ = Document::parse(&text, kind);
        }
    }

    #[test]
    fn no_cut_document_upsets_the_parser(documents in document(true), cut in any::<prop::sample::Index>()) {
        let text = json!({"Version": "2012-10-17", "Statement": documents}).to_string();
        let rejection = Document::parse(&text[..cut.index(text.len())], PolicyKind::KmsKey).expect_err("cut");
        prop_assert!(rejection.hint.is_some());
    }
}
