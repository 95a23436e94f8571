//! Instance profiles.

use serde::{Deserialize, Serialize};
use store::{Table, join};

use super::Identity;

/// An instance profile.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct InstanceProfile {
    pub(crate) identity: Identity,
    /// The unique id of its role.
    pub(crate) role: Option<String>,
}

/// The profile that has a role, by the unique ids of role and profile.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct ProfileOfRole {
    pub(crate) profile: String,
}

/// Which profiles a role is in.
pub(crate) const PROFILES_OF_ROLES: Table<ProfileOfRole> = Table::new("iam/instance-profile-of-role");

/// The key of a role in a profile; with an empty profile, the prefix of all of a role's.
pub(crate) fn profile_key(role: &str, profile: &str) -> String {
    join(&[role, profile])
}
