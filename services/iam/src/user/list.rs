//! Listing users.

use api_iam::{ListUsers, ListUsersRequest, ListUsersResponse};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::view;
use crate::entity::{Entity, Kind, checks};
use crate::paging::PageRequest;
use crate::record::User;
use crate::{Iam, scope_at};

impl Handle<ListUsers> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &ListUsersRequest, at: &At<'_>) -> Result<Checks, Fault> {
        Ok(checks::list::<ListUsers>(scope_at(at)?.account, Kind::User, input.path_prefix.as_deref()))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ListUsers>,
    ) -> Result<Answer<ListUsers>, Fault> {
        let scope = crate::scope(cx)?;
        let request = PageRequest::new(input.marker.as_deref(), input.max_items)?;
        let prefix = input.path_prefix.as_deref().unwrap_or("/");
        let page = cx.read(|snapshot| {
            request.of_records(
                |after, limit| Ok(User::TABLE.list(snapshot, &scope, "", after, limit)?),
                |user| {
                    let is_wanted = user.identity.path.starts_with(prefix);
                    Ok(is_wanted.then(|| view::listed(scope.account, &user)))
                },
            )
        })?;
        Ok(Answer::Output(ListUsersResponse {
            is_truncated: page.is_truncated(),
            users: page.items,
            marker: page.marker,
        }))
    }
}
