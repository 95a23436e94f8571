//! Roles.

use serde::{Deserialize, Serialize};

use super::Identity;

/// A role.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Role {
    pub(crate) identity: Identity,
    /// The trust policy; users and roles in it are named by unique id.
    pub(crate) trust: String,
    pub(crate) description: Option<String>,
    pub(crate) session_seconds_max: u32,
}
