//! Who uses a managed policy.

use api_iam::{
    ListEntitiesForPolicy, ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse, PolicyGroup,
    PolicyRole, PolicyUser,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use names::Scope;
use store::Snapshot;

use super::{checks, look};
use crate::entity::Kind;
use crate::paging::{Page, PageRequest};
use crate::record::{Identity, Uses, users_of};
use crate::{Iam, directory};

impl Handle<ListEntitiesForPolicy> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &ListEntitiesForPolicyRequest, _: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<ListEntitiesForPolicy>(&input.policy_arn)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ListEntitiesForPolicy>,
    ) -> Result<Answer<ListEntitiesForPolicy>, Fault> {
        let request = PageRequest::new(input.marker.as_deref(), input.max_items)?;
        look::<ListEntitiesForPolicy>(cx, &input.policy_arn, |snapshot, scope, _| {
            Ok(response(page(snapshot, scope, &request, &input)?))
        })
    }
}

fn page(
    snapshot: &dyn Snapshot,
    scope: &Scope,
    request: &PageRequest,
    input: &ListEntitiesForPolicyRequest,
) -> Result<Page<(Kind, Identity)>, Fault> {
    request.of_records(
        |after, limit| users_of(snapshot, scope, &input.policy_arn, after, limit),
        |(id, uses)| {
            let found = directory::by_id(snapshot, &id)?;
            let found = found.map(|(_, kind, identity)| (kind, identity));
            Ok(found.filter(|(kind, identity)| is_wanted(*kind, identity, uses, input)))
        },
    )
}

fn is_wanted(kind: Kind, identity: &Identity, uses: Uses, input: &ListEntitiesForPolicyRequest) -> bool {
    let of_kind = input.entity_filter.as_deref().is_none_or(|wanted| wanted == kind.title());
    let in_path = identity.path.starts_with(input.path_prefix.as_deref().unwrap_or("/"));
    let in_use = match input.policy_usage_filter.as_deref() {
        Some("PermissionsPolicy") => uses.attached,
        Some("PermissionsBoundary") => uses.boundary,
        _ => true,
    };
    of_kind && in_path && in_use
}

fn response(page: Page<(Kind, Identity)>) -> ListEntitiesForPolicyResponse {
    let is_truncated = page.is_truncated();
    let (mut groups, mut users, mut roles) = (Vec::new(), Vec::new(), Vec::new());
    for (kind, identity) in page.items {
        let (name, id) = (Some(identity.name), Some(identity.id));
        match kind {
            Kind::Group => groups.push(PolicyGroup { group_name: name, group_id: id }),
            // These have no policies of their own.
            Kind::InstanceProfile | Kind::ServerCertificate => {}
            Kind::Role => roles.push(PolicyRole { role_name: name, role_id: id }),
            Kind::User => users.push(PolicyUser { user_name: name, user_id: id }),
        }
    }
    ListEntitiesForPolicyResponse {
        policy_groups: Some(groups),
        policy_users: Some(users),
        policy_roles: Some(roles),
        is_truncated,
        marker: page.marker,
    }
}
