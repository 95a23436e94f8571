//! `GetObject`.

use api_s3::{GetObject, GetObjectOutput, GetObjectRequest};
use kernel::{Answer, At, Category, Checks, Cx, Effect, Fault, Handle, Permitted};
use shape::Body;

use super::checksums::set_checksum;
use super::conditions::read_conditions;
use super::find::Found;
use super::metadata::{describe, override_headers};
use super::range::{self, Span};
use super::tagging::tag_count;
use super::{check_key, read_id, which};
use crate::S3;
use crate::access::{Asker, Keys};
use crate::record::{Checksum, Content};
use crate::wording::invalid_request;

impl Handle<GetObject> for S3 {
    const EFFECT: Effect = Effect::Read;
    const CATEGORY: Category = Category::Data;

    fn checks(&self, input: &GetObjectRequest, at: &At<'_>) -> Result<Checks, Fault> {
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
        input: Permitted<GetObject>,
    ) -> Result<Answer<GetObject>, Fault> {
        check_key(&input.key)?;
        let which = which(input.version_id.as_deref())?;
        check_keyless(&[&input.sse_customer_algorithm, &input.sse_customer_key])?;
        let overrides = input.response_content_type.is_some()
            || input.response_cache_control.is_some()
            || input.response_content_disposition.is_some()
            || input.response_content_encoding.is_some()
            || input.response_content_language.is_some()
            || input.response_expires.is_some();
        if overrides && cx.session().is_anonymous() {
            return Err(invalid_request(
                "Request specific response headers cannot be used for anonymous GET requests.",
            ));
        }
        let bucket = cx.read(|view| Asker::cx(cx).bucket(view, &input.bucket, None))?;
        let found = self.find(cx, &bucket, &input.key, &which)?;
        read_conditions!(input).check(&found.object, cx.now())?;

        let view = View::of(&found, input.range.as_deref(), input.part_number)?;
        let mut output = GetObjectOutput::default();
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
        let segments = found.segments(view.span);
        let stream = self.stream(segments, found.pinned);
        output.body = Some(Body::stream(stream, Some(view.span.length())));
        Ok(Answer::Output(output))
    }
}

/// What of an object is shown.
pub(super) struct View {
    pub(super) span: Span,
    pub(super) content_range: Option<String>,
    pub(super) parts_count: Option<i32>,
    /// Whether it is less than the object.
    pub(super) partial: bool,
}

impl View {
    pub(super) fn of(found: &Found, header: Option<&str>, part: Option<i32>) -> Result<Self, Fault> {
        let size = found.object.size;
        let (asked, parts_count) = match (header, part) {
            (Some(_), Some(_)) => {
                let message = "Cannot specify both Range header and partNumber query parameter";
                return Err(invalid_request(message));
            }
            (Some(header), None) => (range::parse(header, size)?, None),
            (None, Some(number)) => (Some(found.part(number)?), parts_count(found)),
            (None, None) => (None, None),
        };
        let span = asked.unwrap_or(Span::whole(size));
        // An empty object has no bytes to count from.
        let content_range = asked.filter(|span| span.length() > 0).map(|span| span.content_range(size));
        Ok(Self { span, content_range, parts_count, partial: span != Span::whole(size) })
    }
}

fn parts_count(found: &Found) -> Option<i32> {
    match &found.object.content {
        Content::Parts { count, .. } => i32::try_from(*count).ok(),
        Content::Whole(_) => None,
    }
}

/// The checksum, if it was asked for and is that of what is shown.
pub(super) fn shown_checksum<'o>(
    found: &'o Found,
    mode: Option<&str>,
    partial: bool,
) -> Option<&'o Checksum> {
    (mode == Some("ENABLED") && !partial).then_some(&found.object.checksum)
}

/// Nothing is stored under a client's key, so none opens anything.
pub(super) fn check_keyless(members: &[&Option<String>]) -> Result<(), Fault> {
    if members.iter().all(|member| member.is_none()) {
        return Ok(());
    }
    Err(invalid_request("The encryption parameters are not applicable to this object."))
}
