//! `DeleteObject`.

use api_s3::{DeleteObject, DeleteObjectOutput, DeleteObjectRequest};
use kernel::{Answer, At, Category, Check, Checks, Cx, Effect, Fault, Handle, Permitted};
use store::Snapshot;

use super::conditions::WriteConditions;
use super::{check_key, check_version};
use crate::S3;
use crate::access::{Asker, Keys, compares, stands};
use crate::record::{Bucket, delete_object, object};
use crate::wording::not_implemented;

impl Handle<DeleteObject> for S3 {
    const EFFECT: Effect = Effect::Write;
    const CATEGORY: Category = Category::Data;

    fn checks(&self, input: &DeleteObjectRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let asker = Asker::at(at);
        let expected = input.expected_bucket_owner.as_deref();
        at.read(|view| {
            let bucket = asker.bucket(view, &input.bucket, expected)?;
            let (delete, read) = questions(&asker, view, &bucket, &input.key, input.if_match.as_deref())?;
            let checks = Checks::of(delete);
            Ok(read.into_iter().fold(checks, Checks::and))
        })
    }

    /// Deleting what is not there is no error.
    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DeleteObject>,
    ) -> Result<Answer<DeleteObject>, Fault> {
        let input = input.into_inner();
        check_key(&input.key)?;
        check_version(input.version_id.as_deref())?;
        if input.if_match_last_modified_time.is_some() || input.if_match_size.is_some() {
            return Err(not_implemented("deletes are conditional on If-Match alone"));
        }
        let conditions = WriteConditions::read(input.if_match.as_deref(), None)?;
        let bucket = cx.read(|view| Asker::cx(cx).bucket(view, &input.bucket, None))?;
        Ok(Answer::write(move |tx| {
            stands(tx, &bucket)?;
            conditions.check(&input.key, object(tx, &bucket, &input.key)?.as_ref())?;
            delete_object(tx, &bucket, &input.key)?;
            Ok(DeleteObjectOutput::default())
        }))
    }
}

/// The question about deleting one key, and the one about reading it if its tag is compared.
pub(super) fn questions(
    asker: &Asker<'_>,
    view: &dyn Snapshot,
    bucket: &Bucket,
    key: &str,
    if_match: Option<&str>,
) -> Result<(Check, Option<Check>), Fault> {
    let about = |action| asker.about_object(action, bucket, key).existing_tags(view, bucket, key);
    let read = compares(if_match).then(|| about("s3:GetObject")).transpose()?;
    Ok((about("s3:DeleteObject")?.conditions(if_match, None), read))
}
