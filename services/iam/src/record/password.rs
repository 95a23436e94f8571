//! Passwords and what the account asks of them.

use names::Timestamp;
use serde::{Deserialize, Serialize};
use store::Table;

/// The password policy of each account that has one, under the empty key.
pub(crate) const PASSWORD_POLICIES: Table<PasswordPolicy> = Table::new("iam/password-policy");
/// Login profiles, by the unique id of their user.
pub(crate) const LOGINS: Table<Login> = Table::new("iam/login-profile");

/// What passwords must be like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PasswordPolicy {
    pub(crate) length_min: usize,
    pub(crate) symbols: bool,
    pub(crate) numbers: bool,
    pub(crate) uppercase: bool,
    pub(crate) lowercase: bool,
    pub(crate) users_may_change: bool,
    pub(crate) age_days_max: Option<u32>,
    /// How many earlier passwords may not come again.
    pub(crate) remembered: Option<usize>,
    pub(crate) hard_expiry: Option<bool>,
}

/// A user's password.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Login {
    pub(crate) created: Timestamp,
    pub(crate) changed: Timestamp,
    pub(crate) reset_required: bool,
    pub(crate) password: PasswordHash,
    /// The ones before, the latest first.
    pub(crate) earlier: Vec<PasswordHash>,
}

/// What is kept of a password: PBKDF2 with HMAC-SHA-256.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct PasswordHash {
    pub(crate) iterations: u32,
    /// Base 64.
    pub(crate) salt: String,
    /// Base 64.
    pub(crate) hash: String,
}
