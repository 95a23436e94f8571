//! `GetBucketPolicyStatus`.

use api_s3::{
    GetBucketPolicyStatus, GetBucketPolicyStatusOutput, GetBucketPolicyStatusRequest, PolicyStatus,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use policy::{Document, PolicyKind};

use super::get::no_such_policy;
use crate::S3;
use crate::access::{Asker, about_bucket};
use crate::record::POLICIES;

impl Handle<GetBucketPolicyStatus> for S3 {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &GetBucketPolicyStatusRequest, at: &At<'_>) -> Result<Checks, Fault> {
        about_bucket(at, "s3:GetBucketPolicyStatus", &input.bucket, input.expected_bucket_owner.as_deref())
    }

    /// What the policy says counts, not whether public access is blocked besides.
    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetBucketPolicyStatus>,
    ) -> Result<Answer<GetBucketPolicyStatus>, Fault> {
        let stored = cx.read(|view| {
            let bucket = Asker::cx(cx).bucket(view, &input.bucket, None)?;
            Ok(POLICIES.get(view, &bucket.scope(), &bucket.name)?)
        })?;
        let stored = stored.ok_or_else(|| no_such_policy(&input.bucket))?;
        let document = Document::read(&stored.text, PolicyKind::S3Bucket).map_err(Fault::internal)?;
        let policy_status = Some(PolicyStatus { is_public: Some(document.is_public()) });
        Ok(Answer::Output(GetBucketPolicyStatusOutput { policy_status }))
    }
}
