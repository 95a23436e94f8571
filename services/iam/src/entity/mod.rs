//! What can be done alike with users, groups and roles.

pub(crate) mod attachments;
pub(crate) mod boundary;
pub(crate) mod checks;
mod inline;
mod kind;
mod life;
mod tagging;

use kernel::{Answer, Cx, Fault};
use names::Scope;
use serde::Serialize;
use serde::de::DeserializeOwned;
use shape::Operation;
use store::{Snapshot, Table, Transaction};

pub(crate) use kind::{Kind, is_service_path};
pub(crate) use life::{bare, insert, move_to, remove, vacant};

use crate::record::{Group, Identity, InstanceProfile, Role, ServerCertificate, User};
use crate::{generation, name_key, wording};

/// A user, a group, a role, an instance profile or a server certificate.
pub(crate) trait Entity: Serialize + DeserializeOwned + Clone + Send + Sync + 'static {
    /// Which of them.
    const KIND: Kind;
    /// By the key of their name.
    const TABLE: Table<Self>;

    /// What both have.
    fn identity(&self) -> &Identity;

    /// The same, to be changed.
    fn identity_mut(&mut self) -> &mut Identity;
}

impl Entity for Group {
    const KIND: Kind = Kind::Group;
    const TABLE: Table<Self> = Table::new("iam/group");

    fn identity(&self) -> &Identity {
        &self.identity
    }

    fn identity_mut(&mut self) -> &mut Identity {
        &mut self.identity
    }
}

impl Entity for InstanceProfile {
    const KIND: Kind = Kind::InstanceProfile;
    const TABLE: Table<Self> = Table::new("iam/instance-profile");

    fn identity(&self) -> &Identity {
        &self.identity
    }

    fn identity_mut(&mut self) -> &mut Identity {
        &mut self.identity
    }
}

impl Entity for Role {
    const KIND: Kind = Kind::Role;
    const TABLE: Table<Self> = Table::new("iam/role");

    fn identity(&self) -> &Identity {
        &self.identity
    }

    fn identity_mut(&mut self) -> &mut Identity {
        &mut self.identity
    }
}

impl Entity for ServerCertificate {
    const KIND: Kind = Kind::ServerCertificate;
    const TABLE: Table<Self> = Table::new("iam/server-certificate");

    fn identity(&self) -> &Identity {
        &self.identity
    }

    fn identity_mut(&mut self) -> &mut Identity {
        &mut self.identity
    }
}

impl Entity for User {
    const KIND: Kind = Kind::User;
    const TABLE: Table<Self> = Table::new("iam/user");

    fn identity(&self) -> &Identity {
        &self.identity
    }

    fn identity_mut(&mut self) -> &mut Identity {
        &mut self.identity
    }
}

/// The user or role of this name.
pub(crate) fn find<E: Entity>(view: &dyn Snapshot, scope: &Scope, name: &str) -> Result<E, Fault> {
    E::TABLE.get(view, scope, &name_key(name))?.ok_or_else(|| wording::no_entity(E::KIND, name))
}

/// The same, if it may be changed.
pub(crate) fn find_modifiable<E: Entity>(view: &dyn Snapshot, scope: &Scope, name: &str) -> Result<E, Fault> {
    let entity = find(view, scope, name)?;
    ensure_modifiable(&entity)?;
    Ok(entity)
}

/// Refuses what would change a service-linked role in more than its description and its tags.
pub(crate) fn ensure_modifiable<E: Entity>(entity: &E) -> Result<(), Fault> {
    if E::KIND == Kind::Role && kind::is_service_path(&entity.identity().path) {
        return Err(wording::protected_role(&entity.identity().name));
    }
    Ok(())
}

/// Stores a changed user or role under its name.
pub(crate) fn save<E: Entity>(tx: &mut dyn Transaction, scope: &Scope, entity: &E) -> Result<(), Fault> {
    E::TABLE.put(tx, scope, &name_key(&entity.identity().name), entity)?;
    generation::raise(tx, scope)
}

/// Answers from a user or role as it is.
pub(crate) fn look<Op: Operation, E: Entity>(
    cx: &Cx,
    name: &str,
    show: impl Fn(&dyn Snapshot, &Scope, &E) -> Result<Op::Output, Fault>,
) -> Result<Answer<Op>, Fault> {
    let scope = crate::scope(cx)?;
    let output = cx.read(|view| show(view, &scope, &find(view, &scope, name)?))?;
    Ok(Answer::Output(output))
}

/// Changes a user or role, if it may be changed.
pub(crate) fn change<Op: Operation, E: Entity>(
    cx: &Cx,
    name: String,
    mut edit: impl FnMut(&mut dyn Transaction, &Scope, &mut E) -> Result<Op::Output, Fault> + Send + 'static,
) -> Result<Answer<Op>, Fault> {
    annotate::<Op, E>(cx, name, move |tx, scope, entity| {
        ensure_modifiable(entity)?;
        edit(tx, scope, entity)
    })
}

/// Changes what may be changed of a service-linked role too: its description and its tags.
pub(crate) fn annotate<Op: Operation, E: Entity>(
    cx: &Cx,
    name: String,
    mut edit: impl FnMut(&mut dyn Transaction, &Scope, &mut E) -> Result<Op::Output, Fault> + Send + 'static,
) -> Result<Answer<Op>, Fault> {
    let scope = crate::scope(cx)?;
    Ok(Answer::write(move |tx| {
        let mut entity = find(tx, &scope, &name)?;
        let output = edit(tx, &scope, &mut entity)?;
        save(tx, &scope, &entity)?;
        Ok(output)
    }))
}
