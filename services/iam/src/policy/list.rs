//! Listing managed policies: those of AWS first, then the account's own by name.

use api_iam::{ListPolicies, ListPoliciesRequest, ListPoliciesResponse};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use names::Scope;
use store::Snapshot;

use super::{Found, view};
use crate::managed;
use crate::paging::{Page, PageRequest};
use crate::record::{POLICIES, Usage, usage};
use crate::{Iam, arn, scope_at};

/// What markers of AWS's policies begin with.
const AWS: &str = "aws:";
/// What markers of the account's policies begin with. It sorts after [`AWS`].
const LOCAL: &str = "local:";

impl Handle<ListPolicies> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &ListPoliciesRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let prefix = input.path_prefix.as_deref().unwrap_or("/");
        let resource = arn(scope_at(at)?.account, "policy", prefix, "");
        Ok(Checks::on::<ListPolicies>(resource).map(|check| check.named(format!("policy path {prefix}"))))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ListPolicies>,
    ) -> Result<Answer<ListPolicies>, Fault> {
        let scope = crate::scope(cx)?;
        let request = PageRequest::new(input.marker.as_deref(), input.max_items)?;
        let page = cx.read(|snapshot| page(snapshot, &scope, &request, &input))?;
        Ok(Answer::Output(ListPoliciesResponse {
            is_truncated: page.is_truncated(),
            policies: Some(page.items),
            marker: page.marker,
        }))
    }
}

fn page(
    snapshot: &dyn Snapshot,
    scope: &Scope,
    request: &PageRequest,
    input: &ListPoliciesRequest,
) -> Result<Page<api_iam::Policy>, Fault> {
    let wanted = input.scope.as_deref().unwrap_or("All");
    let prefix = input.path_prefix.as_deref().unwrap_or("/");
    request.of_records(
        |after, limit| fetch(snapshot, scope, wanted, after, limit),
        |found| {
            let (policy, path) = match &found {
                Found::Aws(policy) => (view::of_aws(policy, Usage::default()), policy.path),
                Found::Local(policy) => {
                    (view::of_account(policy, scope.account, Usage::default()), policy.path.as_str())
                }
            };
            if !path.starts_with(prefix) {
                return Ok(None);
            }
            let usage = usage(snapshot, scope, policy.arn.as_deref().unwrap_or_default())?;
            let counted = api_iam::Policy {
                attachment_count: i32::try_from(usage.attached).ok(),
                permissions_boundary_usage_count: i32::try_from(usage.boundary).ok(),
                ..policy
            };
            Ok(is_wanted(usage, input).then_some(counted))
        },
    )
}

/// A boundary counts as attached, and how a policy is used counts only where those attached are asked for.
fn is_wanted(usage: Usage, input: &ListPoliciesRequest) -> bool {
    if !input.only_attached.unwrap_or(false) {
        return true;
    }
    match input.policy_usage_filter.as_deref() {
        Some("PermissionsBoundary") => usage.boundary > 0,
        Some("PermissionsPolicy") => usage.attached > 0,
        _ => usage.attached > 0 || usage.boundary > 0,
    }
}

/// Policies in the order of their markers.
fn fetch(
    snapshot: &dyn Snapshot,
    scope: &Scope,
    wanted: &str,
    after: Option<&str>,
    limit: usize,
) -> Result<Vec<(String, Found)>, Fault> {
    let local_after = after.and_then(|after| after.strip_prefix(LOCAL));
    let mut found = Vec::new();
    if wanted != "Local" && local_after.is_none() {
        let after = after.and_then(|after| after.strip_prefix(AWS)).unwrap_or_default();
        let rest = managed::all().values().filter(|policy| policy.arn > after);
        found.extend(rest.take(limit).map(|policy| (format!("{AWS}{}", policy.arn), Found::Aws(policy))));
    }
    if wanted != "AWS" && found.len() < limit {
        let rest = POLICIES.list(snapshot, scope, "", local_after, limit - found.len())?;
        found.extend(
            rest.into_iter().map(|(key, policy)| (format!("{LOCAL}{key}"), Found::Local(Box::new(policy)))),
        );
    }
    Ok(found)
}
