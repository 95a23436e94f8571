//! Policies from text and from files, compiled for the engine.

use std::path::Path;
use std::sync::Arc;

use policy::{Document, NamedPolicy, Policy, PolicyKind, Rejection};
use serde_json::{Value, json};

use crate::account::PolicyText;
use crate::report::Problem;

/// Larger files are no policies.
const FILE_BYTES_MAX: u64 = 1 << 20;

/// A policy that the server has accepted.
pub(crate) fn stored(text: &PolicyText, kind: PolicyKind) -> Result<NamedPolicy, Problem> {
    let policy = compile(&text.name, &text.document, kind)?;
    Ok(match &text.arn {
        Some(arn) => NamedPolicy::managed(arn.as_str(), policy),
        None => NamedPolicy::inline(text.name.as_str(), policy),
    })
}

/// A policy of a file, which has to be what the server would accept.
pub(crate) fn from_file(path: &Path, kind: PolicyKind) -> Result<NamedPolicy, Problem> {
    let shown = path.display();
    let document = parsed(&text_of(path)?, kind).map_err(|rejection| {
        let problem = Problem::usage(format!("{shown}: {}", rejection.message));
        problem.hint(rejection.hint.unwrap_or_else(|| format!("deputy policy lint {shown}")))
    })?;
    Ok(NamedPolicy::inline(shown.to_string(), Arc::new(Policy::compile(&document))))
}

/// The text of a file that is to hold a policy.
pub(crate) fn text_of(path: &Path) -> Result<String, Problem> {
    let shown = path.display();
    let unreadable = |error: &dyn std::fmt::Display| {
        Problem::usage(format!("{shown} cannot be read: {error}")).hint("name a file that holds a policy")
    };
    let about = std::fs::metadata(path).map_err(|error| unreadable(&error))?;
    if about.len() > FILE_BYTES_MAX {
        return Err(unreadable(&"it is too large for a policy"));
    }
    std::fs::read_to_string(path).map_err(|error| unreadable(&error))
}

/// A document that AWS would accept.
pub(crate) fn parsed(text: &str, kind: PolicyKind) -> Result<Document, Rejection> {
    if kind == PolicyKind::Rcp && is_full_access(text) {
        Document::read(text, kind)
    } else {
        Document::parse(text, kind)
    }
}

/// `RCPFullAWSAccess`, the one resource control policy that allows: AWS attaches it and nobody else may write it.
fn is_full_access(text: &str) -> bool {
    let Ok(document) = serde_json::from_str::<Value>(text) else { return false };
    let statement = match &document["Statement"] {
        Value::Array(list) if list.len() == 1 => &list[0],
        statement => statement,
    };
    let all = |name: &str| statement[name] == "*" || statement[name] == json!(["*"]);
    statement["Effect"] == "Allow"
        && ["Principal", "Action", "Resource"].into_iter().all(all)
        && statement.get("Condition").is_none()
}

/// What the policy of a resource is, by the resource and what is done with it.
pub(crate) fn resource_kind(action: &str, resource: &str) -> PolicyKind {
    let mut parts = resource.splitn(6, ':').skip(2);
    let service = parts.next().unwrap_or_default();
    let path = parts.nth(2).unwrap_or_default();
    let acts_on = action.split(':').next().unwrap_or_default().to_ascii_lowercase();
    match (service, acts_on.as_str()) {
        ("iam", "sts") if path.starts_with("role/") => PolicyKind::RoleTrust,
        ("kms", _) if path.starts_with("key/") => PolicyKind::KmsKey,
        ("s3", _) | (_, "s3") => PolicyKind::S3Bucket,
        _ => PolicyKind::Resource,
    }
}

fn compile(name: &str, text: &str, kind: PolicyKind) -> Result<Arc<Policy>, Problem> {
    let document = Document::read(text, kind);
    let document = document.map_err(|rejection| Problem::failed(format!("{name}: {}", rejection.message)))?;
    Ok(Arc::new(Policy::compile(&document)))
}
