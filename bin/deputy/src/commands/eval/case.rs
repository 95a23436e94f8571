//! One line: policies and a request.

use std::sync::Arc;

use policy::{
    Context, Document, Grant, NamedPolicy, Policies, Policy, PolicyKind, PolicySet, Principal, Reason,
    Rejection,
};
use serde_json::{Value, json};

use super::documents::{Layers, Written};
use super::grants::Grants;
use super::principal;

/// A line, read.
pub(super) struct Case {
    pub(super) policies: Policies,
    pub(super) principal: Principal,
    pub(super) action: String,
    pub(super) resource: String,
    pub(super) resource_account: Option<String>,
    pub(super) context: Context<'static>,
    pub(super) service_linked_role: bool,
    /// For each grant of `policies`, its place among those of the line.
    pub(super) grant_places: Vec<usize>,
}

/// Why a line has no decision.
#[derive(Debug)]
pub(super) struct Refusal {
    code: &'static str,
    message: String,
}

impl Refusal {
    pub(super) fn input(message: impl Into<String>) -> Refusal {
        Refusal { code: "InvalidInput", message: message.into() }
    }

    pub(super) fn not_json(error: &serde_json::Error) -> Refusal {
        Refusal::input(format!("not JSON: {error}"))
    }

    fn document(kind: PolicyKind, rejection: Rejection) -> Refusal {
        let code = match kind {
            _ if rejection.reason == Reason::Characters => "ValidationError",
            PolicyKind::S3Bucket => "MalformedPolicy",
            PolicyKind::KmsKey | PolicyKind::Scp | PolicyKind::Rcp => "MalformedPolicyDocumentException",
            PolicyKind::VpcEndpoint => "InvalidPolicyDocument",
            _ => "MalformedPolicyDocument",
        };
        Refusal { code, message: rejection.message }
    }

    pub(super) fn answer(&self, id: &Value) -> Value {
        json!({"id": id, "error": {"code": self.code, "message": self.message}})
    }
}

/// What a value lacks, as `InvalidInput`.
type Read<T> = Result<T, Refusal>;

impl Case {
    /// Reads a line, given also as a value.
    pub(super) fn read(line: &[u8], value: &Value) -> Read<Case> {
        if !value.is_object() {
            return Err(Refusal::input("a line is an object with `policies` and a `request`"));
        }
        let request = object(value, "request")?;
        let action = text(request, "action")?.ok_or_else(|| missing("request.action"))?.to_owned();
        if action.split_once(':').is_none_or(|(service, name)| service.is_empty() || name.is_empty()) {
            return Err(wrong("request.action", "service:Name"));
        }
        let resource = text(request, "resource")?.unwrap_or("*").to_owned();
        let values = object(request, "context")?;
        let who = text(request, "principal")?.ok_or_else(|| missing("request.principal"))?;
        let principal = principal::read(who, &action, values)
            .ok_or_else(|| Refusal::input(format!("`{who}` is no principal")))?;
        object(value, "policies")?;
        let Grants { grants, places } = Grants::read(value, &action, &resource)?;
        Ok(Case {
            policies: policies(&Layers::read(line)?, value, grants, &action, &resource)?,
            grant_places: places,
            resource_account: text(request, "resourceAccount")?
                .or_else(|| account_in(&resource))
                .map(str::to_owned),
            context: context(values)?,
            service_linked_role: flag(request, "serviceLinkedRole")?
                .unwrap_or_else(|| is_service_linked(&principal)),
            principal,
            action,
            resource,
        })
    }
}

/// Whether the caller's role lies where only service-linked roles do.
fn is_service_linked(principal: &Principal) -> bool {
    matches!(principal, Principal::AssumedRole { role_arn, .. } if role_arn.contains(":role/aws-service-role/"))
}

/// The account of an ARN that has one.
fn account_in(arn: &str) -> Option<&str> {
    arn.split(':').nth(4).filter(|account| account.len() == 12 && arn.starts_with("arn:"))
}

fn policies(
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

fn context(values: &Value) -> Read<Context<'static>> {
    let mut context = Context::new();
    for (key, value) in values.as_object().into_iter().flatten() {
        match value {
            Value::Array(list) => {
                let values = list.iter().map(|value| scalar(key, value)).collect::<Read<_>>()?;
                context.set_multi(key.clone(), values);
            }
            Value::Null => {}
            value => {
                context.set(key.clone(), scalar(key, value)?);
            }
        }
    }
    Ok(context)
}

/// Text; numbers and booleans are taken as written.
fn scalar(key: &str, value: &Value) -> Read<String> {
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Number(_) | Value::Bool(_) => Ok(value.to_string()),
        _ => Err(wrong(key, "a text or a list of texts")),
    }
}

/// A member that is an object; `null` where it is left out.
pub(super) fn object<'a>(value: &'a Value, name: &str) -> Read<&'a Value> {
    match given(value, name) {
        Some(found) if found.is_object() => Ok(found),
        Some(_) => Err(wrong(name, "an object")),
        None => Ok(&Value::Null),
    }
}

pub(super) fn text<'a>(value: &'a Value, name: &str) -> Read<Option<&'a str>> {
    given(value, name).map(|found| found.as_str().ok_or_else(|| wrong(name, "a text"))).transpose()
}

fn flag(value: &Value, name: &str) -> Read<Option<bool>> {
    given(value, name).map(|found| found.as_bool().ok_or_else(|| wrong(name, "true or false"))).transpose()
}

pub(super) fn given<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    value.get(name).filter(|found| !found.is_null())
}

pub(super) fn wrong(name: &str, wanted: &str) -> Refusal {
    Refusal::input(format!("`{name}` is {wanted}"))
}

fn missing(name: &str) -> Refusal {
    Refusal::input(format!("`{name}` is missing"))
}
