//! `DeleteBucket`.

use api_s3::{DeleteBucket, DeleteBucketRequest};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use store::{Transaction, join};

use crate::S3;
use crate::access::{Asker, stands};
use crate::multipart;
use crate::record::{BUCKET_TAGS, BUCKETS, Bucket, OBJECTS, OWNED, POLICIES, UPLOADS, VERSIONS, Versioning};

impl Handle<DeleteBucket> for S3 {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &DeleteBucketRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let asker = Asker::at(at);
        let expected = input.expected_bucket_owner.as_deref();
        let bucket = at.read(|view| asker.bucket(view, &input.bucket, expected))?;
        Ok(Checks::of(asker.about_bucket("s3:DeleteBucket", &bucket)))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DeleteBucket>,
    ) -> Result<Answer<DeleteBucket>, Fault> {
        let bucket = cx.read(|view| Asker::cx(cx).bucket(view, &input.bucket, None))?;
        Ok(Answer::write(move |tx| delete(tx, &bucket)))
    }
}

/// Unfinished uploads do not keep a bucket; they are aborted.
fn delete(tx: &mut dyn Transaction, bucket: &Bucket) -> Result<(), Fault> {
    let bucket = stands(tx, bucket)?;
    let scope = bucket.scope();
    let inside = join(&[&bucket.name, ""]);
    let objects = OBJECTS.first(tx, &scope, &inside)?.is_some();
    if objects || VERSIONS.first(tx, &scope, &inside)?.is_some() {
        return Err(not_empty(&bucket));
    }
    for (row, _) in UPLOADS.list(tx, &scope, &inside, None, usize::MAX)? {
        multipart::forget(tx, &scope, &row)?;
    }
    POLICIES.delete(tx, &scope, &bucket.name)?;
    BUCKET_TAGS.delete(tx, &scope, &bucket.name)?;
    OWNED.delete(tx, &scope, &bucket.name)?;
    BUCKETS.delete(tx, &bucket.name)?;
    Ok(())
}

fn not_empty(bucket: &Bucket) -> Fault {
    let message = match bucket.settings.versioning {
        Versioning::Never => "The bucket you tried to delete is not empty",
        _ => "The bucket you tried to delete is not empty. You must delete all versions in the bucket.",
    };
    Fault::new("BucketNotEmpty", 409, message).field("BucketName", &bucket.name)
}
