//! Changing roles.

use api_iam::{
    UpdateAssumeRolePolicy, UpdateAssumeRolePolicyRequest, UpdateRole, UpdateRoleDescription,
    UpdateRoleDescriptionRequest, UpdateRoleDescriptionResponse, UpdateRoleRequest, UpdateRoleResponse,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::create::session_seconds;
use super::view;
use crate::entity::{change, checks};
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
        change::<UpdateRole, Role>(cx, input.role_name, move |_, _, role| {
            role.session_seconds_max = seconds.unwrap_or(role.session_seconds_max);
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
        change::<UpdateRoleDescription, Role>(cx, input.role_name, move |tx, scope, role| {
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
