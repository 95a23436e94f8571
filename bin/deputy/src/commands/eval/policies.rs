//! The policies of a line, compiled.

use std::collections::BTreeMap;
use std::sync::Arc;

use policy::{Document, Grant, NamedPolicy, Policies, Policy, PolicyKind, PolicySet, Rejection};
use serde_json::Value;

use super::case::{COUNT_MAX, Read, Refusal, flag, given, object, wrong};
use super::documents::{Layers, Written};
use crate::simulation::grants::Grants;
use crate::simulation::policies::{parsed, resource_kind};

/// What the keys of an encryption context begin with.
const ENCRYPTION_CONTEXT: &str = "kms:encryptioncontext:";

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
    named(parsed(&text, kind), kind, name)
}

fn named(parsed: Result<Document, Rejection>, kind: PolicyKind, name: &str) -> Read<NamedPolicy> {
    let parsed = parsed.map_err(|rejection| Refusal::document(kind, rejection))?;
    Ok(NamedPolicy::inline(name, Arc::new(Policy::compile(&parsed))))
}

/// The grants that count for a request.
pub(super) fn grants(value: &Value, action: &str, resource: &str) -> Read<Grants> {
    let Some(grants) = given(value, "grants") else { return Ok(Grants::default()) };
    let grants = grants.as_array().ok_or_else(|| wrong("grants", "a list"))?;
    let pairs = encryption_context(object(object(value, "request")?, "context")?);
    let offered =
        Grants::offered(grants, action, resource, &pairs).map_err(|wrong| Refusal::input(wrong.0))?;
    match offered.grants.len() {
        ..=COUNT_MAX => Ok(offered),
        _ => Err(Refusal::too_many("grants")),
    }
}

/// The pairs in the case they are written in: policies ignore the case of their names, constraints do not.
fn encryption_context(context: &Value) -> BTreeMap<String, String> {
    let pair = |(key, value): (&String, &Value)| {
        let starts = key.get(..ENCRYPTION_CONTEXT.len())?.eq_ignore_ascii_case(ENCRYPTION_CONTEXT);
        let value = match value {
            Value::Array(list) => list.first()?.as_str()?,
            value => value.as_str()?,
        };
        starts.then(|| (key.get(ENCRYPTION_CONTEXT.len()..).unwrap_or_default().to_owned(), value.to_owned()))
    };
    context.as_object().into_iter().flatten().filter_map(pair).collect()
}
