//! Tags: `TagResource`, `UntagResource`, `ListTagsForResource`, and the tags of new resources.

use std::collections::BTreeMap;

use api_forecast::{
    ListTagsForResource, ListTagsForResourceRequest, ListTagsForResourceResponse, Tag, TagResource,
    TagResourceRequest, TagResourceResponse, UntagResource, UntagResourceRequest, UntagResourceResponse,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use names::{Arn, Scope};
use store::{Snapshot, Transaction};

use crate::access::{Tags, tagged};
use crate::kind::Kind;
use crate::record::{self, Resource, for_kind};
use crate::{Forecast, quota, wording};

/// The tags of a new resource.
pub(crate) fn of_request(tags: &Tags) -> Result<BTreeMap<String, String>, Fault> {
    let mut all = BTreeMap::new();
    add(&mut all, tags.as_deref().unwrap_or_default())?;
    Ok(all)
}

fn add(all: &mut BTreeMap<String, String>, tags: &[Tag]) -> Result<(), Fault> {
    // Conditions name tag keys ignoring case, so two keys that differ only in it would be one to policies.
    let mut keys: Vec<String> = tags.iter().map(|tag| tag.key.to_lowercase()).collect();
    keys.sort_unstable();
    if let Some(twice) =
        keys.windows(2).find(|pair| pair.first() == pair.last()).and_then(|pair| pair.first())
    {
        return Err(wording::invalid(format!("Duplicate tag key: {twice}")));
    }
    for tag in tags {
        if tag.key.get(..4).is_some_and(|prefix| prefix.eq_ignore_ascii_case("aws:")) {
            return Err(wording::invalid(format!("The tag key {} is not valid: aws: is reserved", tag.key)));
        }
        all.insert(tag.key.clone(), tag.value.clone());
    }
    if all.len() > quota::TAGS_MAX {
        return Err(wording::limit(format!("A resource can have at most {} tags", quota::TAGS_MAX)));
    }
    Ok(())
}

/// The kind and ARN of a resource that a client named.
fn place(scope: &Scope, text: &str) -> Result<(Kind, Arn), Fault> {
    let arn: Arn = text.parse().map_err(|_| wording::invalid(format!("Invalid ARN: {text}")))?;
    let Some((kind, _)) = Kind::of(&arn) else {
        return Err(wording::invalid(format!("The ARN {text} is not the ARN of a resource with tags")));
    };
    Ok((kind, record::arn_of(kind, scope, text)?))
}

/// The tags of a resource.
pub(crate) fn read(
    view: &dyn Snapshot,
    scope: &Scope,
    text: &str,
) -> Result<BTreeMap<String, String>, Fault> {
    let (kind, arn) = place(scope, text)?;
    for_kind!(kind, R => Ok(record::get::<R>(view, scope, &arn)?.common().tags.clone()))
}

fn change(
    tx: &mut dyn Transaction,
    scope: &Scope,
    text: &str,
    change: impl FnOnce(&mut BTreeMap<String, String>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let (kind, arn) = place(scope, text)?;
    for_kind!(kind, R => {
        let mut record: R = record::get(tx, scope, &arn)?;
        change(&mut record.common_mut().tags)?;
        Ok(record::put(tx, scope, &record)?)
    })
}

impl Handle<TagResource> for Forecast {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &TagResourceRequest, _: &At<'_>) -> Result<Checks, Fault> {
        Ok(tagged::<TagResource>(&input.resource_arn, &Some(input.tags.clone())))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<TagResource>,
    ) -> Result<Answer<TagResource>, Fault> {
        let (scope, input) = (cx.scope()?, input.into_inner());
        Ok(Answer::write(move |tx| {
            change(tx, &scope, &input.resource_arn, |tags| add(tags, &input.tags))?;
            Ok(TagResourceResponse {})
        }))
    }
}

impl Handle<UntagResource> for Forecast {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &UntagResourceRequest, _: &At<'_>) -> Result<Checks, Fault> {
        let keys = input.tag_keys.clone();
        Ok(Checks::on::<UntagResource>(&*input.resource_arn).map(|check| check.keys("aws:TagKeys", keys)))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<UntagResource>,
    ) -> Result<Answer<UntagResource>, Fault> {
        let (scope, input) = (cx.scope()?, input.into_inner());
        Ok(Answer::write(move |tx| {
            change(tx, &scope, &input.resource_arn, |tags| {
                tags.retain(|key, _| !input.tag_keys.contains(key));
                Ok(())
            })?;
            Ok(UntagResourceResponse {})
        }))
    }
}

impl Handle<ListTagsForResource> for Forecast {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &ListTagsForResourceRequest, _: &At<'_>) -> Result<Checks, Fault> {
        Ok(Checks::on::<ListTagsForResource>(&*input.resource_arn))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ListTagsForResource>,
    ) -> Result<Answer<ListTagsForResource>, Fault> {
        let scope = cx.scope()?;
        let tags = cx.read(|view| read(view, &scope, &input.resource_arn))?;
        let tags = tags.into_iter().map(|(key, value)| Tag { key, value }).collect();
        Ok(Answer::Output(ListTagsForResourceResponse { tags: Some(tags) }))
    }
}
