//! Listing roles.

use api_iam::{ListRoles, ListRolesRequest, ListRolesResponse};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::view;
use crate::entity::{Entity, Kind, checks};
use crate::paging::PageRequest;
use crate::record::Role;
use crate::{Iam, scope_at};

impl Handle<ListRoles> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &ListRolesRequest, at: &At<'_>) -> Result<Checks, Fault> {
        Ok(checks::list::<ListRoles>(scope_at(at)?.account, Kind::Role, input.path_prefix.as_deref()))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ListRoles>,
    ) -> Result<Answer<ListRoles>, Fault> {
        let scope = crate::scope(cx)?;
        let request = PageRequest::new(input.marker.as_deref(), input.max_items)?;
        let prefix = input.path_prefix.as_deref().unwrap_or("/");
        let page = cx.read(|snapshot| {
            request.of_records(
                |after, limit| Ok(Role::TABLE.list(snapshot, &scope, "", after, limit)?),
                |role| match role.identity.path.starts_with(prefix) {
                    true => view::listed(snapshot, &scope, &role).map(Some),
                    false => Ok(None),
                },
            )
        })?;
        Ok(Answer::Output(ListRolesResponse {
            is_truncated: page.is_truncated(),
            roles: page.items,
            marker: page.marker,
        }))
    }
}
