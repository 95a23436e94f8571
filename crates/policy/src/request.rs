//! What is asked, and the policies that have a say.

use std::sync::Arc;

use crate::context::Context;
use crate::grant::Grant;
use crate::policy::Policy;
use crate::principal::Principal;

/// One authorization: may this caller do this to that?
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The caller.
    pub principal: &'a Principal,
    /// `service:Name`, in the case messages shall show.
    pub action: &'a str,
    /// The ARN, or `*` for actions without a resource.
    pub resource: &'a str,
    /// The account that owns the resource; nothing means the caller's own.
    pub resource_account: Option<&'a str>,
    /// The condition keys.
    pub context: &'a Context,
    /// Whether the caller is a session of a service-linked role, which organizations cannot restrict.
    pub service_linked_role: bool,
    /// The canonical user id of the caller's account, for S3 policies that name one.
    pub canonical_user: Option<&'a str>,
}

impl<'a> Request<'a> {
    /// A request within the caller's account.
    pub fn new(
        principal: &'a Principal,
        action: &'a str,
        resource: &'a str,
        context: &'a Context,
    ) -> Request<'a> {
        Request {
            principal,
            action,
            resource,
            resource_account: None,
            context,
            service_linked_role: false,
            canonical_user: None,
        }
    }

    /// The same request on a resource of an account.
    pub fn owned_by(self, account: &'a str) -> Request<'a> {
        Request { resource_account: Some(account), ..self }
    }

    /// Whether caller and resource are of different accounts.
    pub fn is_cross_account(&self) -> bool {
        match (self.principal.account(), self.resource_account) {
            (Some(caller), Some(owner)) => caller != owner,
            _ => false,
        }
    }
}

/// Where a policy comes from, for messages and explanations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PolicySource {
    /// A managed policy, or one of an organization: it has an ARN that messages may tell.
    Managed {
        /// The ARN.
        arn: String,
    },
    /// Written into the user, group, role or resource it belongs to.
    Inline {
        /// The policy's name, or that of what it belongs to.
        name: String,
    },
}

impl PolicySource {
    /// The ARN or name.
    pub fn shown(&self) -> &str {
        match self {
            Self::Managed { arn } => arn,
            Self::Inline { name } => name,
        }
    }

    /// The ARN, if it has one.
    pub fn arn(&self) -> Option<&str> {
        match self {
            Self::Managed { arn } => Some(arn),
            Self::Inline { .. } => None,
        }
    }
}

/// A policy with its source.
#[derive(Debug, Clone)]
pub struct NamedPolicy {
    /// Where it comes from.
    pub source: PolicySource,
    /// The policy.
    pub policy: Arc<Policy>,
}

impl NamedPolicy {
    /// A managed policy.
    pub fn managed(arn: impl Into<String>, policy: Arc<Policy>) -> NamedPolicy {
        NamedPolicy { source: PolicySource::Managed { arn: arn.into() }, policy }
    }

    /// An inline policy, or that of a resource.
    pub fn inline(name: impl Into<String>, policy: Arc<Policy>) -> NamedPolicy {
        NamedPolicy { source: PolicySource::Inline { name: name.into() }, policy }
    }
}

/// Every policy that applies to a request.
#[derive(Debug, Clone, Default)]
pub struct Policies {
    /// Inline and attached policies of the user or role, and of the user's groups.
    pub identity: Vec<NamedPolicy>,
    /// The permissions boundary of the user or role.
    pub boundary: Option<NamedPolicy>,
    /// The session policies; nothing when the session was made without.
    pub session: Option<Vec<NamedPolicy>>,
    /// The policy of the resource.
    pub resource: Option<NamedPolicy>,
    /// The service control policies of the caller's account: one list per level, root first. Nothing outside
    /// organizations and in the management account.
    pub scp: Option<Vec<Vec<NamedPolicy>>>,
    /// The resource control policies of the owner's account, likewise.
    pub rcp: Option<Vec<Vec<NamedPolicy>>>,
    /// The policy of the VPC endpoint the request came through.
    pub vpce: Option<NamedPolicy>,
    /// For buckets: whether `RestrictPublicBuckets` is in effect. When the bucket's policy is public, only the
    /// owner's principals and AWS services get in then, also accounts that another statement names.
    pub restrict_public_buckets: bool,
    /// Usable grants on the KMS key.
    pub grants: Vec<Grant>,
}
