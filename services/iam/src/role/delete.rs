//! Deleting roles.

use api_iam::{DeleteRole, DeleteRoleRequest};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use crate::entity::{bare, checks, find_modifiable, remove};
use crate::record::{PROFILES_OF_ROLES, Role, profile_key};
use crate::{Iam, wording};

impl Handle<DeleteRole> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &DeleteRoleRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<DeleteRole, Role>(at, &input.role_name)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DeleteRole>,
    ) -> Result<Answer<DeleteRole>, Fault> {
        let scope = crate::scope(cx)?;
        let name = input.into_inner().role_name;
        Ok(Answer::write(move |tx| {
            let role: Role = find_modifiable(tx, &scope, &name)?;
            if PROFILES_OF_ROLES.first(tx, &scope, &profile_key(&role.identity.id, ""))?.is_some() {
                return Err(wording::must_first("remove roles from instance profile"));
            }
            bare(&role.identity)?;
            remove(tx, &scope, &role)
        }))
    }
}
