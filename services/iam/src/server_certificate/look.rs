//! Looking at server certificates.

use api_iam::{
    GetServerCertificate, GetServerCertificateRequest, GetServerCertificateResponse, ListServerCertificates,
    ListServerCertificatesRequest, ListServerCertificatesResponse, ServerCertificate as Shown,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::view;
use crate::entity::{Entity, Kind, checks, look};
use crate::paging::PageRequest;
use crate::record::ServerCertificate;
use crate::{Iam, scope_at, tags};

impl Handle<GetServerCertificate> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &GetServerCertificateRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<GetServerCertificate, ServerCertificate>(at, &input.server_certificate_name)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetServerCertificate>,
    ) -> Result<Answer<GetServerCertificate>, Fault> {
        let name = &input.server_certificate_name;
        look::<GetServerCertificate, ServerCertificate>(cx, name, |_, scope, certificate| {
            let server_certificate = Shown {
                server_certificate_metadata: view::metadata(scope.account, certificate),
                certificate_body: certificate.body.clone(),
                certificate_chain: certificate.chain.clone(),
                tags: Some(tags::shown(&certificate.identity.tags)),
            };
            Ok(GetServerCertificateResponse { server_certificate })
        })
    }
}

impl Handle<ListServerCertificates> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &ListServerCertificatesRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let (account, prefix) = (scope_at(at)?.account, input.path_prefix.as_deref());
        Ok(checks::list::<ListServerCertificates>(account, Kind::ServerCertificate, prefix))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ListServerCertificates>,
    ) -> Result<Answer<ListServerCertificates>, Fault> {
        let scope = crate::scope(cx)?;
        let request = PageRequest::new(input.marker.as_deref(), input.max_items)?;
        let prefix = input.path_prefix.as_deref().unwrap_or("/");
        let page = cx.read(|snapshot| {
            request.of_records(
                |after, limit| Ok(ServerCertificate::TABLE.list(snapshot, &scope, "", after, limit)?),
                |found| {
                    let is_wanted = found.identity.path.starts_with(prefix);
                    Ok(is_wanted.then(|| view::metadata(scope.account, &found)))
                },
            )
        })?;
        Ok(Answer::Output(ListServerCertificatesResponse {
            is_truncated: page.is_truncated(),
            server_certificate_metadata_list: page.items,
            marker: page.marker,
        }))
    }
}
