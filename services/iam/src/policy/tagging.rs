//! Tags of managed policies.

use api_iam::{
    ListPolicyTags, ListPolicyTagsRequest, ListPolicyTagsResponse, TagPolicy, TagPolicyRequest, UntagPolicy,
    UntagPolicyRequest,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::{Found, change, checks, look};
use crate::Iam;
use crate::paging::PageRequest;
use crate::tags::{self, Keys, Tags};

impl Handle<TagPolicy> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &TagPolicyRequest, _: &At<'_>) -> Result<Checks, Fault> {
        let checks = checks::on::<TagPolicy>(&input.policy_arn)?;
        Ok(checks.map(|check| check.request_tags(tags::pairs(&input.tags))))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<TagPolicy>,
    ) -> Result<Answer<TagPolicy>, Fault> {
        let input = input.into_inner();
        let new = tags::accept(input.tags, Keys::CaseKept)?;
        change::<TagPolicy>(cx, &input.policy_arn, move |_, _, policy| {
            tags::add(&mut policy.tags, &new, Keys::CaseKept)
        })
    }
}

impl Handle<UntagPolicy> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &UntagPolicyRequest, _: &At<'_>) -> Result<Checks, Fault> {
        let checks = checks::on::<UntagPolicy>(&input.policy_arn)?;
        Ok(checks.map(|check| check.keys("aws:TagKeys", input.tag_keys.clone())))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<UntagPolicy>,
    ) -> Result<Answer<UntagPolicy>, Fault> {
        let input = input.into_inner();
        tags::accept_keys(&input.tag_keys)?;
        change::<UntagPolicy>(cx, &input.policy_arn, move |_, _, policy| {
            tags::remove(&mut policy.tags, &input.tag_keys, Keys::CaseKept);
            Ok(())
        })
    }
}

impl Handle<ListPolicyTags> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &ListPolicyTagsRequest, _: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<ListPolicyTags>(&input.policy_arn)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ListPolicyTags>,
    ) -> Result<Answer<ListPolicyTags>, Fault> {
        let request = PageRequest::new(input.marker.as_deref(), input.max_items)?;
        look::<ListPolicyTags>(cx, &input.policy_arn, |_, _, found| {
            let tags = match &found {
                Found::Aws(_) => Tags::new(),
                Found::Local(policy) => policy.tags.clone(),
            };
            let page = request.of_list(tags::shown(&tags))?;
            Ok(ListPolicyTagsResponse {
                is_truncated: page.is_truncated(),
                tags: page.items,
                marker: page.marker,
            })
        })
    }
}
