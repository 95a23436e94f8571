//! Signing certificates.

use api_iam::{
    DeleteSigningCertificate, DeleteSigningCertificateRequest, ListSigningCertificates,
    ListSigningCertificatesRequest, ListSigningCertificatesResponse, SigningCertificate as Shown,
    UpdateSigningCertificate, UpdateSigningCertificateRequest, UploadSigningCertificate,
    UploadSigningCertificateRequest, UploadSigningCertificateResponse,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::{all, remove, save, status, switch};
use crate::certificate::Certificate;
use crate::key::{Owner, is_active};
use crate::paging::PageRequest;
use crate::record::{CERTIFICATE_OWNERS, SigningCertificate};
use crate::{Iam, base32, quota, wording};

fn shown(user: &str, certificate: SigningCertificate) -> Shown {
    Shown {
        user_name: user.to_owned(),
        status: status(certificate.active),
        certificate_id: certificate.id,
        certificate_body: certificate.body,
        upload_date: Some(certificate.uploaded),
    }
}

impl Handle<UploadSigningCertificate> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &UploadSigningCertificateRequest, at: &At<'_>) -> Result<Checks, Fault> {
        Owner::of(at.session, input.user_name.as_deref())?.checks::<UploadSigningCertificate>(at)
    }

    /// The user is looked for before the certificate is read, as AWS does. The same again from the same user changes
    /// nothing; as AWS was recorded to, it answers `Active` even where the certificate is switched off and stays so.
    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<UploadSigningCertificate>,
    ) -> Result<Answer<UploadSigningCertificate>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        let owner = Owner::of(cx.session(), input.user_name.as_deref())?;
        cx.read(|view| owner.resolve(view, &scope).map(drop))?;
        let certificate = accept(&input.certificate_body, cx)?;
        let certificate = SigningCertificate {
            id: base32::encode(&certificate.short_digest()),
            digest: certificate.digest(),
            body: input.certificate_body,
            active: true,
            uploaded: cx.now().truncated(),
        };
        Ok(Answer::write(move |tx| {
            let (owner, name) = owner.resolve(tx, &scope)?;
            let held: Vec<SigningCertificate> = all(tx, &scope, &owner)?;
            if let Some(same) = held.iter().find(|held| held.digest == certificate.digest) {
                let again = SigningCertificate {
                    id: same.id.clone(),
                    uploaded: same.uploaded,
                    ..certificate.clone()
                };
                return Ok(UploadSigningCertificateResponse { certificate: shown(&name, again) });
            }
            if CERTIFICATE_OWNERS.exists(tx, &scope, &certificate.digest)? {
                return Err(wording::duplicate_certificate());
            }
            if held.len() >= quota::CERTIFICATES {
                return Err(wording::over_quota("CertificatesPerUser", quota::CERTIFICATES));
            }
            CERTIFICATE_OWNERS.put(tx, &scope, &certificate.digest, &owner)?;
            save(tx, &scope, &owner, &certificate)?;
            Ok(UploadSigningCertificateResponse { certificate: shown(&name, certificate.clone()) })
        }))
    }
}

/// A certificate that holds now.
fn accept(body: &str, cx: &Cx) -> Result<Certificate, Fault> {
    let certificate = Certificate::read(body).ok_or_else(wording::malformed_certificate)?;
    match certificate.lapse(cx.now()) {
        None => Ok(certificate),
        Some(lapse) => Err(wording::certificate_lapse(lapse)),
    }
}

impl Handle<ListSigningCertificates> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &ListSigningCertificatesRequest, at: &At<'_>) -> Result<Checks, Fault> {
        Owner::of(at.session, input.user_name.as_deref())?.checks::<ListSigningCertificates>(at)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ListSigningCertificates>,
    ) -> Result<Answer<ListSigningCertificates>, Fault> {
        let scope = crate::scope(cx)?;
        let request = PageRequest::new(input.marker.as_deref(), input.max_items)?;
        let owner = Owner::of(cx.session(), input.user_name.as_deref())?;
        let (name, held) = cx.read(|view| {
            let (owner, name) = owner.resolve(view, &scope)?;
            Ok((name, all::<SigningCertificate>(view, &scope, &owner)?))
        })?;
        let page = request.of_list(held)?;
        let (is_truncated, marker) = (page.is_truncated(), page.marker);
        let certificates = page.items.into_iter().map(|held| shown(&name, held)).collect();
        Ok(Answer::Output(ListSigningCertificatesResponse { certificates, is_truncated, marker }))
    }
}

impl Handle<UpdateSigningCertificate> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &UpdateSigningCertificateRequest, at: &At<'_>) -> Result<Checks, Fault> {
        Owner::of(at.session, input.user_name.as_deref())?.checks::<UpdateSigningCertificate>(at)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<UpdateSigningCertificate>,
    ) -> Result<Answer<UpdateSigningCertificate>, Fault> {
        let input = input.into_inner();
        let owner = Owner::of(cx.session(), input.user_name.as_deref())?;
        switch::<_, SigningCertificate>(cx, owner, input.certificate_id, is_active(&input.status)?)
    }
}

impl Handle<DeleteSigningCertificate> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &DeleteSigningCertificateRequest, at: &At<'_>) -> Result<Checks, Fault> {
        Owner::of(at.session, input.user_name.as_deref())?.checks::<DeleteSigningCertificate>(at)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DeleteSigningCertificate>,
    ) -> Result<Answer<DeleteSigningCertificate>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        let owner = Owner::of(cx.session(), input.user_name.as_deref())?;
        Ok(Answer::write(move |tx| {
            let (owner, _) = owner.resolve(tx, &scope)?;
            let gone: SigningCertificate = remove(tx, &scope, &owner, &input.certificate_id)?;
            CERTIFICATE_OWNERS.delete(tx, &scope, &gone.digest)?;
            Ok(())
        }))
    }
}
