//! Listing instance profiles, all and those of a role.

use api_iam::{
    ListInstanceProfiles, ListInstanceProfilesForRole, ListInstanceProfilesForRoleRequest,
    ListInstanceProfilesForRoleResponse, ListInstanceProfilesRequest, ListInstanceProfilesResponse,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::view;
use crate::entity::{Entity, Kind, checks, look};
use crate::paging::PageRequest;
use crate::record::{InstanceProfile, Role};
use crate::{Iam, scope_at};

impl Handle<ListInstanceProfiles> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &ListInstanceProfilesRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let (account, prefix) = (scope_at(at)?.account, input.path_prefix.as_deref());
        Ok(checks::list::<ListInstanceProfiles>(account, Kind::InstanceProfile, prefix))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ListInstanceProfiles>,
    ) -> Result<Answer<ListInstanceProfiles>, Fault> {
        let scope = crate::scope(cx)?;
        let request = PageRequest::new(input.marker.as_deref(), input.max_items)?;
        let prefix = input.path_prefix.as_deref().unwrap_or("/");
        let page = cx.read(|snapshot| {
            request.of_records(
                |after, limit| Ok(InstanceProfile::TABLE.list(snapshot, &scope, "", after, limit)?),
                |profile| match profile.identity.path.starts_with(prefix) {
                    true => view::listed(snapshot, &scope, &profile).map(Some),
                    false => Ok(None),
                },
            )
        })?;
        Ok(Answer::Output(ListInstanceProfilesResponse {
            is_truncated: page.is_truncated(),
            instance_profiles: page.items,
            marker: page.marker,
        }))
    }
}

impl Handle<ListInstanceProfilesForRole> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &ListInstanceProfilesForRoleRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<ListInstanceProfilesForRole, Role>(at, &input.role_name)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ListInstanceProfilesForRole>,
    ) -> Result<Answer<ListInstanceProfilesForRole>, Fault> {
        let request = PageRequest::new(input.marker.as_deref(), input.max_items)?;
        look::<ListInstanceProfilesForRole, Role>(cx, &input.role_name, |snapshot, scope, role| {
            let page = request.of_list(view::of_role(snapshot, scope, role)?)?;
            let shown = page.items.iter().map(|profile| view::listed(snapshot, scope, profile));
            Ok(ListInstanceProfilesForRoleResponse {
                is_truncated: page.is_truncated(),
                instance_profiles: shown.collect::<Result<_, _>>()?,
                marker: page.marker.clone(),
            })
        })
    }
}
