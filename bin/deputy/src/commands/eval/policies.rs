//! The policies of a line, compiled.

use std::sync::Arc;

use policy::{Document, Grant, NamedPolicy, Policies, Policy, PolicyKind, PolicySet, Rejection};
use serde_json::{Value, json};

use super::case::{Read, Refusal, flag, object, wrong};
use super::documents::{Layers, Written};

/// Reads and checks every document.
pub(super) fn policies(
    layers: &Layers<'_>,
    value: &Value,
    grants: Vec<Grant>,
    action: &str,
    resource: &str,
) -> Read<Policies> {
    let settings = object(value, "settings")?;
    let one = |name: &str, kind| layers.get(name).map(|document| compiled(document, kind, name)).transpose();
    let one_or_more = |name: &str, kind| match layers.get(name) {
        Some(documents) if documents.is_list() => set(documents, kind, name).map(Some),
        Some(document) => Ok(Some(vec![compiled(document, kind, name)?].into())),
        None => Ok(None),
    };
    Ok(Policies {
        identity: one_or_more("identity", PolicyKind::Identity)?.unwrap_or_default(),
        boundary: one("boundary", PolicyKind::Boundary)?,
        session: one_or_more("session", PolicyKind::Session)?,
        resource: layers
            .get("resource")
            .map(|document| on_resource(document, resource_kind(action, resource), resource))
            .transpose()?,
        scp: levels(layers, "scp", PolicyKind::Scp)?,
        rcp: levels(layers, "rcp", PolicyKind::Rcp)?,
        vpce: one("vpce", PolicyKind::VpcEndpoint)?,
        restrict_public_buckets: flag(settings, "s3RestrictPublicBuckets")?.unwrap_or_default(),
        bucket_policy_is_public: flag(settings, "bucketPolicyIsPublic")?,
        grants,
    })
}

/// The policy of a resource; that of a bucket may name no other bucket.
fn on_resource(document: Written<'_>, kind: PolicyKind, resource: &str) -> Read<NamedPolicy> {
    let bucket = resource.split(':').nth(5).and_then(|path| path.split('/').next());
    match bucket.filter(|name| kind == PolicyKind::S3Bucket && is_bucket(resource, name)) {
        Some(bucket) => {
            let parsed = Document::parse_bucket_policy(&document.document(), bucket);
            named(parsed, kind, "resource")
        }
        None => compiled(document, kind, "resource"),
    }
}

/// Whether an ARN is that of a bucket or of an object in it; those of access points have a region.
fn is_bucket(arn: &str, name: &str) -> bool {
    let mut parts = arn.split(':').skip(2).take(3);
    parts.next() == Some("s3") && parts.all(str::is_empty) && !name.is_empty() && !name.contains(['*', '?'])
}

/// What the policy of a resource is, by the resource and what is done with it.
fn resource_kind(action: &str, resource: &str) -> PolicyKind {
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

fn levels(layers: &Layers<'_>, name: &str, kind: PolicyKind) -> Read<Option<Arc<[PolicySet]>>> {
    let Some(written) = layers.get(name) else { return Ok(None) };
    if !written.is_list() {
        return Err(wrong(name, "a list of lists of documents"));
    }
    let levels = written.list(name)?;
    // A flat list is one level.
    if levels.iter().any(|level| !level.is_list()) {
        return Ok(Some([set(written, kind, name)?].into()));
    }
    levels.into_iter().map(|level| set(level, kind, name)).collect::<Read<Arc<[PolicySet]>>>().map(Some)
}

fn set(documents: Written<'_>, kind: PolicyKind, name: &str) -> Read<PolicySet> {
    documents.list(name)?.into_iter().map(|document| compiled(document, kind, name)).collect()
}

fn compiled(document: Written<'_>, kind: PolicyKind, name: &str) -> Read<NamedPolicy> {
    let text = document.document();
    let parsed = if kind == PolicyKind::Rcp && is_full_access(&text) {
        Document::read(&text, kind)
    } else {
        Document::parse(&text, kind)
    };
    named(parsed, kind, name)
}

fn named(parsed: Result<Document, Rejection>, kind: PolicyKind, name: &str) -> Read<NamedPolicy> {
    let parsed = parsed.map_err(|rejection| Refusal::document(kind, rejection))?;
    Ok(NamedPolicy::inline(name, Arc::new(Policy::compile(&parsed))))
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
