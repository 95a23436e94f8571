//! Whether a code is right: IAM's answer to STS.

use ::policy::Principal;
use kernel::{Fault, MfaCheck, MfaDevices};
use names::{AccountId, Scope, Timestamp};
use store::{Snapshot, Transaction};

use super::totp::{self, Codes};
use crate::record::{MfaDevice, ROOT};
use crate::{Iam, by_arn};

impl MfaDevices for Iam {
    /// A device that rests shows no right code.
    fn verify(&self, user: &Principal, serial: &str, code: &str, now: Timestamp) -> Result<MfaCheck, Fault> {
        let (is_theirs, is_right) = self.base.read(|view| {
            let Some((account, owner)) = owner(user) else { return Ok((false, false)) };
            let device = by_arn::get::<MfaDevice>(view, &Scope::global(account), serial)?;
            let assigned = device.and_then(|device| device.assigned);
            let is_theirs = assigned.is_some_and(|assigned| assigned.owner == owner);
            Ok((is_theirs, self.right(view, user, serial, code, now)?.is_some()))
        })?;
        if !is_theirs {
            return Ok(MfaCheck::NoSuchDevice);
        }
        match self.mfa_attempts.judge(serial, is_right, now) {
            true => Ok(MfaCheck::Verified),
            false => Ok(MfaCheck::WrongCode),
        }
    }

    fn spend(
        &self,
        tx: &mut dyn Transaction,
        user: &Principal,
        serial: &str,
        code: &str,
        now: Timestamp,
    ) -> Result<bool, Fault> {
        let Some((scope, mut device, step)) = self.right(tx, user, serial, code, now)? else {
            return Ok(false);
        };
        device.codes.spend(step, totp::step(now));
        by_arn::save(tx, &scope, &device)?;
        Ok(true)
    }
}

impl Iam {
    /// The device and the time step of a code that is right and not spent.
    fn right(
        &self,
        view: &dyn Snapshot,
        user: &Principal,
        serial: &str,
        code: &str,
        now: Timestamp,
    ) -> Result<Option<(Scope, MfaDevice, u64)>, Fault> {
        let Some((account, owner)) = owner(user) else { return Ok(None) };
        let scope = Scope::global(account);
        let Some(device) = by_arn::get::<MfaDevice>(view, &scope, serial)? else { return Ok(None) };
        if device.assigned.as_ref().is_none_or(|assigned| assigned.owner != owner) {
            return Ok(None);
        }
        let codes = Codes::new(&self.mfa_seal.open(&device.seed).map_err(Fault::internal)?);
        let step = device.codes.unspent_steps(totp::step(now)).find(|step| codes.is_code(*step, code));
        Ok(step.map(|step| (scope, device, step)))
    }
}

/// Only users and root users have devices.
pub(super) fn owner(user: &Principal) -> Option<(AccountId, &str)> {
    match user {
        Principal::User { account, unique_id, .. } => Some((account.parse().ok()?, unique_id)),
        Principal::Root { account } => Some((account.parse().ok()?, ROOT)),
        _ => None,
    }
}
