//! One line: policies and a request.

use std::collections::BTreeMap;
use std::sync::Arc;

use policy::{
    Context, Grant, NamedPolicy, Policies, Policy, PolicyKind, PolicySet, Principal, Reason, Rejection,
};
use serde_json::{Value, json};

use super::principal;
use crate::simulation::grants;
use crate::simulation::policies::{parsed, resource_kind};

/// A line, read.
pub(super) struct Case {
    pub(super) policies: Policies,
    pub(super) principal: Principal,
    pub(super) action: String,
    pub(super) resource: String,
    pub(super) resource_account: Option<String>,
    pub(super) context: Context<'static>,
    pub(super) service_linked_role: bool,
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
    pub(super) fn read(value: &Value) -> Read<Case> {
        let request = object(value, "request")?;
        let action = text(request, "action")?.ok_or_else(|| missing("request.action"))?.to_owned();
        let resource = text(request, "resource")?.unwrap_or("*").to_owned();
        let values = object(request, "context")?;
        let who = text(request, "principal")?.ok_or_else(|| missing("request.principal"))?;
        let principal = principal::read(who, &action, values)
            .ok_or_else(|| Refusal::input(format!("`{who}` is no principal")))?;
        Ok(Case {
            policies: policies(value, &action, &resource)?,
            principal,
            resource_account: text(request, "resourceAccount")?
                .or_else(|| account_in(&resource))
                .map(str::to_owned),
            context: context(values)?,
            service_linked_role: flag(request, "serviceLinkedRole")?.unwrap_or_default(),
            action,
            resource,
        })
    }
}

/// The account of an ARN that has one.
fn account_in(arn: &str) -> Option<&str> {
    arn.split(':').nth(4).filter(|account| account.len() == 12 && arn.starts_with("arn:"))
}

fn policies(value: &Value, action: &str, resource: &str) -> Read<Policies> {
    let layers = object(value, "policies")?;
    let settings = object(value, "settings")?;
    let one = |name: &str, kind| match given(layers, name) {
        Some(document) => compiled(document, kind, name).map(Some),
        None => Ok(None),
    };
    let session = match given(layers, "session") {
        Some(documents @ Value::Array(_)) => Some(set(documents, PolicyKind::Session, "session")?),
        Some(document) => Some(vec![compiled(document, PolicyKind::Session, "session")?].into()),
        None => None,
    };
    Ok(Policies {
        identity: match given(layers, "identity") {
            Some(documents @ Value::Array(_)) => set(documents, PolicyKind::Identity, "identity")?,
            Some(document) => vec![compiled(document, PolicyKind::Identity, "identity")?].into(),
            None => PolicySet::default(),
        },
        boundary: one("boundary", PolicyKind::Boundary)?,
        session,
        resource: one("resource", resource_kind(action, resource))?,
        scp: levels(layers, "scp", PolicyKind::Scp)?,
        rcp: levels(layers, "rcp", PolicyKind::Rcp)?,
        vpce: one("vpce", PolicyKind::VpcEndpoint)?,
        restrict_public_buckets: flag(settings, "s3RestrictPublicBuckets")?.unwrap_or_default(),
        bucket_policy_is_public: flag(settings, "bucketPolicyIsPublic")?,
        grants: offered(value, action, resource)?,
    })
}

fn offered(value: &Value, action: &str, resource: &str) -> Read<Vec<Grant>> {
    let Some(grants) = given(value, "grants") else { return Ok(Vec::new()) };
    let grants = grants.as_array().ok_or_else(|| wrong("grants", "a list"))?;
    let pairs = encryption_context(object(object(value, "request")?, "context")?);
    grants::offered(grants, action, resource, &pairs).map_err(|wrong| Refusal::input(wrong.0))
}

/// What the keys of an encryption context begin with.
const ENCRYPTION_CONTEXT: &str = "kms:encryptioncontext:";

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

fn levels(layers: &Value, name: &str, kind: PolicyKind) -> Read<Option<Arc<[PolicySet]>>> {
    let Some(levels) = given(layers, name) else { return Ok(None) };
    let levels = levels.as_array().ok_or_else(|| wrong(name, "a list of lists of documents"))?;
    // A flat list is one level.
    if levels.iter().any(|level| !level.is_array()) {
        return Ok(Some([set(given(layers, name).unwrap_or(&Value::Null), kind, name)?].into()));
    }
    levels.iter().map(|level| set(level, kind, name)).collect::<Read<Arc<[PolicySet]>>>().map(Some)
}

fn set(documents: &Value, kind: PolicyKind, name: &str) -> Read<PolicySet> {
    let documents = documents.as_array().ok_or_else(|| wrong(name, "a list of documents"))?;
    documents.iter().map(|document| compiled(document, kind, name)).collect()
}

/// A document, as JSON or as text.
fn compiled(document: &Value, kind: PolicyKind, name: &str) -> Read<NamedPolicy> {
    let text = match document {
        Value::String(text) => text.clone(),
        document => document.to_string(),
    };
    let parsed = parsed(&text, kind);
    let parsed = parsed.map_err(|rejection| Refusal::document(kind, rejection))?;
    Ok(NamedPolicy::inline(name, Arc::new(Policy::compile(&parsed))))
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
