//! What a decision says.

use serde::Serialize;

/// The kind of policy a decision depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Layer {
    /// Resource control policies.
    Rcp,
    /// Service control policies.
    Scp,
    /// The policy of the resource.
    Resource,
    /// Policies of the user, its groups or the role.
    Identity,
    /// The permissions boundary.
    Boundary,
    /// Session policies.
    Session,
    /// The policy of the VPC endpoint.
    VpcEndpoint,
    /// Grants on a key.
    Grant,
}

/// A statement among the policies of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatementRef {
    /// The kind of policy.
    pub layer: Layer,
    /// The level of the organization, root first; zero elsewhere.
    pub level: u16,
    /// Which policy of that layer and level.
    pub policy: u16,
    /// Which statement of it. For grants always zero.
    pub statement: u16,
}

/// The outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Allowed, by one statement of each policy type that had to allow it.
    Allow {
        /// Those statements. Empty for root users, who need none.
        matched: Vec<StatementRef>,
    },
    /// Denied.
    Deny {
        /// Whether a statement says so, rather than none allowing it.
        explicit: bool,
        /// The kind of policy that decided.
        layer: Layer,
        /// The statement that denies, if one does.
        matched: Vec<StatementRef>,
    },
}

impl Verdict {
    /// Whether the request may go on.
    pub fn is_allowed(&self) -> bool {
        matches!(self, Self::Allow { .. })
    }

    /// The same in three words.
    pub fn decision(&self) -> Decision {
        match self {
            Self::Allow { .. } => Decision::Allow,
            Self::Deny { explicit: true, .. } => Decision::ExplicitDeny,
            Self::Deny { explicit: false, .. } => Decision::ImplicitDeny,
        }
    }

    /// The layer that denies.
    pub fn layer(&self) -> Option<Layer> {
        match self {
            Self::Allow { .. } => None,
            Self::Deny { layer, .. } => Some(*layer),
        }
    }
}

/// A decision, without its reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Decision {
    /// Allowed.
    Allow,
    /// A statement denies it.
    ExplicitDeny,
    /// Nothing allows it.
    ImplicitDeny,
}
