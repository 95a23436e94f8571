//! Who has which unique id.

use names::{AccountId, Scope};
use serde::{Deserialize, Serialize};
use store::Global;

use crate::entity::Kind;

/// The holders of unique ids, while they exist. Ids are global, since trust policies name strangers by them.
pub(crate) const UNIQUE_IDS: Global<Holder> = Global::new("iam/unique-id");

/// Where to find the user or role with an id.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Holder {
    pub(crate) account: AccountId,
    pub(crate) kind: Kind,
    /// Its name's key.
    pub(crate) key: String,
}

impl Holder {
    pub(crate) fn scope(&self) -> Scope {
        Scope::global(self.account)
    }
}
