//! `GetBucketPolicy`.

use api_s3::{GetBucketPolicy, GetBucketPolicyOutput, GetBucketPolicyRequest};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::{bucket, checks, principals};
use crate::S3;
use crate::record::POLICIES;

impl Handle<GetBucketPolicy> for S3 {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &GetBucketPolicyRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks("s3:GetBucketPolicy", &input.bucket, input.expected_bucket_owner.as_deref(), at)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetBucketPolicy>,
    ) -> Result<Answer<GetBucketPolicy>, Fault> {
        let bucket = bucket(cx, &input.bucket)?;
        let stored = cx.read(|view| Ok(POLICIES.get(view, &bucket.scope(), &bucket.name)?))?;
        let stored = stored.ok_or_else(|| no_such_policy(&bucket.name))?;
        let policy = principals::shown(&stored.text, cx.directory())?;
        Ok(Answer::Output(GetBucketPolicyOutput { policy: Some(policy) }))
    }
}

pub(super) fn no_such_policy(bucket: &str) -> Fault {
    Fault::new("NoSuchBucketPolicy", 404, "The bucket policy does not exist").field("BucketName", bucket)
}
