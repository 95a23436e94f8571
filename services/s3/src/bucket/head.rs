//! `HeadBucket`.

use api_s3::{HeadBucket, HeadBucketOutput, HeadBucketRequest};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use crate::S3;
use crate::access::{Asker, bucket_arn, find};

impl Handle<HeadBucket> for S3 {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &HeadBucketRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let bucket = at.read(|view| find(view, &input.bucket, input.expected_bucket_owner.as_deref()))?;
        Ok(Checks::of(Asker::at(at).about_bucket("s3:ListBucket", &bucket)))
    }

    /// Any region may ask: this is how clients find out where a bucket is.
    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<HeadBucket>,
    ) -> Result<Answer<HeadBucket>, Fault> {
        let bucket = cx.read(|view| find(view, &input.bucket, None))?;
        Ok(Answer::Output(HeadBucketOutput {
            bucket_arn: Some(bucket_arn(&bucket.name)),
            bucket_region: Some(bucket.region.to_string()),
            access_point_alias: Some(false),
            ..HeadBucketOutput::default()
        }))
    }
}
