//! Accounts.

use names::Timestamp;
use serde::{Deserialize, Serialize};
use store::{Global, Table};

/// The accounts of this server, by id.
pub(crate) const ACCOUNTS: Global<Account> = Global::new("iam/account");

/// The account that has an alias: sign-in pages are found by it, so it is unique among all accounts.
pub(crate) const ALIASES: Global<names::AccountId> = Global::new("iam/account-alias-owner");
/// The alias of each account that has one, under the empty key.
pub(crate) const ACCOUNT_ALIASES: Table<String> = Table::new("iam/account-alias");

/// An account.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Account {
    pub(crate) created: Timestamp,
}
