//! `PutObjectTagging`, `GetObjectTagging`, `DeleteObjectTagging`.
//!
//! Source: "Categorizing your objects using tags" in the user guide.

use api_s3::{
    DeleteObjectTagging, DeleteObjectTaggingOutput, DeleteObjectTaggingRequest, GetObjectTagging,
    GetObjectTaggingOutput, GetObjectTaggingRequest, PutObjectTagging, PutObjectTaggingOutput,
    PutObjectTaggingRequest,
};
use kernel::{Answer, At, Category, Check, Checks, Cx, Effect, Fault, Handle, Permitted};
use store::Transaction;

use super::find::existing;
use super::{check_key, read_id, which};
use crate::S3;
use crate::access::{Asker, Keys, stands};
use crate::record::{Bucket, Mark, Object, Version, Which, rewrite, version};
use crate::tags::{self, Tags};
use crate::wording::{no_such_key, no_such_version};

impl Handle<PutObjectTagging> for S3 {
    const EFFECT: Effect = Effect::Write;
    const CATEGORY: Category = Category::Data;

    fn checks(&self, input: &PutObjectTaggingRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let tags = tags::of_object(&input.tagging.tag_set)?;
        let expected = input.expected_bucket_owner.as_deref();
        let place = (input.bucket.as_str(), input.key.as_str(), input.version_id.as_deref());
        let check = question("s3:PutObjectTagging", at, place, expected)?;
        Ok(Checks::of(check.request_object_tags(&tags)))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<PutObjectTagging>,
    ) -> Result<Answer<PutObjectTagging>, Fault> {
        let tags = tags::of_object(&input.tagging.tag_set)?;
        let place = Place::find(cx, &input.bucket, &input.key, input.version_id.as_deref())?;
        Ok(Answer::write(move |tx| {
            let mark = place.set(tx, &tags)?;
            Ok(PutObjectTaggingOutput { version_id: read_id(&place.bucket, &mark) })
        }))
    }
}

impl Handle<GetObjectTagging> for S3 {
    const EFFECT: Effect = Effect::Read;
    const CATEGORY: Category = Category::Data;

    fn checks(&self, input: &GetObjectTaggingRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let expected = input.expected_bucket_owner.as_deref();
        let place = (input.bucket.as_str(), input.key.as_str(), input.version_id.as_deref());
        Ok(Checks::of(question("s3:GetObjectTagging", at, place, expected)?))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetObjectTagging>,
    ) -> Result<Answer<GetObjectTagging>, Fault> {
        check_key(&input.key)?;
        let which = which(input.version_id.as_deref())?;
        let bucket = cx.read(|view| Asker::cx(cx).bucket(view, &input.bucket, None))?;
        let object = existing(cx, &bucket, &input.key, &which)?;
        Ok(Answer::Output(GetObjectTaggingOutput {
            version_id: read_id(&bucket, &object.mark),
            tag_set: tags::shown(object.description.tags),
        }))
    }
}

impl Handle<DeleteObjectTagging> for S3 {
    const EFFECT: Effect = Effect::Write;
    const CATEGORY: Category = Category::Data;

    fn checks(&self, input: &DeleteObjectTaggingRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let expected = input.expected_bucket_owner.as_deref();
        let place = (input.bucket.as_str(), input.key.as_str(), input.version_id.as_deref());
        Ok(Checks::of(question("s3:DeleteObjectTagging", at, place, expected)?))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DeleteObjectTagging>,
    ) -> Result<Answer<DeleteObjectTagging>, Fault> {
        let place = Place::find(cx, &input.bucket, &input.key, input.version_id.as_deref())?;
        Ok(Answer::write(move |tx| {
            let mark = place.set(tx, &Tags::new())?;
            Ok(DeleteObjectTaggingOutput { version_id: read_id(&place.bucket, &mark) })
        }))
    }
}

/// The question about the tags of an object, in this bucket, under this key, of this version.
fn question(
    action: &str,
    at: &At<'_>,
    (bucket, key, version_id): (&str, &str, Option<&str>),
    expected_owner: Option<&str>,
) -> Result<Check, Fault> {
    let asker = Asker::at(at);
    let which = which(version_id)?;
    at.read(|view| {
        let bucket = asker.bucket(view, bucket, expected_owner)?;
        asker.about_version(action, &bucket, key, &which).existing_tags(view, &bucket, key, &which)
    })
}

/// How many tags an object has, told to who may read them ("GetObject" in the API reference).
pub(super) fn tag_count(
    cx: &Cx,
    bucket: &Bucket,
    key: &str,
    which: &Which,
    object: &Object,
) -> Result<Option<i32>, Fault> {
    if object.description.tags.is_empty() {
        return Ok(None);
    }
    let check = Asker::cx(cx).about_version("s3:GetObjectTagging", bucket, key, which);
    let check = cx.read(|view| check.clone().existing_tags(view, bucket, key, which))?;
    let may_read = cx.check(&check).is_ok();
    Ok(i32::try_from(object.description.tags.len()).ok().filter(|_| may_read))
}

/// Where an object is whose tags change.
struct Place {
    bucket: Bucket,
    key: String,
    which: Which,
}

impl Place {
    /// The place of an object that is there.
    fn find(cx: &Cx, bucket: &str, key: &str, version_id: Option<&str>) -> Result<Self, Fault> {
        check_key(key)?;
        let which = which(version_id)?;
        let bucket = cx.read(|view| Asker::cx(cx).bucket(view, bucket, None))?;
        existing(cx, &bucket, key, &which)?;
        Ok(Self { bucket, key: key.to_owned(), which })
    }

    /// Gives the object these tags and no others, and tells which version it is. It stays otherwise as it was
    /// written.
    fn set(&self, tx: &mut dyn Transaction, tags: &Tags) -> Result<Mark, Fault> {
        let bucket = stands(tx, &self.bucket)?;
        let Some(Version::Object(mut object)) = version(tx, &bucket, &self.key, &self.which)? else {
            return Err(match self.which.id() {
                Some(id) => no_such_version(&self.key, id),
                None => no_such_key(&self.key),
            });
        };
        object.description.tags = tags.clone();
        let mark = object.mark.clone();
        rewrite(tx, &bucket, &self.key, *object)?;
        Ok(mark)
    }
}
