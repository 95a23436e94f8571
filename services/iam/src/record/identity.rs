//! What users, groups and roles have in common.

use std::collections::{BTreeMap, BTreeSet};

use names::{AccountId, Timestamp};
use serde::{Deserialize, Serialize};

use crate::tags::Tags;

/// A user, group or role, without what only one of them has. Groups have neither tags nor boundary.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Identity {
    /// In the case it was created with.
    pub(crate) name: String,
    /// Begins and ends with a slash.
    pub(crate) path: String,
    /// `AIDA…`, `AGPA…` or `AROA…`.
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
    /// Its ARN; `kind` is `role`, `group` or `user`.
    pub(crate) fn arn(&self, account: AccountId, kind: &str) -> String {
        crate::arn(account, kind, &self.path, &self.name)
    }

    /// The name of an inline policy as it was first spelt. Names ignore case.
    pub(crate) fn inline_name(&self, name: &str) -> Option<&str> {
        self.inline.keys().map(String::as_str).find(|known| known.eq_ignore_ascii_case(name))
    }
}
