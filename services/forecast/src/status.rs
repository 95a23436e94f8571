//! Where a resource stands.

use serde::{Deserialize, Serialize};

/// A status, as the API writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum Status {
    CreatePending,
    CreateInProgress,
    Active,
    CreateFailed,
    UpdateInProgress,
}

impl Status {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::CreatePending => "CREATE_PENDING",
            Self::CreateInProgress => "CREATE_IN_PROGRESS",
            Self::Active => "ACTIVE",
            Self::CreateFailed => "CREATE_FAILED",
            Self::UpdateInProgress => "UPDATE_IN_PROGRESS",
        }
    }

    /// Whether a job is still working on the resource.
    pub(crate) fn is_running(self) -> bool {
        matches!(self, Self::CreatePending | Self::CreateInProgress | Self::UpdateInProgress)
    }
}
