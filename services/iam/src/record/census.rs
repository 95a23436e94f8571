//! How many of each kind an account has, so that quotas need no counting.

use kernel::Fault;
use names::Scope;
use serde::{Deserialize, Serialize};
use store::{Table, Transaction};

use crate::{quota, wording};

const CENSUSES: Table<Census> = Table::new("iam/census");

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Census {
    #[serde(default)]
    groups: u32,
    roles: u32,
    users: u32,
    policies: u32,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counted {
    Groups,
    Roles,
    Users,
    Policies,
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
        Counted::Roles => (&mut census.roles, quota::ROLES, "RolesPerAccount"),
        Counted::Users => (&mut census.users, quota::USERS, "UsersPerAccount"),
        Counted::Policies => (&mut census.policies, quota::POLICIES, "PoliciesPerAccount"),
    };
    *number = number.saturating_add_signed(change);
    if change > 0 && *number > limit {
        return Err(wording::over_quota(name, limit));
    }
    Ok(CENSUSES.put(tx, scope, "", &census)?)
}
