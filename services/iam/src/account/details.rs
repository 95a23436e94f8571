//! The whole account: users, groups, roles and policies, each with what it has.

use api_iam::{
    GetAccountAuthorizationDetails, GetAccountAuthorizationDetailsRequest,
    GetAccountAuthorizationDetailsResponse, GroupDetail, ManagedPolicyDetail, PolicyDetail, PolicyVersion,
    RoleDetail, UserDetail,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use names::Scope;
use store::Snapshot;

use crate::entity::{Entity, attachments, boundary};
use crate::managed::{self, AwsPolicy};
use crate::paging::{Page, PageRequest};
use crate::policy::{Found, view};
use crate::record::{Group, Identity, POLICIES, Policy, Role, Usage, User, usage};
use crate::{Iam, document, group, instance_profile, tags, trust};

/// What is found, in the order of pages.
enum Item {
    User(User),
    Group(Group),
    Role(Role),
    Local(Policy),
    Aws(&'static AwsPolicy),
}

/// As filters name the kinds, in the order of pages; markers begin with the place in this list.
const KINDS: [&str; 5] = ["User", "Group", "Role", "LocalManagedPolicy", "AWSManagedPolicy"];

impl Handle<GetAccountAuthorizationDetails> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, _: &GetAccountAuthorizationDetailsRequest, _: &At<'_>) -> Result<Checks, Fault> {
        Ok(super::checks::<GetAccountAuthorizationDetails>())
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetAccountAuthorizationDetails>,
    ) -> Result<Answer<GetAccountAuthorizationDetails>, Fault> {
        let scope = crate::scope(cx)?;
        let request = PageRequest::new(input.marker.as_deref(), input.max_items)?;
        let filter = input.filter.as_deref().unwrap_or_default();
        let output = cx.read(|view| {
            let page = request.of_records(
                |after, limit| fetch(view, &scope, filter, after, limit),
                |item| if_used(view, &scope, item),
            )?;
            self.details(view, &scope, page)
        })?;
        Ok(Answer::Output(output))
    }
}

fn fetch(
    view: &dyn Snapshot,
    scope: &Scope,
    filter: &[String],
    after: Option<&str>,
    limit: usize,
) -> Result<Vec<(String, Item)>, Fault> {
    let mut found = Vec::new();
    for (place, kind) in KINDS.iter().enumerate() {
        let prefix = format!("{place}:");
        let is_wanted = filter.is_empty() || filter.iter().any(|wanted| wanted == kind);
        let is_done = after.is_some_and(|after| after > prefix.as_str() && !after.starts_with(&prefix));
        if !is_wanted || is_done || found.len() >= limit {
            continue;
        }
        let after = after.and_then(|after| after.strip_prefix(&prefix));
        let items = of_kind(view, scope, place, after, limit - found.len())?;
        found.extend(items.into_iter().map(|(key, item)| (format!("{prefix}{key}"), item)));
    }
    Ok(found)
}

fn of_kind(
    view: &dyn Snapshot,
    scope: &Scope,
    place: usize,
    after: Option<&str>,
    limit: usize,
) -> Result<Vec<(String, Item)>, Fault> {
    fn items<T>(rows: Vec<(String, T)>, item: fn(T) -> Item) -> Vec<(String, Item)> {
        rows.into_iter().map(|(key, record)| (key, item(record))).collect()
    }
    Ok(match place {
        0 => items(User::TABLE.list(view, scope, "", after, limit)?, Item::User),
        1 => items(Group::TABLE.list(view, scope, "", after, limit)?, Item::Group),
        2 => items(Role::TABLE.list(view, scope, "", after, limit)?, Item::Role),
        3 => items(POLICIES.list(view, scope, "", after, limit)?, Item::Local),
        _ => {
            let rest = managed::all().values().filter(|policy| policy.arn > after.unwrap_or_default());
            rest.take(limit).map(|policy| (policy.arn.to_owned(), Item::Aws(policy))).collect()
        }
    })
}

/// Of AWS's policies only those that the account uses are its own affair.
fn if_used(view: &dyn Snapshot, scope: &Scope, item: Item) -> Result<Option<Item>, Fault> {
    match &item {
        Item::Aws(policy) if usage(view, scope, policy.arn)? == Usage::default() => Ok(None),
        _ => Ok(Some(item)),
    }
}

