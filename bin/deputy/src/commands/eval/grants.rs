//! KMS grants: which of them are offered for a request.

use std::collections::BTreeMap;

use policy::{Grant, GrantConstraint};
use serde_json::Value;

use super::case::{Refusal, given, object, text, wrong};

/// What the keys of an encryption context begin with.
const ENCRYPTION_CONTEXT: &str = "kms:encryptioncontext:";

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
pub(super) struct Grants {
    pub(super) grants: Vec<Grant>,
    /// For each of them, its place among those of the line.
    pub(super) places: Vec<usize>,
}

impl Grants {
    /// Reads those on the key of the request whose constraint it meets.
    pub(super) fn read(value: &Value, action: &str, resource: &str) -> Result<Grants, Refusal> {
        let mut found = Grants::default();
        let Some(grants) = given(value, "grants") else { return Ok(found) };
        let grants = grants.as_array().ok_or_else(|| wrong("grants", "a list"))?;
        let request = object(value, "request")?;
        let pairs = encryption_context(object(request, "context")?);
        let operation = action.split_once(':').map_or(action, |(_, name)| name);
        for (place, grant) in grants.iter().enumerate() {
            let id = text(grant, "GrantId")?.map_or_else(|| format!("grant {place}"), str::to_owned);
            let (grantee, operations) = (grantee(grant)?, operations(grant)?);
            if !is_on(grant, resource)? {
                continue;
            }
            if constraints(grant)?.iter().all(|constraint| constraint.admits(operation, &pairs)) {
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
fn retiring(grant: &Value, resource: &str) -> Result<Vec<String>, Refusal> {
    let named = text(grant, "RetiringPrincipal")?.map(str::to_owned);
    let account = resource.split(':').nth(4).filter(|account| !account.is_empty());
    Ok(named.into_iter().chain(account.map(str::to_owned)).collect())
}

fn grantee(grant: &Value) -> Result<&str, Refusal> {
    text(grant, "GranteePrincipal")?.ok_or_else(|| wrong("GranteePrincipal", "needed in a grant"))
}

fn operations(grant: &Value) -> Result<Vec<String>, Refusal> {
    let list = given(grant, "Operations").and_then(Value::as_array);
    let list = list.ok_or_else(|| wrong("Operations", "a list of operations"))?;
    let grantable = |name: &&str| GRANTABLE.contains(name);
    Ok(list.iter().filter_map(Value::as_str).filter(grantable).map(str::to_owned).collect())
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
