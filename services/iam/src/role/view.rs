//! Roles as the API shows them.

use api_iam as api;
use kernel::Fault;
use names::Scope;
use store::Snapshot;

use crate::entity::boundary;
use crate::record::Role;
use crate::{document, tags, trust};

/// As creation and a new description are answered: without last use, and without how long sessions may last.
pub(crate) fn changed(view: &dyn Snapshot, scope: &Scope, role: &Role) -> Result<api::Role, Fault> {
    Ok(api::Role { role_last_used: None, max_session_duration: None, ..whole(view, scope, role)? })
}

/// As instance profiles have it: like lists, but without how long sessions may last.
pub(crate) fn in_profile(view: &dyn Snapshot, scope: &Scope, role: &Role) -> Result<api::Role, Fault> {
    Ok(api::Role { max_session_duration: None, ..listed(view, scope, role)? })
}

/// The whole role.
pub(crate) fn whole(view: &dyn Snapshot, scope: &Scope, role: &Role) -> Result<api::Role, Fault> {
    Ok(api::Role {
        permissions_boundary: boundary::shown(&role.identity),
        tags: tags::shown_if_any(&role.identity.tags),
        role_last_used: Some(api::RoleLastUsed::default()),
        ..listed(view, scope, role)?
    })
}

/// Without tags, boundary and last use, as lists have it.
pub(crate) fn listed(view: &dyn Snapshot, scope: &Scope, role: &Role) -> Result<api::Role, Fault> {
    let identity = &role.identity;
    Ok(api::Role {
        path: identity.path.clone(),
        role_name: identity.name.clone(),
        role_id: identity.id.clone(),
        arn: identity.arn(scope.account, "role"),
        create_date: identity.created,
        assume_role_policy_document: Some(document::encoded(&trust::shown(view, &role.trust)?)),
        description: role.description.clone(),
        max_session_duration: i32::try_from(role.session_seconds_max).ok(),
        ..api::Role::default()
    })
}
