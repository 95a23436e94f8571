//! `PutBucketTagging`, `GetBucketTagging`, `DeleteBucketTagging`.
//!
//! The tags of a bucket describe its costs. Policies do not see them: AWS shows them to policies only where that
//! is switched on for the bucket, and that switch is not served.

use api_s3::{
    DeleteBucketTagging, DeleteBucketTaggingRequest, GetBucketTagging, GetBucketTaggingOutput,
    GetBucketTaggingRequest, PutBucketTagging, PutBucketTaggingRequest,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::bucket;
use crate::S3;
use crate::access::{about_bucket, stands};
use crate::record::BUCKET_TAGS;
use crate::tags;

/// The action for putting and for deleting.
const PUT: &str = "s3:PutBucketTagging";

impl Handle<PutBucketTagging> for S3 {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &PutBucketTaggingRequest, at: &At<'_>) -> Result<Checks, Fault> {
        about_bucket(at, PUT, &input.bucket, input.expected_bucket_owner.as_deref())
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<PutBucketTagging>,
    ) -> Result<Answer<PutBucketTagging>, Fault> {
        let tags = tags::of_bucket(&input.tagging.tag_set)?;
        let bucket = bucket(cx, &input.bucket)?;
        Ok(Answer::write(move |tx| {
            stands(tx, &bucket)?;
            Ok(BUCKET_TAGS.put(tx, &bucket.scope(), &bucket.name, &tags)?)
        }))
    }
}

impl Handle<GetBucketTagging> for S3 {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &GetBucketTaggingRequest, at: &At<'_>) -> Result<Checks, Fault> {
        about_bucket(at, "s3:GetBucketTagging", &input.bucket, input.expected_bucket_owner.as_deref())
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetBucketTagging>,
    ) -> Result<Answer<GetBucketTagging>, Fault> {
        let bucket = bucket(cx, &input.bucket)?;
        let tags = cx.read(|view| Ok(BUCKET_TAGS.get(view, &bucket.scope(), &bucket.name)?))?;
        let tags = tags.ok_or_else(|| {
            Fault::new("NoSuchTagSet", 404, "The TagSet does not exist").field("BucketName", &input.bucket)
        })?;
        Ok(Answer::Output(GetBucketTaggingOutput { tag_set: tags::shown(tags) }))
    }
}

impl Handle<DeleteBucketTagging> for S3 {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &DeleteBucketTaggingRequest, at: &At<'_>) -> Result<Checks, Fault> {
        about_bucket(at, PUT, &input.bucket, input.expected_bucket_owner.as_deref())
    }

    /// Deleting what is not there is no error.
    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DeleteBucketTagging>,
    ) -> Result<Answer<DeleteBucketTagging>, Fault> {
        let bucket = bucket(cx, &input.bucket)?;
        Ok(Answer::write(move |tx| {
            stands(tx, &bucket)?;
            BUCKET_TAGS.delete(tx, &bucket.scope(), &bucket.name)?;
            Ok(())
        }))
    }
}
