//! `GetBucketLocation`.

use api_s3::{GetBucketLocation, GetBucketLocationOutput, GetBucketLocationRequest};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::CLASSIC_REGION;
use crate::S3;
use crate::access::{Asker, find};

impl Handle<GetBucketLocation> for S3 {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &GetBucketLocationRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let bucket = at.read(|view| find(view, &input.bucket, input.expected_bucket_owner.as_deref()))?;
        Ok(Checks::of(Asker::at(at).about_bucket("s3:GetBucketLocation", &bucket)))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetBucketLocation>,
    ) -> Result<Answer<GetBucketLocation>, Fault> {
        let bucket = cx.read(|view| find(view, &input.bucket, None))?;
        let region = Some(bucket.region.to_string()).filter(|region| region != CLASSIC_REGION);
        Ok(Answer::Output(GetBucketLocationOutput { location_constraint: region }))
    }
}
