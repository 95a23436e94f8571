//! Access keys.

use names::{AccountId, Timestamp};
use serde::{Deserialize, Serialize};
use store::{Global, Table, join};

/// Who owns which key id: all that is known before a signature is verified.
pub(crate) const KEY_OWNERS: Global<KeyOwner> = Global::new("iam/access-key-owner");
/// By owner and key id.
pub(crate) const KEYS: Table<AccessKey> = Table::new("iam/access-key");
/// When keys were last used, by key id.
pub(crate) const LAST_USED: Table<LastUsed> = Table::new("iam/access-key-last-used");

/// The owner of root keys, in place of a user's unique id.
pub(crate) const ROOT: &str = "root";

/// The owner of a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct KeyOwner {
    pub(crate) account: AccountId,
    /// A user's unique id, or [`ROOT`].
    pub(crate) owner: String,
}

/// An access key.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct AccessKey {
    pub(crate) id: String,
    /// The secret, sealed for `iam/access-key`.
    pub(crate) secret: String,
    pub(crate) active: bool,
    pub(crate) created: Timestamp,
}

/// The last use of a key.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct LastUsed {
    pub(crate) at: Timestamp,
    pub(crate) service: String,
    pub(crate) region: String,
}

impl AccessKey {
    /// `Active` or `Inactive`.
    pub(crate) fn status(&self) -> &'static str {
        if self.active { "Active" } else { "Inactive" }
    }
}

/// The key of an access key's record; with an empty id, the prefix of all of an owner's.
pub(crate) fn key_of(owner: &str, id: &str) -> String {
    join(&[owner, id])
}
