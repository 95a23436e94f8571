//! Deleting managed policies.

use api_iam::{DeletePolicy, DeletePolicyRequest};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use names::Scope;
use store::Transaction;

use super::{PolicyArn, checks, find_local, own};
use crate::record::{Counted, POLICIES, Usage, count, usage};
use crate::{Iam, generation, name_key, wording};

impl Handle<DeletePolicy> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &DeletePolicyRequest, _: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<DeletePolicy>(&input.policy_arn)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DeletePolicy>,
    ) -> Result<Answer<DeletePolicy>, Fault> {
        let scope = crate::scope(cx)?;
        let arn = own::<DeletePolicy>(cx, &input.policy_arn)?;
        Ok(Answer::write(move |tx| remove(tx, &scope, &arn)))
    }
}

fn remove(tx: &mut dyn Transaction, scope: &Scope, arn: &PolicyArn) -> Result<(), Fault> {
    let policy = find_local(tx, scope, arn)?.ok_or_else(|| wording::no_policy(arn.as_str()))?;
    if usage(tx, scope, arn.as_str())? != Usage::default() {
        return Err(wording::policy_in_use());
    }
    if policy.versions.len() > 1 {
        return Err(wording::versions_left());
    }
    count(tx, scope, Counted::Policies, -1)?;
    POLICIES.delete(tx, scope, &name_key(&policy.name))?;
    generation::raise(tx, scope)
}
