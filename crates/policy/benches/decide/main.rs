//! How long decisions take: `cargo bench -p policy`, and with a million stored policies
//! `cargo bench -p policy -- million`.
//!
//! A decision is told with two others about the same request: with an explanation, which is the decision and the notes
//! about every statement, and with the explanation written out as JSON.
#![expect(clippy::print_stdout, reason = "the figures are the output")]
#![expect(clippy::expect_used, reason = "a benchmark without its data has nothing to measure")]

mod million;

use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use policy::{
    Context, Document, NamedPolicy, Policies, Policy, PolicyKind, Principal, Request, evaluate, explain,
};
use serde_json::json;

/// Decisions timed together, so that reading the clock does not count.
const BATCH: u32 = 1_000;
/// Batches; the median is told.
const BATCHES: usize = 101;

fn main() {
    let principal = session();
    let context = context();
    let sagemaker = vec![named(&managed("AmazonSageMakerFullAccess"))];
    for (name, action, resource) in [
        (
            "own action",
            "sagemaker:CreateTrainingJob",
            "arn:aws:sagemaker:eu-west-1:111122223333:training-job/a",
        ),
        ("object of its buckets", "s3:GetObject", "arn:aws:s3:::my-sagemaker-data/train.csv"),
        ("object of another bucket", "s3:GetObject", "arn:aws:s3:::books/1"),
        ("pass role", "iam:PassRole", "arn:aws:iam::111122223333:role/AmazonSageMaker-1"),
        ("foreign action", "forecast:CreateDataset", "arn:aws:forecast:eu-west-1:111122223333:dataset/d"),
    ] {
        let request = Request::new(&principal, action, resource, &context);
        tell(&format!("AmazonSageMakerFullAccess, {name}"), &request, sagemaker.clone());
    }
    let role = vec![named(EXECUTION_ROLE)];
    for (name, action, resource) in [
        ("object", "s3:GetObject", "arn:aws:s3:::input-bucket/train.csv"),
        ("log line", "logs:PutLogEvents", "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/sagemaker/a"),
        ("object of another bucket", "s3:GetObject", "arn:aws:s3:::books/1"),
    ] {
        let request = Request::new(&principal, action, resource, &context);
        tell(&format!("execution role of 4 statements, {name}"), &request, role.clone());
    }
    let all = vec![named(&managed("ReadOnlyAccess"))];
    let request = Request::new(&principal, "forecast:DescribeDataset", "arn:aws:forecast:a:b:c", &context);
    tell("ReadOnlyAccess, an action by pattern", &request, all);
    let many: Vec<NamedPolicy> = (0..50).map(|number| named(&ten_statements(number))).collect();
    for (name, resource) in
        [("last statement", "arn:aws:s3:::bucket-49-9/a"), ("none", "arn:aws:s3:::books/a")]
    {
        let request = Request::new(&principal, "s3:GetObject", resource, &context);
        tell(&format!("50 policies, 500 statements, {name}"), &request, many.clone());
    }
    if std::env::args().any(|argument| argument == "million") {
        million::tell(&principal, &context);
    }
}

