//! Trust policies: who may assume a role.
//!
//! A user or role that a trust policy names is bound to its unique id when the policy is saved. Reading the
//! policy back shows its ARN while it exists and the id afterwards, and a later namesake is a stranger.
//! Source: "AWS JSON policy elements: Principal" in the IAM user guide.

use std::collections::BTreeMap;

use kernel::Fault;
use names::{Arn, Scope};
use policy::{Document, PolicyKind};
use store::Snapshot;

use crate::entity::{Entity, Kind};
use crate::record::{Role, UNIQUE_IDS};
use crate::{directory, document, name_key, quota, wording};

/// Accepts a trust policy as far as its text tells.
pub(crate) fn accept(text: &str) -> Result<Document, Fault> {
    let document = document::accept(text, PolicyKind::RoleTrust)?;
    if document.counted_chars() > quota::TRUST_CHARS {
        return Err(wording::over_quota("ACLSizePerRole", quota::TRUST_CHARS));
    }
    Ok(document)
}

/// The text to store: users and roles by unique id. One that does not exist is refused, and so is whoever would be
/// of another partition.
pub(crate) fn bind(view: &dyn Snapshot, document: &Document) -> Result<String, Fault> {
    if document.federated_principals().any(is_elsewhere) {
        return Err(wording::invalid_federated_principal());
    }
    let mut ids = BTreeMap::new();
    for principal in document.aws_principals() {
        if let Some(id) = bound(view, principal)? {
            ids.insert(principal.to_owned(), id);
        }
    }
    replaced(document, &ids)
}

/// The text to show: users and roles by ARN, while they exist.
pub(crate) fn shown(view: &dyn Snapshot, stored: &str) -> Result<String, Fault> {
    let document = Document::read(stored, PolicyKind::RoleTrust).map_err(Fault::internal)?;
    let mut arns = BTreeMap::new();
    for principal in document.aws_principals() {
        if let Some(arn) = arn_of(view, principal)? {
            arns.insert(principal.to_owned(), arn);
        }
    }
    replaced(&document, &arns)
}

fn replaced(document: &Document, names: &BTreeMap<String, String>) -> Result<String, Fault> {
    let mapped = document.map_principals(|principal| names.get(principal).cloned());
    Ok(mapped.map_err(Fault::internal)?.text().to_owned())
}

/// What stands for a principal in the stored text, if not the principal itself.
fn bound(view: &dyn Snapshot, principal: &str) -> Result<Option<String>, Fault> {
    let unknown = || wording::invalid_principal("AWS", principal);
    if is_unique_id(principal) {
        let id = principal.split(':').next().unwrap_or_default();
        return if UNIQUE_IDS.exists(view, id)? { Ok(None) } else { Err(unknown()) };
    }
    if is_elsewhere(principal) {
        return Err(unknown());
    }
    let Ok(arn) = principal.parse::<Arn>() else { return Ok(None) };
    if let Some((role, session)) = arn.resource_of("assumed-role").and_then(|rest| rest.split_once('/')) {
        let role = role_named(view, &arn, role)?.ok_or_else(unknown)?;
        return Ok(Some(format!("{}:{session}", role.identity.id)));
    }
    if arn.resource_of("user").is_none() && arn.resource_of("role").is_none() {
        return Ok(None);
    }
    directory::unique_id(view, &arn)?.map(Some).ok_or_else(unknown)
}

/// Whether it is the ARN of another partition, whose accounts are not this one's even where the numbers agree.
fn is_elsewhere(principal: &str) -> bool {
    principal.parse::<Arn>().is_ok_and(|arn| arn.partition() != "aws")
}

fn role_named(view: &dyn Snapshot, arn: &Arn, name: &str) -> Result<Option<Role>, Fault> {
    let Some(account) = arn.account_id() else { return Ok(None) };
    Ok(Role::TABLE.get(view, &Scope::global(account), &name_key(name))?)
}

/// The ARN of a bound principal that exists.
fn arn_of(view: &dyn Snapshot, principal: &str) -> Result<Option<String>, Fault> {
    if !is_unique_id(principal) {
        return Ok(None);
    }
    let Some((id, session)) = principal.split_once(':') else {
        return Ok(directory::arn(view, principal)?.map(String::from));
    };
    let Some(role) = directory::arn(view, id)? else { return Ok(None) };
    let name = role.resource().rsplit('/').next().unwrap_or_default();
    let resource = format!("assumed-role/{name}/{session}");
    Ok(Some(Arn::new("sts", "", role.account(), &resource).into()))
}

fn is_unique_id(principal: &str) -> bool {
    [Kind::Role, Kind::User].iter().any(|kind| principal.starts_with(kind.id_prefix()))
}
