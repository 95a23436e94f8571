//! Listing groups.

use api_iam::{ListGroups, ListGroupsRequest, ListGroupsResponse};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::view;
use crate::entity::{Entity, Kind, checks};
use crate::paging::PageRequest;
use crate::record::Group;
use crate::{Iam, scope_at};

impl Handle<ListGroups> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &ListGroupsRequest, at: &At<'_>) -> Result<Checks, Fault> {
        Ok(checks::list::<ListGroups>(scope_at(at)?.account, Kind::Group, input.path_prefix.as_deref()))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ListGroups>,
    ) -> Result<Answer<ListGroups>, Fault> {
        let scope = crate::scope(cx)?;
        let request = PageRequest::new(input.marker.as_deref(), input.max_items)?;
        let prefix = input.path_prefix.as_deref().unwrap_or("/");
        let page = cx.read(|snapshot| {
            request.of_records(
                |after, limit| Ok(Group::TABLE.list(snapshot, &scope, "", after, limit)?),
                |group| {
                    let is_wanted = group.identity.path.starts_with(prefix);
                    Ok(is_wanted.then(|| view::whole(scope.account, &group)))
                },
            )
        })?;
        Ok(Answer::Output(ListGroupsResponse {
            is_truncated: page.is_truncated(),
            groups: page.items,
            marker: page.marker,
        }))
    }
}
