//! How many of each kind an account has, so that quotas need no counting.

use kernel::Fault;
use names::Scope;
use serde::{Deserialize, Serialize};
use store::{Snapshot, Table, Transaction};

use crate::{quota, wording};

const CENSUSES: Table<Census> = Table::new("iam/census");

/// The numbers.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Census {
    #[serde(default)]
    pub(crate) groups: u32,
    #[serde(default)]
    pub(crate) instance_profiles: u32,
    #[serde(default)]
    pub(crate) mfa_devices: u32,
    #[serde(default)]
    pub(crate) server_certificates: u32,
    pub(crate) roles: u32,
    pub(crate) users: u32,
    pub(crate) policies: u32,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counted {
    Groups,
    InstanceProfiles,
    MfaDevices,
    Roles,
    ServerCertificates,
    Users,
    Policies,
}

/// What the account has.
pub(crate) fn census(view: &dyn Snapshot, scope: &Scope) -> Result<Census, Fault> {
    Ok(CENSUSES.get(view, scope, "")?.unwrap_or_default())
}

/// Counts one more or, with a negative change, one less; one more than the quota is refused.
pub(crate) fn count(
    tx: &mut dyn Transaction,
    scope: &Scope,
    what: Counted,
    change: i32,
) -> Result<(), Fault> {
    let mut census = CENSUSES.get(tx, scope, "")?.unwrap_or_default();
    let (number, limit, name) = match what {
        Counted::Groups => (&mut census.groups, quota::GROUPS, "GroupsPerAccount"),
        Counted::InstanceProfiles => {
            (&mut census.instance_profiles, quota::INSTANCE_PROFILES, "InstanceProfilesPerAccount")
        }
        Counted::MfaDevices => (&mut census.mfa_devices, quota::USERS, "VirtualMFADevicesPerAccount"),
        Counted::Roles => (&mut census.roles, quota::ROLES, "RolesPerAccount"),
        Counted::ServerCertificates => {
            (&mut census.server_certificates, quota::SERVER_CERTIFICATES, "ServerCertificatesPerAccount")
        }
        Counted::Users => (&mut census.users, quota::USERS, "UsersPerAccount"),
        Counted::Policies => (&mut census.policies, quota::POLICIES, "PoliciesPerAccount"),
    };
    *number = number.saturating_add_signed(change);
    if change > 0 && *number > limit {
        return Err(wording::over_quota(name, limit));
    }
    Ok(CENSUSES.put(tx, scope, "", &census)?)
}
