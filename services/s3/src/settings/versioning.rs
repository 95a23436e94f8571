//! `PutBucketVersioning`, `GetBucketVersioning`.

use api_s3::{
    GetBucketVersioning, GetBucketVersioningOutput, GetBucketVersioningRequest, PutBucketVersioning,
    PutBucketVersioningRequest,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::{bucket, set};
use crate::S3;
use crate::access::about_bucket;
use crate::record::Versioning;
use crate::wording::{malformed_xml, not_implemented};

impl Handle<PutBucketVersioning> for S3 {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &PutBucketVersioningRequest, at: &At<'_>) -> Result<Checks, Fault> {
        about_bucket(at, "s3:PutBucketVersioning", &input.bucket, input.expected_bucket_owner.as_deref())
    }

    /// A bucket that once kept versions can stop keeping new ones, and never becomes one without.
    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<PutBucketVersioning>,
    ) -> Result<Answer<PutBucketVersioning>, Fault> {
        let wanted = &input.versioning_configuration;
        if input.mfa.is_some() || wanted.mfa_delete.as_deref() == Some("Enabled") {
            return Err(not_implemented("MFA delete is not served"));
        }
        let versioning = match wanted.status.as_deref() {
            Some("Enabled") => Versioning::Enabled,
            Some("Suspended") => Versioning::Suspended,
            _ => return Err(malformed_xml()),
        };
        set(cx, &input.bucket, move |settings| settings.versioning = versioning)
    }
}

impl Handle<GetBucketVersioning> for S3 {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &GetBucketVersioningRequest, at: &At<'_>) -> Result<Checks, Fault> {
        about_bucket(at, "s3:GetBucketVersioning", &input.bucket, input.expected_bucket_owner.as_deref())
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetBucketVersioning>,
    ) -> Result<Answer<GetBucketVersioning>, Fault> {
        let status = match bucket(cx, &input.bucket)?.settings.versioning {
            Versioning::Never => None,
            Versioning::Enabled => Some("Enabled".to_owned()),
            Versioning::Suspended => Some("Suspended".to_owned()),
        };
        Ok(Answer::Output(GetBucketVersioningOutput { status, mfa_delete: None }))
    }
}
