//! Renaming, moving and deleting server certificates.

use api_iam::{
    DeleteServerCertificate, DeleteServerCertificateRequest, UpdateServerCertificate,
    UpdateServerCertificateRequest,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use crate::Iam;
use crate::entity::{checks, find, move_to, remove};
use crate::record::ServerCertificate;

impl Handle<UpdateServerCertificate> for Iam {
    const EFFECT: Effect = Effect::Write;

    /// Asked for under the old name and under the new one.
    ///
    /// Source: "UpdateServerCertificate" in the IAM API reference.
    fn checks(&self, input: &UpdateServerCertificateRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let (path, name) = (input.new_path.as_deref(), input.new_server_certificate_name.as_deref());
        let old = &input.server_certificate_name;
        checks::moved::<UpdateServerCertificate, ServerCertificate>(at, old, path, name)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<UpdateServerCertificate>,
    ) -> Result<Answer<UpdateServerCertificate>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        Ok(Answer::write(move |tx| {
            let mut found: ServerCertificate = find(tx, &scope, &input.server_certificate_name)?;
            let (path, name) = (input.new_path.as_deref(), input.new_server_certificate_name.as_deref());
            move_to(tx, &scope, &mut found, path, name)
        }))
    }
}

impl Handle<DeleteServerCertificate> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &DeleteServerCertificateRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<DeleteServerCertificate, ServerCertificate>(at, &input.server_certificate_name)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DeleteServerCertificate>,
    ) -> Result<Answer<DeleteServerCertificate>, Fault> {
        let scope = crate::scope(cx)?;
        let name = input.into_inner().server_certificate_name;
        Ok(Answer::write(move |tx| {
            let found: ServerCertificate = find(tx, &scope, &name)?;
            remove(tx, &scope, &found)
        }))
    }
}
