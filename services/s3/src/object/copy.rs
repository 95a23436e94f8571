//! `CopyObject`.

use std::collections::BTreeMap;

use api_s3::{CopyObject, CopyObjectOutput, CopyObjectRequest, CopyObjectResult};
use kernel::{Answer, At, Category, Check, Checks, Cx, Effect, Fault, Handle, Permitted};
use shape::Body;

use super::checksums::set_checksum;
use super::claim::Claim;
use super::conditions::{WriteConditions, source_conditions};
use super::metadata::{check_served, description, quoted, with_carried_keys};
use super::range::Span;
use super::receive::Expect;
use super::source::Source;
use super::{SIZE_MAX, acl, check_key, fresh, read_id};
use crate::S3;
use crate::access::{Asker, Keys, compares, find, stands};
use crate::record::{
    Algorithm, Content, Coverage, Description, Mark, Object, Version, Which, object, put_object, version,
};
use crate::tags;
use crate::wording::invalid_request;

impl Handle<CopyObject> for S3 {
    const EFFECT: Effect = Effect::Write;
    const CATEGORY: Category = Category::Data;

    /// Reading the source and writing the destination are both asked for, each with the tags it moves.
    fn checks(&self, input: &CopyObjectRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let asker = Asker::at(at);
        let source = Source::parse(&input.copy_source)?;
        let expected = input.expected_bucket_owner.as_deref();
        let bucket = at.read(|view| asker.bucket(view, &input.bucket, expected))?;
        let source_owner = input.expected_source_bucket_owner.as_deref();
        let tags = tags_to_write(input, &source, at)?;
        let about = |action: &str| -> Check {
            with_carried_keys!(asker.about_object(action, &bucket, &input.key), input)
                .key("s3:x-amz-copy-source", source.path())
                .maybe("s3:x-amz-metadata-directive", input.metadata_directive.as_deref())
                .conditions(input.if_match.as_deref(), input.if_none_match.as_deref())
                .creates_object(true)
                .request_object_tags(&tags)
        };
        let mut checks =
            Checks::of(source.check("s3:GetObject", at, source_owner)?).and(about("s3:PutObject"));
        if !tags.is_empty() {
            if !replaces_tags(input) {
                checks = checks.and(source.check("s3:GetObjectTagging", at, source_owner)?);
            }
            checks = checks.and(about("s3:PutObjectTagging"));
        }
        if asker.sets_acl(input.acl.as_deref()) {
            checks = checks.and(about("s3:PutObjectAcl"));
        }
        if compares(input.if_match.as_deref()) {
            checks = checks.and(asker.about_object("s3:GetObject", &bucket, &input.key));
        }
        Ok(checks)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<CopyObject>,
    ) -> Result<Answer<CopyObject>, Fault> {
        let input = input.into_inner();
        check_key(&input.key)?;
        acl::check_encryption(&[
            &input.copy_source_sse_customer_algorithm,
            &input.copy_source_sse_customer_key,
        ])?;
        let source = Source::parse(&input.copy_source)?;
        let bucket = cx.read(|view| Asker::cx(cx).bucket(view, &input.bucket, None))?;
        check_served!(cx, &bucket, input);
        check_changes(&input, &source)?;
        let conditions = WriteConditions::read(input.if_match.as_deref(), input.if_none_match.as_deref())?;

        let source_bucket = source.bucket(cx)?;
        let found = source.find(self, cx, &source_bucket)?;
        let copy_source_version_id = read_id(&source_bucket, &found.object.mark);
        source_conditions!(input).check_source(&found.object, cx.now())?;
        if found.object.size > SIZE_MAX {
            return Err(invalid_request(
                "The specified copy source is larger than the maximum allowable size for a copy source: 5368709120",
            ));
        }
        let description = describe_copy(&input, &found.object.description)?;
        let keep = algorithm(&input, &found.object)?;
        let size = found.object.size;
        let stream = self.stream(found.segments(Span::whole(size)), found.pinned);
        let expect = Expect { content_md5: None, claim: Claim::default(), keep: Some(keep) };
        let received = self.receive(Some(&Body::stream(stream, Some(size))), expect).await?;
        let mut staged = received.staged;
        let copy = Object {
            size: received.size,
            etag: received.etag,
            modified: cx.now(),
            content: Content::Whole(staged.blob()),
            description,
            checksum: received.checksum,
            mark: Mark::default(),
        };
        let output = CopyObjectOutput { copy_source_version_id, ..answer(&copy) };
        let fresh = fresh(cx);
        Ok(Answer::write(move |tx| {
            let bucket = stands(tx, &bucket)?;
            conditions.check(&input.key, object(tx, &bucket, &input.key)?.as_ref())?;
            let mark = put_object(tx, &bucket, &input.key, &copy, &fresh)?;
            staged.name();
            Ok(CopyObjectOutput { version_id: mark.id, ..output.clone() })
        }))
    }
}

fn replaces(directive: Option<&str>) -> bool {
    directive == Some("REPLACE")
}

fn replaces_tags(input: &CopyObjectRequest) -> bool {
    replaces(input.tagging_directive.as_deref())
}

/// The tags the copy will have: the request's, or the source's as they are now.
fn tags_to_write(
    input: &CopyObjectRequest,
    source: &Source,
    at: &At<'_>,
) -> Result<BTreeMap<String, String>, Fault> {
    if replaces_tags(input) {
        return tags::parse(input.tagging.as_deref());
    }
    at.read(|view| {
        let bucket = find(view, &source.bucket, None)?;
        match version(view, &bucket, &source.key, &source.which)? {
            Some(Version::Object(object)) => Ok(object.description.tags),
            _ => Ok(BTreeMap::new()),
        }
    })
}

/// A copy onto itself must change something, unless it brings an older version back.
fn check_changes(input: &CopyObjectRequest, source: &Source) -> Result<(), Fault> {
    let itself = source.bucket == input.bucket && source.key == input.key && source.which == Which::Current;
    let changes = replaces(input.metadata_directive.as_deref())
        || input.storage_class.is_some()
        || input.website_redirect_location.is_some();
    if changes || !itself {
        return Ok(());
    }
    Err(invalid_request(
        "This copy request is illegal because it is trying to copy an object to itself without changing the \
         object's metadata, storage class, website redirect location or encryption attributes.",
    ))
}

/// Headers and metadata come from the source or the request, wholly; class and redirect always from the request.
fn describe_copy(input: &CopyObjectRequest, source: &Description) -> Result<Description, Fault> {
    let mut described = description!(input)?;
    if !replaces(input.metadata_directive.as_deref()) {
        described.headers = source.headers.clone();
        described.metadata = source.metadata.clone();
    }
    if !replaces_tags(input) {
        described.tags = source.tags.clone();
    }
    Ok(described)
}

/// The request's algorithm, else the source's. A copy is one piece again, so a sum of parts becomes one of all.
fn algorithm(input: &CopyObjectRequest, source: &Object) -> Result<Algorithm, Fault> {
    let named = input.checksum_algorithm.as_deref().map(Algorithm::parse).transpose()?;
    Ok(named.unwrap_or(source.checksum.algorithm))
}

fn answer(copy: &Object) -> CopyObjectOutput {
    let mut result = CopyObjectResult {
        e_tag: Some(quoted(&copy.etag)),
        last_modified: Some(copy.modified),
        checksum_type: Some(Coverage::FullObject.name().to_owned()),
        ..CopyObjectResult::default()
    };
    set_checksum!(result, copy.checksum.algorithm, copy.checksum.value.clone());
    CopyObjectOutput { copy_object_result: Some(result), ..CopyObjectOutput::default() }
}
