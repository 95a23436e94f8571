//! KMS grants: one more source of access, besides policies.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::document::ast::PrincipalType;
use crate::principals::{Caller, Entry, Naming};

/// A grant on the key of the request.
///
/// The caller of [`evaluate`](crate::evaluate) offers the grants of that key whose constraints the request
/// meets, see [`GrantConstraint::admits`]; whom they name and what they allow is decided here.
#[derive(Debug, Clone)]
pub struct Grant {
    id: String,
    grantee: Arc<Entry>,
    operations: Vec<String>,
}

/// What a grant asks of the encryption context: "Using grant constraints" in the KMS guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GrantConstraint {
    /// These pairs must be in it.
    Subset(BTreeMap<String, String>),
    /// These pairs must be all of it.
    Equals(BTreeMap<String, String>),
}

impl GrantConstraint {
    /// Whether a request for an operation meets the constraint. Names and values see case. Operations without
    /// encryption context are not constrained.
    pub fn admits(&self, operation: &str, encryption_context: &BTreeMap<String, String>) -> bool {
        if UNCONSTRAINED.iter().any(|other| other.eq_ignore_ascii_case(operation)) {
            return true;
        }
        match self {
            Self::Subset(pairs) => {
                pairs.iter().all(|(name, value)| encryption_context.get(name) == Some(value))
            }
            Self::Equals(pairs) => pairs == encryption_context,
        }
    }
}

/// Operations that a constrained grant may list and that have no encryption context to be constrained.
const UNCONSTRAINED: [&str; 3] = ["DescribeKey", "RetireGrant", "CreateGrant"];

impl Grant {
    /// A grant of operations such as `Decrypt` to an ARN, a unique id or `name.amazonaws.com`. The id is for
    /// explanations.
    pub fn new(id: impl Into<String>, grantee: &str, operations: Vec<String>) -> Grant {
        let is_service = !grantee.contains(':') && grantee.contains('.');
        let kind = if is_service { PrincipalType::Service } else { PrincipalType::Aws };
        Grant { id: id.into(), grantee: Arc::new(Entry::new(kind, grantee)), operations }
    }

    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// How the grant names the caller, if it allows the action.
    pub(crate) fn naming(&self, caller: Caller<'_>, lower_action: &[u8]) -> Option<Naming> {
        let operation = lower_action.strip_prefix(b"kms:")?;
        if !self.operations.iter().any(|allowed| allowed.as_bytes().eq_ignore_ascii_case(operation)) {
            return None;
        }
        self.grantee.naming(caller)
    }
}
