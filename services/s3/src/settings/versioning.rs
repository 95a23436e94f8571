//! `GetBucketVersioning`. No bucket keeps versions yet.

use api_s3::{GetBucketVersioning, GetBucketVersioningOutput, GetBucketVersioningRequest};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::bucket;
use crate::S3;
use crate::access::about_bucket;

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
        bucket(cx, &input.bucket)?;
        Ok(Answer::Output(GetBucketVersioningOutput::default()))
    }
}
