//! The role of an instance profile.

use api_iam::{
    AddRoleToInstanceProfile, AddRoleToInstanceProfileRequest, RemoveRoleFromInstanceProfile,
    RemoveRoleFromInstanceProfileRequest,
};
use kernel::{Answer, At, Check, Checks, Cx, Effect, Fault, Handle, Permitted};

use crate::entity::{Entity, checks, find, find_modifiable, save};
use crate::record::{InstanceProfile, PROFILES_OF_ROLES, ProfileOfRole, Role, profile_key};
use crate::{Iam, arn, name_key, quota, scope_at, wording};

/// Who gets the role in the end.
const EC2: &str = "ec2.amazonaws.com";

impl Handle<AddRoleToInstanceProfile> for Iam {
    const EFFECT: Effect = Effect::Write;

    /// Also asks whether the caller may hand the role to EC2.
    ///
    /// Source: "AddRoleToInstanceProfile" in the IAM API reference.
    fn checks(&self, input: &AddRoleToInstanceProfileRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let checks =
            checks::on::<AddRoleToInstanceProfile, InstanceProfile>(at, &input.instance_profile_name)?;
        let scope = scope_at(at)?;
        let found: Option<Role> =
            at.read(|view| Ok(Role::TABLE.get(view, &scope, &name_key(&input.role_name))?))?;
        let pathless = arn(scope.account, "role", "/", &input.role_name);
        let resource = found.map_or(pathless.clone(), |role| role.identity.arn(scope.account, "role"));
        let pass = Check::new("iam:PassRole", resource).key("iam:PassedToService", EC2);
        // Named without its path, so that a refusal does not tell whether there is such a role.
        Ok(checks.and(pass.named(pathless)))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<AddRoleToInstanceProfile>,
    ) -> Result<Answer<AddRoleToInstanceProfile>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        Ok(Answer::write(move |tx| {
            let mut profile: InstanceProfile = find(tx, &scope, &input.instance_profile_name)?;
            let role: Role = find_modifiable(tx, &scope, &input.role_name)?;
            if profile.role.is_some() {
                let quota = quota::ROLES_OF_PROFILE;
                return Err(wording::over_quota("InstanceSessionsPerInstanceProfile", quota));
            }
            let of_role = ProfileOfRole { profile: profile.identity.id.clone() };
            let key = profile_key(&role.identity.id, &profile.identity.id);
            PROFILES_OF_ROLES.put(tx, &scope, &key, &of_role)?;
            profile.role = Some(role.identity.id);
            save(tx, &scope, &profile)
        }))
    }
}

impl Handle<RemoveRoleFromInstanceProfile> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &RemoveRoleFromInstanceProfileRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<RemoveRoleFromInstanceProfile, InstanceProfile>(at, &input.instance_profile_name)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<RemoveRoleFromInstanceProfile>,
    ) -> Result<Answer<RemoveRoleFromInstanceProfile>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        Ok(Answer::write(move |tx| {
            let mut profile: InstanceProfile = find(tx, &scope, &input.instance_profile_name)?;
            let role: Role = find_modifiable(tx, &scope, &input.role_name)?;
            if profile.role.as_ref() != Some(&role.identity.id) {
                return Err(wording::role_not_in_profile(&input.role_name, &input.instance_profile_name));
            }
            PROFILES_OF_ROLES.delete(tx, &scope, &profile_key(&role.identity.id, &profile.identity.id))?;
            profile.role = None;
            save(tx, &scope, &profile)
        }))
    }
}
