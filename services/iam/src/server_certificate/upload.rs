//! Uploading server certificates.

use api_iam::{UploadServerCertificate, UploadServerCertificateRequest, UploadServerCertificateResponse};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use names::Timestamp;

use super::view;
use crate::certificate::{Certificate, PrivateKey};
use crate::entity::checks::{self, New};
use crate::entity::{Kind, insert, vacant};
use crate::record::{Identity, ServerCertificate};
use crate::{Iam, tags, wording};

impl Handle<UploadServerCertificate> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &UploadServerCertificateRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let new = New {
            name: &input.server_certificate_name,
            path: input.path.as_deref(),
            boundary: None,
            tags: input.tags.as_deref().unwrap_or_default(),
        };
        checks::create::<UploadServerCertificate, ServerCertificate>(at, &new)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<UploadServerCertificate>,
    ) -> Result<Answer<UploadServerCertificate>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        let kind = Kind::ServerCertificate;
        let tags = tags::accept(input.tags.unwrap_or_default(), kind.tag_keys())?;
        let chain = input.certificate_chain.as_deref();
        let expires = accept(&input.certificate_body, &input.private_key, chain, cx.now())?;
        let identity = Identity::new(cx, kind, input.server_certificate_name, input.path, None, tags)?;
        let certificate = ServerCertificate {
            identity,
            // Terraform compares what it is told with what it sent, without the spaces around it.
            body: input.certificate_body.trim().to_owned(),
            chain: input.certificate_chain.map(|chain| chain.trim().to_owned()),
            key: self.certificate_seal.seal(&*cx.base().entropy, input.private_key.as_bytes()),
            expires,
        };
        Ok(Answer::write(move |tx| {
            vacant::<ServerCertificate>(tx, &scope, &certificate.identity.name)?;
            insert(tx, &scope, &certificate)?;
            Ok(UploadServerCertificateResponse {
                server_certificate_metadata: Some(view::metadata(scope.account, &certificate)),
                tags: tags::shown_if_any(&certificate.identity.tags),
            })
        }))
    }
}

/// Accepts a certificate with its key and the certificates of those who signed it, and says when it ends.
fn accept(body: &str, key: &str, chain: Option<&str>, now: Timestamp) -> Result<Timestamp, Fault> {
    let certificate = Certificate::read(body).ok_or_else(wording::unreadable_certificate)?;
    let key = PrivateKey::read(key).ok_or_else(wording::unreadable_private_key)?;
    if !certificate.belongs_to(&key) {
        return Err(wording::key_pair_mismatch());
    }
    if let Some(lapse) = certificate.lapse(now) {
        return Err(wording::certificate_lapse(lapse));
    }
    let expires = certificate.expires();
    let Some(chain) = chain else { return Ok(expires) };
    let chain = Certificate::read_all(chain).ok_or_else(wording::unreadable_chain)?;
    let links = std::iter::once(&certificate).chain(&chain).zip(&chain);
    // AWS counts the certificate itself as the one before the first of the chain.
    let broken = (-1i64..).zip(links).find(|(_, (signed, signer))| !signed.is_signed_by(signer));
    match broken {
        Some((index, _)) => Err(wording::broken_chain(index)),
        None => Ok(expires),
    }
}
