//! Whose keys are meant.

use kernel::{At, Checks, Fault, Session};
use names::Scope;
use policy::Principal;
use shape::Operation;
use store::Snapshot;

use crate::entity::{checks, find};
use crate::record::{ROOT, User};
use crate::{scope_at, wording};

/// A user by name, or the root user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Owner {
    Root,
    User(String),
}

/// The user that a request names, or else the caller. Root users have no such thing.
pub(crate) fn user_name(session: &Session, given: Option<&str>) -> Result<String, Fault> {
    match Owner::of(session, given)? {
        Owner::User(name) => Ok(name),
        Owner::Root => Err(wording::name_needed()),
    }
}

impl Owner {
    /// The user that a request names, or else the caller.
    pub(crate) fn of(session: &Session, given: Option<&str>) -> Result<Self, Fault> {
        match (given, session.principal()) {
            (Some(name), _) => Ok(Self::User(name.to_owned())),
            (None, Principal::User { name, .. }) => Ok(Self::User(name.clone())),
            (None, Principal::Root { .. }) => Ok(Self::Root),
            (None, _) => Err(wording::name_needed()),
        }
    }

    /// The operation on this user.
    pub(crate) fn checks<Op: Operation>(&self, at: &At<'_>) -> Result<Checks, Fault> {
        match self {
            Self::User(name) => checks::on::<Op, User>(at, name),
            Self::Root => Ok(Checks::on::<Op>(scope_at(at)?.account.root_arn())),
        }
    }

    /// What keys know their owner by, and the owner's name.
    pub(crate) fn resolve(&self, view: &dyn Snapshot, scope: &Scope) -> Result<(String, String), Fault> {
        match self {
            Self::Root => Ok((ROOT.to_owned(), ROOT.to_owned())),
            Self::User(name) => {
                let user: User = find(view, scope, name)?;
                Ok((user.identity.id, user.identity.name))
            }
        }
    }
}
