//! The policy language.

use std::sync::Arc;

use policy::{
    Context, Document, NamedPolicy, Policies, Policy, PolicyKind, Principal, Request, evaluate, explain,
};

const KINDS: [PolicyKind; 9] = [
    PolicyKind::Identity,
    PolicyKind::Boundary,
    PolicyKind::Session,
    PolicyKind::RoleTrust,
    PolicyKind::KmsKey,
    PolicyKind::S3Bucket,
    PolicyKind::Scp,
    PolicyKind::Rcp,
    PolicyKind::VpcEndpoint,
];

/// Any text is a document or is refused with a reason; what is a document compiles.
pub(crate) fn parse(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    for kind in KINDS {
        match Document::parse(&text, kind) {
            Ok(document) => drop(Policy::compile(&document)),
            Err(rejection) => assert!(!rejection.message.is_empty(), "a refusal without a reason"),
        }
    }
}

/// Whatever a document says, the fast path and the explaining path decide alike.
pub(crate) fn decide(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let compiled = |kind| Document::parse(&text, kind).map(|document| Arc::new(Policy::compile(&document)));
    let mut policies = Policies::default();
    if let Ok(policy) = compiled(PolicyKind::Identity) {
        policies.identity = vec![NamedPolicy::inline("identity", policy)].into();
    }
    if let Ok(policy) = compiled(PolicyKind::KmsKey) {
        policies.resource = Some(NamedPolicy::inline("resource", policy));
    }
    let principal = ana();
    let mut context = Context::new();
    context.set("aws:username", "ana").set("aws:SourceIp", "203.0.113.7");
    context.set("aws:CurrentTime", "2026-11-25T00:00:00Z").set_multi("aws:TagKeys", vec!["team".to_owned()]);
    for (action, resource) in [("s3:GetObject", "arn:aws:s3:::books/1"), ("iam:ListRoles", "*")] {
        let request = Request::new(&principal, action, resource, &context);
        let verdict = evaluate(&request, &policies);
        assert_eq!(*explain(&request, &policies).verdict(), verdict, "explanation and decision differ");
    }
}

/// Who asks.
pub(crate) fn ana() -> Principal {
    Principal::User {
        arn: "arn:aws:iam::111122223333:user/ana".to_owned(),
        account: "111122223333".to_owned(),
        unique_id: "AIDAEXAMPLE".to_owned(),
        name: "ana".to_owned(),
    }
}

pub(crate) fn documents() -> Vec<Vec<u8>> {
    let texts = [
        r#"{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":["s3:Get*","s3:List*"],"Resource":["arn:aws:s3:::books","arn:aws:s3:::books/${aws:username}/*"]}]}"#,
        r#"{"Version":"2012-10-17","Statement":{"Effect":"Deny","NotAction":"iam:*","NotResource":"*","Condition":{"ForAnyValue:StringLikeIfExists":{"aws:TagKeys":["te?m","*"]},"IpAddress":{"aws:SourceIp":"203.0.113.0/24"},"DateLessThan":{"aws:CurrentTime":"2027-01-01T00:00:00Z"},"Bool":{"aws:SecureTransport":true},"NumericLessThan":{"s3:max-keys":10},"Null":{"aws:TokenIssueTime":"true"}}}}"#,
        r#"{"Version":"2012-10-17","Statement":[{"Sid":"","Effect":"Allow","Principal":{"Service":"forecast.amazonaws.com","AWS":["111122223333","arn:aws:iam::111122223333:role/r"]},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:SourceAccount":"111122223333"},"ArnLike":{"aws:SourceArn":"arn:aws:forecast:us-east-1:111122223333:*"}}}]}"#,
        r#"{"Version":"2008-10-17","Id":"x","Statement":[{"Effect":"Allow","NotPrincipal":{"AWS":"*"},"Action":"s3:*","Resource":"arn:aws:s3:::books/*"}]}"#,
    ];
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}
