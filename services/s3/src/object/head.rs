//! `HeadObject`.

use api_s3::{HeadObject, HeadObjectOutput, HeadObjectRequest};
use kernel::{Answer, At, Category, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::checksums::set_checksum;
use super::conditions::read_conditions;
use super::get::{View, check_keyless, shown_checksum};
use super::metadata::{describe, override_headers};
use super::tagging::tag_count;
use super::{check_key, read_id, which};
use crate::S3;
use crate::access::{Asker, Keys};

impl Handle<HeadObject> for S3 {
    const EFFECT: Effect = Effect::Read;
    const CATEGORY: Category = Category::Data;

    fn checks(&self, input: &HeadObjectRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let asker = Asker::at(at);
        let expected = input.expected_bucket_owner.as_deref();
        let which = which(input.version_id.as_deref())?;
        at.read(|view| {
            let bucket = asker.bucket(view, &input.bucket, expected)?;
            let check = asker.about_version("s3:GetObject", &bucket, &input.key, &which);
            Ok(Checks::of(check.existing_tags(view, &bucket, &input.key, &which)?))
        })
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<HeadObject>,
    ) -> Result<Answer<HeadObject>, Fault> {
        check_key(&input.key)?;
        let which = which(input.version_id.as_deref())?;
        check_keyless(&[&input.sse_customer_algorithm, &input.sse_customer_key])?;
        let bucket = cx.read(|view| Asker::cx(cx).bucket(view, &input.bucket, None))?;
        let found = self.find(cx, &bucket, &input.key, &which)?;
        read_conditions!(input).check(&found.object, cx.now())?;

        let view = View::of(&found, input.range.as_deref(), input.part_number)?;
        let mut output = HeadObjectOutput::default();
        describe!(output, &found.object);
        override_headers!(output, input);
        output.version_id = read_id(&bucket, &found.object.mark);
        output.tag_count = tag_count(cx, &bucket, &input.key, &which, &found.object)?;
        output.content_length = i64::try_from(view.span.length()).ok();
        output.content_range = view.content_range;
        output.parts_count = view.parts_count;
        if let Some(checksum) = shown_checksum(&found, input.checksum_mode.as_deref(), view.partial) {
            output.checksum_type = Some(checksum.coverage.name().to_owned());
            set_checksum!(output, checksum.algorithm, checksum.value.clone());
        }
        Ok(Answer::Output(output))
    }
}
