//! Session tokens.

use std::collections::BTreeMap;
use std::sync::Arc;

use kernel::{Credential, Temporary};
use names::{AccountId, Arn, Timestamp};
use policy::{Document, NamedPolicy, Policy, PolicyKind, Principal};
use serde::{Deserialize, Serialize};

use crate::Sts;

/// What a session token holds, sealed. Names are short because clients carry it with each call.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Token {
    #[serde(rename = "k")]
    pub(crate) access_key_id: String,
    #[serde(rename = "s")]
    pub(crate) secret_access_key: String,
    #[serde(rename = "r")]
    pub(crate) role: Arn,
    #[serde(rename = "i")]
    pub(crate) role_id: String,
    #[serde(rename = "n")]
    pub(crate) session_name: String,
    #[serde(rename = "a")]
    pub(crate) account: AccountId,
    #[serde(rename = "t")]
    pub(crate) issued: Timestamp,
    #[serde(rename = "e")]
    pub(crate) expires: Timestamp,
    #[serde(rename = "p", default, skip_serializing_if = "Option::is_none")]
    pub(crate) policy: Option<String>,
    #[serde(rename = "g", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) tags: BTreeMap<String, String>,
    #[serde(rename = "x", default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) transitive: Vec<String>,
    #[serde(rename = "d", default, skip_serializing_if = "Option::is_none")]
    pub(crate) source_identity: Option<String>,
    #[serde(rename = "c", default)]
    pub(crate) chained: bool,
}

impl Token {
    /// The text that clients carry.
    pub(crate) fn seal(&self, sts: &Sts) -> Result<String, kernel::Fault> {
        let plain = serde_json::to_vec(self).map_err(kernel::Fault::internal)?;
        Ok(sts.seal.seal(&*sts.base.entropy, &plain))
    }

    /// The token, if it is one of ours and unchanged.
    pub(crate) fn open(sts: &Sts, text: &str) -> Option<Self> {
        serde_json::from_slice(&sts.seal.open(text).ok()?).ok()
    }

    /// The ARN of the session.
    pub(crate) fn session_arn(&self) -> String {
        session_arn(self.account, &self.role, &self.session_name)
    }

    /// The credential it stands for. `None` if its session policy is no policy, which sealing rules out.
    pub(crate) fn credential(self) -> Option<Credential> {
        let policies = match &self.policy {
            None => None,
            Some(text) => {
                let document = Document::parse(text, PolicyKind::Session).ok()?;
                Some(vec![NamedPolicy::inline("session policy", Arc::new(Policy::compile(&document)))].into())
            }
        };
        let principal = Principal::AssumedRole {
            session_arn: self.session_arn(),
            role_arn: self.role.to_string(),
            account: self.account.to_string(),
            role_unique_id: self.role_id,
            session_name: self.session_name,
        };
        Some(Credential {
            access_key_id: self.access_key_id,
            secret_access_key: self.secret_access_key,
            principal: Arc::new(principal),
            account: self.account,
            temporary: Some(Temporary {
                issued: self.issued,
                expires: self.expires,
                mfa: false,
                policies,
                tags: self.tags,
                transitive_tag_keys: self.transitive,
                source_identity: self.source_identity,
                chained: self.chained,
            }),
        })
    }
}

/// `arn:aws:sts::ACCOUNT:assumed-role/NAME/SESSION`: the role's name without its path.
pub(crate) fn session_arn(account: AccountId, role: &Arn, session_name: &str) -> String {
    let name = role.resource().rsplit('/').next().unwrap_or_default();
    format!("arn:aws:sts::{account}:assumed-role/{name}/{session_name}")
}
