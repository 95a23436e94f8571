//! `AbortMultipartUpload`.

use api_s3::{AbortMultipartUpload, AbortMultipartUploadOutput, AbortMultipartUploadRequest};
use kernel::{Answer, At, Category, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::{forget, upload};
use crate::S3;
use crate::access::{Asker, stands};
use crate::record::upload_key;
use crate::wording::not_implemented;

impl Handle<AbortMultipartUpload> for S3 {
    const EFFECT: Effect = Effect::Write;
    const CATEGORY: Category = Category::Data;

    fn checks(&self, input: &AbortMultipartUploadRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let asker = Asker::at(at);
        let expected = input.expected_bucket_owner.as_deref();
        let bucket = at.read(|view| asker.bucket(view, &input.bucket, expected))?;
        Ok(Checks::of(asker.about_object("s3:AbortMultipartUpload", &bucket, &input.key)))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<AbortMultipartUpload>,
    ) -> Result<Answer<AbortMultipartUpload>, Fault> {
        let input = input.into_inner();
        if input.if_match_initiated_time.is_some() {
            return Err(not_implemented("aborting by the time an upload was initiated is not served"));
        }
        let bucket = cx.read(|view| Asker::cx(cx).bucket(view, &input.bucket, None))?;
        Ok(Answer::write(move |tx| {
            stands(tx, &bucket)?;
            upload(tx, &bucket, &input.key, &input.upload_id)?;
            forget(tx, &bucket.scope(), &upload_key(&bucket.name, &input.key, &input.upload_id))?;
            Ok(AbortMultipartUploadOutput::default())
        }))
    }
}
