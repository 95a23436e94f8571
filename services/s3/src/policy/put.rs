//! `PutBucketPolicy`.

use api_s3::{PutBucketPolicy, PutBucketPolicyRequest};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted, entropy};
use md5::{Digest as _, Md5};
use policy::{Document, Rejection};

use super::{bucket, checks, principals};
use crate::S3;
use crate::access::{bucket_arn, stands};
use crate::record::{Bucket, BucketPolicy, POLICIES};

/// The longest policy: 20 KiB.
const POLICY_BYTES_MAX: usize = 20 << 10;

impl Handle<PutBucketPolicy> for S3 {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &PutBucketPolicyRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks("s3:PutBucketPolicy", &input.bucket, input.expected_bucket_owner.as_deref(), at)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<PutBucketPolicy>,
    ) -> Result<Answer<PutBucketPolicy>, Fault> {
        let bucket = bucket(cx, &input.bucket)?;
        check_digest(input.content_md5.as_deref(), &input.policy)?;
        if input.policy.len() > POLICY_BYTES_MAX {
            return Err(malformed("Policy exceeds the maximum allowed document size."));
        }
        let document = Document::parse_bucket_policy(&input.policy, &bucket.name).map_err(rejected)?;
        let blocked = document.is_public().then(|| blocked(cx, &bucket));
        let stored = BucketPolicy {
            text: principals::bound(&document, cx.directory())?,
            revision: entropy::ulid(&*cx.base().entropy, cx.now()),
        };
        Ok(Answer::write(move |tx| {
            let settings = stands(tx, &bucket)?.settings;
            if let Some(fault) = blocked.clone().filter(|_| settings.blocked().public_policy) {
                return Err(fault);
            }
            Ok(POLICIES.put(tx, &bucket.scope(), &bucket.name, &stored)?)
        }))
    }
}

/// 400.
pub(super) fn malformed(message: impl Into<String>) -> Fault {
    Fault::new("MalformedPolicy", 400, message)
}

/// S3's sentence, and where and why in the detail.
fn rejected(rejection: Rejection) -> Fault {
    let fault = malformed(rejection.message);
    match rejection.hint {
        Some(hint) => fault.field("Detail", hint),
        None => fault,
    }
}

/// 403: `BlockPublicPolicy` is on, as it is for new buckets.
fn blocked(cx: &Cx, bucket: &Bucket) -> Fault {
    let message = format!(
        "User: {} is not authorized to perform: s3:PutBucketPolicy on resource: \"{}\" because public policies are \
         blocked by the BlockPublicPolicy block public access setting.",
        cx.session().principal().shown(),
        bucket_arn(&bucket.name)
    );
    Fault::new("AccessDenied", 403, message)
}

fn check_digest(header: Option<&str>, text: &str) -> Result<(), Fault> {
    let Some(claimed) = header else { return Ok(()) };
    if STANDARD.encode(Md5::digest(text.as_bytes())) == claimed.trim() {
        return Ok(());
    }
    let message = "The Content-MD5 you specified did not match what we received.";
    Err(Fault::new("BadDigest", 400, message))
}
