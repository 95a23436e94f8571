//! `DeleteBucketPolicy`.

use api_s3::{DeleteBucketPolicy, DeleteBucketPolicyRequest};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::{bucket, checks};
use crate::S3;
use crate::access::stands;
use crate::record::POLICIES;

impl Handle<DeleteBucketPolicy> for S3 {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &DeleteBucketPolicyRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks("s3:DeleteBucketPolicy", &input.bucket, input.expected_bucket_owner.as_deref(), at)
    }

    /// Deleting what is not there is no error.
    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DeleteBucketPolicy>,
    ) -> Result<Answer<DeleteBucketPolicy>, Fault> {
        let bucket = bucket(cx, &input.bucket)?;
        Ok(Answer::write(move |tx| {
            stands(tx, &bucket)?;
            POLICIES.delete(tx, &bucket.scope(), &bucket.name)?;
            Ok(())
        }))
    }
}
