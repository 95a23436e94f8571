//! KMS grants: which of them are offered for a request.

use std::collections::BTreeMap;

use policy::{Grant, GrantConstraint};
use serde_json::Value;

use super::case::{Refusal, given, object, text, wrong};

/// What the keys of an encryption context begin with.
const ENCRYPTION_CONTEXT: &str = "kms:encryptioncontext:";

/// The grants, in their order. Those on another key, and those whose constraint the request does not meet, keep
/// their place but list no operations.
pub(super) fn read(value: &Value, action: &str, resource: &str) -> Result<Vec<Grant>, Refusal> {
    let Some(grants) = given(value, "grants") else { return Ok(Vec::new()) };
    let grants = grants.as_array().ok_or_else(|| wrong("grants", "a list"))?;
    let request = object(value, "request")?;
    let pairs = encryption_context(object(request, "context")?);
    let operation = action.split_once(':').map_or(action, |(_, name)| name);
    let numbered = grants.iter().enumerate();
    numbered
        .map(|(number, grant)| {
            let usable =
                is_on(grant, resource)? && constraints(grant)?.iter().all(|c| c.admits(operation, &pairs));
            let operations = if usable { operations(grant)? } else { Vec::new() };
            let id = text(grant, "GrantId")?.map_or_else(|| format!("grant {number}"), str::to_owned);
            Ok(Grant::new(id, grantee(grant)?, operations))
        })
        .collect()
}

fn grantee(grant: &Value) -> Result<&str, Refusal> {
    text(grant, "GranteePrincipal")?.ok_or_else(|| wrong("GranteePrincipal", "needed in a grant"))
}

fn operations(grant: &Value) -> Result<Vec<String>, Refusal> {
    let list = given(grant, "Operations").and_then(Value::as_array);
    let list = list.ok_or_else(|| wrong("Operations", "a list of operations"))?;
    Ok(list.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// A grant is on one key, told by its ARN or by its id. Without either it is on the key of the request.
fn is_on(grant: &Value, resource: &str) -> Result<bool, Refusal> {
    for name in ["KeyId", "KeyArn", "Key", "key", "keyArn", "keyId"] {
        if let Some(key) = text(grant, name)? {
            let id = resource.rsplit_once(":key/").map(|(_, id)| id);
            return Ok(key == resource || id == Some(key));
        }
    }
    Ok(true)
}

fn constraints(grant: &Value) -> Result<Vec<GrantConstraint>, Refusal> {
    let constraints = object(grant, "Constraints")?;
    let mut found = Vec::new();
    if let Some(pairs) = given(constraints, "EncryptionContextSubset") {
        found.push(GrantConstraint::Subset(texts(pairs)?));
    }
    if let Some(pairs) = given(constraints, "EncryptionContextEquals") {
        found.push(GrantConstraint::Equals(texts(pairs)?));
    }
    Ok(found)
}

fn texts(pairs: &Value) -> Result<BTreeMap<String, String>, Refusal> {
    let pairs =
        pairs.as_object().ok_or_else(|| wrong("Constraints", "an object of encryption context pairs"))?;
    let text = |value: &Value| {
        value.as_str().map(str::to_owned).ok_or_else(|| wrong("Constraints", "made of texts"))
    };
    pairs.iter().map(|(name, value)| Ok((name.clone(), text(value)?))).collect()
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
