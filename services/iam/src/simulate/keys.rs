//! Which condition keys policies look at.

use ::policy::{NamedPolicy, PolicyKind};
use api_iam::{
    GetContextKeysForCustomPolicy, GetContextKeysForCustomPolicyRequest, GetContextKeysForPolicyResponse,
    GetContextKeysForPrincipalPolicy, GetContextKeysForPrincipalPolicyRequest,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::sources::{Source, given};
use crate::{Iam, account, by_arn};

impl Handle<GetContextKeysForCustomPolicy> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, _: &GetContextKeysForCustomPolicyRequest, _: &At<'_>) -> Result<Checks, Fault> {
        Ok(account::checks::<GetContextKeysForCustomPolicy>())
    }

    async fn handle<'a>(
        &'a self,
        _: &'a Cx,
        input: Permitted<GetContextKeysForCustomPolicy>,
    ) -> Result<Answer<GetContextKeysForCustomPolicy>, Fault> {
        let policies = given("PolicyInputList", &input.policy_input_list, PolicyKind::Identity)?;
        Ok(Answer::Output(response(&policies)))
    }
}

impl Handle<GetContextKeysForPrincipalPolicy> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &GetContextKeysForPrincipalPolicyRequest, _: &At<'_>) -> Result<Checks, Fault> {
        by_arn::checks::<GetContextKeysForPrincipalPolicy>(&input.policy_source_arn)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetContextKeysForPrincipalPolicy>,
    ) -> Result<Answer<GetContextKeysForPrincipalPolicy>, Fault> {
        let scope = crate::scope(cx)?;
        let mut policies = cx.read(|view| {
            let source = Source::find(view, &scope, &input.policy_source_arn)?;
            let mut policies = self.policies_of_source(view, &scope, &source)?;
            if let Some(boundary) = &source.identity.boundary {
                policies.push(self.managed_source(view, &scope, boundary, PolicyKind::Boundary)?);
            }
            Ok(policies)
        })?;
        let more = input.policy_input_list.as_deref().unwrap_or_default();
        policies.extend(given("PolicyInputList", more, PolicyKind::Identity)?);
        Ok(Answer::Output(response(&policies)))
    }
}

fn response(policies: &[NamedPolicy]) -> GetContextKeysForPolicyResponse {
    let mut keys: Vec<String> =
        policies.iter().flat_map(|named| named.policy.written_context_keys()).collect();
    keys.sort_unstable();
    keys.dedup_by(|one, other| one.eq_ignore_ascii_case(other));
    GetContextKeysForPolicyResponse { context_key_names: Some(keys) }
}
