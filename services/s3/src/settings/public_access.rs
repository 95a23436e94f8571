//! `PutPublicAccessBlock`, `GetPublicAccessBlock`, `DeletePublicAccessBlock`.
//!
//! Source: "Blocking public access to your Amazon S3 storage" in the user guide.

use api_s3::{
    DeletePublicAccessBlock, DeletePublicAccessBlockRequest, GetPublicAccessBlock,
    GetPublicAccessBlockOutput, GetPublicAccessBlockRequest, PublicAccessBlockConfiguration,
    PutPublicAccessBlock, PutPublicAccessBlockRequest,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::{bucket, set};
use crate::S3;
use crate::access::about_bucket;
use crate::record::PublicAccessBlock;

/// The action for putting and for deleting.
const PUT: &str = "s3:PutBucketPublicAccessBlock";

impl Handle<PutPublicAccessBlock> for S3 {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &PutPublicAccessBlockRequest, at: &At<'_>) -> Result<Checks, Fault> {
        about_bucket(at, PUT, &input.bucket, input.expected_bucket_owner.as_deref())
    }

    /// All four are replaced: what is left out is off.
    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<PutPublicAccessBlock>,
    ) -> Result<Answer<PutPublicAccessBlock>, Fault> {
        let wanted = &input.public_access_block_configuration;
        let block = PublicAccessBlock {
            public_acls: wanted.block_public_acls == Some(true),
            ignore_public_acls: wanted.ignore_public_acls == Some(true),
            public_policy: wanted.block_public_policy == Some(true),
            restrict_public_buckets: wanted.restrict_public_buckets == Some(true),
        };
        set(cx, &input.bucket, move |settings| settings.public_access = Some(block))
    }
}

impl Handle<GetPublicAccessBlock> for S3 {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &GetPublicAccessBlockRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let expected = input.expected_bucket_owner.as_deref();
        about_bucket(at, "s3:GetBucketPublicAccessBlock", &input.bucket, expected)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetPublicAccessBlock>,
    ) -> Result<Answer<GetPublicAccessBlock>, Fault> {
        let block = bucket(cx, &input.bucket)?.settings.public_access;
        let block = block.ok_or_else(|| {
            let message = "The public access block configuration was not found";
            Fault::new("NoSuchPublicAccessBlockConfiguration", 404, message)
                .field("BucketName", &input.bucket)
        })?;
        Ok(Answer::Output(GetPublicAccessBlockOutput {
            public_access_block_configuration: Some(PublicAccessBlockConfiguration {
                block_public_acls: Some(block.public_acls),
                ignore_public_acls: Some(block.ignore_public_acls),
                block_public_policy: Some(block.public_policy),
                restrict_public_buckets: Some(block.restrict_public_buckets),
            }),
        }))
    }
}

impl Handle<DeletePublicAccessBlock> for S3 {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &DeletePublicAccessBlockRequest, at: &At<'_>) -> Result<Checks, Fault> {
        about_bucket(at, PUT, &input.bucket, input.expected_bucket_owner.as_deref())
    }

    /// Nothing is blocked then. Deleting what is not there is no error.
    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DeletePublicAccessBlock>,
    ) -> Result<Answer<DeletePublicAccessBlock>, Fault> {
        set(cx, &input.bucket, |settings| settings.public_access = None)
    }
}
