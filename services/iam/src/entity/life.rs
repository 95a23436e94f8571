//! How users, groups and roles come, move and go.

use kernel::{Cx, Fault, entropy};
use names::Scope;
use store::{Snapshot, Transaction};

use super::boundary::require_policy;
use super::kind::is_service_path;
use super::{Entity, Kind, save};
use crate::record::{Holder, Identity, UNIQUE_IDS, Use, count, mark};
use crate::tags::Tags;
use crate::{access, name_key, wording};

impl Identity {
    /// A new user or role.
    pub(crate) fn new(
        cx: &Cx,
        kind: Kind,
        name: String,
        path: Option<String>,
        boundary: Option<String>,
        tags: Tags,
    ) -> Result<Self, Fault> {
        let path = path.unwrap_or_else(|| "/".to_owned());
        if kind == Kind::Role && is_service_path(&path) {
            return Err(wording::reserved_path());
        }
        Ok(Self {
            name,
            path,
            id: entropy::unique_id(&*cx.base().entropy, kind.id_prefix()),
            created: cx.now().truncated(),
            tags,
            boundary,
            inline: Default::default(),
            attached: Default::default(),
        })
    }
}

/// Refuses a name that is taken.
pub(crate) fn vacant<E: Entity>(view: &dyn Snapshot, scope: &Scope, name: &str) -> Result<(), Fault> {
    match E::TABLE.exists(view, scope, &name_key(name))? {
        true => Err(wording::entity_exists(E::KIND, name)),
        false => Ok(()),
    }
}

/// Adds a user or role whose name is vacant.
pub(crate) fn insert<E: Entity>(tx: &mut dyn Transaction, scope: &Scope, entity: &E) -> Result<(), Fault> {
    let identity = entity.identity();
    if let Some(boundary) = &identity.boundary {
        require_policy(tx, scope, boundary)?;
        mark(tx, scope, boundary, &identity.id, Use::Boundary, true)?;
    }
    count(tx, scope, E::KIND.counted(), 1)?;
    let holder = Holder { account: scope.account, kind: E::KIND, key: name_key(&identity.name) };
    UNIQUE_IDS.put(tx, &identity.id, &holder)?;
    save(tx, scope, entity)
}

/// Refuses to delete a user or role that still has policies.
pub(crate) fn bare(identity: &Identity) -> Result<(), Fault> {
    if !identity.attached.is_empty() {
        return Err(wording::must_first("detach all policies"));
    }
    if !identity.inline.is_empty() {
        return Err(wording::must_first("delete policies"));
    }
    Ok(())
}

/// Removes a user or role on which nothing hangs any more.
pub(crate) fn remove<E: Entity>(tx: &mut dyn Transaction, scope: &Scope, entity: &E) -> Result<(), Fault> {
    let identity = entity.identity();
    if let Some(boundary) = &identity.boundary {
        mark(tx, scope, boundary, &identity.id, Use::Boundary, false)?;
    }
    count(tx, scope, E::KIND.counted(), -1)?;
    access::forget(tx, scope, &identity.id)?;
    UNIQUE_IDS.delete(tx, &identity.id)?;
    E::TABLE.delete(tx, scope, &name_key(&identity.name))?;
    crate::generation::raise(tx, scope)
}

/// Moves a user or group to another path or name, or both.
pub(crate) fn move_to<E: Entity>(
    tx: &mut dyn Transaction,
    scope: &Scope,
    entity: &mut E,
    path: Option<&str>,
    name: Option<&str>,
) -> Result<(), Fault> {
    if let Some(path) = path {
        entity.identity_mut().path = path.to_owned();
    }
    if let Some(name) = name {
        rename(tx, scope, entity, name)?;
    }
    save(tx, scope, entity)
}

fn rename<E: Entity>(
    tx: &mut dyn Transaction,
    scope: &Scope,
    entity: &mut E,
    name: &str,
) -> Result<(), Fault> {
    let (old, new) = (name_key(&entity.identity().name), name_key(name));
    if old != new {
        vacant::<E>(tx, scope, name)?;
        E::TABLE.delete(tx, scope, &old)?;
        let holder = Holder { account: scope.account, kind: E::KIND, key: new };
        UNIQUE_IDS.put(tx, &entity.identity().id, &holder)?;
    }
    entity.identity_mut().name = name.to_owned();
    Ok(())
}
