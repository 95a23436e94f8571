//! The kinds of policies.

/// Where a policy is used; decides which elements it must have and how it takes part in a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PolicyKind {
    /// Attached to or embedded in a user, group or role.
    Identity,
    /// The permissions boundary of a user or role.
    Boundary,
    /// Passed when a session is made.
    Session,
    /// Says who may assume a role.
    RoleTrust,
    /// The policy of a KMS key.
    KmsKey,
    /// The policy of an S3 bucket.
    S3Bucket,
    /// The policy of another resource that takes one: a queue, a topic, a repository, a secret.
    Resource,
    /// A service control policy of an organization.
    Scp,
    /// A resource control policy of an organization.
    Rcp,
    /// The policy of a VPC endpoint.
    VpcEndpoint,
}

impl PolicyKind {
    /// Whether statements name principals.
    pub fn has_principal(self) -> bool {
        matches!(
            self,
            Self::RoleTrust | Self::KmsKey | Self::S3Bucket | Self::Resource | Self::Rcp | Self::VpcEndpoint
        )
    }

    /// Whether IAM's own acceptance check applies, sentence by sentence.
    pub(crate) fn is_checked_by_iam(self) -> bool {
        matches!(self, Self::Identity | Self::Boundary | Self::Session)
    }

    /// Whether the caller's account must be named before its identity policies count.
    ///
    /// Role trust policies and KMS key policies are the two documented cases ("IAM and AWS STS condition
    /// context keys", "Key policies in AWS KMS"): nobody has access merely for being in the account.
    pub fn is_delegating(self) -> bool {
        matches!(self, Self::RoleTrust | Self::KmsKey)
    }
}
