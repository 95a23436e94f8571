//! Users.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Identity;

/// A user.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct User {
    pub(crate) identity: Identity,
    /// The unique ids of its groups.
    #[serde(default)]
    pub(crate) groups: BTreeSet<String>,
}
