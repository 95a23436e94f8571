//! Giving devices to users, and taking them back.

use api_iam::{
    DeactivateMFADevice, DeactivateMFADeviceRequest, EnableMFADevice, EnableMFADeviceRequest,
    ResyncMFADevice, ResyncMFADeviceRequest,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::own::Caretaker;
use super::totp;
use crate::by_arn;
use crate::entity::{checks, find};
use crate::key::Owner;
use crate::record::{Assigned, DEVICES_OF_USERS, MfaDevice, User, device_key};
use crate::{Iam, quota, wording};

/// How many steps a device's clock may be off when it is enabled: ten minutes.
const REACH: u64 = 20;

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
        let seal = std::sync::Arc::clone(&self.mfa_seal);
        let caretaker = Caretaker::of(cx.session());
        Ok(Answer::write(move |tx| {
            let user: User = find(tx, &scope, &input.user_name)?;
            caretaker.may_change(tx, &scope, &user.identity.id)?;
            let mut device: MfaDevice = by_arn::find(tx, &scope, &input.serial_number)?;
            if device.assigned.is_some() {
                return Err(wording::device_assigned());
            }
            let codes = [input.authentication_code1.as_str(), input.authentication_code2.as_str()];
            let seed = seal.open(&device.seed).map_err(Fault::internal)?;
            let here = totp::step(now);
            let step = totp::of_two(&seed, codes, here, REACH).ok_or_else(wording::invalid_code)?;
            device.assigned = Some(Assigned {
                owner: user.identity.id.clone(),
                since: now.truncated(),
                last_step: step,
                ahead: ahead(step, here),
            });
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

/// By how many steps the device's clock is ahead.
pub(super) fn ahead(step: u64, here: u64) -> i64 {
    i64::try_from(step).unwrap_or_default() - i64::try_from(here).unwrap_or_default()
}

impl Handle<ResyncMFADevice> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &ResyncMFADeviceRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<ResyncMFADevice, User>(at, &input.user_name)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ResyncMFADevice>,
    ) -> Result<Answer<ResyncMFADevice>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        let here = totp::step(cx.now());
        let seal = std::sync::Arc::clone(&self.mfa_seal);
        Ok(Answer::write(move |tx| {
            let user: User = find(tx, &scope, &input.user_name)?;
            let mut device: MfaDevice = by_arn::find(tx, &scope, &input.serial_number)?;
            let assigned = device.assigned.as_mut().filter(|assigned| assigned.owner == user.identity.id);
            let assigned = assigned.ok_or_else(wording::device_of_other)?;
            let codes = [input.authentication_code1.as_str(), input.authentication_code2.as_str()];
            let seed = seal.open(&device.seed).map_err(Fault::internal)?;
            let step = totp::of_two(&seed, codes, here, REACH).filter(|step| *step > assigned.last_step);
            let step = step.ok_or_else(wording::invalid_code)?;
            (assigned.last_step, assigned.ahead) = (step, ahead(step, here));
            by_arn::save(tx, &scope, &device)
        }))
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
