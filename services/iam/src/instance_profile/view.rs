//! Instance profiles as the API shows them.

use api_iam as api;
use kernel::Fault;
use names::Scope;
use store::Snapshot;

use crate::entity::Entity;
use crate::record::{InstanceProfile, PROFILES_OF_ROLES, Role, UNIQUE_IDS, profile_key};
use crate::{quota, role, tags};

/// As it is looked at: with its tags, also where it has none.
pub(crate) fn looked_at(
    view: &dyn Snapshot,
    scope: &Scope,
    profile: &InstanceProfile,
) -> Result<api::InstanceProfile, Fault> {
    let tags = Some(tags::shown(&profile.identity.tags));
    Ok(api::InstanceProfile { tags, ..listed(view, scope, profile)? })
}

/// The whole instance profile, as it is made.
pub(crate) fn whole(
    view: &dyn Snapshot,
    scope: &Scope,
    profile: &InstanceProfile,
) -> Result<api::InstanceProfile, Fault> {
    let tags = tags::shown_if_any(&profile.identity.tags);
    Ok(api::InstanceProfile { tags, ..listed(view, scope, profile)? })
}

/// Without tags, as lists have it.
pub(crate) fn listed(
    view: &dyn Snapshot,
    scope: &Scope,
    profile: &InstanceProfile,
) -> Result<api::InstanceProfile, Fault> {
    let identity = &profile.identity;
    let role = match &profile.role {
        Some(id) => role_of(view, scope, id)?,
        None => None,
    };
    Ok(api::InstanceProfile {
        path: identity.path.clone(),
        instance_profile_name: identity.name.clone(),
        instance_profile_id: identity.id.clone(),
        arn: identity.arn(scope.account, "instance-profile"),
        create_date: identity.created,
        roles: role.iter().map(|role| role::view::in_profile(view, scope, role)).collect::<Result<_, _>>()?,
        tags: None,
    })
}

fn role_of(view: &dyn Snapshot, scope: &Scope, id: &str) -> Result<Option<Role>, Fault> {
    let Some(holder) = UNIQUE_IDS.get(view, id)? else { return Ok(None) };
    Ok(Role::TABLE.get(view, scope, &holder.key)?)
}

/// The profiles that have a role.
pub(crate) fn of_role(
    view: &dyn Snapshot,
    scope: &Scope,
    role: &Role,
) -> Result<Vec<InstanceProfile>, Fault> {
    let prefix = profile_key(&role.identity.id, "");
    let mut profiles = Vec::new();
    let found = PROFILES_OF_ROLES.list(view, scope, &prefix, None, quota::INSTANCE_PROFILES as usize)?;
    for (_, found) in found {
        let holder = UNIQUE_IDS.get(view, &found.profile)?;
        let profile =
            holder.map(|holder| InstanceProfile::TABLE.get(view, scope, &holder.key)).transpose()?;
        profiles.extend(profile.flatten());
    }
    Ok(profiles)
}
