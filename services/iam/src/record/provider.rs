//! Identity providers.

use names::Timestamp;
use serde::{Deserialize, Serialize};

use crate::tags::Tags;

/// An OpenID Connect provider.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct OidcProvider {
    pub(crate) arn: String,
    /// As [`kernel::issuer_name`] has it.
    pub(crate) url: String,
    pub(crate) client_ids: Vec<String>,
    pub(crate) thumbprints: Vec<String>,
    pub(crate) created: Timestamp,
    pub(crate) tags: Tags,
}

/// A SAML provider.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct SamlProvider {
    pub(crate) arn: String,
    pub(crate) uuid: String,
    pub(crate) metadata: String,
    pub(crate) created: Timestamp,
    pub(crate) valid_until: Option<Timestamp>,
    pub(crate) tags: Tags,
    /// `Required` or `Allowed`.
    pub(crate) encryption: Option<String>,
    pub(crate) keys: Vec<SamlKey>,
}

/// A key that assertions may be encrypted for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct SamlKey {
    pub(crate) id: String,
    pub(crate) added: Timestamp,
    /// PEM, sealed for `iam/saml-key`.
    pub(crate) pem: String,
}
