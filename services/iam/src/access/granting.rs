//! Which policies give access to a service.

use std::collections::HashSet;

use ::policy::PolicyKind;
use api_iam::{
    ListPoliciesGrantingServiceAccess, ListPoliciesGrantingServiceAccessEntry,
    ListPoliciesGrantingServiceAccessRequest, ListPoliciesGrantingServiceAccessResponse,
    PolicyGrantingServiceAccess,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use names::Scope;
use store::Snapshot;

use crate::entity::Kind;
use crate::paging::PageRequest;
use crate::policy::{self, PolicyArn};
use crate::record::Identity;
use crate::simulate::Source;
use crate::{Iam, by_arn, group};

impl Handle<ListPoliciesGrantingServiceAccess> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &ListPoliciesGrantingServiceAccessRequest, _: &At<'_>) -> Result<Checks, Fault> {
        by_arn::checks::<ListPoliciesGrantingServiceAccess>(&input.arn)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ListPoliciesGrantingServiceAccess>,
    ) -> Result<Answer<ListPoliciesGrantingServiceAccess>, Fault> {
        let scope = crate::scope(cx)?;
        let request = PageRequest::new(input.marker.as_deref(), None)?;
        let output = cx.read(|view| {
            let source = Source::find(view, &scope, &input.arn)?;
            let mut earlier = HashSet::new();
            let services = input.service_namespaces.iter().filter(|service| earlier.insert(service.as_str()));
            let page = request.of_list(services)?;
            let entries = page.items.iter().map(|service| {
                Ok(ListPoliciesGrantingServiceAccessEntry {
                    service_namespace: Some((*service).clone()),
                    policies: Some(self.granting(view, &scope, &source, service)?),
                })
            });
            Ok(ListPoliciesGrantingServiceAccessResponse {
                policies_granting_service_access: entries.collect::<Result<_, Fault>>()?,
                is_truncated: page.is_truncated(),
                marker: page.marker.clone(),
            })
        })?;
        Ok(Answer::Output(output))
    }
}

impl Iam {
    fn granting(
        &self,
        view: &dyn Snapshot,
        scope: &Scope,
        source: &Source,
        service: &str,
    ) -> Result<Vec<PolicyGrantingServiceAccess>, Fault> {
        let mut found = Vec::new();
        self.add_granting(view, scope, (source.kind, &source.identity), service, &mut found)?;
        if source.kind == Kind::User {
            for group in group::of_user(view, scope, &source.identity)? {
                self.add_granting(view, scope, (Kind::Group, &group.identity), service, &mut found)?;
            }
        }
        Ok(found)
    }

    fn add_granting(
        &self,
        view: &dyn Snapshot,
        scope: &Scope,
        (kind, identity): (Kind, &Identity),
        service: &str,
        found: &mut Vec<PolicyGrantingServiceAccess>,
    ) -> Result<(), Fault> {
        for (name, text) in &identity.inline {
            if self.compiled.policy(text, PolicyKind::Identity)?.grants_service(service) {
                found.push(PolicyGrantingServiceAccess {
                    policy_name: name.clone(),
                    policy_type: "INLINE".to_owned(),
                    policy_arn: None,
                    entity_type: Some(kind.word().to_ascii_uppercase()),
                    entity_name: Some(identity.name.clone()),
                });
            }
        }
        for arn in &identity.attached {
            let arn = PolicyArn::parse(arn)?;
            let Some(policy) = policy::find(view, scope, &arn)? else { continue };
            // Attached to the user and to a group, it is one policy all the same.
            let is_told = found.iter().any(|told| told.policy_arn.as_deref() == Some(arn.as_str()));
            if !is_told
                && self.compiled.policy(policy.document(), PolicyKind::Identity)?.grants_service(service)
            {
                found.push(PolicyGrantingServiceAccess {
                    policy_name: arn.name().to_owned(),
                    policy_type: "MANAGED".to_owned(),
                    policy_arn: Some(arn.as_str().to_owned()),
                    entity_type: None,
                    entity_name: None,
                });
            }
        }
        Ok(())
    }
}
