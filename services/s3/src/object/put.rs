//! `PutObject`.

use api_s3::{PutObject, PutObjectOutput, PutObjectRequest};
use kernel::{Answer, At, Category, Check, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::checksums::set_checksum;
use super::claim::{Claim, claim};
use super::conditions::WriteConditions;
use super::metadata::{check_served, description, quoted, with_carried_keys};
use super::receive::Expect;
use super::{check_key, fresh};
use crate::S3;
use crate::access::{Asker, Keys, compares, stands};
use crate::record::{Content, Mark, Object, object, put_object};
use crate::tags;
use crate::wording::not_implemented;

impl Handle<PutObject> for S3 {
    const EFFECT: Effect = Effect::Write;
    const CATEGORY: Category = Category::Data;

    fn checks(&self, input: &PutObjectRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let asker = Asker::at(at);
        let expected = input.expected_bucket_owner.as_deref();
        let bucket = at.read(|view| asker.bucket(view, &input.bucket, expected))?;
        let tags = tags::parse(input.tagging.as_deref())?;
        let about = |action: &str| -> Check {
            with_carried_keys!(asker.about_object(action, &bucket, &input.key), input)
                .conditions(input.if_match.as_deref(), input.if_none_match.as_deref())
                .creates_object(true)
                .request_object_tags(&tags)
        };
        let mut checks = Checks::of(about("s3:PutObject"));
        if !tags.is_empty() {
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
        input: Permitted<PutObject>,
    ) -> Result<Answer<PutObject>, Fault> {
        let input = input.into_inner();
        let bucket = cx.read(|view| Asker::cx(cx).bucket(view, &input.bucket, None))?;
        check_key(&input.key)?;
        check_served!(cx, &bucket, input);
        if input.write_offset_bytes.is_some() {
            return Err(not_implemented("appending is not served"));
        }
        let description = description!(input)?;
        let conditions = WriteConditions::read(input.if_match.as_deref(), input.if_none_match.as_deref())?;
        let claim: Claim = claim!(input, input.checksum_algorithm.as_deref())?;
        let current = cx.read(|view| Ok(object(view, &bucket, &input.key)?))?;
        conditions.check(&input.key, current.as_ref())?;

        let expect = Expect { content_md5: input.content_md5.as_deref(), claim, keep: None };
        let received = self.receive(input.body.as_ref(), expect).await?;
        let mut staged = received.staged;
        let new = Object {
            size: received.size,
            etag: received.etag,
            modified: cx.now(),
            content: Content::Whole(staged.blob()),
            description,
            checksum: received.checksum,
            mark: Mark::default(),
        };
        let fresh = fresh(cx);
        let output = answer(&new);
        Ok(Answer::write(move |tx| {
            let bucket = stands(tx, &bucket)?;
            conditions.check(&input.key, object(tx, &bucket, &input.key)?.as_ref())?;
            let mark = put_object(tx, &bucket, &input.key, &new, &fresh)?;
            staged.name();
            Ok(PutObjectOutput { version_id: mark.id, ..output.clone() })
        }))
    }
}

fn answer(object: &Object) -> PutObjectOutput {
    let mut output = PutObjectOutput { e_tag: Some(quoted(&object.etag)), ..PutObjectOutput::default() };
    output.checksum_type = Some(object.checksum.coverage.name().to_owned());
    set_checksum!(output, object.checksum.algorithm, object.checksum.value.clone());
    output
}
