//! A user's care for its own devices.

use kernel::{Fault, Session};
use names::Scope;
use store::Snapshot;

use super::verify::owner;
use crate::record::{DEVICES_OF_USERS, device_key};
use crate::wording;

/// Who changes somebody's devices, and whether it has shown a device itself.
#[derive(Clone)]
pub(super) struct Caretaker {
    /// A user's unique id or [`ROOT`](crate::record::ROOT); nobody else has devices.
    id: Option<String>,
    has_shown: bool,
}

impl Caretaker {
    pub(super) fn of(session: &Session) -> Self {
        Self {
            id: owner(session.principal()).map(|(_, id)| id.to_owned()),
            has_shown: session.temporary().is_some_and(|temporary| temporary.mfa_at.is_some()),
        }
    }

    /// Who has a device shows one before it adds to its own devices or takes from them: else an access key alone
    /// would be worth as much as key and device. The first device needs none, and the devices of others never do.
    /// Which device the session was made with does not matter, nor whether it is still there.
    ///
    /// Source: security bulletin AWS-2023-001; that it goes before a missing device and one in use was recorded.
    /// The bulletin speaks of users; root users are held to the same.
    pub(super) fn may_change(&self, view: &dyn Snapshot, scope: &Scope, owner: &str) -> Result<(), Fault> {
        let is_own = self.id.as_deref() == Some(owner);
        if !is_own || self.has_shown {
            return Ok(());
        }
        match DEVICES_OF_USERS.first(view, scope, &device_key(owner, ""))? {
            Some(_) => Err(wording::device_not_shown()),
            None => Ok(()),
        }
    }
}
