//! `DeleteObject`.

use api_s3::{DeleteObject, DeleteObjectOutput, DeleteObjectRequest};
use kernel::{Answer, At, Category, Check, Checks, Cx, Effect, Fault, Handle, Permitted};
use store::{Snapshot, Transaction};

use super::conditions::WriteConditions;
use super::{check_key, fresh, which};
use crate::S3;
use crate::access::{Asker, Keys, compares, stands};
use crate::record::{Bucket, Fresh, Version, Which, delete_object, object, remove_version, version};
use crate::wording::not_implemented;

impl Handle<DeleteObject> for S3 {
    const EFFECT: Effect = Effect::Write;
    const CATEGORY: Category = Category::Data;

    fn checks(&self, input: &DeleteObjectRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let asker = Asker::at(at);
        let expected = input.expected_bucket_owner.as_deref();
        let which = which(input.version_id.as_deref())?;
        at.read(|view| {
            let bucket = asker.bucket(view, &input.bucket, expected)?;
            let (delete, read) =
                questions(&asker, view, &bucket, (&input.key, &which), input.if_match.as_deref())?;
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
        let which = which(input.version_id.as_deref())?;
        if input.if_match_last_modified_time.is_some() || input.if_match_size.is_some() {
            return Err(not_implemented("deletes are conditional on If-Match alone"));
        }
        let conditions = WriteConditions::read(input.if_match.as_deref(), None)?;
        let bucket = cx.read(|view| Asker::cx(cx).bucket(view, &input.bucket, None))?;
        let fresh = fresh(cx);
        Ok(Answer::write(move |tx| {
            let bucket = stands(tx, &bucket)?;
            let gone = delete(tx, &bucket, (&input.key, &which), &conditions, &fresh)?;
            Ok(DeleteObjectOutput {
                delete_marker: gone.marker.then_some(true),
                version_id: gone.version_id,
                request_charged: None,
            })
        }))
    }
}

/// What a deletion came to.
pub(super) struct Gone {
    /// Whether a delete marker was made, or removed.
    pub(super) marker: bool,
    /// Its id, or that of the version that was named.
    pub(super) version_id: Option<String>,
}

/// Deletes a key's object, or one version for good.
pub(super) fn delete(
    tx: &mut dyn Transaction,
    bucket: &Bucket,
    (key, which): (&str, &Which),
    conditions: &WriteConditions,
    fresh: &Fresh,
) -> Result<Gone, Fault> {
    let Some(id) = which.id() else {
        conditions.check(key, object(tx, bucket, key)?.as_ref())?;
        let mark = delete_object(tx, bucket, key, fresh)?;
        return Ok(Gone { marker: mark.is_some(), version_id: mark.map(|mark| mark.shown()) });
    };
    let found = match version(tx, bucket, key, which)? {
        Some(Version::Object(object)) => Some(*object),
        _ => None,
    };
    conditions.check(key, found.as_ref())?;
    let removed = remove_version(tx, bucket, key, which)?;
    let marker = matches!(removed, Some(Version::Marker(_)));
    Ok(Gone { marker, version_id: Some(id.to_owned()) })
}

/// The question about deleting a key or one version, and the one about reading it if its tag is compared.
pub(super) fn questions(
    asker: &Asker<'_>,
    view: &dyn Snapshot,
    bucket: &Bucket,
    (key, which): (&str, &Which),
    if_match: Option<&str>,
) -> Result<(Check, Option<Check>), Fault> {
    let about =
        |action| asker.about_version(action, bucket, key, which).existing_tags(view, bucket, key, which);
    let read = compares(if_match).then(|| about("s3:GetObject")).transpose()?;
    Ok((about("s3:DeleteObject")?.conditions(if_match, None), read))
}
