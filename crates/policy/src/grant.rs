//! KMS grants: one more source of access, besides policies.

use crate::document::ast::PrincipalType;
use crate::principal::Principal;
use crate::principals::{Entry, Naming};

/// A grant on the key of the request.
///
/// The caller of [`evaluate`](crate::evaluate) offers the grants of that key whose constraints the request
/// meets; whom they name and what they allow is decided here.
#[derive(Debug, Clone)]
pub struct Grant {
    /// The grant's id, for explanations.
    pub id: String,
    /// The grantee: an ARN, a unique id or `name.amazonaws.com`.
    pub grantee: String,
    /// Operations such as `Decrypt`.
    pub operations: Vec<String>,
}

impl Grant {
    /// How the grant names the caller, if it allows the action.
    pub(crate) fn naming(&self, caller: &Principal, lower_action: &str) -> Option<Naming> {
        let operation = lower_action.strip_prefix("kms:")?;
        if !self.operations.iter().any(|allowed| allowed.eq_ignore_ascii_case(operation)) {
            return None;
        }
        let is_service = !self.grantee.contains(':') && self.grantee.contains('.');
        let kind = if is_service { PrincipalType::Service } else { PrincipalType::Aws };
        Entry::new(kind, &self.grantee).naming(caller, None)
    }
}
