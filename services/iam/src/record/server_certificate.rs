//! Server certificates.

use names::Timestamp;
use serde::{Deserialize, Serialize};

use super::Identity;

/// A server certificate.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct ServerCertificate {
    pub(crate) identity: Identity,
    /// PEM, as it was uploaded, but for spaces around it; likewise the chain.
    pub(crate) body: String,
    pub(crate) chain: Option<String>,
    /// PEM, sealed for `iam/server-certificate-key`.
    pub(crate) key: String,
    pub(crate) expires: Timestamp,
}
