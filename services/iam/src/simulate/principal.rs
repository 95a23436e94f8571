//! Simulating the policies of a user, group or role.

use ::policy::{NamedPolicy, PolicyKind, Principal};
use api_iam::{SimulatePrincipalPolicy, SimulatePrincipalPolicyRequest};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use names::{Arn, Scope};
use store::Snapshot;

use super::run::{Simulation, caller, context, owner, somebody};
use super::sources::{Source, given, given_boundary};
use crate::entity::Kind;
use crate::paging::PageRequest;
use crate::{Iam, by_arn, directory, wording};

impl Handle<SimulatePrincipalPolicy> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &SimulatePrincipalPolicyRequest, _: &At<'_>) -> Result<Checks, Fault> {
        by_arn::checks::<SimulatePrincipalPolicy>(&input.policy_source_arn)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<SimulatePrincipalPolicy>,
    ) -> Result<Answer<SimulatePrincipalPolicy>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        let request = PageRequest::new(input.marker.as_deref(), input.max_items)?;
        let simulation = cx.read(|view| self.simulation(view, &scope, &input))?;
        Ok(Answer::Output(simulation.run(request).await?))
    }
}

impl Iam {
    fn simulation(
        &self,
        view: &dyn Snapshot,
        scope: &Scope,
        input: &SimulatePrincipalPolicyRequest,
    ) -> Result<Simulation, Fault> {
        let source = Source::find(view, scope, &input.policy_source_arn)?;
        let mut identity = self.policies_of_source(view, scope, &source)?;
        let more = input.policy_input_list.as_deref().unwrap_or_default();
        identity.extend(given("PolicyInputList", more, PolicyKind::Identity)?);
        Ok(Simulation {
            caller: simulated(view, scope, &source, input)?,
            identity,
            boundary: self.boundary_of(view, scope, &source, input)?,
            resource_policy: input.resource_policy.clone(),
            owner: owner(input.resource_owner.clone())?,
            actions: input.action_names.clone(),
            resources: input.resource_arns.clone().unwrap_or_default(),
            context: context(input.context_entries.clone())?,
        })
    }

    /// The boundary given, or else the one that the source has.
    fn boundary_of(
        &self,
        view: &dyn Snapshot,
        scope: &Scope,
        source: &Source,
        input: &SimulatePrincipalPolicyRequest,
    ) -> Result<Option<NamedPolicy>, Fault> {
        let texts = input.permissions_boundary_policy_input_list.as_deref().unwrap_or_default();
        match (given_boundary(texts)?, &source.identity.boundary) {
            (Some(given), _) => Ok(Some(given)),
            (None, Some(arn)) => self.managed_source(view, scope, arn, PolicyKind::Boundary).map(Some),
            (None, None) => Ok(None),
        }
    }
}

/// Who calls in the simulation: the user that is given, or the source.
fn simulated(
    view: &dyn Snapshot,
    scope: &Scope,
    source: &Source,
    input: &SimulatePrincipalPolicyRequest,
) -> Result<Principal, Fault> {
    if let Some(text) = &input.caller_arn {
        let arn: Option<Arn> = text.parse().ok();
        let id = arn.map(|arn| directory::unique_id(view, &arn)).transpose()?.flatten();
        return caller(text, id.unwrap_or_default());
    }
    match source.kind {
        Kind::User => caller(&input.policy_source_arn, source.identity.id.clone()),
        _ if input.resource_policy.is_some() => Err(wording::caller_needed()),
        _ => Ok(somebody(scope.account)),
    }
}
