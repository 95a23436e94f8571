//! Making and deleting virtual MFA devices.

use api_iam::{
    CreateVirtualMFADevice, CreateVirtualMFADeviceRequest, CreateVirtualMFADeviceResponse,
    DeleteVirtualMFADevice, DeleteVirtualMFADeviceRequest, VirtualMFADevice,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::png;
use crate::by_arn::{self, ByArn};
use crate::record::{ACCOUNT_ALIASES, CodesSeen, Counted, MfaDevice, count};
use crate::{Iam, base32, scope_at, tags, wording};

/// 64 letters of base 32.
const SEED_BYTES: usize = 40;

fn rest(input: &CreateVirtualMFADeviceRequest) -> String {
    let path = input.path.as_deref().unwrap_or("/");
    format!("{}{}", path.trim_start_matches('/'), input.virtual_mfa_device_name)
}

impl Handle<CreateVirtualMFADevice> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &CreateVirtualMFADeviceRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let arn = by_arn::arn_of::<MfaDevice>(scope_at(at)?.account, &rest(input));
        let tags = input.tags.as_deref().unwrap_or_default();
        Ok(by_arn::create::<CreateVirtualMFADevice>(&arn, "iam:TagMFADevice", tags))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<CreateVirtualMFADevice>,
    ) -> Result<Answer<CreateVirtualMFADevice>, Fault> {
        let scope = crate::scope(cx)?;
        let arn = by_arn::arn_of::<MfaDevice>(scope.account, &rest(&input));
        let input = input.into_inner();
        let mut seed = [0; SEED_BYTES];
        cx.base().entropy.fill(&mut seed);
        let device = MfaDevice {
            arn,
            seed: self.mfa_seal.seal(&*cx.base().entropy, &seed),
            created: cx.now().truncated(),
            tags: by_arn::accept_tags(input.tags)?,
            assigned: None,
            codes: CodesSeen::default(),
        };
        let alias = cx.read(|snapshot| Ok(ACCOUNT_ALIASES.get(snapshot, &scope, "")?))?;
        let account = alias.unwrap_or_else(|| scope.account.to_string());
        let letters = base32::encode(&seed);
        let name = input.virtual_mfa_device_name;
        let image = png::qr(&format!("otpauth://totp/{name}@{account}?secret={letters}"))?;
        let shown = VirtualMFADevice {
            serial_number: device.arn.clone(),
            base32_string_seed: Some(letters.into_bytes().into()),
            qr_code_png: Some(image.into()),
            tags: tags::shown_if_any(&device.tags),
            ..VirtualMFADevice::default()
        };
        Ok(Answer::write(move |tx| {
            count(tx, &scope, Counted::MfaDevices, 1)?;
            by_arn::insert(tx, &scope, &device, wording::device_exists)?;
            Ok(CreateVirtualMFADeviceResponse { virtual_mfa_device: shown.clone() })
        }))
    }
}

impl Handle<DeleteVirtualMFADevice> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &DeleteVirtualMFADeviceRequest, _: &At<'_>) -> Result<Checks, Fault> {
        by_arn::checks::<DeleteVirtualMFADevice>(&input.serial_number)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DeleteVirtualMFADevice>,
    ) -> Result<Answer<DeleteVirtualMFADevice>, Fault> {
        let scope = crate::scope(cx)?;
        let serial = input.into_inner().serial_number;
        Ok(Answer::write(move |tx| {
            let device: MfaDevice = by_arn::find(tx, &scope, &serial)?;
            if device.assigned.is_some() {
                return Err(wording::device_in_use());
            }
            count(tx, &scope, Counted::MfaDevices, -1)?;
            by_arn::remove(tx, &scope, &device)
        }))
    }
}

/// A new device's seed is told once; afterwards it is only used.
pub(super) fn shown(device: &MfaDevice) -> VirtualMFADevice {
    VirtualMFADevice {
        serial_number: device.arn().to_owned(),
        enable_date: device.assigned.as_ref().map(|assigned| assigned.since),
        ..VirtualMFADevice::default()
    }
}
