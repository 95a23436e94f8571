//! What users hold besides access keys: SSH public keys, signing certificates and service-specific credentials.
//!
//! No service here takes them as proof; they are kept for the services that do.

mod service;
mod service_list;
mod service_secret;
mod signing;
mod ssh;
mod ssh_key;

use kernel::{Answer, Cx, Fault};
use names::Scope;
use serde::Serialize;
use serde::de::DeserializeOwned;
use shape::Operation;
use store::{Snapshot, Table, Transaction};

use crate::key::Owner;
use crate::record::{ServiceCredential, SigningCertificate, SshKey, key_of};
use crate::{generation, wording};

/// More than any quota lets a user hold of one kind.
const HELD_MAX: usize = 16;

/// Something that a user holds, by id, and that is switched on or off.
pub(crate) trait Held: Serialize + DeserializeOwned + Clone + Send + Sync + 'static {
    /// By owner and id, as access keys are.
    const TABLE: Table<Self>;

    /// Its id.
    fn id(&self) -> &str;

    /// Whether it is on, to be changed.
    fn active_mut(&mut self) -> &mut bool;

    /// What is said where the user has none of this id.
    fn missing(id: &str) -> Fault;
}

/// Declares them.
macro_rules! kinds {
    ($($record:ident in $table:literal, $missing:path;)+) => { $(
        impl Held for $record {
            const TABLE: Table<Self> = Table::new($table);

            fn id(&self) -> &str {
                &self.id
            }

            fn active_mut(&mut self) -> &mut bool {
                &mut self.active
            }

            fn missing(id: &str) -> Fault {
                $missing(id)
            }
        }
    )+ };
}

kinds! {
    SshKey in "iam/ssh-public-key", wording::no_ssh_key;
    SigningCertificate in "iam/signing-certificate", wording::no_certificate;
    ServiceCredential in "iam/service-credential", wording::no_service_credential;
}

/// `Active` or `Inactive`.
fn status(active: bool) -> String {
    let status = if active { "Active" } else { "Inactive" };
    status.to_owned()
}

/// All of one kind that somebody holds, by id.
pub(crate) fn all<T: Held>(view: &dyn Snapshot, scope: &Scope, owner: &str) -> Result<Vec<T>, Fault> {
    let found = T::TABLE.list(view, scope, &key_of(owner, ""), None, HELD_MAX)?;
    Ok(found.into_iter().map(|(_, held)| held).collect())
}

/// The one of an id.
fn find<T: Held>(view: &dyn Snapshot, scope: &Scope, owner: &str, id: &str) -> Result<T, Fault> {
    T::TABLE.get(view, scope, &key_of(owner, id))?.ok_or_else(|| T::missing(id))
}

/// Stores one.
fn save<T: Held>(tx: &mut dyn Transaction, scope: &Scope, owner: &str, held: &T) -> Result<(), Fault> {
    T::TABLE.put(tx, scope, &key_of(owner, held.id()), held)?;
    generation::raise(tx, scope)
}

/// Switches one on or off.
fn switch<Op: Operation<Output = ()>, T: Held>(
    cx: &Cx,
    owner: Owner,
    id: String,
    active: bool,
) -> Result<Answer<Op>, Fault> {
    let scope = crate::scope(cx)?;
    Ok(Answer::write(move |tx| {
        let (owner, _) = owner.resolve(tx, &scope)?;
        let mut held: T = find(tx, &scope, &owner, &id)?;
        *held.active_mut() = active;
        save(tx, &scope, &owner, &held)
    }))
}

/// Removes one.
fn remove<T: Held>(tx: &mut dyn Transaction, scope: &Scope, owner: &str, id: &str) -> Result<T, Fault> {
    let held: T = find(tx, scope, owner, id)?;
    T::TABLE.delete(tx, scope, &key_of(owner, id))?;
    generation::raise(tx, scope)?;
    Ok(held)
}

/// Refuses to delete a user who still holds something.
pub(crate) fn none_left(view: &dyn Snapshot, scope: &Scope, owner: &str) -> Result<(), Fault> {
    fn holds<T: Held>(view: &dyn Snapshot, scope: &Scope, owner: &str) -> Result<bool, Fault> {
        Ok(T::TABLE.first(view, scope, &key_of(owner, ""))?.is_some())
    }
    if holds::<SigningCertificate>(view, scope, owner)? {
        return Err(wording::must_first("delete certificates"));
    }
    if holds::<SshKey>(view, scope, owner)? {
        return Err(wording::must_first("delete SSH public keys"));
    }
    if holds::<ServiceCredential>(view, scope, owner)? {
        return Err(wording::must_first("remove referenced objects"));
    }
    Ok(())
}
