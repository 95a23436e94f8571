//! Versions of managed policies.

use api_iam::{
    CreatePolicyVersion, CreatePolicyVersionRequest, CreatePolicyVersionResponse, DeletePolicyVersion,
    DeletePolicyVersionRequest, GetPolicyVersion, GetPolicyVersionRequest, GetPolicyVersionResponse,
    ListPolicyVersions, ListPolicyVersionsRequest, ListPolicyVersionsResponse, SetDefaultPolicyVersion,
    SetDefaultPolicyVersionRequest,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use names::Timestamp;

use super::{Found, change, change_or, checks, create, look, look_or, view};
use crate::paging::PageRequest;
use crate::record::{Policy, Version};
use crate::{Iam, quota, wording};

impl Handle<CreatePolicyVersion> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &CreatePolicyVersionRequest, _: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<CreatePolicyVersion>(&input.policy_arn)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<CreatePolicyVersion>,
    ) -> Result<Answer<CreatePolicyVersion>, Fault> {
        let input = input.into_inner();
        create::accept(&input.policy_document)?;
        let now = cx.now().truncated();
        let as_default = input.set_as_default.unwrap_or(false);
        change::<CreatePolicyVersion>(cx, &input.policy_arn, move |_, _, policy| {
            let version = add(policy, &input.policy_document, as_default, now)?;
            Ok(CreatePolicyVersionResponse { policy_version: Some(view::version(policy, &version)) })
        })
    }
}

fn add(policy: &mut Policy, text: &str, as_default: bool, now: Timestamp) -> Result<Version, Fault> {
    if policy.versions.len() >= quota::VERSIONS {
        return Err(wording::too_many_versions(quota::VERSIONS));
    }
    policy.last_version += 1;
    policy.updated = now;
    if as_default {
        policy.default_version = policy.last_version;
    }
    let version = Version { number: policy.last_version, document: text.to_owned(), created: now };
    policy.versions.push(version.clone());
    Ok(version)
}

impl Handle<GetPolicyVersion> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &GetPolicyVersionRequest, _: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<GetPolicyVersion>(&input.policy_arn)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetPolicyVersion>,
    ) -> Result<Answer<GetPolicyVersion>, Fault> {
        let missing = || wording::no_version(&input.policy_arn, &input.version_id);
        look_or::<GetPolicyVersion>(cx, &input.policy_arn, missing, |_, _, found| {
            let shown = match &found {
                Found::Aws(policy) if policy.default_version == input.version_id => {
                    view::with_document(view::aws_version(policy), policy.document)
                }
                Found::Aws(_) => return Err(missing()),
                Found::Local(policy) => {
                    let version = numbered(policy, &input.policy_arn, &input.version_id)?;
                    view::with_document(view::version(policy, version), &version.document)
                }
            };
            Ok(GetPolicyVersionResponse { policy_version: Some(shown) })
        })
    }
}

/// The version with an id such as `v3`.
fn numbered<'p>(policy: &'p Policy, arn: &str, id: &str) -> Result<&'p Version, Fault> {
    let number = id.strip_prefix('v').and_then(|digits| digits.parse().ok());
    let version = number.and_then(|number| policy.version(number));
    version.ok_or_else(|| wording::no_version(arn, id))
}

impl Handle<DeletePolicyVersion> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &DeletePolicyVersionRequest, _: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<DeletePolicyVersion>(&input.policy_arn)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DeletePolicyVersion>,
    ) -> Result<Answer<DeletePolicyVersion>, Fault> {
        let input = input.into_inner();
        change::<DeletePolicyVersion>(cx, &input.policy_arn.clone(), move |_, _, policy| {
            let number = numbered(policy, &input.policy_arn, &input.version_id)?.number;
            if number == policy.default_version {
                return Err(wording::default_version());
            }
            policy.versions.retain(|version| version.number != number);
            Ok(())
        })
    }
}

impl Handle<SetDefaultPolicyVersion> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &SetDefaultPolicyVersionRequest, _: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<SetDefaultPolicyVersion>(&input.policy_arn)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<SetDefaultPolicyVersion>,
    ) -> Result<Answer<SetDefaultPolicyVersion>, Fault> {
        let input = input.into_inner();
        let missing = wording::no_version(&input.policy_arn, &input.version_id);
        change_or::<SetDefaultPolicyVersion>(cx, &input.policy_arn.clone(), missing, move |_, _, policy| {
            policy.default_version = numbered(policy, &input.policy_arn, &input.version_id)?.number;
            Ok(())
        })
    }
}

impl Handle<ListPolicyVersions> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &ListPolicyVersionsRequest, _: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<ListPolicyVersions>(&input.policy_arn)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ListPolicyVersions>,
    ) -> Result<Answer<ListPolicyVersions>, Fault> {
        let request = PageRequest::new(input.marker.as_deref(), input.max_items)?;
        look::<ListPolicyVersions>(cx, &input.policy_arn, |_, _, found| {
            let versions = match &found {
                Found::Aws(policy) => vec![view::aws_version(policy)],
                Found::Local(policy) => {
                    policy.versions.iter().rev().map(|version| view::version(policy, version)).collect()
                }
            };
            let page = request.of_list(versions)?;
            Ok(ListPolicyVersionsResponse {
                is_truncated: page.is_truncated(),
                versions: Some(page.items),
                marker: page.marker,
            })
        })
    }
}
