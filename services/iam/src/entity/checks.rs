//! What is asked of the gate about users, groups and roles.
//!
//! A check on something that exists is about its ARN with its path, its tags and its boundary. A check on
//! something that doesn't is about the same name at the path `/`. Refusals name both in the same way, so that
//! they tell nobody which it was.

use std::collections::BTreeMap;

use api_iam::Tag;
use kernel::{At, Check, Checks, Fault};
use names::AccountId;
use shape::Operation;

use super::{Entity, Kind};
use crate::record::Identity;
use crate::tags::Tags;
use crate::{arn, name_key, scope_at, tags};

/// The operation on a user or role that should exist.
pub(crate) fn on<Op: Operation, E: Entity>(at: &At<'_>, name: &str) -> Result<Checks, Fault> {
    let scope = scope_at(at)?;
    let found = at.read(|view| Ok(E::TABLE.get(view, &scope, &name_key(name))?))?;
    let identity = found.as_ref().map(E::identity);
    let resource = match identity {
        Some(identity) => identity.arn(scope.account, E::KIND.word()),
        None => arn(scope.account, E::KIND.word(), "/", name),
    };
    Ok(Checks::on::<Op>(resource).map(|check| described(check, E::KIND, name, identity)))
}

/// The operation on a user or group as it is and, where it is to be moved, as it shall be.
///
/// Source: "UpdateUser" and "UpdateGroup" in the IAM API reference.
pub(crate) fn moved<Op: Operation, E: Entity>(
    at: &At<'_>,
    name: &str,
    new_path: Option<&str>,
    new_name: Option<&str>,
) -> Result<Checks, Fault> {
    let checks = on::<Op, E>(at, name)?;
    if new_path.is_none() && new_name.is_none() {
        return Ok(checks);
    }
    let scope = scope_at(at)?;
    let found = at.read(|view| Ok(E::TABLE.get(view, &scope, &name_key(name))?))?;
    let old_path = found.map_or_else(|| "/".to_owned(), |entity| entity.identity().path.clone());
    let (path, name) = (new_path.unwrap_or(&old_path), new_name.unwrap_or(name));
    let action = format!("{}:{}", Op::service().prefix, Op::model().name);
    let target = Check::new(action, arn(scope.account, E::KIND.word(), path, name));
    Ok(checks.and(target.named(format!("{} {name}", E::KIND.shown()))))
}

fn described(check: Check, kind: Kind, name: &str, identity: Option<&Identity>) -> Check {
    let check = check.named(format!("{} {name}", kind.shown()));
    let Some(identity) = identity else { return check };
    // Only users and roles have tags under this name; all have them under `aws:ResourceTag`.
    let no_tags = Tags::new();
    let tags = if matches!(kind, Kind::Role | Kind::User) { &identity.tags } else { &no_tags };
    let keys: Vec<_> = existing_keys(&check.action, identity.boundary.as_deref(), tags).collect();
    keys.into_iter().fold(check, |check, (key, value)| check.resource_key(key, value))
}

/// The actions that have the key `iam:PermissionsBoundary`: those that change what a user or role may, and three that
/// the service authorization reference has besides.
const BOUNDED: [&str; 17] = [
    "iam:AttachRolePolicy",
    "iam:AttachUserPolicy",
    "iam:DeleteRole",
    "iam:DeleteRolePermissionsBoundary",
    "iam:DeleteRolePolicy",
    "iam:DeleteUserPermissionsBoundary",
    "iam:DeleteUserPolicy",
    "iam:DetachRolePolicy",
    "iam:DetachUserPolicy",
    "iam:GetRole",
    "iam:PutRolePermissionsBoundary",
    "iam:PutRolePolicy",
    "iam:PutUserPermissionsBoundary",
    "iam:PutUserPolicy",
    "iam:UpdateAssumeRolePolicy",
    "iam:UpdateRole",
    "iam:UpdateRoleDescription",
];

/// The keys that IAM has for an action of its own on a user or role that exists, by its boundary and tags.
pub fn existing_keys<'e>(
    action: &str,
    boundary: Option<&'e str>,
    tags: &'e BTreeMap<String, String>,
) -> impl Iterator<Item = (String, String)> + use<'e> {
    let is_bounded = BOUNDED.iter().any(|bounded| bounded.eq_ignore_ascii_case(action));
    let boundary =
        boundary.filter(|_| is_bounded).map(|arn| ("iam:PermissionsBoundary".to_owned(), arn.to_owned()));
    let tags = tags.iter().map(|(key, value)| (format!("iam:ResourceTag/{key}"), value.clone()));
    boundary.into_iter().chain(tags)
}

/// What a new user or role is created with, as far as policies may test it.
pub(crate) struct New<'a> {
    pub(crate) name: &'a str,
    pub(crate) path: Option<&'a str>,
    pub(crate) boundary: Option<&'a str>,
    pub(crate) tags: &'a [Tag],
}

/// Creation, and tagging where tags are given.
pub(crate) fn create<Op: Operation, E: Entity>(at: &At<'_>, new: &New<'_>) -> Result<Checks, Fault> {
    let account = scope_at(at)?.account;
    let resource = arn(account, E::KIND.word(), new.path.unwrap_or("/"), new.name);
    let tagged = |check: Check| check.request_tags(tags::pairs(new.tags));
    // Tagging, which is asked about besides, has no such key.
    let bounded = |check: Check| match new.boundary {
        Some(boundary) => check.key("iam:PermissionsBoundary", boundary),
        None => check,
    };
    let checks = Checks::on::<Op>(resource.as_str()).map(|check| bounded(tagged(check)));
    if new.tags.is_empty() {
        return Ok(checks);
    }
    Ok(checks.and(tagged(Check::new(format!("iam:Tag{}", E::KIND.title()), resource))))
}

/// Listing all users, roles: about the path they are listed under.
pub(crate) fn list<Op: Operation>(account: AccountId, kind: Kind, prefix: Option<&str>) -> Checks {
    Checks::on::<Op>(arn(account, kind.word(), prefix.unwrap_or("/"), ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The actions that have a condition key, in the service authorization reference.
    fn having(key: &str) -> Vec<String> {
        let text = include_str!("../../../../data/service-authorization/iam.json");
        let facts: serde_json::Value = serde_json::from_str(text).unwrap();
        let actions = facts["actions"].as_object().unwrap();
        let has = |action: &serde_json::Value| {
            action["conditionKeys"].as_array().is_some_and(|keys| keys.iter().any(|known| known == key))
        };
        actions.iter().filter(|(_, action)| has(action)).map(|(name, _)| format!("iam:{name}")).collect()
    }

    #[test]
    fn the_actions_that_see_a_boundary_are_those_of_the_reference() {
        let creating = ["iam:CreateRole", "iam:CreateUser"];
        let mut expect = having("iam:PermissionsBoundary");
        expect.retain(|action| !creating.contains(&action.as_str()));
        expect.sort();
        assert_eq!(BOUNDED.to_vec(), expect);
        let tags = BTreeMap::new();
        let keys = |action| existing_keys(action, Some("arn:aws:iam::111122223333:policy/b"), &tags).count();
        assert_eq!([keys("iam:PutRolePolicy"), keys("iam:CreateAccessKey"), keys("iam:TagUser")], [1, 0, 0]);
    }
}
