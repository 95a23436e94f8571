//! Users, groups and roles as words and numbers.

use serde::{Deserialize, Serialize};

use crate::quota;
use crate::record::Counted;

/// User, group or role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Kind {
    Group,
    Role,
    User,
}

impl Kind {
    /// As ARNs and messages have it.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Role => "role",
            Self::User => "user",
        }
    }

    /// As sentences begin with it.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Group => "Group",
            Self::Role => "Role",
            Self::User => "User",
        }
    }

    /// What unique ids begin with.
    pub(crate) const fn id_prefix(self) -> &'static str {
        match self {
            Self::Group => "AGPA",
            Self::Role => "AROA",
            Self::User => "AIDA",
        }
    }

    /// The characters of all inline policies together, at most.
    pub(crate) const fn inline_chars(self) -> usize {
        match self {
            Self::Group => quota::GROUP_INLINE_CHARS,
            Self::Role => quota::ROLE_INLINE_CHARS,
            Self::User => quota::USER_INLINE_CHARS,
        }
    }

    /// The name of the quota of attached policies.
    pub(crate) const fn attached_quota(self) -> &'static str {
        match self {
            Self::Group => "PoliciesPerGroup",
            Self::Role => "PoliciesPerRole",
            Self::User => "PoliciesPerUser",
        }
    }

    /// What the account counts them as.
    pub(crate) const fn counted(self) -> Counted {
        match self {
            Self::Group => Counted::Groups,
            Self::Role => Counted::Roles,
            Self::User => Counted::Users,
        }
    }
}

/// Whether a path is that of service-linked roles and their policies.
pub(crate) fn is_service_path(path: &str) -> bool {
    path.starts_with("/aws-service-role/")
}
