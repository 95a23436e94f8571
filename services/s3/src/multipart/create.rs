//! `CreateMultipartUpload`.

use api_s3::{CreateMultipartUpload, CreateMultipartUploadOutput, CreateMultipartUploadRequest};
use kernel::{Answer, At, Category, Check, Checks, Cx, Effect, Fault, Handle, Permitted, entropy};

use crate::S3;
use crate::access::{Asker, Keys, stands};
use crate::object::check_key;
use crate::object::metadata::{check_served, description, with_carried_keys};
use crate::record::{Algorithm, Coverage, UPLOADS, Upload, upload_key};
use crate::tags;
use crate::wording::invalid_request;

impl Handle<CreateMultipartUpload> for S3 {
    const EFFECT: Effect = Effect::Write;
    const CATEGORY: Category = Category::Data;

    fn checks(&self, input: &CreateMultipartUploadRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let asker = Asker::at(at);
        let expected = input.expected_bucket_owner.as_deref();
        let bucket = at.read(|view| asker.bucket(view, &input.bucket, expected))?;
        let tags = tags::parse(input.tagging.as_deref())?;
        let about = |action: &str| -> Check {
            with_carried_keys!(asker.about_object(action, &bucket, &input.key), input)
                .creates_object(false)
                .request_object_tags(&tags)
        };
        let mut checks = Checks::of(about("s3:PutObject"));
        if !tags.is_empty() {
            checks = checks.and(about("s3:PutObjectTagging"));
        }
        if asker.sets_acl(input.acl.as_deref()) {
            checks = checks.and(about("s3:PutObjectAcl"));
        }
        Ok(checks)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<CreateMultipartUpload>,
    ) -> Result<Answer<CreateMultipartUpload>, Fault> {
        let input = input.into_inner();
        check_key(&input.key)?;
        let bucket = cx.read(|view| Asker::cx(cx).bucket(view, &input.bucket, None))?;
        check_served!(cx, &bucket, input);
        let named = input.checksum_algorithm.as_deref().map(Algorithm::parse).transpose()?;
        if named.is_none() && input.checksum_type.is_some() {
            return Err(invalid_request(
                "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.",
            ));
        }
        let algorithm = named.unwrap_or(Algorithm::Crc64Nvme);
        let upload = Upload {
            initiated: cx.now(),
            initiator: cx.session().principal().shown(),
            description: description!(input)?,
            algorithm,
            coverage: Coverage::chosen(algorithm, input.checksum_type.as_deref())?,
            chosen: named.is_some(),
        };
        let id = entropy::ulid(&*cx.base().entropy, cx.now());
        let output = CreateMultipartUploadOutput {
            bucket: Some(bucket.name.clone()),
            key: Some(input.key.clone()),
            upload_id: Some(id.clone()),
            checksum_algorithm: named.map(|algorithm| algorithm.name().to_owned()),
            checksum_type: named.map(|_| upload.coverage.name().to_owned()),
            ..CreateMultipartUploadOutput::default()
        };
        Ok(Answer::write(move |tx| {
            stands(tx, &bucket)?;
            UPLOADS.put(tx, &bucket.scope(), &upload_key(&bucket.name, &input.key, &id), &upload)?;
            Ok(output.clone())
        }))
    }
}
