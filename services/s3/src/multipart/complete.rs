//! `CompleteMultipartUpload`.

use api_s3::{CompleteMultipartUpload, CompleteMultipartUploadOutput, CompleteMultipartUploadRequest};
use kernel::{Answer, At, Call, Category, Checks, Cx, Effect, Fault, Handle, Origin, Permitted};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::order::Order;
use crate::S3;
use crate::access::{Asker, Keys, compares, stands};
use crate::object::acl::check_encryption;
use crate::object::checksums::set_checksum;
use crate::object::fresh;
use crate::object::metadata::quoted;
use crate::record::{Bucket, Object};

/// What stays as it is in the path of a URL; S3 encodes the slashes of keys here.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

impl Handle<CompleteMultipartUpload> for S3 {
    const EFFECT: Effect = Effect::Write;
    const CATEGORY: Category = Category::Data;

    fn checks(&self, input: &CompleteMultipartUploadRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let asker = Asker::at(at);
        let expected = input.expected_bucket_owner.as_deref();
        let bucket = at.read(|view| asker.bucket(view, &input.bucket, expected))?;
        let check = asker.about_object("s3:PutObject", &bucket, &input.key);
        let check = check.conditions(input.if_match.as_deref(), input.if_none_match.as_deref());
        let checks = Checks::of(check.creates_object(true));
        if compares(input.if_match.as_deref()) {
            return Ok(checks.and(asker.about_object("s3:GetObject", &bucket, &input.key)));
        }
        Ok(checks)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<CompleteMultipartUpload>,
    ) -> Result<Answer<CompleteMultipartUpload>, Fault> {
        let input = input.into_inner();
        check_encryption(&[&input.sse_customer_algorithm, &input.sse_customer_key])?;
        let bucket = cx.read(|view| Asker::cx(cx).bucket(view, &input.bucket, None))?;
        let order = Order::read(&input)?;
        let location = location(cx.call(), &bucket, &input.key);
        let fresh = fresh(cx);
        Ok(Answer::write(move |tx| {
            let bucket = stands(tx, &bucket)?;
            let object = order.carry_out(tx, &bucket, &fresh)?;
            Ok(answer(&object, &bucket, &order.key, &location))
        }))
    }
}

/// Where the object can be read, as far as the call tells how this server is reached.
fn location(call: &Call, bucket: &Bucket, key: &str) -> String {
    let key = utf8_percent_encode(key, PLAIN);
    let Origin::Network(network) = &call.origin else { return format!("/{}/{key}", bucket.name) };
    let Some(host) = &network.host else { return format!("/{}/{key}", bucket.name) };
    let scheme = if network.tls_version.is_some() { "https" } else { "http" };
    match host.strip_prefix(&bucket.name) {
        Some(rest) if rest.starts_with('.') => format!("{scheme}://{host}/{key}"),
        _ => format!("{scheme}://{host}/{}/{key}", bucket.name),
    }
}

fn answer(object: &Object, bucket: &Bucket, key: &str, location: &str) -> CompleteMultipartUploadOutput {
    let mut output = CompleteMultipartUploadOutput {
        location: Some(location.to_owned()),
        bucket: Some(bucket.name.clone()),
        key: Some(key.to_owned()),
        e_tag: Some(quoted(&object.etag)),
        checksum_type: Some(object.checksum.coverage.name().to_owned()),
        version_id: object.mark.id.clone(),
        ..CompleteMultipartUploadOutput::default()
    };
    set_checksum!(output, object.checksum.algorithm, object.checksum.value.clone());
    output
}
