//! Looking at a role.

use api_iam::{GetRole, GetRoleRequest, GetRoleResponse};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

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
            Ok(GetRoleResponse { role: view::whole(snapshot, scope, role)? })
        })
    }
}
