//! Whose a session is.

use names::{AccountId, Arn};
use policy::Principal;
use serde::{Deserialize, Serialize};

/// The holder of a session, in a token.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) enum Holder {
    /// A role, assumed under a name.
    #[serde(rename = "r")]
    Role {
        #[serde(rename = "r")]
        role: Arn,
        #[serde(rename = "i")]
        id: String,
        #[serde(rename = "n")]
        session_name: String,
    },
    /// A user.
    #[serde(rename = "u")]
    User {
        #[serde(rename = "u")]
        arn: String,
        #[serde(rename = "i")]
        id: String,
        #[serde(rename = "n")]
        name: String,
    },
    /// The root user of the account.
    #[serde(rename = "o")]
    Root,
    /// Somebody for whom a user made a session; for the root user, the id is the account.
    #[serde(rename = "f")]
    Federated {
        #[serde(rename = "n")]
        name: String,
        #[serde(rename = "u")]
        user_arn: String,
        #[serde(rename = "i")]
        user_id: String,
    },
}

impl Holder {
    /// The holder as policies see it.
    pub(crate) fn principal(self, account_id: AccountId) -> Principal {
        let account = account_id.to_string();
        match self {
            Self::Role { role, id, session_name } => Principal::AssumedRole {
                session_arn: session_arn(account_id, &role, &session_name),
                role_arn: role.into(),
                account,
                role_unique_id: id,
                session_name,
            },
            Self::User { arn, id, name } => Principal::User { arn, account, unique_id: id, name },
            Self::Root => Principal::Root { account },
            Self::Federated { name, user_arn, user_id } => Principal::FederatedUser {
                session_arn: federated_arn(account_id, &name),
                user_arn,
                user_unique_id: user_id,
                account,
                name,
            },
        }
    }
}

/// `arn:aws:sts::ACCOUNT:assumed-role/NAME/SESSION`: the role's name without its path.
pub(crate) fn session_arn(account: AccountId, role: &Arn, session_name: &str) -> String {
    let name = role.resource().rsplit('/').next().unwrap_or_default();
    format!("arn:aws:sts::{account}:assumed-role/{name}/{session_name}")
}

/// `arn:aws:sts::ACCOUNT:federated-user/NAME`.
pub(crate) fn federated_arn(account: AccountId, name: &str) -> String {
    format!("arn:aws:sts::{account}:federated-user/{name}")
}