/// A permissions policy as the SageMaker guide has it for training jobs, limited to buckets and repositories.
const EXECUTION_ROLE: &str = r#"{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Resource": "*", "Action": ["cloudwatch:PutMetricData", "logs:CreateLogStream",
        "logs:PutLogEvents", "logs:CreateLogGroup", "logs:DescribeLogStreams", "ecr:GetAuthorizationToken"]},
    {"Effect": "Allow", "Action": ["s3:ListBucket"], "Resource": ["arn:aws:s3:::input-bucket"]},
    {"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"],
        "Resource": ["arn:aws:s3:::input-bucket/*", "arn:aws:s3:::output-bucket/path/*"],
        "Condition": {"Bool": {"aws:SecureTransport": "true"}}},
    {"Effect": "Allow", "Resource": "arn:aws:ecr:eu-west-1:111122223333:repository/my-repo",
        "Action": ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"]}]}"#;

fn tell(name: &str, request: &Request<'_>, identity: Vec<NamedPolicy>) {
    let policies = Policies { identity: identity.into(), ..Policies::default() };
    let fast = median(|| drop(black_box(evaluate(black_box(request), &policies))), BATCH);
    let explained = median(|| drop(black_box(explain(black_box(request), &policies))), BATCH / 50);
    let rendered = || serde_json::to_string(&explain(black_box(request), &policies)).expect("JSON");
    let written = median(|| drop(black_box(rendered())), BATCH / 100);
    let decision = evaluate(request, &policies).decision();
    println!(
        "{name:58} {decision:?}: {fast:6.0} ns, explained {explained:6.0} ns, explained as JSON {written:7.0} ns"
    );
}

fn median(work: impl Fn(), batch: u32) -> f64 {
    let mut times: Vec<f64> = (0..BATCHES)
        .map(|_| {
            let start = Instant::now();
            (0..batch).for_each(|_| work());
            start.elapsed().as_secs_f64() * 1e9 / f64::from(batch)
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times.get(BATCHES / 2).copied().unwrap_or_default()
}

fn named(text: &str) -> NamedPolicy {
    let document = Document::parse(text, PolicyKind::Identity).expect("an accepted policy");
    NamedPolicy::inline("it", Arc::new(Policy::compile(&document)))
}

fn managed(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../data/managed-policies/{name}.json"));
    let text = std::fs::read_to_string(path).expect("the managed policy");
    let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    value["Document"].to_string()
}

/// Statements of the kind people write: some services, some buckets, a condition here and there.
fn ten_statements(policy: usize) -> String {
    let statement = |number: usize| match number % 3 {
        0 => json!({"Effect": "Allow", "Action": ["sqs:SendMessage", "sqs:ReceiveMessage"],
                    "Resource": format!("arn:aws:sqs:*:111122223333:queue-{policy}-{number}")}),
        1 => json!({"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"],
                    "Resource": format!("arn:aws:s3:::bucket-{policy}-{number}/*"),
                    "Condition": {"Bool": {"aws:SecureTransport": "true"}}}),
        _ => json!({"Effect": "Allow", "Action": "dynamodb:*",
                    "Resource": format!("arn:aws:dynamodb:*:*:table/t-{policy}-{number}")}),
    };
    let mut statements: Vec<_> = (0..9).map(statement).collect();
    statements.push(json!({"Effect": "Allow", "Action": "s3:Get*",
                           "Resource": format!("arn:aws:s3:::bucket-{policy}-9/*")}));
    json!({"Version": "2012-10-17", "Statement": statements}).to_string()
}

fn session() -> Principal {
    Principal::AssumedRole {
        session_arn: "arn:aws:sts::111122223333:assumed-role/Execution/run".into(),
        role_arn: "arn:aws:iam::111122223333:role/Execution".into(),
        account: "111122223333".into(),
        role_unique_id: "AROAEXAMPLEEXAMPLEEXE".into(),
        session_name: "run".into(),
    }
}

/// As many keys as an ordinary request has.
fn context() -> Context<'static> {
    let mut context = Context::with_capacity(20);
    for (key, value) in [
        ("aws:principalarn", "arn:aws:iam::111122223333:role/Execution"),
        ("aws:principalaccount", "111122223333"),
        ("aws:principaltype", "AssumedRole"),
        ("aws:userid", "AROAEXAMPLEEXAMPLEEXE:run"),
        ("aws:principalisawsservice", "false"),
        ("aws:currenttime", "2025-01-01T00:00:00Z"),
        ("aws:epochtime", "1735689600"),
        ("aws:requestedregion", "eu-west-1"),
        ("aws:securetransport", "true"),
        ("aws:useragent", "aws-cli/2.0"),
        ("aws:sourceip", "203.0.113.7"),
        ("aws:resourceaccount", "111122223333"),
        ("iam:passedtoservice", "sagemaker.amazonaws.com"),
    ] {
        context.set(key, value);
    }
    context
}
