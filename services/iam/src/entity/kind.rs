//! Users, groups, roles, instance profiles and server certificates as words and numbers.

use serde::{Deserialize, Serialize};

use crate::quota;
use crate::record::Counted;
use crate::tags::Keys;

/// User, group, role, instance profile or server certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Kind {
    Group,
    InstanceProfile,
    Role,
    ServerCertificate,
    User,
}

impl Kind {
    /// As ARNs have it.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::InstanceProfile => "instance-profile",
            Self::Role => "role",
            Self::ServerCertificate => "server-certificate",
            Self::User => "user",
        }
    }

    /// As messages have it.
    pub(crate) const fn shown(self) -> &'static str {
        match self {
            Self::InstanceProfile => "instance profile",
            Self::ServerCertificate => "server certificate",
            _ => self.word(),
        }
    }

    /// As names of actions have it.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Group => "Group",
            Self::InstanceProfile => "InstanceProfile",
            Self::Role => "Role",
            Self::ServerCertificate => "ServerCertificate",
            Self::User => "User",
        }
    }

    /// As sentences begin with it.
    pub(crate) const fn sentence(self) -> &'static str {
        match self {
            Self::InstanceProfile => "Instance Profile",
            Self::ServerCertificate => "Server Certificate",
            _ => self.title(),
        }
    }

    /// What unique ids begin with.
    pub(crate) const fn id_prefix(self) -> &'static str {
        match self {
            Self::Group => "AGPA",
            Self::InstanceProfile => "AIPA",
            Self::Role => "AROA",
            Self::ServerCertificate => "ASCA",
            Self::User => "AIDA",
        }
    }

    /// The characters of all inline policies together, at most.
    pub(crate) const fn inline_chars(self) -> usize {
        match self {
            Self::Group => quota::GROUP_INLINE_CHARS,
            Self::InstanceProfile | Self::ServerCertificate => 0,
            Self::Role => quota::ROLE_INLINE_CHARS,
            Self::User => quota::USER_INLINE_CHARS,
        }
    }

    /// The name of the quota of attached policies.
    pub(crate) const fn attached_quota(self) -> &'static str {
        match self {
            Self::Group => "PoliciesPerGroup",
            Self::InstanceProfile => "PoliciesPerInstanceProfile",
            Self::Role => "PoliciesPerRole",
            Self::ServerCertificate => "PoliciesPerServerCertificate",
            Self::User => "PoliciesPerUser",
        }
    }

    /// Whether tag keys that differ only in case are one key.
    pub(crate) const fn tag_keys(self) -> Keys {
        match self {
            Self::Role | Self::User => Keys::CaseIgnored,
            Self::Group | Self::InstanceProfile | Self::ServerCertificate => Keys::CaseKept,
        }
    }

    /// What the account counts them as.
    pub(crate) const fn counted(self) -> Counted {
        match self {
            Self::Group => Counted::Groups,
            Self::InstanceProfile => Counted::InstanceProfiles,
            Self::Role => Counted::Roles,
            Self::ServerCertificate => Counted::ServerCertificates,
            Self::User => Counted::Users,
        }
    }
}

/// Whether a path is that of service-linked roles and their policies.
pub(crate) fn is_service_path(path: &str) -> bool {
    path.starts_with("/aws-service-role/")
}
