//! Looking at a group with its members.

use api_iam::{GetGroup, GetGroupRequest, GetGroupResponse};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::view;
use crate::entity::{Entity, checks, look};
use crate::paging::PageRequest;
use crate::record::{Group, MEMBERS, UNIQUE_IDS, User, member_key};
use crate::{Iam, user};

impl Handle<GetGroup> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &GetGroupRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<GetGroup, Group>(at, &input.group_name)
    }

    async fn handle<'a>(&'a self, cx: &'a Cx, input: Permitted<GetGroup>) -> Result<Answer<GetGroup>, Fault> {
        let request = PageRequest::new(input.marker.as_deref(), input.max_items)?;
        look::<GetGroup, Group>(cx, &input.group_name, |snapshot, scope, group| {
            let prefix = member_key(&group.identity.id, "");
            let page = request.of_records(
                |after, limit| Ok(MEMBERS.list(snapshot, scope, &prefix, after, limit)?),
                |member| {
                    let Some(holder) = UNIQUE_IDS.get(snapshot, &member.user)? else { return Ok(None) };
                    let user: Option<User> = User::TABLE.get(snapshot, scope, &holder.key)?;
                    Ok(user.map(|user| user::view::listed(scope.account, &user)))
                },
            )?;
            Ok(GetGroupResponse {
                group: view::whole(scope.account, group),
                is_truncated: page.is_truncated(),
                users: page.items,
                marker: page.marker,
            })
        })
    }
}
