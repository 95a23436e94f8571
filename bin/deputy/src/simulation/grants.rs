//! KMS grants: which of them are offered for a request.

use std::collections::BTreeMap;

use policy::{Grant, GrantConstraint};
use serde_json::Value;

/// Why a grant cannot be read.
#[derive(Debug)]
pub(crate) struct Wrong(pub(crate) String);

/// What a grant can allow: "Grant operations" in the KMS guide.
const GRANTABLE: [&str; 17] = [
    "CreateGrant",
    "Decrypt",
    "DeriveSharedSecret",
    "DescribeKey",
    "Encrypt",
    "GenerateDataKey",
    "GenerateDataKeyPair",
    "GenerateDataKeyPairWithoutPlaintext",
    "GenerateDataKeyWithoutPlaintext",
    "GenerateMac",
    "GetPublicKey",
    "ReEncryptFrom",
    "ReEncryptTo",
    "RetireGrant",
    "Sign",
    "Verify",
    "VerifyMac",
];

/// The grants that count for a request.
#[derive(Default)]
pub(crate) struct Grants {
    pub(crate) grants: Vec<Grant>,
    /// For each of them, its place among those that are given.
    pub(crate) places: Vec<usize>,
}

impl Grants {
    /// Those on the key of the request whose constraint it meets. `pairs` is the encryption context of the request.
    pub(crate) fn offered(
        grants: &[Value],
        action: &str,
        resource: &str,
        pairs: &BTreeMap<String, String>,
    ) -> Result<Grants, Wrong> {
        let mut found = Grants::default();
        let operation = action.split_once(':').map_or(action, |(_, name)| name);
        for (place, grant) in grants.iter().enumerate() {
            let id = text(grant, "GrantId")?.map_or_else(|| format!("grant {place}"), str::to_owned);
            let (grantee, operations) = (grantee(grant)?, operations(grant)?);
            if !is_on(grant, resource)? {
                continue;
            }
            if constraints(grant)?.iter().all(|constraint| constraint.admits(operation, pairs)) {
                found.add(place, &id, grantee, operations);
            }
            for retiring in retiring(grant, resource)? {
                found.add(place, &id, &retiring, vec!["RetireGrant".to_owned()]);
            }
        }
        Ok(found)
    }

    fn add(&mut self, place: usize, id: &str, grantee: &str, operations: Vec<String>) {
        self.grants.push(Grant::new(id, grantee, operations));
        self.places.push(place);
    }
}

/// Who may retire a grant besides its grantee: whom it names for that, and the account of the key, which its root
/// user speaks for and which may pass that on in identity policies ("Retiring and revoking grants").
fn retiring(grant: &Value, resource: &str) -> Result<Vec<String>, Wrong> {
    let named = text(grant, "RetiringPrincipal")?.map(str::to_owned);
    let account = resource.split(':').nth(4).filter(|account| !account.is_empty());
    Ok(named.into_iter().chain(account.map(str::to_owned)).collect())
}

fn grantee(grant: &Value) -> Result<&str, Wrong> {
    text(grant, "GranteePrincipal")?.ok_or_else(|| wrong("GranteePrincipal", "needed in a grant"))
}

fn operations(grant: &Value) -> Result<Vec<String>, Wrong> {
    let list = given(grant, "Operations").and_then(Value::as_array);
    let list = list.ok_or_else(|| wrong("Operations", "a list of operations"))?;
    let grantable = |name: &&str| GRANTABLE.contains(name);
    Ok(list.iter().filter_map(Value::as_str).filter(grantable).map(str::to_owned).collect())
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
