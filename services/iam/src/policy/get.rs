//! Looking at managed policies.

use api_iam::{GetPolicy, GetPolicyRequest, GetPolicyResponse};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::{checks, look, view};
use crate::Iam;
use crate::record::usage;

impl Handle<GetPolicy> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &GetPolicyRequest, _: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<GetPolicy>(&input.policy_arn)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetPolicy>,
    ) -> Result<Answer<GetPolicy>, Fault> {
        look::<GetPolicy>(cx, &input.policy_arn, |snapshot, scope, found| {
            let usage = usage(snapshot, scope, &input.policy_arn)?;
            Ok(GetPolicyResponse { policy: Some(view::policy(&found, scope.account, usage)) })
        })
    }
}
