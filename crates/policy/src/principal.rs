//! Who makes a request.

/// The caller, as policies see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Principal {
    /// The root user of an account.
    Root {
        /// The account.
        account: String,
    },
    /// An IAM user.
    User {
        /// `arn:aws:iam::ACCOUNT:user/PATH/NAME`
        arn: String,
        /// The account.
        account: String,
        /// `AIDA…`
        unique_id: String,
        /// The name without path.
        name: String,
    },
    /// A session of a role.
    AssumedRole {
        /// `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION`
        session_arn: String,
        /// The role's own ARN, with its path.
        role_arn: String,
        /// The account.
        account: String,
        /// `AROA…`
        role_unique_id: String,
        /// The name of the session.
        session_name: String,
    },
    /// A session made by GetFederationToken.
    FederatedUser {
        /// `arn:aws:sts::ACCOUNT:federated-user/NAME`
        session_arn: String,
        /// The user that made the session.
        user_arn: String,
        /// That user's `AIDA…`
        user_unique_id: String,
        /// The account.
        account: String,
        /// The name of the session.
        name: String,
    },
    /// A caller of AssumeRoleWithSAML or AssumeRoleWithWebIdentity.
    Federated {
        /// The ARN of the provider, or its host name.
        provider: String,
    },
    /// An AWS service acting as itself.
    Service {
        /// `name.amazonaws.com`
        name: String,
    },
    /// Nobody in particular.
    Anonymous,
}

impl Principal {
    /// The caller's account; services, federated callers and anonymous ones have none.
    pub fn account(&self) -> Option<&str> {
        match self {
            Self::Root { account }
            | Self::User { account, .. }
            | Self::AssumedRole { account, .. }
            | Self::FederatedUser { account, .. } => Some(account),
            Self::Federated { .. } | Self::Service { .. } | Self::Anonymous => None,
        }
    }

    /// The caller's unique id, as stored policies name it in place of an ARN.
    pub fn unique_id(&self) -> Option<&str> {
        match self {
            Self::User { unique_id, .. } => Some(unique_id),
            Self::AssumedRole { role_unique_id, .. } => Some(role_unique_id),
            Self::FederatedUser { user_unique_id, .. } => Some(user_unique_id),
            _ => None,
        }
    }

    /// The ARN of the user or session; a root user, a service and who is not of an account have none here.
    pub(crate) fn arn(&self) -> Option<&str> {
        match self {
            Self::User { arn, .. } => Some(arn),
            Self::AssumedRole { session_arn, .. } | Self::FederatedUser { session_arn, .. } => {
                Some(session_arn)
            }
            Self::Root { .. } | Self::Federated { .. } | Self::Service { .. } | Self::Anonymous => None,
        }
    }

    /// How messages name the caller: the session ARN for sessions.
    pub fn shown(&self) -> String {
        match self {
            Self::Root { account } => format!("arn:aws:iam::{account}:root"),
            Self::User { arn, .. } => arn.clone(),
            Self::AssumedRole { session_arn, .. } | Self::FederatedUser { session_arn, .. } => {
                session_arn.clone()
            }
            Self::Federated { provider } => provider.clone(),
            Self::Service { name } => name.clone(),
            Self::Anonymous => "anonymous".to_owned(),
        }
    }

    /// Whether the caller has temporary credentials by what it is.
    pub(crate) fn is_session(&self) -> bool {
        matches!(self, Self::AssumedRole { .. } | Self::FederatedUser { .. })
    }

    /// Whether identity-based policies, boundaries and session policies can apply.
    pub(crate) fn has_identity_policies(&self) -> bool {
        matches!(self, Self::User { .. } | Self::AssumedRole { .. } | Self::FederatedUser { .. })
    }
}
