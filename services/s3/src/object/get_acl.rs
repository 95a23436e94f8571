//! `GetObjectAcl`.

use api_s3::{GetObjectAcl, GetObjectAclOutput, GetObjectAclRequest};
use kernel::{Answer, At, Category, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::find::existing;
use super::{acl, check_key, which};
use crate::S3;
use crate::access::{Asker, Keys};
use crate::list::owner;

impl Handle<GetObjectAcl> for S3 {
    const EFFECT: Effect = Effect::Read;
    const CATEGORY: Category = Category::Data;

    fn checks(&self, input: &GetObjectAclRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let asker = Asker::at(at);
        let expected = input.expected_bucket_owner.as_deref();
        let which = which(input.version_id.as_deref())?;
        at.read(|view| {
            let bucket = asker.bucket(view, &input.bucket, expected)?;
            let check = asker.about_version("s3:GetObjectAcl", &bucket, &input.key, &which);
            Ok(Checks::of(check.existing_tags(view, &bucket, &input.key, &which)?))
        })
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetObjectAcl>,
    ) -> Result<Answer<GetObjectAcl>, Fault> {
        check_key(&input.key)?;
        let which = which(input.version_id.as_deref())?;
        let bucket = cx.read(|view| Asker::cx(cx).bucket(view, &input.bucket, None))?;
        existing(cx, &bucket, &input.key, &which)?;
        Ok(Answer::Output(GetObjectAclOutput {
            owner: Some(owner(bucket.owner)),
            grants: Some(acl::grants(bucket.owner)),
            request_charged: None,
        }))
    }
}