impl Iam {
    fn details(
        &self,
        view: &dyn Snapshot,
        scope: &Scope,
        page: Page<Item>,
    ) -> Result<GetAccountAuthorizationDetailsResponse, Fault> {
        let is_truncated = page.is_truncated();
        let (mut users, mut groups, mut roles, mut policies) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for item in page.items {
            match item {
                Item::User(user) => users.push(of_user(view, scope, &user)?),
                Item::Group(group) => groups.push(of_group(scope, &group)),
                Item::Role(role) => roles.push(self.of_role(view, scope, &role)?),
                Item::Local(policy) => {
                    let usage = usage(view, scope, &policy.arn(scope.account))?;
                    policies.push(of_policy(&Found::Local(Box::new(policy)), scope, usage));
                }
                Item::Aws(policy) => {
                    let usage = usage(view, scope, policy.arn)?;
                    policies.push(of_policy(&Found::Aws(policy), scope, usage));
                }
            }
        }
        Ok(GetAccountAuthorizationDetailsResponse {
            user_detail_list: Some(users),
            group_detail_list: Some(groups),
            role_detail_list: Some(roles),
            policies: Some(policies),
            is_truncated,
            marker: page.marker,
        })
    }

    fn of_role(&self, view: &dyn Snapshot, scope: &Scope, role: &Role) -> Result<RoleDetail, Fault> {
        let identity = &role.identity;
        let profiles = instance_profile::view::of_role(view, scope, role)?;
        let profiles = profiles.iter().map(|profile| instance_profile::view::listed(view, scope, profile));
        Ok(RoleDetail {
            path: Some(identity.path.clone()),
            role_name: Some(identity.name.clone()),
            role_id: Some(identity.id.clone()),
            arn: Some(identity.arn(scope.account, "role")),
            create_date: Some(identity.created),
            assume_role_policy_document: Some(document::encoded(&trust::shown(view, &role.trust)?)),
            instance_profile_list: Some(profiles.collect::<Result<_, _>>()?),
            role_policy_list: Some(inline(identity)),
            attached_managed_policies: Some(attachments::list(identity, None).collect()),
            permissions_boundary: boundary::shown(identity),
            tags: tags::shown_if_any(&identity.tags),
            role_last_used: Some(self.role_last_used(view, scope, &identity.id)?),
        })
    }
}

fn of_user(view: &dyn Snapshot, scope: &Scope, user: &User) -> Result<UserDetail, Fault> {
    let identity = &user.identity;
    let groups = group::of_user(view, scope, identity)?;
    Ok(UserDetail {
        path: Some(identity.path.clone()),
        user_name: Some(identity.name.clone()),
        user_id: Some(identity.id.clone()),
        arn: Some(identity.arn(scope.account, "user")),
        create_date: Some(identity.created),
        user_policy_list: Some(inline(identity)),
        group_list: Some(groups.into_iter().map(|group| group.identity.name).collect()),
        attached_managed_policies: Some(attachments::list(identity, None).collect()),
        permissions_boundary: boundary::shown(identity),
        tags: tags::shown_if_any(&identity.tags),
    })
}

fn of_group(scope: &Scope, group: &Group) -> GroupDetail {
    let identity = &group.identity;
    GroupDetail {
        path: Some(identity.path.clone()),
        group_name: Some(identity.name.clone()),
        group_id: Some(identity.id.clone()),
        arn: Some(identity.arn(scope.account, "group")),
        create_date: Some(identity.created),
        group_policy_list: Some(inline(identity)),
        attached_managed_policies: Some(attachments::list(identity, None).collect()),
    }
}

fn inline(identity: &Identity) -> Vec<PolicyDetail> {
    let detail = |(name, text): (&String, &String)| PolicyDetail {
        policy_name: Some(name.clone()),
        policy_document: Some(document::encoded(text)),
    };
    identity.inline.iter().map(detail).collect()
}

fn of_policy(found: &Found, scope: &Scope, usage: Usage) -> ManagedPolicyDetail {
    let shown = view::policy(found, scope.account, usage);
    let versions: Vec<PolicyVersion> = match found {
        Found::Aws(policy) => vec![view::with_document(view::aws_version(policy), policy.document)],
        Found::Local(policy) => {
            let newest_first = policy.versions.iter().rev();
            let with_text = |version| view::with_document(view::version(policy, version), &version.document);
            newest_first.map(with_text).collect()
        }
    };
    ManagedPolicyDetail {
        policy_name: shown.policy_name,
        policy_id: shown.policy_id,
        arn: shown.arn,
        path: shown.path,
        default_version_id: shown.default_version_id,
        attachment_count: shown.attachment_count,
        permissions_boundary_usage_count: shown.permissions_boundary_usage_count,
        is_attachable: shown.is_attachable,
        description: shown.description,
        create_date: shown.create_date,
        update_date: shown.update_date,
        policy_version_list: Some(versions),
    }
}
