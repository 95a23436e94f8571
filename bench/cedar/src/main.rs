//! The same question to this project's engine and to cedar-policy: may a role session read an object, under the four
//! statements of an execution role, and under 500 statements of 50 policies? Run with `cargo run --release`.
//!
//! The languages differ (IAM compares text patterns, Cedar walks entities), so the requests are as alike as their
//! languages let them be. Both sides are asked with request and policies ready made.

use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

/// Counts allocations.
struct Counting;

static ALLOCATIONS: AtomicU64 = AtomicU64::new(0);

// SAFETY: everything is passed on to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() {
    deputy("4 statements", vec![ROLE.to_owned()], "arn:aws:s3:::input-bucket/train.csv");
    cedar("4 statements", CEDAR_ROLE.to_owned(), "arn:aws:s3:::input-bucket/train.csv");
    let documents = (0..50).map(|policy| iam_policy(policy)).collect();
    deputy("500 statements", documents, "arn:aws:s3:::bucket-49-9/a");
    let statements: String = (0..500).map(|number| cedar_statement(number / 10, number % 10)).collect();
    cedar("500 statements", statements, "arn:aws:s3:::bucket-49-9/a");
}

const ROLE: &str = r#"{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Resource": "*", "Action": ["cloudwatch:PutMetricData", "logs:CreateLogStream", "logs:PutLogEvents"]},
    {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::input-bucket"},
    {"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"],
     "Resource": ["arn:aws:s3:::input-bucket/*", "arn:aws:s3:::output-bucket/path/*"],
     "Condition": {"Bool": {"aws:SecureTransport": "true"}}},
    {"Effect": "Allow", "Resource": "arn:aws:ecr:eu-west-1:111122223333:repository/my-repo",
     "Action": ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"]}]}"#;

const CEDAR_ROLE: &str = r#"
permit(principal == Role::"Execution", action in [Action::"cloudwatch:PutMetricData", Action::"logs:CreateLogStream",
    Action::"logs:PutLogEvents"], resource);
permit(principal == Role::"Execution", action == Action::"s3:ListBucket", resource)
    when { resource.arn == "arn:aws:s3:::input-bucket" };
permit(principal == Role::"Execution", action in [Action::"s3:GetObject", Action::"s3:PutObject"], resource)
    when { (resource.arn like "arn:aws:s3:::input-bucket/*" || resource.arn like "arn:aws:s3:::output-bucket/path/*")
           && context.secureTransport };
permit(principal == Role::"Execution", action in [Action::"ecr:BatchCheckLayerAvailability",
    Action::"ecr:GetDownloadUrlForLayer", Action::"ecr:BatchGetImage"], resource)
    when { resource.arn == "arn:aws:ecr:eu-west-1:111122223333:repository/my-repo" };
"#;

fn iam_policy(policy: usize) -> String {
    let statement = |number| {
        format!(
            r#"{{"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"],
                "Resource": "arn:aws:s3:::bucket-{policy}-{number}/*",
                "Condition": {{"Bool": {{"aws:SecureTransport": "true"}}}}}}"#
        )
    };
    let statements: Vec<String> = (0..10).map(statement).collect();
    format!(r#"{{"Version": "2012-10-17", "Statement": [{}]}}"#, statements.join(","))
}

fn cedar_statement(policy: usize, number: usize) -> String {
    format!(
        "permit(principal == Role::\"Execution\", action in [Action::\"s3:GetObject\", Action::\"s3:PutObject\"], resource)
         when {{ resource.arn like \"arn:aws:s3:::bucket-{policy}-{number}/*\" && context.secureTransport }};\n"
    )
}

fn deputy(name: &str, documents: Vec<String>, resource: &str) {
    use policy::{Context, Document, NamedPolicy, Policies, Policy, PolicyKind, Principal, Request, evaluate};
    let named = |text: &String| {
        let document = Document::parse(text, PolicyKind::Identity).expect("accepted");
        NamedPolicy::inline("it", Arc::new(Policy::compile(&document)))
    };
    let policies = Policies { identity: documents.iter().map(named).collect(), ..Policies::default() };
    let principal = Principal::AssumedRole {
        session_arn: "arn:aws:sts::111122223333:assumed-role/Execution/run".into(),
        role_arn: "arn:aws:iam::111122223333:role/Execution".into(),
        account: "111122223333".into(),
        role_unique_id: "AROAEXAMPLEEXAMPLEEXE".into(),
        session_name: "run".into(),
    };
    let mut context = Context::new();
    context.set("aws:securetransport", "true");
    let request = Request::new(&principal, "s3:GetObject", resource, &context);
    assert!(evaluate(&request, &policies).is_allowed());
    tell(&format!("deputy, {name}"), || drop(black_box(evaluate(black_box(&request), &policies))));
}

fn cedar(name: &str, text: String, resource: &str) {
    use cedar_policy::{Authorizer, Context, Decision, Entities, Entity, EntityUid, PolicySet, Request};
    let policies: PolicySet = text.parse().expect("accepted");
    let id = |kind: &str, id: &str| -> EntityUid { format!("{kind}::\"{id}\"").parse().expect("an id") };
    let role = id("Role", "Execution");
    let object = id("Object", resource);
    let attributes = [("arn".to_owned(), cedar_policy::RestrictedExpression::new_string(resource.to_owned()))].into();
    let entities = Entities::from_entities(
        [
            Entity::new_no_attrs(role.clone(), Default::default()),
            Entity::new(object.clone(), attributes, Default::default()).expect("attributes"),
        ],
        None,
    )
    .expect("entities");
    let context = [("secureTransport".to_owned(), cedar_policy::RestrictedExpression::new_bool(true))];
    let context = Context::from_pairs(context).expect("a context");
    let request = Request::new(role, id("Action", "s3:GetObject"), object, context, None).expect("a request");
    let authorizer = Authorizer::new();
    assert_eq!(authorizer.is_authorized(&request, &policies, &entities).decision(), Decision::Allow);
    tell(&format!("cedar-policy, {name}"), || {
        drop(black_box(authorizer.is_authorized(black_box(&request), &policies, &entities)));
    });
}

/// The median of batches.
fn tell(name: &str, work: impl Fn()) {
    let before = ALLOCATIONS.load(Ordering::Relaxed);
    work();
    let allocations = ALLOCATIONS.load(Ordering::Relaxed) - before;
    let mut times: Vec<f64> = (0..51)
        .map(|_| {
            let start = Instant::now();
            (0..200).for_each(|_| work());
            start.elapsed().as_secs_f64() * 1e9 / 200.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("{name:30} {:10.0} ns   {allocations} allocations", times[25]);
}
