//! What users hold besides access keys: SSH public keys, signing certificates, service-specific credentials.

use names::Timestamp;
use serde::{Deserialize, Serialize};
use store::Table;

/// An SSH public key.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct SshKey {
    /// `APKA…`.
    pub(crate) id: String,
    /// As it was uploaded.
    pub(crate) body: String,
    /// The key as SSH writes it on the wire, in base 64.
    pub(crate) blob: String,
    /// The MD5 digest of the blob, in pairs of digits.
    pub(crate) fingerprint: String,
    pub(crate) active: bool,
    pub(crate) uploaded: Timestamp,
}

/// A signing certificate.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct SigningCertificate {
    /// 32 letters: of the certificate's SHA-1 digest, or of chance where an earlier version made them.
    pub(crate) id: String,
    /// As it was uploaded.
    pub(crate) body: String,
    /// The SHA-256 digest of the certificate.
    pub(crate) digest: String,
    pub(crate) active: bool,
    pub(crate) uploaded: Timestamp,
}

/// Whose a certificate is, by its digest: within an account it may be only one user's.
pub(crate) const CERTIFICATE_OWNERS: Table<String> = Table::new("iam/signing-certificate-owner");

/// Whose a service-specific credential is, by its id. Those that earlier versions made are not in it.
pub(crate) const CREDENTIAL_OWNERS: Table<String> = Table::new("iam/service-credential-owner");

/// A credential for one service.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct ServiceCredential {
    /// `ACCA…`.
    pub(crate) id: String,
    /// `codecommit.amazonaws.com`, …
    pub(crate) service: String,
    /// The user name of the credential, or its alias where it is an API key. It outlives a renaming of the user.
    pub(crate) name: String,
    /// The password or API key, sealed for `iam/service-credential`.
    pub(crate) secret: String,
    pub(crate) active: bool,
    pub(crate) created: Timestamp,
    pub(crate) expires: Option<Timestamp>,
}
