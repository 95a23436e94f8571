//! Looking at a role.

use api_iam::{GetRole, GetRoleRequest, GetRoleResponse, RoleLastUsed};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use names::Scope;
use store::Snapshot;

use super::view;
use crate::Iam;
use crate::entity::{checks, look};
use crate::record::Role;

impl Handle<GetRole> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &GetRoleRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<GetRole, Role>(at, &input.role_name)
    }

    async fn handle<'a>(&'a self, cx: &'a Cx, input: Permitted<GetRole>) -> Result<Answer<GetRole>, Fault> {
        look::<GetRole, Role>(cx, &input.role_name, |snapshot, scope, role| {
            let role_last_used = Some(self.role_last_used(snapshot, scope, &role.identity.id)?);
            Ok(GetRoleResponse {
                role: api_iam::Role { role_last_used, ..view::whole(snapshot, scope, role)? },
            })
        })
    }
}

impl Iam {
    /// When and where sessions of a role were last used.
    pub(crate) fn role_last_used(
        &self,
        view: &dyn Snapshot,
        scope: &Scope,
        id: &str,
    ) -> Result<RoleLastUsed, Fault> {
        let used = self.last_access(view, scope, id)?;
        let (at, region) = used.map(|used| (used.at, used.region)).unzip();
        Ok(RoleLastUsed { last_used_date: at, region })
    }
}
