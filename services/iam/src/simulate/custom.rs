//! Simulating policies that are given as text.

use ::policy::PolicyKind;
use api_iam::{SimulateCustomPolicy, SimulateCustomPolicyRequest};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::run::{Simulation, caller, context, owner, somebody};
use super::sources::{given, given_boundary};
use crate::paging::PageRequest;
use crate::{Iam, account, wording};

impl Handle<SimulateCustomPolicy> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, _: &SimulateCustomPolicyRequest, _: &At<'_>) -> Result<Checks, Fault> {
        Ok(account::checks::<SimulateCustomPolicy>())
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<SimulateCustomPolicy>,
    ) -> Result<Answer<SimulateCustomPolicy>, Fault> {
        let input = input.into_inner();
        let request = PageRequest::new(input.marker.as_deref(), input.max_items)?;
        let caller = match &input.caller_arn {
            Some(arn) => caller(arn, String::new())?,
            None if input.resource_policy.is_some() => return Err(wording::caller_needed()),
            None => somebody(cx.account()?),
        };
        let boundaries = input.permissions_boundary_policy_input_list.unwrap_or_default();
        let boundary = given_boundary(&boundaries)?;
        let simulation = Simulation {
            caller,
            identity: given("PolicyInputList", &input.policy_input_list, PolicyKind::Identity)?,
            boundary,
            resource_policy: input.resource_policy,
            owner: owner(input.resource_owner)?,
            actions: input.action_names,
            resources: input.resource_arns.unwrap_or_default(),
            context: context(input.context_entries)?,
        };
        Ok(Answer::Output(simulation.run(request).await?))
    }
}
