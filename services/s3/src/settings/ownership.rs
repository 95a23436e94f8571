//! `PutBucketOwnershipControls`, `GetBucketOwnershipControls`, `DeleteBucketOwnershipControls`.
//!
//! Buckets own their objects always: of the three settings only that one can be put. Who deletes the controls gets
//! S3's answer that there are none, and access control lists stay off all the same.
//!
//! Source: "Controlling ownership of objects and disabling ACLs for your bucket" in the user guide.

use api_s3::{
    DeleteBucketOwnershipControls, DeleteBucketOwnershipControlsRequest, GetBucketOwnershipControls,
    GetBucketOwnershipControlsOutput, GetBucketOwnershipControlsRequest, OwnershipControls,
    OwnershipControlsRule, PutBucketOwnershipControls, PutBucketOwnershipControlsRequest,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::{bucket, set};
use crate::S3;
use crate::access::about_bucket;
use crate::object::acl::{BUCKET_OWNER_ENFORCED, check_ownership};
use crate::wording::malformed_xml;

/// The action for putting and for deleting.
const PUT: &str = "s3:PutBucketOwnershipControls";

impl Handle<PutBucketOwnershipControls> for S3 {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &PutBucketOwnershipControlsRequest, at: &At<'_>) -> Result<Checks, Fault> {
        about_bucket(at, PUT, &input.bucket, input.expected_bucket_owner.as_deref())
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<PutBucketOwnershipControls>,
    ) -> Result<Answer<PutBucketOwnershipControls>, Fault> {
        let [rule] = input.ownership_controls.rules.as_slice() else { return Err(malformed_xml()) };
        check_ownership(Some(&rule.object_ownership))?;
        set(cx, &input.bucket, |settings| settings.owner_enforced = true)
    }
}

impl Handle<GetBucketOwnershipControls> for S3 {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &GetBucketOwnershipControlsRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let expected = input.expected_bucket_owner.as_deref();
        about_bucket(at, "s3:GetBucketOwnershipControls", &input.bucket, expected)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetBucketOwnershipControls>,
    ) -> Result<Answer<GetBucketOwnershipControls>, Fault> {
        if !bucket(cx, &input.bucket)?.settings.owner_enforced {
            let message = "The bucket ownership controls were not found";
            return Err(
                Fault::new("OwnershipControlsNotFoundError", 404, message).field("BucketName", &input.bucket)
            );
        }
        let rule = OwnershipControlsRule { object_ownership: BUCKET_OWNER_ENFORCED.to_owned() };
        let ownership_controls = Some(OwnershipControls { rules: vec![rule] });
        Ok(Answer::Output(GetBucketOwnershipControlsOutput { ownership_controls }))
    }
}

impl Handle<DeleteBucketOwnershipControls> for S3 {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &DeleteBucketOwnershipControlsRequest, at: &At<'_>) -> Result<Checks, Fault> {
        about_bucket(at, PUT, &input.bucket, input.expected_bucket_owner.as_deref())
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DeleteBucketOwnershipControls>,
    ) -> Result<Answer<DeleteBucketOwnershipControls>, Fault> {
        set(cx, &input.bucket, |settings| settings.owner_enforced = false)
    }
}
