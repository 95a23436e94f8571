//! Accounts.

use names::Timestamp;
use serde::{Deserialize, Serialize};
use store::Global;

/// The accounts of this server, by id.
pub(crate) const ACCOUNTS: Global<Account> = Global::new("iam/account");

/// An account.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Account {
    pub(crate) created: Timestamp,
}
