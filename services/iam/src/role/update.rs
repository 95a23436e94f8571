//! Changing roles.

use api_iam::{
    UpdateAssumeRolePolicy, UpdateAssumeRolePolicyRequest, UpdateRole, UpdateRoleDescription,
    UpdateRoleDescriptionRequest, UpdateRoleDescriptionResponse, UpdateRoleRequest, UpdateRoleResponse,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::create::session_seconds;
use super::view;
use crate::entity::{annotate, change, checks, ensure_modifiable};
use crate::record::Role;
use crate::{Iam, trust};

impl Handle<UpdateRole> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &UpdateRoleRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<UpdateRole, Role>(at, &input.role_name)
    }

    /// What is not given stays, the duration too, although the page of `UpdateRole` says it goes back to an hour.
    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<UpdateRole>,
    ) -> Result<Answer<UpdateRole>, Fault> {
        let input = input.into_inner();
        let seconds = input.max_session_duration.map(|given| session_seconds(Some(given))).transpose()?;
        annotate::<UpdateRole, Role>(cx, input.role_name, move |_, _, role| {
            if let Some(seconds) = seconds {
                ensure_modifiable(role)?;
                role.session_seconds_max = seconds;
            }
            if let Some(description) = &input.description {
                role.description = Some(description.clone());
            }
            Ok(UpdateRoleResponse {})
        })
    }
}

impl Handle<UpdateRoleDescription> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &UpdateRoleDescriptionRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<UpdateRoleDescription, Role>(at, &input.role_name)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<UpdateRoleDescription>,
    ) -> Result<Answer<UpdateRoleDescription>, Fault> {
        let input = input.into_inner();
        annotate::<UpdateRoleDescription, Role>(cx, input.role_name, move |tx, scope, role| {
            role.description = Some(input.description.clone());
            Ok(UpdateRoleDescriptionResponse { role: Some(view::changed(tx, scope, role)?) })
        })
    }
}

impl Handle<UpdateAssumeRolePolicy> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &UpdateAssumeRolePolicyRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<UpdateAssumeRolePolicy, Role>(at, &input.role_name)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<UpdateAssumeRolePolicy>,
    ) -> Result<Answer<UpdateAssumeRolePolicy>, Fault> {
        let input = input.into_inner();
        let document = trust::accept(&input.policy_document)?;
        change::<UpdateAssumeRolePolicy, Role>(cx, input.role_name, move |tx, _, role| {
            role.trust = trust::bind(tx, &document)?;
            Ok(())
        })
    }
}
