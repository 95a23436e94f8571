//! Server certificates as the API shows them: never with their private keys.

use api_iam::ServerCertificateMetadata;
use names::AccountId;

use crate::record::ServerCertificate;

/// Without body, chain and tags.
pub(super) fn metadata(account: AccountId, certificate: &ServerCertificate) -> ServerCertificateMetadata {
    let identity = &certificate.identity;
    ServerCertificateMetadata {
        path: identity.path.clone(),
        server_certificate_name: identity.name.clone(),
        server_certificate_id: identity.id.clone(),
        arn: identity.arn(account, "server-certificate"),
        upload_date: Some(identity.created),
        expiration: Some(certificate.expires),
    }
}
