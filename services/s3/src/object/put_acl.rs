//! `PutObjectAcl`.

use api_s3::{PutObjectAcl, PutObjectAclOutput, PutObjectAclRequest};
use kernel::{Answer, At, Category, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::acl::{self, Wish};
use super::find::existing;
use super::{check_key, which};
use crate::S3;
use crate::access::{Asker, GRANT_KEYS, Keys, object_arn, stands};
use crate::wording::missing_header;

/// The one canned list that S3 takes for an object of a bucket without lists.
const HARMLESS: [&str; 1] = ["bucket-owner-full-control"];

impl Handle<PutObjectAcl> for S3 {
    const EFFECT: Effect = Effect::Write;
    const CATEGORY: Category = Category::Data;

    fn checks(&self, input: &PutObjectAclRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let asker = Asker::at(at);
        let expected = input.expected_bucket_owner.as_deref();
        let which = which(input.version_id.as_deref())?;
        let check = at.read(|view| {
            let bucket = asker.bucket(view, &input.bucket, expected)?;
            let check = asker.about_version("s3:PutObjectAcl", &bucket, &input.key, &which);
            check.existing_tags(view, &bucket, &input.key, &which)
        })?;
        let check = check.maybe("s3:x-amz-acl", input.acl.as_deref());
        let granted = GRANT_KEYS.into_iter().zip(grants(input));
        Ok(Checks::of(granted.fold(check, |check, (key, grant)| check.maybe(key, grant.as_deref()))))
    }

    /// Only the list that holds anyway can be put.
    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<PutObjectAcl>,
    ) -> Result<Answer<PutObjectAcl>, Fault> {
        check_key(&input.key)?;
        let which = which(input.version_id.as_deref())?;
        let bucket = cx.read(|view| Asker::cx(cx).bucket(view, &input.bucket, None))?;
        let document = input.access_control_policy.as_ref();
        let wish = Wish { canned: input.acl.as_deref(), grants: &grants(&input), document };
        if wish.is_empty() {
            return Err(missing_header("x-amz-acl"));
        }
        let resource = object_arn(&bucket.name, &input.key);
        acl::check(cx, &bucket, ("s3:PutObjectAcl", &resource), wish, &HARMLESS)?;
        existing(cx, &bucket, &input.key, &which)?;
        Ok(Answer::write(move |tx| {
            stands(tx, &bucket)?;
            Ok(PutObjectAclOutput::default())
        }))
    }
}

/// In the order of [`GRANT_KEYS`].
fn grants(input: &PutObjectAclRequest) -> [&Option<String>; 5] {
    [
        &input.grant_full_control,
        &input.grant_read,
        &input.grant_read_acp,
        &input.grant_write,
        &input.grant_write_acp,
    ]
}
