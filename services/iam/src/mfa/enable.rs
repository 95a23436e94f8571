//! Giving devices to users, and taking them back.

use api_iam::{
    DeactivateMFADevice, DeactivateMFADeviceRequest, EnableMFADevice, EnableMFADeviceRequest,
    ResyncMFADevice, ResyncMFADeviceRequest,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use names::Scope;
use store::Snapshot;

use super::own::Caretaker;
use crate::by_arn;
use crate::entity::{checks, find};
use crate::key::Owner;
use crate::record::{Assigned, DEVICES_OF_USERS, MfaDevice, User, device_key};
use crate::{Iam, quota, wording};

impl Handle<EnableMFADevice> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &EnableMFADeviceRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<EnableMFADevice, User>(at, &input.user_name)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<EnableMFADevice>,
    ) -> Result<Answer<EnableMFADevice>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        let now = cx.now();
        let caretaker = Caretaker::of(cx.session());
        let codes = [input.authentication_code1.as_str(), input.authentication_code2.as_str()];
        let pair = cx.read(|view| match by_arn::get::<MfaDevice>(view, &scope, &input.serial_number)? {
            Some(device) => self.pair(&device, codes, now),
            None => Ok(None),
        })?;
        Ok(Answer::write(move |tx| {
            let user: User = find(tx, &scope, &input.user_name)?;
            caretaker.may_change(tx, &scope, &user.identity.id)?;
            let mut device: MfaDevice = by_arn::find(tx, &scope, &input.serial_number)?;
            if device.assigned.is_some() {
                return Err(wording::device_assigned());
            }
            pair.as_ref().ok_or_else(wording::invalid_code)?.set(&mut device)?;
            device.assigned = Some(Assigned { owner: user.identity.id.clone(), since: now.truncated() });
            let owned = device_key(&user.identity.id, "");
            if DEVICES_OF_USERS.count(tx, &scope, &owned)? >= quota::DEVICES_OF_USER {
                return Err(wording::over_quota("MFADevicesPerUser", quota::DEVICES_OF_USER));
            }
            let key =
                device_key(&user.identity.id, &by_arn::key::<MfaDevice>(&device.arn).unwrap_or_default());
            DEVICES_OF_USERS.put(tx, &scope, &key, &device.arn)?;
            by_arn::save(tx, &scope, &device)
        }))
    }
}

impl Handle<ResyncMFADevice> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &ResyncMFADeviceRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<ResyncMFADevice, User>(at, &input.user_name)
    }

    /// Needs no code of a session, so guesses count as wrong codes do: whoever guessed two codes could spend them.
    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ResyncMFADevice>,
    ) -> Result<Answer<ResyncMFADevice>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        let now = cx.now();
        let codes = [input.authentication_code1.as_str(), input.authentication_code2.as_str()];
        let pair = cx.read(|view| {
            let device = of_user(view, &scope, &input.user_name, &input.serial_number)?;
            self.pair(&device, codes, now)
        })?;
        let counts = self.mfa_attempts.judge(&input.serial_number, pair.is_some(), now);
        let pair = pair.filter(|_| counts).ok_or_else(wording::invalid_code)?;
        Ok(Answer::write(move |tx| {
            let mut device = of_user(tx, &scope, &input.user_name, &input.serial_number)?;
            pair.set(&mut device)?;
            by_arn::save(tx, &scope, &device)
        }))
    }
}

/// The device of a serial number, which must be this user's.
fn of_user(view: &dyn Snapshot, scope: &Scope, name: &str, serial: &str) -> Result<MfaDevice, Fault> {
    let user: User = find(view, scope, name)?;
    let device: MfaDevice = by_arn::find(view, scope, serial)?;
    match &device.assigned {
        Some(assigned) if assigned.owner == user.identity.id => Ok(device),
        _ => Err(wording::device_of_other()),
    }
}

impl Handle<DeactivateMFADevice> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &DeactivateMFADeviceRequest, at: &At<'_>) -> Result<Checks, Fault> {
        Owner::of(at.session, input.user_name.as_deref())?.checks::<DeactivateMFADevice>(at)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DeactivateMFADevice>,
    ) -> Result<Answer<DeactivateMFADevice>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        let owner = Owner::of(cx.session(), input.user_name.as_deref())?;
        let caretaker = Caretaker::of(cx.session());
        Ok(Answer::write(move |tx| {
            let (owner, _) = owner.resolve(tx, &scope)?;
            caretaker.may_change(tx, &scope, &owner)?;
            let mut device: MfaDevice = by_arn::find(tx, &scope, &input.serial_number)?;
            if device.assigned.as_ref().is_none_or(|assigned| assigned.owner != owner) {
                return Err(wording::device_of_other());
            }
            device.assigned = None;
            let key = device_key(&owner, &by_arn::key::<MfaDevice>(&device.arn).unwrap_or_default());
            DEVICES_OF_USERS.delete(tx, &scope, &key)?;
            by_arn::save(tx, &scope, &device)
        }))
    }
}
