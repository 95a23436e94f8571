//! `PutBucketAcl`, `GetBucketAcl`.

use api_s3::{GetBucketAcl, GetBucketAclOutput, GetBucketAclRequest, PutBucketAcl, PutBucketAclRequest};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use crate::S3;
use crate::access::{Asker, GRANT_KEYS, Keys, about_bucket, bucket_arn, stands};
use crate::list::owner;
use crate::object::acl::{self, Wish};
use crate::wording::missing_header;

impl Handle<PutBucketAcl> for S3 {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &PutBucketAclRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let asker = Asker::at(at);
        let expected = input.expected_bucket_owner.as_deref();
        let bucket = at.read(|view| asker.bucket(view, &input.bucket, expected))?;
        let check = asker.about_bucket("s3:PutBucketAcl", &bucket);
        let check = check.maybe("s3:x-amz-acl", input.acl.as_deref());
        let granted = GRANT_KEYS.into_iter().zip(grants(input));
        Ok(Checks::of(granted.fold(check, |check, (key, grant)| check.maybe(key, grant.as_deref()))))
    }

    /// Only the list that holds anyway can be put.
    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<PutBucketAcl>,
    ) -> Result<Answer<PutBucketAcl>, Fault> {
        let bucket = cx.read(|view| Asker::cx(cx).bucket(view, &input.bucket, None))?;
        let document = input.access_control_policy.as_ref();
        let wish = Wish { canned: input.acl.as_deref(), grants: &grants(&input), document };
        if wish.is_empty() {
            return Err(missing_header("x-amz-acl"));
        }
        acl::check(cx, &bucket, ("s3:PutBucketAcl", &bucket_arn(&bucket.name)), wish, &[])?;
        Ok(Answer::write(move |tx| stands(tx, &bucket).map(drop)))
    }
}

/// In the order of [`GRANT_KEYS`].
fn grants(input: &PutBucketAclRequest) -> [&Option<String>; 5] {
    [
        &input.grant_full_control,
        &input.grant_read,
        &input.grant_read_acp,
        &input.grant_write,
        &input.grant_write_acp,
    ]
}

impl Handle<GetBucketAcl> for S3 {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &GetBucketAclRequest, at: &At<'_>) -> Result<Checks, Fault> {
        about_bucket(at, "s3:GetBucketAcl", &input.bucket, input.expected_bucket_owner.as_deref())
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetBucketAcl>,
    ) -> Result<Answer<GetBucketAcl>, Fault> {
        let bucket = cx.read(|view| Asker::cx(cx).bucket(view, &input.bucket, None))?;
        let grants = Some(acl::grants(bucket.owner));
        Ok(Answer::Output(GetBucketAclOutput { owner: Some(owner(bucket.owner)), grants }))
    }
}
