//! Users.

use serde::{Deserialize, Serialize};

use super::Identity;

/// A user.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct User {
    pub(crate) identity: Identity,
}
