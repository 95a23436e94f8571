//! Permissions boundaries of users and roles.

use api_iam::{
    AttachedPermissionsBoundary, DeleteRolePermissionsBoundary, DeleteUserPermissionsBoundary,
    PutRolePermissionsBoundary, PutUserPermissionsBoundary,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use names::Scope;
use shape::Operation;
use store::{Snapshot, Transaction};

use super::{Entity, change, checks};
use crate::policy::{self, PolicyArn};
use crate::record::{Identity, Role, Use, User, mark};
use crate::{Iam, wording};

/// The operations on the boundary of one kind.
macro_rules! operations {
    ($entity:ident by $name:ident: $put:ident, $delete:ident) => {
        impl Handle<$put> for Iam {
            const EFFECT: Effect = Effect::Write;

            /// Policies test the boundary that is asked for, not the one that is there.
            fn checks(&self, input: &<$put as Operation>::Input, at: &At<'_>) -> Result<Checks, Fault> {
                let wanted = input.permissions_boundary.as_str();
                let checks = checks::on::<$put, $entity>(at, &input.$name)?;
                Ok(checks.map(|check| check.key("iam:PermissionsBoundary", wanted)))
            }

            async fn handle<'a>(&'a self, cx: &'a Cx, input: Permitted<$put>) -> Result<Answer<$put>, Fault> {
                let input = input.into_inner();
                put::<$put, $entity>(cx, input.$name, input.permissions_boundary)
            }
        }

        impl Handle<$delete> for Iam {
            const EFFECT: Effect = Effect::Write;

            fn checks(&self, input: &<$delete as Operation>::Input, at: &At<'_>) -> Result<Checks, Fault> {
                checks::on::<$delete, $entity>(at, &input.$name)
            }

            async fn handle<'a>(
                &'a self,
                cx: &'a Cx,
                input: Permitted<$delete>,
            ) -> Result<Answer<$delete>, Fault> {
                delete::<$delete, $entity>(cx, input.into_inner().$name)
            }
        }
    };
}

operations! { Role by role_name: PutRolePermissionsBoundary, DeleteRolePermissionsBoundary }
operations! { User by user_name: PutUserPermissionsBoundary, DeleteUserPermissionsBoundary }

/// Sets the boundary, in place of the one before.
fn put<Op: Operation<Output = ()>, E: Entity>(
    cx: &Cx,
    name: String,
    boundary: String,
) -> Result<Answer<Op>, Fault> {
    change::<Op, E>(cx, name, move |tx, scope, entity| {
        require_policy(tx, scope, &boundary)?;
        replace(tx, scope, entity.identity_mut(), Some(boundary.clone()))
    })
}

/// Removes the boundary.
fn delete<Op: Operation<Output = ()>, E: Entity>(cx: &Cx, name: String) -> Result<Answer<Op>, Fault> {
    change::<Op, E>(cx, name, |tx, scope, entity| {
        let identity = entity.identity_mut();
        if identity.boundary.is_none() {
            return Err(wording::no_boundary(E::KIND, &identity.name));
        }
        replace(tx, scope, identity, None)
    })
}

fn replace(
    tx: &mut dyn Transaction,
    scope: &Scope,
    identity: &mut Identity,
    boundary: Option<String>,
) -> Result<(), Fault> {
    if let Some(old) = &identity.boundary {
        mark(tx, scope, old, &identity.id, Use::Boundary, false)?;
    }
    if let Some(new) = &boundary {
        mark(tx, scope, new, &identity.id, Use::Boundary, true)?;
    }
    identity.boundary = boundary;
    Ok(())
}

/// Refuses a boundary that is no policy of the account or of AWS.
pub(crate) fn require_policy(view: &dyn Snapshot, scope: &Scope, arn: &str) -> Result<(), Fault> {
    let parsed = PolicyArn::parse(arn)?;
    match policy::exists(view, scope, &parsed)? {
        true => Ok(()),
        false => Err(wording::no_boundary_policy(arn)),
    }
}

/// As the API shows it.
pub(crate) fn shown(identity: &Identity) -> Option<AttachedPermissionsBoundary> {
    identity.boundary.clone().map(|arn| AttachedPermissionsBoundary {
        // The model's enumeration says `PermissionsBoundaryPolicy`; the service says `Policy`.
        permissions_boundary_type: Some("Policy".to_owned()),
        permissions_boundary_arn: Some(arn),
    })
}
