//! Inline policies of users and roles.

use api_iam::{
    DeleteGroupPolicy, DeleteRolePolicy, DeleteUserPolicy, GetGroupPolicy, GetGroupPolicyResponse,
    GetRolePolicy, GetRolePolicyResponse, GetUserPolicy, GetUserPolicyResponse, ListGroupPolicies,
    ListGroupPoliciesResponse, ListRolePolicies, ListRolePoliciesResponse, ListUserPolicies,
    ListUserPoliciesResponse, PutGroupPolicy, PutRolePolicy, PutUserPolicy,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use policy::{PolicyKind, counted_chars};
use shape::Operation;

use super::{Entity, change, checks, look};
use crate::paging::PageRequest;
use crate::record::{Group, Identity, Role, User};
use crate::{Iam, document, wording};

/// The operations on the inline policies of one kind.
macro_rules! operations {
    (
        $entity:ident by $name:ident:
        $put:ident, $get:ident => $got:ident, $delete:ident, $list:ident => $listed:ident
    ) => {
        impl Handle<$put> for Iam {
            const EFFECT: Effect = Effect::Write;

            fn checks(&self, input: &<$put as Operation>::Input, at: &At<'_>) -> Result<Checks, Fault> {
                checks::on::<$put, $entity>(at, &input.$name)
            }

            async fn handle<'a>(&'a self, cx: &'a Cx, input: Permitted<$put>) -> Result<Answer<$put>, Fault> {
                let input = input.into_inner();
                put::<$put, $entity>(cx, input.$name, input.policy_name, input.policy_document)
            }
        }

        impl Handle<$get> for Iam {
            const EFFECT: Effect = Effect::Read;

            fn checks(&self, input: &<$get as Operation>::Input, at: &At<'_>) -> Result<Checks, Fault> {
                checks::on::<$get, $entity>(at, &input.$name)
            }

            async fn handle<'a>(&'a self, cx: &'a Cx, input: Permitted<$get>) -> Result<Answer<$get>, Fault> {
                look::<$get, $entity>(cx, &input.$name, |_, _, entity| {
                    Ok($got {
                        $name: entity.identity.name.clone(),
                        policy_name: input.policy_name.clone(),
                        policy_document: text::<$entity>(&entity.identity, &input.policy_name)?,
                    })
                })
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
                let input = input.into_inner();
                delete::<$delete, $entity>(cx, input.$name, input.policy_name)
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
                    let page = request.of_list(entity.identity.inline.keys().cloned())?;
                    Ok($listed {
                        is_truncated: page.is_truncated(),
                        policy_names: page.items,
                        marker: page.marker,
                    })
                })
            }
        }
    };
}

operations! {
    Group by group_name:
    PutGroupPolicy, GetGroupPolicy => GetGroupPolicyResponse, DeleteGroupPolicy,
    ListGroupPolicies => ListGroupPoliciesResponse
}
operations! {
    Role by role_name:
    PutRolePolicy, GetRolePolicy => GetRolePolicyResponse, DeleteRolePolicy,
    ListRolePolicies => ListRolePoliciesResponse
}
operations! {
    User by user_name:
    PutUserPolicy, GetUserPolicy => GetUserPolicyResponse, DeleteUserPolicy,
    ListUserPolicies => ListUserPoliciesResponse
}

/// Writes a policy, over one of the same name.
fn put<Op: Operation<Output = ()>, E: Entity>(
    cx: &Cx,
    entity_name: String,
    name: String,
    text: String,
) -> Result<Answer<Op>, Fault> {
    document::accept(&text, PolicyKind::Identity)?;
    change::<Op, E>(cx, entity_name, move |_, _, entity| {
        let identity = entity.identity_mut();
        // One that is written over keeps its name as it was first spelt.
        let name = identity.inline_name(&name).unwrap_or(&name).to_owned();
        identity.inline.insert(name, text.clone());
        let total: usize = identity.inline.values().map(|text| counted_chars(text)).sum();
        if total > E::KIND.inline_chars() {
            return Err(wording::inline_too_long(E::KIND, &identity.name));
        }
        Ok(())
    })
}

/// Removes a policy.
fn delete<Op: Operation<Output = ()>, E: Entity>(
    cx: &Cx,
    entity_name: String,
    name: String,
) -> Result<Answer<Op>, Fault> {
    change::<Op, E>(cx, entity_name, move |_, _, entity| {
        let identity = entity.identity_mut();
        let known = identity.inline_name(&name).map(str::to_owned);
        match known.and_then(|known| identity.inline.remove(&known)) {
            Some(_) => Ok(()),
            None => Err(wording::no_inline(E::KIND, &name)),
        }
    })
}

/// A policy's text, as the API returns it.
fn text<E: Entity>(identity: &Identity, name: &str) -> Result<String, Fault> {
    let text = identity.inline_name(name).and_then(|known| identity.inline.get(known));
    Ok(document::encoded(text.ok_or_else(|| wording::no_inline(E::KIND, name))?))
}
