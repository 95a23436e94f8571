//! Instance profiles of a role. There are none yet.

use api_iam::{
    ListInstanceProfilesForRole, ListInstanceProfilesForRoleRequest, ListInstanceProfilesForRoleResponse,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use crate::Iam;
use crate::entity::{checks, look};
use crate::paging::PageRequest;
use crate::record::Role;

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
        look::<ListInstanceProfilesForRole, Role>(cx, &input.role_name, |_, _, _| {
            let page = request.of_list(Vec::new())?;
            Ok(ListInstanceProfilesForRoleResponse {
                is_truncated: page.is_truncated(),
                instance_profiles: page.items,
                marker: page.marker,
            })
        })
    }
}
