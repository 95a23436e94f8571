//! The whole account at once: `iam:GetAccountAuthorizationDetails`, a few pages in place of calls for each principal.

use std::collections::{BTreeMap, HashMap};

use api_iam::{
    AttachedPermissionsBoundary, AttachedPolicy, GetAccountAuthorizationDetails,
    GetAccountAuthorizationDetailsRequest, GroupDetail, ManagedPolicyDetail, PolicyDetail, RoleDetail, Tag,
    UserDetail,
};
use client::Client;

use super::api::{PAGES_MAX, document};
use super::{Holder, Kind, PolicyText};
use crate::report::Problem;

/// As many as IAM gives in one page.
const PAGE_ITEMS: i32 = 1000;

/// Everything of an account that decides what its principals may.
#[derive(Default)]
struct Details {
    users: Vec<UserDetail>,
    groups: Vec<GroupDetail>,
    roles: Vec<RoleDetail>,
    policies: Vec<ManagedPolicyDetail>,
}

/// Every user, then every role.
pub(super) async fn holders(client: &Client) -> Result<Vec<Holder>, Problem> {
    let details = read(client).await?;
    let managed: HashMap<String, PolicyText> =
        details.policies.into_iter().filter_map(default_version).collect();
    let mut groups = HashMap::new();
    for group in details.groups {
        let policies = policies(group.group_policy_list, group.attached_managed_policies, &managed)?;
        groups.insert(group.group_name.unwrap_or_default(), policies);
    }
    let users = details.users.into_iter().map(|user| of_user(user, &groups, &managed));
    let roles = details.roles.into_iter().map(|role| of_role(role, &managed));
    users.chain(roles).collect()
}

async fn read(client: &Client) -> Result<Details, Problem> {
    let mut all = Details::default();
    let mut marker = None;
    for _ in 0..PAGES_MAX {
        let request =
            GetAccountAuthorizationDetailsRequest { filter: None, max_items: Some(PAGE_ITEMS), marker };
        let page = client.call::<GetAccountAuthorizationDetails>(request).await?;
        all.users.extend(page.user_detail_list.into_iter().flatten());
        all.groups.extend(page.group_detail_list.into_iter().flatten());
        all.roles.extend(page.role_detail_list.into_iter().flatten());
        all.policies.extend(page.policies.into_iter().flatten());
        marker = page.marker;
        if marker.is_none() {
            return Ok(all);
        }
    }
    Err(Problem::failed(format!("the account has more than {PAGES_MAX} pages of principals and policies")))
}

fn default_version(policy: ManagedPolicyDetail) -> Option<(String, PolicyText)> {
    let arn = policy.arn?;
    let versions = policy.policy_version_list.into_iter().flatten();
    let version = versions.into_iter().find(|version| version.is_default_version == Some(true))?;
    let text = PolicyText {
        arn: Some(arn.clone()),
        name: policy.policy_name.unwrap_or_default(),
        document: document(&version.document?),
    };
    Some((arn, text))
}

fn of_user(
    user: UserDetail,
    groups: &HashMap<String, Vec<PolicyText>>,
    managed: &HashMap<String, PolicyText>,
) -> Result<Holder, Problem> {
    let mut policies = policies(user.user_policy_list, user.attached_managed_policies, managed)?;
    let member_of = user.group_list.into_iter().flatten();
    policies.extend(member_of.filter_map(|group| groups.get(&group)).flatten().cloned());
    Ok(Holder {
        kind: Kind::User,
        arn: user.arn.unwrap_or_default(),
        id: user.user_id.unwrap_or_default(),
        name: user.user_name.unwrap_or_default(),
        tags: tags(user.tags),
        policies,
        boundary: boundary(user.permissions_boundary, managed)?,
        trust: None,
    })
}

fn of_role(role: RoleDetail, managed: &HashMap<String, PolicyText>) -> Result<Holder, Problem> {
    Ok(Holder {
        kind: Kind::Role,
        arn: role.arn.unwrap_or_default(),
        id: role.role_id.unwrap_or_default(),
        name: role.role_name.unwrap_or_default(),
        tags: tags(role.tags),
        policies: policies(role.role_policy_list, role.attached_managed_policies, managed)?,
        boundary: boundary(role.permissions_boundary, managed)?,
        trust: role.assume_role_policy_document.as_deref().map(document),
    })
}

fn policies(
    inline: Option<Vec<PolicyDetail>>,
    attached: Option<Vec<AttachedPolicy>>,
    managed: &HashMap<String, PolicyText>,
) -> Result<Vec<PolicyText>, Problem> {
    let inline = inline.into_iter().flatten().map(|policy| {
        Ok(PolicyText {
            arn: None,
            name: policy.policy_name.unwrap_or_default(),
            document: document(&policy.policy_document.unwrap_or_default()),
        })
    });
    let attached = attached.into_iter().flatten().filter_map(|policy| policy.policy_arn);
    inline.chain(attached.map(|arn| find(&arn, managed))).collect()
}

fn boundary(
    boundary: Option<AttachedPermissionsBoundary>,
    managed: &HashMap<String, PolicyText>,
) -> Result<Option<PolicyText>, Problem> {
    let arn = boundary.and_then(|boundary| boundary.permissions_boundary_arn);
    arn.map(|arn| find(&arn, managed)).transpose()
}

/// A policy that came or went between two pages is in none of them.
fn find(arn: &str, managed: &HashMap<String, PolicyText>) -> Result<PolicyText, Problem> {
    let changed = || {
        Problem::failed(format!("{arn} is attached, but not among the policies of the account"))
            .hint("the account was changed while it was read: try again")
    };
    managed.get(arn).cloned().ok_or_else(changed)
}

fn tags(tags: Option<Vec<Tag>>) -> BTreeMap<String, String> {
    tags.into_iter().flatten().map(|tag| (tag.key, tag.value)).collect()
}
