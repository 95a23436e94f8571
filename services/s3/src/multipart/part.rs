//! `UploadPart`.

use api_s3::{UploadPart, UploadPartOutput, UploadPartRequest};
use kernel::{Answer, At, Category, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::{part_number, put_part, upload};
use crate::S3;
use crate::access::{Asker, Keys, stands};
use crate::object::acl::check_encryption;
use crate::object::checksums::set_checksum;
use crate::object::claim::{Claim, claim};
use crate::object::metadata::quoted;
use crate::object::receive::Expect;
use crate::record::{Part, Upload};
use crate::wording::invalid_request;

impl Handle<UploadPart> for S3 {
    const EFFECT: Effect = Effect::Write;
    const CATEGORY: Category = Category::Data;

    fn checks(&self, input: &UploadPartRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let asker = Asker::at(at);
        let expected = input.expected_bucket_owner.as_deref();
        let bucket = at.read(|view| asker.bucket(view, &input.bucket, expected))?;
        Ok(Checks::of(asker.about_object("s3:PutObject", &bucket, &input.key).creates_object(false)))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<UploadPart>,
    ) -> Result<Answer<UploadPart>, Fault> {
        let input = input.into_inner();
        let number = part_number(input.part_number)?;
        check_encryption(&[&input.sse_customer_algorithm, &input.sse_customer_key])?;
        let bucket = cx.read(|view| Asker::cx(cx).bucket(view, &input.bucket, None))?;
        let upload = cx.read(|view| upload(view, &bucket, &input.key, &input.upload_id))?;
        let claim: Claim = claim!(input, input.checksum_algorithm.as_deref())?;
        check_algorithm(&claim, &upload)?;

        let shows = upload.chosen || claim.algorithm == Some(upload.algorithm);
        let expect =
            Expect { content_md5: input.content_md5.as_deref(), claim, keep: Some(upload.algorithm) };
        let received = self.receive(input.body.as_ref(), expect).await?;
        let mut staged = received.staged;
        let part = Part {
            blob: staged.blob(),
            size: received.size,
            etag: received.etag,
            modified: cx.now(),
            checksum: received.checksum.value,
        };
        let mut output = UploadPartOutput { e_tag: Some(quoted(&part.etag)), ..UploadPartOutput::default() };
        if shows {
            set_checksum!(output, upload.algorithm, part.checksum.clone());
        }
        Ok(Answer::write(move |tx| {
            stands(tx, &bucket)?;
            put_part(tx, &bucket, &input.key, &input.upload_id, number, &part)?;
            staged.name();
            Ok(output.clone())
        }))
    }
}

/// Parts are summed up as the upload was begun with.
fn check_algorithm(claim: &Claim, upload: &Upload) -> Result<(), Fault> {
    match claim.algorithm {
        Some(given) if upload.chosen && given != upload.algorithm => Err(invalid_request(format!(
            "Checksum Type mismatch occurred, expected checksum Type: {}, actual checksum Type: {}",
            upload.algorithm.name().to_ascii_lowercase(),
            given.name().to_ascii_lowercase()
        ))),
        _ => Ok(()),
    }
}
