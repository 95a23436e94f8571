//! Virtual MFA devices.

use std::collections::BTreeSet;

use names::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
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
    /// Stays when the device is taken from its owner: codes are no better for that.
    pub(crate) codes: CodesSeen,
}

/// Whose device it is, and since when.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Assigned {
    /// A user's unique id, or [`ROOT`](super::ROOT).
    pub(crate) owner: String,
    pub(crate) since: Timestamp,
}

/// What the device's codes told, and which of them are worth nothing now.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct CodesSeen {
    /// How many steps its clock is ahead of ours.
    pub(crate) ahead: i64,
    /// The time step of the second of the last two codes that set its clock. They are not spent.
    pub(crate) last_pair: Option<u64>,
    /// The time steps whose codes are spent, as far as they could still count.
    pub(crate) spent: BTreeSet<u64>,
}

/// The table of devices, by the key of their ARN.
pub(crate) const MFA_DEVICES: Table<MfaDevice> = Table::new("iam/mfa-device").version(2, upgrade);

/// Version 1 kept `ahead` and `last_step` with the owner, and each code up to the last step was spent.
fn upgrade(_: u8, mut record: Value) -> Value {
    let of_owner = |name: &str| record.get("assigned").and_then(|assigned| assigned.get(name)).cloned();
    let last = of_owner("last_step").as_ref().and_then(Value::as_u64);
    let spent: Vec<u64> = last.iter().flat_map(|last| last.saturating_sub(4)..=*last).collect();
    let codes =
        json!({ "ahead": of_owner("ahead").unwrap_or_else(|| 0.into()), "last_pair": last, "spent": spent });
    if let Some(members) = record.as_object_mut() {
        members.insert("codes".to_owned(), codes);
    }
    record
}

/// The ARN of a user's device.
pub(crate) type DeviceArn = String;

/// The devices of users, by owner and the device's key.
pub(crate) const DEVICES_OF_USERS: Table<DeviceArn> = Table::new("iam/mfa-device-of-user");

/// The key of a user's device; with an empty device, the prefix of all of an owner's.
pub(crate) fn device_key(owner: &str, device: &str) -> String {
    join(&[owner, device])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_of_version_1_keep_their_clock_and_their_spent_codes() {
        let base = json!({ "arn": "arn:aws:iam::111122223333:mfa/a", "seed": "s", "created": 0, "tags": {} });
        let read = |assigned: Value| {
            let mut record = base.clone();
            record["assigned"] = assigned;
            serde_json::from_value::<MfaDevice>(upgrade(1, record)).unwrap()
        };
        let used = read(json!({ "owner": "AIDAEXAMPLE", "since": 0, "last_step": 100, "ahead": -2 }));
        assert_eq!(used.assigned.unwrap().owner, "AIDAEXAMPLE");
        assert_eq!((used.codes.ahead, used.codes.last_pair), (-2, Some(100)));
        assert!(used.codes.spent.contains(&100) && !used.codes.spent.contains(&101));
        let free = read(Value::Null);
        assert_eq!((free.codes.ahead, free.codes.last_pair, free.codes.spent.len()), (0, None, 0));
    }
}
