//! `UploadPartCopy`.

use api_s3::{CopyPartResult, UploadPartCopy, UploadPartCopyOutput, UploadPartCopyRequest};
use kernel::{Answer, At, Category, Checks, Cx, Effect, Fault, Handle, Permitted};
use shape::Body;

use super::{part_number, put_part, upload};
use crate::S3;
use crate::access::{Asker, Keys, stands};
use crate::object::acl::check_encryption;
use crate::object::checksums::set_checksum;
use crate::object::claim::Claim;
use crate::object::conditions::source_conditions;
use crate::object::metadata::quoted;
use crate::object::range::Span;
use crate::object::read_id;
use crate::object::receive::Expect;
use crate::object::source::Source;
use crate::record::Part;
use crate::wording::invalid_argument;

impl Handle<UploadPartCopy> for S3 {
    const EFFECT: Effect = Effect::Write;
    const CATEGORY: Category = Category::Data;

    fn checks(&self, input: &UploadPartCopyRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let asker = Asker::at(at);
        let source = Source::parse(&input.copy_source)?;
        let expected = input.expected_bucket_owner.as_deref();
        let bucket = at.read(|view| asker.bucket(view, &input.bucket, expected))?;
        let read = source.check("s3:GetObject", at, input.expected_source_bucket_owner.as_deref())?;
        let write = asker.about_object("s3:PutObject", &bucket, &input.key);
        let write = write.key("s3:x-amz-copy-source", source.path()).creates_object(false);
        Ok(Checks::of(read).and(write))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<UploadPartCopy>,
    ) -> Result<Answer<UploadPartCopy>, Fault> {
        let input = input.into_inner();
        let number = part_number(input.part_number)?;
        check_encryption(&[
            &input.sse_customer_algorithm,
            &input.sse_customer_key,
            &input.copy_source_sse_customer_algorithm,
            &input.copy_source_sse_customer_key,
        ])?;
        let bucket = cx.read(|view| Asker::cx(cx).bucket(view, &input.bucket, None))?;
        let upload = cx.read(|view| upload(view, &bucket, &input.key, &input.upload_id))?;
        let source = Source::parse(&input.copy_source)?;
        let source_bucket = source.bucket(cx)?;
        let found = source.find(self, cx, &source_bucket)?;
        let copy_source_version_id = read_id(&source_bucket, &found.object.mark);
        source_conditions!(input).check_source(&found.object, cx.now())?;

        let span = span(input.copy_source_range.as_deref(), found.object.size)?;
        let stream = self.stream(found.segments(span), found.pinned);
        let expect = Expect { content_md5: None, claim: Claim::default(), keep: Some(upload.algorithm) };
        let received = self.receive(Some(&Body::stream(stream, Some(span.length()))), expect).await?;
        let mut staged = received.staged;
        let part = Part {
            blob: staged.blob(),
            size: received.size,
            etag: received.etag,
            modified: cx.now(),
            checksum: received.checksum.value,
        };
        let mut result = CopyPartResult {
            e_tag: Some(quoted(&part.etag)),
            last_modified: Some(part.modified),
            ..CopyPartResult::default()
        };
        if upload.chosen {
            set_checksum!(result, upload.algorithm, part.checksum.clone());
        }
        let output = UploadPartCopyOutput {
            copy_source_version_id,
            copy_part_result: Some(result),
            ..UploadPartCopyOutput::default()
        };
        Ok(Answer::write(move |tx| {
            stands(tx, &bucket)?;
            put_part(tx, &bucket, &input.key, &input.upload_id, number, &part)?;
            staged.name();
            Ok(output.clone())
        }))
    }
}

/// The bytes to copy. Unlike a reader's range, this one has both ends and lies within the source.
fn span(header: Option<&str>, size: u64) -> Result<Span, Fault> {
    let Some(header) = header else { return Ok(Span::whole(size)) };
    let refuse = |message: String| Err(invalid_argument(message, "x-amz-copy-source-range", header));
    let ends = header.strip_prefix("bytes=").and_then(|ends| ends.split_once('-'));
    let ends = ends.and_then(|(first, last)| Some((first.parse::<u64>().ok()?, last.parse::<u64>().ok()?)));
    match ends {
        Some((first, last)) if first <= last && last < size => Ok(Span { from: first, to: last + 1 }),
        Some((first, last)) if first <= last => {
            refuse(format!("Range specified is not valid for source object of size: {size}"))
        }
        _ => refuse(
            "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the \
             zero-based offsets of the first and last bytes to copy"
                .to_owned(),
        ),
    }
}
