//! Session tokens.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use api_sts::errors::PACKED_POLICY_TOO_LARGE;
use kernel::entropy::{access_key_id, secret_access_key};
use kernel::{Claim, Credential, Fault, SESSION_TOKEN_BYTES_MAX, Temporary};
use names::{AccountId, Timestamp};
use policy::{Document, NamedPolicy, Policy, PolicyKind};
use serde::{Deserialize, Serialize};

use crate::Sts;
use crate::credentials::PREFIX;
use crate::holder::Holder;

/// What a session token holds, sealed. Names are short because clients carry it with each call. A token with more in
/// it opens nothing: what another version of the server wrote there may be a limit.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Token {
    #[serde(rename = "k")]
    pub(crate) access_key_id: String,
    #[serde(rename = "s")]
    pub(crate) secret_access_key: String,
    #[serde(rename = "h")]
    pub(crate) holder: Holder,
    #[serde(rename = "a")]
    pub(crate) account: AccountId,
    #[serde(rename = "t")]
    pub(crate) issued: Timestamp,
    #[serde(rename = "e")]
    pub(crate) expires: Timestamp,
    #[serde(rename = "m", default, skip_serializing_if = "Option::is_none")]
    pub(crate) mfa_at: Option<Timestamp>,
    #[serde(rename = "p", default, skip_serializing_if = "Option::is_none")]
    pub(crate) policy: Option<String>,
    #[serde(rename = "q", default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) policy_arns: Vec<String>,
    #[serde(rename = "g", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) tags: BTreeMap<String, String>,
    #[serde(rename = "x", default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) transitive: Vec<String>,
    #[serde(rename = "d", default, skip_serializing_if = "Option::is_none")]
    pub(crate) source_identity: Option<String>,
    #[serde(rename = "c", default, skip_serializing_if = "is_false")]
    pub(crate) chained: bool,
    #[serde(rename = "f", default, skip_serializing_if = "Option::is_none")]
    pub(crate) provider: Option<String>,
    #[serde(rename = "l", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) claims: BTreeMap<String, Claim>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_false(value: &bool) -> bool {
    !value
}

impl Token {
    /// A fresh token without anything beyond its holder.
    pub(crate) fn new(sts: &Sts, holder: Holder, account: AccountId, seconds: u32) -> Self {
        let entropy = &*sts.base.entropy;
        let issued = sts.base.now().truncated();
        Self {
            access_key_id: access_key_id(entropy, PREFIX, account),
            secret_access_key: secret_access_key(entropy),
            holder,
            account,
            issued,
            expires: issued + Duration::from_secs(u64::from(seconds)),
            mfa_at: None,
            policy: None,
            policy_arns: Vec::new(),
            tags: BTreeMap::new(),
            transitive: Vec::new(),
            source_identity: None,
            chained: false,
            provider: None,
            claims: BTreeMap::new(),
        }
    }

    /// The text that clients carry. One that is longer than requests may bring along is not given out.
    pub(crate) fn seal(&self, sts: &Sts) -> Result<String, Fault> {
        let plain = serde_json::to_vec(self).map_err(Fault::internal)?;
        let text = sts.seal.seal(&*sts.base.entropy, &plain);
        if text.len() > SESSION_TOKEN_BYTES_MAX {
            return Err(Fault::of(&PACKED_POLICY_TOO_LARGE, "Serialized token too large for session"));
        }
        Ok(text)
    }

    /// The token, if it is one of ours and unchanged.
    pub(crate) fn open(sts: &Sts, text: &str) -> Option<Self> {
        serde_json::from_slice(&sts.seal.open(text).ok()?).ok()
    }

    /// What the caller gets.
    pub(crate) fn credentials(&self, sts: &Sts) -> Result<api_sts::Credentials, Fault> {
        Ok(api_sts::Credentials {
            access_key_id: self.access_key_id.clone(),
            secret_access_key: self.secret_access_key.clone(),
            session_token: self.seal(sts)?,
            expiration: self.expires,
        })
    }

    /// The credential it stands for. `None` if its session policy is no policy, which sealing rules out.
    pub(crate) fn credential(self) -> Option<Credential> {
        let policy = match &self.policy {
            None => None,
            Some(text) => {
                let document = Document::read(text, PolicyKind::Session).ok()?;
                Some(NamedPolicy::inline("session policy", Arc::new(Policy::compile(&document))))
            }
        };
        Some(Credential {
            access_key_id: self.access_key_id,
            secret_access_key: self.secret_access_key,
            principal: Arc::new(self.holder.principal(self.account)),
            account: self.account,
            temporary: Some(Temporary {
                issued: self.issued,
                expires: self.expires,
                mfa_at: self.mfa_at,
                policy,
                policy_arns: self.policy_arns,
                tags: self.tags,
                transitive_tag_keys: self.transitive,
                source_identity: self.source_identity,
                chained: self.chained,
                provider: self.provider,
                claims: self.claims,
            }),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_with_more_in_it_is_none_of_ours() {
        let token = |more: &str| {
            let holder = r#"{"u":{"u":"arn:aws:iam::111122223333:user/bob","i":"AIDAEXAMPLE","n":"bob"}}"#;
            serde_json::from_str::<Token>(&format!(
                r#"{{"k":"ASIAEXAMPLE","s":"secret","h":{holder},"a":"111122223333","t":0,"e":1{more}}}"#
            ))
        };
        assert!(token("").is_ok());
        assert!(token(r#","limit":"s3"#).is_err());
        assert!(token(r#","limit":"s3""#).is_err());
    }
}
