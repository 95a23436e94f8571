//! Listing a user's access keys.

use api_iam::{AccessKeyMetadata, ListAccessKeys, ListAccessKeysRequest, ListAccessKeysResponse};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::Owner;
use crate::Iam;
use crate::paging::PageRequest;
use crate::record::{AccessKey, KEYS, key_of};

impl Handle<ListAccessKeys> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &ListAccessKeysRequest, at: &At<'_>) -> Result<Checks, Fault> {
        Owner::of(at.session, input.user_name.as_deref())?.checks::<ListAccessKeys>(at)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ListAccessKeys>,
    ) -> Result<Answer<ListAccessKeys>, Fault> {
        let scope = crate::scope(cx)?;
        let request = PageRequest::new(input.marker.as_deref(), input.max_items)?;
        let owner = Owner::of(cx.session(), input.user_name.as_deref())?;
        let page = cx.read(|snapshot| {
            let (owner, name) = owner.resolve(snapshot, &scope)?;
            request.of_records(
                |after, limit| Ok(KEYS.list(snapshot, &scope, &key_of(&owner, ""), after, limit)?),
                |key| Ok(Some(shown(&name, key))),
            )
        })?;
        Ok(Answer::Output(ListAccessKeysResponse {
            is_truncated: page.is_truncated(),
            access_key_metadata: page.items,
            marker: page.marker,
        }))
    }
}

fn shown(user_name: &str, key: AccessKey) -> AccessKeyMetadata {
    AccessKeyMetadata {
        user_name: Some(user_name.to_owned()),
        status: Some(key.status().to_owned()),
        access_key_id: Some(key.id),
        create_date: Some(key.created),
    }
}
