//! Making managed policies.

use ::policy::PolicyKind;
use api_iam::{CreatePolicy, CreatePolicyRequest, CreatePolicyResponse};
use kernel::{Answer, At, Check, Checks, Cx, Effect, Fault, Handle, Permitted, entropy};
use names::Scope;
use store::Transaction;

use super::{save, view};
use crate::record::{Counted, POLICIES, Policy, Usage, Version, count};
use crate::tags::{self, Keys};
use crate::{Iam, arn, document, name_key, quota, scope_at, wording};

impl Handle<CreatePolicy> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &CreatePolicyRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let path = input.path.as_deref().unwrap_or("/");
        let resource = arn(scope_at(at)?.account, "policy", path, &input.policy_name);
        let tags = input.tags.as_deref().unwrap_or_default();
        let described = |check: Check| {
            check.named(format!("policy {}", input.policy_name)).request_tags(tags::pairs(tags))
        };
        let checks = Checks::on::<CreatePolicy>(resource.as_str()).map(described);
        if tags.is_empty() {
            return Ok(checks);
        }
        Ok(checks.and(described(Check::new("iam:TagPolicy", resource))))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<CreatePolicy>,
    ) -> Result<Answer<CreatePolicy>, Fault> {
        let scope = crate::scope(cx)?;
        let policy = new(cx, input.into_inner())?;
        Ok(Answer::write(move |tx| {
            insert(tx, &scope, &policy)?;
            let shown = view::of_account(&policy, scope.account, Usage::default());
            let tags = tags::shown_if_any(&policy.tags);
            Ok(CreatePolicyResponse { policy: Some(api_iam::Policy { tags, ..shown }) })
        }))
    }
}

fn new(cx: &Cx, input: CreatePolicyRequest) -> Result<Policy, Fault> {
    let tags = tags::accept(input.tags.unwrap_or_default(), Keys::CaseKept)?;
    accept(&input.policy_document)?;
    let now = cx.now().truncated();
    Ok(Policy {
        name: input.policy_name,
        path: input.path.unwrap_or_else(|| "/".to_owned()),
        id: entropy::unique_id(&*cx.base().entropy, "ANPA"),
        description: input.description,
        created: now,
        updated: now,
        tags,
        default_version: 1,
        last_version: 1,
        versions: vec![Version { number: 1, document: input.policy_document, created: now }],
    })
}

fn insert(tx: &mut dyn Transaction, scope: &Scope, policy: &Policy) -> Result<(), Fault> {
    if POLICIES.exists(tx, scope, &name_key(&policy.name))? {
        return Err(wording::policy_exists(&policy.name));
    }
    count(tx, scope, Counted::Policies, 1)?;
    save(tx, scope, policy)
}

/// Accepts the document of a managed policy.
pub(super) fn accept(text: &str) -> Result<(), Fault> {
    let document = document::accept(text, PolicyKind::Identity)?;
    if document.counted_chars() > quota::POLICY_CHARS {
        return Err(wording::over_quota("PolicySize", quota::POLICY_CHARS));
    }
    Ok(())
}
