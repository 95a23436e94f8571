//! Users who manage their own devices.
//!
//! Whoever has a device changes which devices he has only in a session that showed one of them; or a stolen access key
//! could give itself a device, and be worth as much as the key and the device together. Source: AWS security bulletin
//! AWS-2023-001.

use ::policy::Principal;
use kernel::{Fault, Session};
use names::Scope;
use store::Transaction;

use crate::record::{DEVICES_OF_USERS, device_key};
use crate::wording;

/// Refuses a user without second factor who changes his own devices and has one already. Others who manage a user's
/// devices need the permission only. `owner` is a unique id.
pub(super) fn refuse_unproven(
    tx: &dyn Transaction,
    scope: &Scope,
    session: &Session,
    owner: &str,
) -> Result<(), Fault> {
    let is_own = matches!(session.principal(), Principal::User { unique_id, .. } if unique_id == owner);
    let is_proven = session.temporary().is_some_and(|temporary| temporary.mfa_at.is_some());
    if !is_own || is_proven || DEVICES_OF_USERS.count(tx, scope, &device_key(owner, ""))? == 0 {
        return Ok(());
    }
    Err(wording::own_device_unproven())
}
