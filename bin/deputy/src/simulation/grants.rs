//! KMS grants: which of them are offered for a request.

use std::collections::BTreeMap;

use policy::{Grant, GrantConstraint};
use serde_json::Value;

/// Why a grant cannot be read.
#[derive(Debug)]
pub(crate) struct Wrong(pub(crate) String);

/// The grants, in their order. Those on another key, and those whose constraint the request does not meet, keep
/// their place but list no operations. `pairs` is the encryption context of the request.
pub(crate) fn offered(
    grants: &[Value],
    action: &str,
    resource: &str,
    pairs: &BTreeMap<String, String>,
) -> Result<Vec<Grant>, Wrong> {
    let operation = action.split_once(':').map_or(action, |(_, name)| name);
    let numbered = grants.iter().enumerate();
    numbered
        .map(|(number, grant)| {
            let usable =
                is_on(grant, resource)? && constraints(grant)?.iter().all(|c| c.admits(operation, pairs));
            let operations = if usable { operations(grant)? } else { Vec::new() };
            let id = text(grant, "GrantId")?.map_or_else(|| format!("grant {number}"), str::to_owned);
            Ok(Grant { id, grantee: grantee(grant)?.to_owned(), operations })
        })
        .collect()
}

fn grantee(grant: &Value) -> Result<&str, Wrong> {
    text(grant, "GranteePrincipal")?.ok_or_else(|| wrong("GranteePrincipal", "needed in a grant"))
}

fn operations(grant: &Value) -> Result<Vec<String>, Wrong> {
    let list = given(grant, "Operations").and_then(Value::as_array);
    let list = list.ok_or_else(|| wrong("Operations", "a list of operations"))?;
    Ok(list.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// A grant is on one key, told by its ARN or by its id. Without either it is on the key of the request.
fn is_on(grant: &Value, resource: &str) -> Result<bool, Wrong> {
    for name in ["KeyId", "KeyArn", "Key", "key", "keyArn", "keyId"] {
        if let Some(key) = text(grant, name)? {
            let id = resource.rsplit_once(":key/").map(|(_, id)| id);
            return Ok(key == resource || id == Some(key));
        }
    }
    Ok(true)
}

fn constraints(grant: &Value) -> Result<Vec<GrantConstraint>, Wrong> {
    let constraints = match given(grant, "Constraints") {
        Some(found) if !found.is_object() => return Err(wrong("Constraints", "an object")),
        found => found.unwrap_or(&Value::Null),
    };
    let mut found = Vec::new();
    if let Some(pairs) = given(constraints, "EncryptionContextSubset") {
        found.push(GrantConstraint::Subset(texts(pairs)?));
    }
    if let Some(pairs) = given(constraints, "EncryptionContextEquals") {
        found.push(GrantConstraint::Equals(texts(pairs)?));
    }
    Ok(found)
}

fn texts(pairs: &Value) -> Result<BTreeMap<String, String>, Wrong> {
    let pairs =
        pairs.as_object().ok_or_else(|| wrong("Constraints", "an object of encryption context pairs"))?;
    let text = |value: &Value| {
        value.as_str().map(str::to_owned).ok_or_else(|| wrong("Constraints", "made of texts"))
    };
    pairs.iter().map(|(name, value)| Ok((name.clone(), text(value)?))).collect()
}

fn given<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    value.get(name).filter(|found| !found.is_null())
}

fn text<'a>(value: &'a Value, name: &str) -> Result<Option<&'a str>, Wrong> {
    given(value, name).map(|found| found.as_str().ok_or_else(|| wrong(name, "a text"))).transpose()
}

fn wrong(name: &str, wanted: &str) -> Wrong {
    Wrong(format!("`{name}` is {wanted}"))
}
