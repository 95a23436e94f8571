//! Looking at MFA devices.

use api_iam::{
    GetMFADevice, GetMFADeviceRequest, GetMFADeviceResponse, ListMFADevices, ListMFADevicesRequest,
    ListMFADevicesResponse, ListVirtualMFADevices, ListVirtualMFADevicesRequest,
    ListVirtualMFADevicesResponse, MFADevice, VirtualMFADevice,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use names::Scope;
use store::Snapshot;

use super::device::shown;
use crate::by_arn::{self, ByArn};
use crate::entity::Entity;
use crate::key::Owner;
use crate::paging::PageRequest;
use crate::record::{DEVICES_OF_USERS, MfaDevice, UNIQUE_IDS, User, device_key};
use crate::{Iam, scope_at, user, wording};

impl Handle<ListMFADevices> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &ListMFADevicesRequest, at: &At<'_>) -> Result<Checks, Fault> {
        Owner::of(at.session, input.user_name.as_deref())?.checks::<ListMFADevices>(at)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ListMFADevices>,
    ) -> Result<Answer<ListMFADevices>, Fault> {
        let scope = crate::scope(cx)?;
        let request = PageRequest::new(input.marker.as_deref(), input.max_items)?;
        let owner = Owner::of(cx.session(), input.user_name.as_deref())?;
        let page = cx.read(|snapshot| {
            let (owner, name) = owner.resolve(snapshot, &scope)?;
            request.of_records(
                |after, limit| {
                    Ok(DEVICES_OF_USERS.list(snapshot, &scope, &device_key(&owner, ""), after, limit)?)
                },
                |arn| {
                    let device: Option<MfaDevice> = by_arn::get(snapshot, &scope, &arn)?;
                    let assigned = device.and_then(|device| device.assigned);
                    Ok(assigned.map(|assigned| MFADevice {
                        user_name: name.clone(),
                        serial_number: arn,
                        enable_date: assigned.since,
                    }))
                },
            )
        })?;
        Ok(Answer::Output(ListMFADevicesResponse {
            is_truncated: page.is_truncated(),
            mfa_devices: page.items,
            marker: page.marker,
        }))
    }
}

impl Handle<GetMFADevice> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &GetMFADeviceRequest, at: &At<'_>) -> Result<Checks, Fault> {
        Owner::of(at.session, input.user_name.as_deref())?.checks::<GetMFADevice>(at)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetMFADevice>,
    ) -> Result<Answer<GetMFADevice>, Fault> {
        let scope = crate::scope(cx)?;
        let owner = Owner::of(cx.session(), input.user_name.as_deref())?;
        let output = cx.read(|snapshot| {
            let (owner, name) = owner.resolve(snapshot, &scope)?;
            let device: MfaDevice = by_arn::find(snapshot, &scope, &input.serial_number)?;
            let assigned = device.assigned.filter(|assigned| assigned.owner == owner);
            Ok(GetMFADeviceResponse {
                user_name: Some(name),
                serial_number: device.arn,
                enable_date: Some(assigned.ok_or_else(wording::device_of_other)?.since),
                certifications: None,
            })
        })?;
        Ok(Answer::Output(output))
    }
}

impl Handle<ListVirtualMFADevices> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, _: &ListVirtualMFADevicesRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let resource = by_arn::arn_of::<MfaDevice>(scope_at(at)?.account, "");
        Ok(Checks::on::<ListVirtualMFADevices>(resource))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ListVirtualMFADevices>,
    ) -> Result<Answer<ListVirtualMFADevices>, Fault> {
        let scope = crate::scope(cx)?;
        let request = PageRequest::new(input.marker.as_deref(), input.max_items)?;
        let wanted = input.assignment_status.as_deref().unwrap_or("Any");
        let page = cx.read(|snapshot| {
            request.of_records(
                |after, limit| Ok(MfaDevice::TABLE.list(snapshot, &scope, "", after, limit)?),
                |device| match (wanted, device.assigned.is_some()) {
                    ("Assigned", false) | ("Unassigned", true) => Ok(None),
                    _ => with_user(snapshot, &scope, &device).map(Some),
                },
            )
        })?;
        Ok(Answer::Output(ListVirtualMFADevicesResponse {
            is_truncated: page.is_truncated(),
            virtual_mfa_devices: page.items,
            marker: page.marker,
        }))
    }
}

fn with_user(view: &dyn Snapshot, scope: &Scope, device: &MfaDevice) -> Result<VirtualMFADevice, Fault> {
    let holder = match &device.assigned {
        Some(assigned) => UNIQUE_IDS.get(view, &assigned.owner)?,
        None => None,
    };
    let user: Option<User> = match holder {
        Some(holder) => User::TABLE.get(view, scope, &holder.key)?,
        None => None,
    };
    let user = user.map(|user| user::view::listed(scope.account, &user));
    Ok(VirtualMFADevice { user, ..shown(device) })
}
