//! Who is in which group.

use api_iam::{
    AddUserToGroup, AddUserToGroupRequest, ListGroupsForUser, ListGroupsForUserRequest,
    ListGroupsForUserResponse, RemoveUserFromGroup, RemoveUserFromGroupRequest,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use names::Scope;
use store::Snapshot;

use super::view;
use crate::entity::{Entity, checks, find, look, save};
use crate::paging::PageRequest;
use crate::record::{Group, Identity, UNIQUE_IDS, User, join_group, leave_group};
use crate::{Iam, name_key, quota, wording};

impl Handle<AddUserToGroup> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &AddUserToGroupRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<AddUserToGroup, Group>(at, &input.group_name)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<AddUserToGroup>,
    ) -> Result<Answer<AddUserToGroup>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        Ok(Answer::write(move |tx| {
            let group: Group = find(tx, &scope, &input.group_name)?;
            let mut user: User = find(tx, &scope, &input.user_name)?;
            join_group(tx, &scope, &group, &mut user)?;
            if user.groups.len() > quota::GROUPS_OF_USER {
                return Err(wording::over_quota("GroupsPerUser", quota::GROUPS_OF_USER));
            }
            save(tx, &scope, &user)
        }))
    }
}

impl Handle<RemoveUserFromGroup> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &RemoveUserFromGroupRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<RemoveUserFromGroup, Group>(at, &input.group_name)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<RemoveUserFromGroup>,
    ) -> Result<Answer<RemoveUserFromGroup>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        Ok(Answer::write(move |tx| {
            // The user first, as AWS does.
            let mut user: User = find(tx, &scope, &input.user_name)?;
            let group: Group = find(tx, &scope, &input.group_name)?;
            leave_group(tx, &scope, &group, &mut user)?;
            save(tx, &scope, &user)
        }))
    }
}

impl Handle<ListGroupsForUser> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &ListGroupsForUserRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<ListGroupsForUser, User>(at, &input.user_name)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ListGroupsForUser>,
    ) -> Result<Answer<ListGroupsForUser>, Fault> {
        let request = PageRequest::new(input.marker.as_deref(), input.max_items)?;
        look::<ListGroupsForUser, User>(cx, &input.user_name, |snapshot, scope, user| {
            let groups = of_user(snapshot, scope, &user.identity)?;
            let page = request.of_list(groups.iter().map(|group| view::whole(scope.account, group)))?;
            Ok(ListGroupsForUserResponse {
                is_truncated: page.is_truncated(),
                groups: page.items,
                marker: page.marker,
            })
        })
    }
}

/// The groups of a user, by name.
pub(crate) fn of_user(view: &dyn Snapshot, scope: &Scope, user: &Identity) -> Result<Vec<Group>, Fault> {
    let user: Option<User> = User::TABLE.get(view, scope, &name_key(&user.name))?;
    let mut groups = Vec::new();
    for id in user.iter().flat_map(|user| &user.groups) {
        let holder = UNIQUE_IDS.get(view, id)?;
        let group = holder.map(|holder| Group::TABLE.get(view, scope, &holder.key)).transpose()?;
        groups.extend(group.flatten());
    }
    groups.sort_by_key(|group: &Group| name_key(&group.identity.name));
    Ok(groups)
}
