//! AWS's own managed policies are read and compiled, and AmazonSageMakerFullAccess decides as documented.
#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use policy::{Context, Document, NamedPolicy, Policies, Policy, PolicyKind, Principal, Request, evaluate};
use serde_json::Value;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/managed-policies")
}

/// The policy of a file; the folder's index has none.
fn document(path: &Path) -> Option<String> {
    let text = std::fs::read_to_string(path).expect("readable");
    let value: Value = serde_json::from_str(&text).expect("JSON");
    value.get("Document").map(Value::to_string)
}

#[test]
fn every_managed_policy_is_accepted() {
    let mut count = 0;
    for entry in std::fs::read_dir(folder()).expect("the managed policies") {
        let path = entry.expect("an entry").path();
        let is_json = path.extension().is_some_and(|extension| extension == "json");
        let Some(text) = is_json.then(|| document(&path)).flatten() else { continue };
        let document = Document::parse(&text, PolicyKind::Identity);
        let document = document.unwrap_or_else(|rejection| panic!("{}: {rejection}", path.display()));
        assert!(Policy::compile(&document).statement_count() > 0);
        count += 1;
    }
    assert!(count >= 50, "only {count} managed policies");
}

#[test]
fn sagemaker_full_access_reaches_only_its_buckets() {
    let path = folder().join("AmazonSageMakerFullAccess.json");
    let text = document(&path).expect("a document");
    let policy = Policy::compile(&Document::parse(&text, PolicyKind::Identity).expect("accepted"));
    let policies = Policies {
        identity: vec![NamedPolicy::inline("it", Arc::new(policy))].into(),
        ..Policies::default()
    };
    let principal = Principal::User {
        arn: "arn:aws:iam::111122223333:user/ann".into(),
        account: "111122223333".into(),
        unique_id: "AIDAEXAMPLEEXAMPLEANN".into(),
        name: "ann".into(),
    };
    let context = Context::new();
    let allowed = |action: &str, resource: &str| {
        evaluate(&Request::new(&principal, action, resource, &context), &policies).is_allowed()
    };
    assert!(allowed("s3:GetObject", "arn:aws:s3:::my-sagemaker-data/train.csv"));
    assert!(allowed("s3:PutObject", "arn:aws:s3:::SageMaker/out"));
    assert!(!allowed("s3:GetObject", "arn:aws:s3:::books/1"));
    assert!(allowed("s3:ListBucket", "arn:aws:s3:::books"));
    assert!(!allowed("iam:CreateUser", "arn:aws:iam::111122223333:user/eve"));
}
