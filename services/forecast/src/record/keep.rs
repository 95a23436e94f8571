//! Reading and writing resources of any kind.

use kernel::Fault;
use names::{Arn, Scope, Timestamp};
use store::{Snapshot, StoreError, Transaction};

use super::{BLOBS, Resource};
use crate::import::Import;
use crate::kind::Kind;
use crate::status::Status;
use crate::vault::Kept;
use crate::{quota, wording};

/// The key of a resource's record.
pub(crate) fn key(arn: &Arn) -> &str {
    Kind::of(arn).map(|(_, key)| key).unwrap_or_default()
}

/// The ARN that a client named: of this kind, in the caller's own account and region.
pub(crate) fn arn_of(kind: Kind, scope: &Scope, text: &str) -> Result<Arn, Fault> {
    let arn: Arn = text.parse().map_err(|_| wording::invalid(format!("Invalid ARN: {text}")))?;
    match Kind::of(&arn) {
        Some((found, key)) if found == kind && !key.is_empty() && arn.partition() == "aws" => {}
        _ => return Err(wording::invalid(format!("The ARN {text} is not the ARN of a {}", kind.noun()))),
    }
    if arn.account() != scope.account.as_str() || arn.region() != scope.region.as_str() {
        return Err(wording::invalid(format!("The ARN {text} belongs to another account or region")));
    }
    Ok(arn)
}

/// The resource under an ARN of this server's own making.
pub(crate) fn get<R: Resource>(view: &dyn Snapshot, scope: &Scope, arn: &Arn) -> Result<R, Fault> {
    R::TABLE.get(view, scope, key(arn))?.ok_or_else(|| wording::not_found(arn.as_str()))
}

/// The resource that a client named.
pub(crate) fn named<R: Resource>(view: &dyn Snapshot, scope: &Scope, text: &str) -> Result<R, Fault> {
    get(view, scope, &arn_of(R::KIND, scope, text)?)
}

/// The resource that a client named, if it is ACTIVE.
pub(crate) fn ready<R: Resource>(view: &dyn Snapshot, scope: &Scope, text: &str) -> Result<R, Fault> {
    let record: R = named(view, scope, text)?;
    let common = record.common();
    if common.status != Status::Active {
        return Err(wording::not_ready(R::KIND, &common.arn, common.status));
    }
    Ok(record)
}

/// All of a kind, by key. Quotas bound how many there are.
pub(crate) fn all<R: Resource>(view: &dyn Snapshot, scope: &Scope) -> Result<Vec<R>, StoreError> {
    let rows = R::TABLE.list(view, scope, "", None, usize::MAX)?;
    Ok(rows.into_iter().map(|(_, record)| record).collect())
}

/// Puts a resource, whatever was there.
pub(crate) fn put<R: Resource>(
    tx: &mut dyn Transaction,
    scope: &Scope,
    record: &R,
) -> Result<(), StoreError> {
    R::TABLE.put(tx, scope, key(&record.common().arn), record)
}

/// Puts a new resource, within the quotas.
pub(crate) fn insert<R: Resource>(tx: &mut dyn Transaction, scope: &Scope, record: &R) -> Result<(), Fault> {
    let arn = &record.common().arn;
    if R::TABLE.exists(tx, scope, key(arn))? {
        return Err(wording::exists(R::KIND, arn));
    }
    let live: Vec<R> = all(tx, scope)?;
    let noun = R::KIND.noun();
    if live.len() >= quota::live_max(R::KIND) {
        let most = quota::live_max(R::KIND);
        return Err(wording::limit(format!(
            "You have reached the limit of {most} {noun}s in this account and region"
        )));
    }
    let running = live.iter().filter(|other| other.common().status.is_running()).count();
    if record.common().status.is_running() && running >= quota::RUNNING_MAX {
        let most = quota::RUNNING_MAX;
        return Err(wording::limit(format!(
            "You have reached the limit of {most} {noun}s being created at once"
        )));
    }
    Ok(put(tx, scope, record)?)
}

/// Changes a resource, if it is there still.
pub(crate) fn update<R: Resource>(
    tx: &mut dyn Transaction,
    scope: &Scope,
    arn: &Arn,
    change: impl FnOnce(&mut R),
) -> Result<(), StoreError> {
    if let Some(mut record) = R::TABLE.get(tx, scope, key(arn))? {
        change(&mut record);
        put(tx, scope, &record)?;
    }
    Ok(())
}

/// Sets the status of a resource.
pub(crate) fn change<R: Resource>(
    tx: &mut dyn Transaction,
    scope: &Scope,
    arn: &Arn,
    status: Status,
    now: Timestamp,
) -> Result<(), StoreError> {
    update::<R>(tx, scope, arn, |record| record.common_mut().becomes(status, now))
}

/// Removes a resource's record.
pub(crate) fn remove<R: Resource>(
    tx: &mut dyn Transaction,
    scope: &Scope,
    arn: &Arn,
) -> Result<(), StoreError> {
    R::TABLE.delete(tx, scope, key(arn))?;
    Ok(())
}

/// Notes that a resource names a blob now.
pub(crate) fn name_blob(tx: &mut dyn Transaction, kept: &Kept, arn: &Arn) -> Result<(), StoreError> {
    BLOBS.put(tx, &kept.id.to_string(), arn)
}

/// The import jobs of a dataset.
pub(crate) fn imports_in(
    view: &dyn Snapshot,
    scope: &Scope,
    dataset: &Arn,
) -> Result<Vec<Import>, StoreError> {
    let rows = Import::TABLE.list(view, scope, &format!("{}/", key(dataset)), None, usize::MAX)?;
    Ok(rows.into_iter().map(|(_, import)| import).collect())
}

/// The import that a dataset's content comes from: the newest that is ACTIVE.
pub(crate) fn active_import(
    view: &dyn Snapshot,
    scope: &Scope,
    dataset: &Arn,
) -> Result<Option<Import>, StoreError> {
    let imports = imports_in(view, scope, dataset)?;
    let active = imports.into_iter().filter(|import| import.common.status == Status::Active);
    Ok(active.max_by(|a, b| (a.common.created, &a.common.arn).cmp(&(b.common.created, &b.common.arn))))
}
