//! Managed policies attached to users and roles.

use api_iam::{
    AttachGroupPolicy, AttachRolePolicy, AttachUserPolicy, AttachedPolicy, DetachGroupPolicy,
    DetachRolePolicy, DetachUserPolicy, ListAttachedGroupPolicies, ListAttachedGroupPoliciesResponse,
    ListAttachedRolePolicies, ListAttachedRolePoliciesResponse, ListAttachedUserPolicies,
    ListAttachedUserPoliciesResponse,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use shape::Operation;

use super::kind::is_service_path;
use super::{Entity, change, checks, look};
use crate::paging::PageRequest;
use crate::policy::{self, PolicyArn};
use crate::record::{Group, Identity, Role, Use, User, mark};
use crate::{Iam, quota, wording};

/// The operations on the attached policies of one kind.
macro_rules! operations {
    ($entity:ident by $name:ident: $attach:ident, $detach:ident, $list:ident => $listed:ident) => {
        impl Handle<$attach> for Iam {
            const EFFECT: Effect = Effect::Write;

            fn checks(&self, input: &<$attach as Operation>::Input, at: &At<'_>) -> Result<Checks, Fault> {
                let checks = checks::on::<$attach, $entity>(at, &input.$name)?;
                Ok(checks.map(|check| check.key("iam:PolicyARN", input.policy_arn.as_str())))
            }

            async fn handle<'a>(
                &'a self,
                cx: &'a Cx,
                input: Permitted<$attach>,
            ) -> Result<Answer<$attach>, Fault> {
                let input = input.into_inner();
                attach::<$attach, $entity>(cx, input.$name, input.policy_arn)
            }
        }

        impl Handle<$detach> for Iam {
            const EFFECT: Effect = Effect::Write;

            fn checks(&self, input: &<$detach as Operation>::Input, at: &At<'_>) -> Result<Checks, Fault> {
                let checks = checks::on::<$detach, $entity>(at, &input.$name)?;
                Ok(checks.map(|check| check.key("iam:PolicyARN", input.policy_arn.as_str())))
            }

            async fn handle<'a>(
                &'a self,
                cx: &'a Cx,
                input: Permitted<$detach>,
            ) -> Result<Answer<$detach>, Fault> {
                let input = input.into_inner();
                detach::<$detach, $entity>(cx, input.$name, input.policy_arn)
            }
        }

        impl Handle<$list> for Iam {
            const EFFECT: Effect = Effect::Read;

            fn checks(&self, input: &<$list as Operation>::Input, at: &At<'_>) -> Result<Checks, Fault> {
                checks::on::<$list, $entity>(at, &input.$name)
            }

            async fn handle<'a>(
                &'a self,
                cx: &'a Cx,
                input: Permitted<$list>,
            ) -> Result<Answer<$list>, Fault> {
                let request = PageRequest::new(input.marker.as_deref(), input.max_items)?;
                look::<$list, $entity>(cx, &input.$name, |_, _, entity| {
                    let page = request.of_list(list(&entity.identity, input.path_prefix.as_deref()))?;
                    Ok($listed {
                        is_truncated: page.is_truncated(),
                        attached_policies: Some(page.items),
                        marker: page.marker,
                    })
                })
            }
        }
    };
}

operations! {
    Group by group_name:
    AttachGroupPolicy, DetachGroupPolicy, ListAttachedGroupPolicies => ListAttachedGroupPoliciesResponse
}
operations! {
    Role by role_name:
    AttachRolePolicy, DetachRolePolicy, ListAttachedRolePolicies => ListAttachedRolePoliciesResponse
}
operations! {
    User by user_name:
    AttachUserPolicy, DetachUserPolicy, ListAttachedUserPolicies => ListAttachedUserPoliciesResponse
}

/// Attaches a policy; one that is attached stays so.
fn attach<Op: Operation<Output = ()>, E: Entity>(
    cx: &Cx,
    name: String,
    policy: String,
) -> Result<Answer<Op>, Fault> {
    let arn = PolicyArn::parse(&policy)?;
    if arn.is_aws() && is_service_path(arn.path()) {
        return Err(wording::service_role_policy(E::KIND));
    }
    change::<Op, E>(cx, name, move |tx, scope, entity| {
        if !policy::exists(tx, scope, &arn)? {
            return Err(wording::not_attachable(arn.as_str()));
        }
        let identity = entity.identity_mut();
        identity.attached.insert(arn.as_str().to_owned());
        if identity.attached.len() > quota::ATTACHED {
            return Err(wording::over_quota(E::KIND.attached_quota(), quota::ATTACHED));
        }
        mark(tx, scope, arn.as_str(), &identity.id, Use::Attached, true)
    })
}

/// Detaches a policy that is attached.
fn detach<Op: Operation<Output = ()>, E: Entity>(
    cx: &Cx,
    name: String,
    policy: String,
) -> Result<Answer<Op>, Fault> {
    let arn = PolicyArn::parse(&policy)?;
    change::<Op, E>(cx, name, move |tx, scope, entity| {
        let identity = entity.identity_mut();
        if !identity.attached.remove(arn.as_str()) {
            return Err(wording::no_policy(arn.as_str()));
        }
        mark(tx, scope, arn.as_str(), &identity.id, Use::Attached, false)
    })
}

/// The attached policies whose path begins with `prefix`.
pub(crate) fn list(identity: &Identity, prefix: Option<&str>) -> impl Iterator<Item = AttachedPolicy> {
    let parsed = identity.attached.iter().filter_map(|arn| PolicyArn::parse(arn).ok());
    let within = parsed.filter(move |arn| arn.path().starts_with(prefix.unwrap_or("/")));
    within.map(|arn| AttachedPolicy {
        policy_name: Some(arn.name().to_owned()),
        policy_arn: Some(arn.as_str().to_owned()),
    })
}
