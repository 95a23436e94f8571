//! Virtual MFA devices.

use names::Timestamp;
use serde::{Deserialize, Serialize};
use store::{Table, join};

use crate::tags::Tags;

/// A virtual MFA device.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct MfaDevice {
    /// Which is also its serial number.
    pub(crate) arn: String,
    /// The seed, sealed for `iam/mfa-seed`.
    pub(crate) seed: String,
    pub(crate) created: Timestamp,
    pub(crate) tags: Tags,
    pub(crate) assigned: Option<Assigned>,
    /// The time step of the last code used, by whomever it was. Earlier ones are worth nothing.
    #[serde(default)]
    pub(crate) last_step: u64,
}

/// Whose device it is, since when, and how its clock goes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Assigned {
    /// A user's unique id, or [`ROOT`](super::ROOT).
    pub(crate) owner: String,
    pub(crate) since: Timestamp,
    /// How many steps its clock is ahead of ours.
    pub(crate) ahead: i64,
}

/// The ARN of a user's device.
pub(crate) type DeviceArn = String;

/// The devices of users, by owner and the device's key.
pub(crate) const DEVICES_OF_USERS: Table<DeviceArn> = Table::new("iam/mfa-device-of-user");

/// The key of a user's device; with an empty device, the prefix of all of an owner's.
pub(crate) fn device_key(owner: &str, device: &str) -> String {
    join(&[owner, device])
}
