//! One line: policies and a request.

use policy::{Context, Policies, PolicyKind, Principal, Reason, Rejection};
use serde_json::{Value, json};

use super::documents::Layers;
use super::policies::{grants, policies};
use super::principal;
use crate::simulation::grants::Grants;

/// How many policies, levels and grants a line may have, each.
pub(super) const COUNT_MAX: usize = 65_535;

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

    pub(super) fn internal() -> Refusal {
        Refusal { code: "InternalFailure", message: "this line met a defect of the program".to_owned() }
    }

    /// Policies, levels and grants are numbered in 16 bits.
    pub(super) fn too_many(name: &str) -> Refusal {
        Refusal::input(format!("`{name}` has more than {COUNT_MAX} entries"))
    }

    pub(super) fn not_json(error: &serde_json::Error) -> Refusal {
        Refusal::input(format!("not JSON: {error}"))
    }

    pub(super) fn document(kind: PolicyKind, rejection: Rejection) -> Refusal {
        let code = match kind {
            PolicyKind::KmsKey => "MalformedPolicyDocumentException",
            _ if rejection.reason == Reason::Characters => "ValidationError",
            PolicyKind::S3Bucket => "MalformedPolicy",
            PolicyKind::Scp | PolicyKind::Rcp => "MalformedPolicyDocumentException",
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
pub(super) type Read<T> = Result<T, Refusal>;

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
        let Grants { grants, places } = grants(value, &action, &resource)?;
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

pub(super) fn flag(value: &Value, name: &str) -> Read<Option<bool>> {
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
