//! The policies that have a say in a request. Everything here is cheap to clone: it is compiled once and shared.

use std::ops::Deref;
use std::sync::Arc;

use crate::grant::Grant;
use crate::index::Index;
use crate::policy::Policy;

/// Where a policy comes from, for messages and explanations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PolicySource {
    /// A managed policy, or one of an organization: it has an ARN that messages may tell.
    Managed {
        /// The ARN.
        arn: Arc<str>,
    },
    /// Written into the user, group, role or resource it belongs to.
    Inline {
        /// The policy's name, or that of what it belongs to.
        name: Arc<str>,
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
    pub fn managed(arn: impl Into<Arc<str>>, policy: Arc<Policy>) -> NamedPolicy {
        NamedPolicy { source: PolicySource::Managed { arn: arn.into() }, policy }
    }

    /// An inline policy, or that of a resource.
    pub fn inline(name: impl Into<Arc<str>>, policy: Arc<Policy>) -> NamedPolicy {
        NamedPolicy { source: PolicySource::Inline { name: name.into() }, policy }
    }
}

/// Policies that count together, with one index over all their statements. Made once for a principal and kept,
/// so that a principal with fifty policies is asked one question and not fifty.
#[derive(Debug, Clone, Default)]
pub struct PolicySet {
    members: Members,
}

#[derive(Debug, Clone, Default)]
enum Members {
    /// Most sets of most requests are empty and cost nothing.
    #[default]
    None,
    /// The policy's own index serves.
    One(Arc<NamedPolicy>),
    Several(Arc<Merged>),
}

#[derive(Debug)]
struct Merged {
    policies: Box<[NamedPolicy]>,
    index: Index,
}

impl PolicySet {
    /// A set of these policies, in this order.
    pub fn new(mut policies: Vec<NamedPolicy>) -> PolicySet {
        let members = match policies.len() {
            0 | 1 => policies.pop().map_or(Members::None, |only| Members::One(Arc::new(only))),
            _ => {
                let index = Index::of_policies(policies.iter().map(|named| &*named.policy));
                Members::Several(Arc::new(Merged { policies: policies.into(), index }))
            }
        };
        PolicySet { members }
    }

    /// Whether it has these policies, in this order: the very same ones, from the same sources.
    pub fn consists_of(&self, policies: &[NamedPolicy]) -> bool {
        let is_same =
            |(a, b): (&NamedPolicy, &NamedPolicy)| Arc::ptr_eq(&a.policy, &b.policy) && a.source == b.source;
        self.len() == policies.len() && self.iter().zip(policies).all(is_same)
    }

    /// Whether the other one is a clone of this one, or this of that.
    pub fn is_shared_with(&self, other: &PolicySet) -> bool {
        match (&self.members, &other.members) {
            (Members::None, Members::None) => true,
            (Members::One(one), Members::One(other)) => Arc::ptr_eq(one, other),
            (Members::Several(one), Members::Several(other)) => Arc::ptr_eq(one, other),
            _ => false,
        }
    }

    pub(crate) fn indexed(&self) -> Indexed<'_> {
        match &self.members {
            Members::None => Indexed { policies: &[], index: None },
            Members::One(only) => Indexed::one(only),
            Members::Several(merged) => Indexed { policies: &merged.policies, index: Some(&merged.index) },
        }
    }
}

impl Deref for PolicySet {
    type Target = [NamedPolicy];

    fn deref(&self) -> &[NamedPolicy] {
        self.indexed().policies
    }
}

impl From<Vec<NamedPolicy>> for PolicySet {
    fn from(policies: Vec<NamedPolicy>) -> PolicySet {
        PolicySet::new(policies)
    }
}

impl FromIterator<NamedPolicy> for PolicySet {
    fn from_iter<T: IntoIterator<Item = NamedPolicy>>(policies: T) -> PolicySet {
        PolicySet::new(policies.into_iter().collect())
    }
}

/// Policies of one layer and the index over them.
#[derive(Clone, Copy)]
pub(crate) struct Indexed<'a> {
    pub(crate) policies: &'a [NamedPolicy],
    /// Nothing only where there are no policies.
    pub(crate) index: Option<&'a Index>,
}

impl<'a> Indexed<'a> {
    pub(crate) fn one(named: &'a NamedPolicy) -> Indexed<'a> {
        Indexed { policies: std::slice::from_ref(named), index: Some(named.policy.index()) }
    }
}

/// Every policy that applies to a request.
#[derive(Debug, Clone, Default)]
pub struct Policies {
    /// Inline and attached policies of the user or role, and of the user's groups.
    pub identity: PolicySet,
    /// The permissions boundary of the user or role.
    pub boundary: Option<NamedPolicy>,
    /// The session policies; nothing when the session was made without.
    pub session: Option<PolicySet>,
    /// The policy of the resource.
    pub resource: Option<NamedPolicy>,
    /// The service control policies of the caller's account: one set per level, root first. Nothing outside
    /// organizations and in the management account.
    pub scp: Option<Arc<[PolicySet]>>,
    /// The resource control policies of the owner's account, likewise.
    pub rcp: Option<Arc<[PolicySet]>>,
    /// The policy of the VPC endpoint the request came through.
    pub vpce: Option<NamedPolicy>,
    /// For buckets: whether `RestrictPublicBuckets` is in effect. When the bucket's policy is public, only the
    /// owner's principals and AWS services get in then, also accounts that another statement names.
    pub restrict_public_buckets: bool,
    /// Whether the bucket's policy counts as public, where that was settled otherwise than by its text.
    pub bucket_policy_is_public: Option<bool>,
    /// Usable grants on the KMS key.
    pub grants: Vec<Grant>,
}
