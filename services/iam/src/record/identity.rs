//! What users and roles have in common.

use std::collections::{BTreeMap, BTreeSet};

use names::{AccountId, Timestamp};
use serde::{Deserialize, Serialize};

use crate::tags::Tags;

/// A user or role, without what only one of them has.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Identity {
    /// In the case it was created with.
    pub(crate) name: String,
    /// Begins and ends with a slash.
    pub(crate) path: String,
    /// `AIDA…` or `AROA…`.
    pub(crate) id: String,
    pub(crate) created: Timestamp,
    pub(crate) tags: Tags,
    /// The ARN of the permissions boundary.
    pub(crate) boundary: Option<String>,
    /// Inline policies by name.
    pub(crate) inline: BTreeMap<String, String>,
    /// The ARNs of attached policies.
    pub(crate) attached: BTreeSet<String>,
}

impl Identity {
    /// Its ARN; `kind` is `role` or `user`.
    pub(crate) fn arn(&self, account: AccountId, kind: &str) -> String {
        crate::arn(account, kind, &self.path, &self.name)
    }
}
