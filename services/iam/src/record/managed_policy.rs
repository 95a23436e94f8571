//! Customer managed policies.

use names::{AccountId, Timestamp};
use serde::{Deserialize, Serialize};
use store::Table;

use crate::tags::Tags;

/// By the key of their name.
pub(crate) const POLICIES: Table<Policy> = Table::new("iam/policy");

/// A customer managed policy with its versions.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Policy {
    pub(crate) name: String,
    pub(crate) path: String,
    /// `ANPA…`.
    pub(crate) id: String,
    pub(crate) description: Option<String>,
    pub(crate) created: Timestamp,
    pub(crate) updated: Timestamp,
    pub(crate) tags: Tags,
    /// The number of the version in force.
    pub(crate) default_version: u32,
    /// The greatest number ever given; numbers are not used again.
    pub(crate) last_version: u32,
    /// The oldest first. Invariant: one of them is the default version.
    pub(crate) versions: Vec<Version>,
}

/// A version of a managed policy.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Version {
    pub(crate) number: u32,
    pub(crate) document: String,
    pub(crate) created: Timestamp,
}

impl Policy {
    pub(crate) fn arn(&self, account: AccountId) -> String {
        crate::arn(account, "policy", &self.path, &self.name)
    }

    /// The version of this number.
    pub(crate) fn version(&self, number: u32) -> Option<&Version> {
        self.versions.iter().find(|version| version.number == number)
    }

    /// The document in force.
    pub(crate) fn document(&self) -> &str {
        self.version(self.default_version).map(|version| version.document.as_str()).unwrap_or_default()
    }
}
