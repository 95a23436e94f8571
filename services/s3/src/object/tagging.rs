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
use super::{check_key, check_version};
use crate::S3;
use crate::access::{Asker, Keys, stands};
use crate::record::{Bucket, OBJECTS, object, object_key};
use crate::tags::{self, Tags};
use crate::wording::no_such_key;

impl Handle<PutObjectTagging> for S3 {
    const EFFECT: Effect = Effect::Write;
    const CATEGORY: Category = Category::Data;

    fn checks(&self, input: &PutObjectTaggingRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let tags = tags::of_object(&input.tagging.tag_set)?;
        let expected = input.expected_bucket_owner.as_deref();
        let check = question("s3:PutObjectTagging", at, &input.bucket, &input.key, expected)?;
        Ok(Checks::of(check.request_object_tags(&tags)))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<PutObjectTagging>,
    ) -> Result<Answer<PutObjectTagging>, Fault> {
        check_version(input.version_id.as_deref())?;
        let tags = tags::of_object(&input.tagging.tag_set)?;
        let (bucket, key) = place(cx, &input.bucket, &input.key)?;
        Ok(Answer::write(move |tx| {
            set(tx, &bucket, &key, &tags)?;
            Ok(PutObjectTaggingOutput::default())
        }))
    }
}

impl Handle<GetObjectTagging> for S3 {
    const EFFECT: Effect = Effect::Read;
    const CATEGORY: Category = Category::Data;

    fn checks(&self, input: &GetObjectTaggingRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let expected = input.expected_bucket_owner.as_deref();
        Ok(Checks::of(question("s3:GetObjectTagging", at, &input.bucket, &input.key, expected)?))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetObjectTagging>,
    ) -> Result<Answer<GetObjectTagging>, Fault> {
        check_version(input.version_id.as_deref())?;
        check_key(&input.key)?;
        let bucket = cx.read(|view| Asker::cx(cx).bucket(view, &input.bucket, None))?;
        let tags = existing(cx, &bucket, &input.key)?.description.tags;
        Ok(Answer::Output(GetObjectTaggingOutput { version_id: None, tag_set: tags::shown(tags) }))
    }
}

impl Handle<DeleteObjectTagging> for S3 {
    const EFFECT: Effect = Effect::Write;
    const CATEGORY: Category = Category::Data;

    fn checks(&self, input: &DeleteObjectTaggingRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let expected = input.expected_bucket_owner.as_deref();
        Ok(Checks::of(question("s3:DeleteObjectTagging", at, &input.bucket, &input.key, expected)?))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DeleteObjectTagging>,
    ) -> Result<Answer<DeleteObjectTagging>, Fault> {
        check_version(input.version_id.as_deref())?;
        let (bucket, key) = place(cx, &input.bucket, &input.key)?;
        Ok(Answer::write(move |tx| {
            set(tx, &bucket, &key, &Tags::new())?;
            Ok(DeleteObjectTaggingOutput::default())
        }))
    }
}

fn question(
    action: &str,
    at: &At<'_>,
    bucket: &str,
    key: &str,
    expected_owner: Option<&str>,
) -> Result<Check, Fault> {
    let asker = Asker::at(at);
    at.read(|view| {
        let bucket = asker.bucket(view, bucket, expected_owner)?;
        asker.about_object(action, &bucket, key).existing_tags(view, &bucket, key)
    })
}

/// The bucket and key of an object that is there.
fn place(cx: &Cx, bucket: &str, key: &str) -> Result<(Bucket, String), Fault> {
    check_key(key)?;
    let bucket = cx.read(|view| Asker::cx(cx).bucket(view, bucket, None))?;
    existing(cx, &bucket, key)?;
    Ok((bucket, key.to_owned()))
}

/// Gives an object these tags and no others. It stays otherwise as it was written.
fn set(tx: &mut dyn Transaction, bucket: &Bucket, key: &str, tags: &Tags) -> Result<(), Fault> {
    stands(tx, bucket)?;
    let mut object = object(tx, bucket, key)?.ok_or_else(|| no_such_key(key))?;
    object.description.tags = tags.clone();
    Ok(OBJECTS.put(tx, &bucket.scope(), &object_key(&bucket.name, key), &object)?)
}
