//! Running a simulation.

use std::borrow::Cow;
use std::sync::Arc;

use ::policy::{
    Context, Document, NamedPolicy, Policies, Policy, PolicyKind, PolicySet, Principal, Request, Value,
    explain,
};
use api_iam::{ContextEntry, EvaluationResult, SimulatePolicyResponse};
use kernel::Fault;
use names::{AccountId, Arn};

use super::result::{self, About, Outcome};
use super::sources;
use crate::paging::PageRequest;
use crate::wording;

/// What is simulated.
pub(super) struct Simulation {
    pub(super) caller: Principal,
    pub(super) identity: Vec<NamedPolicy>,
    pub(super) boundary: Option<NamedPolicy>,
    /// The policy of each resource, as text.
    pub(super) resource_policy: Option<String>,
    pub(super) owner: Option<String>,
    pub(super) actions: Vec<String>,
    /// Empty: the actions are asked about no resource in particular.
    pub(super) resources: Vec<String>,
    pub(super) context: Context<'static>,
}

/// Pairs of an action and a resource on one page: pages are shorter for many resources, whatever `MaxItems` says.
const PAIRS_MAX: usize = 2000;

impl Simulation {
    /// One result for each action, and in it one for each resource. Away from where other calls are waited for, since
    /// it may take a while.
    pub(super) async fn run(self, request: PageRequest) -> Result<SimulatePolicyResponse, Fault> {
        tokio::task::spawn_blocking(move || self.page(request)).await.map_err(Fault::internal)?
    }

    fn page(&self, request: PageRequest) -> Result<SimulatePolicyResponse, Fault> {
        if let Some(action) = self.actions.iter().find(|action| !action.contains(':')) {
            return Err(wording::invalid_input(&format!("Action {action} must include the service prefix.")));
        }
        if self.resources.len() > PAIRS_MAX {
            let message = format!("ResourceArns has more than {PAIRS_MAX} entries.");
            return Err(wording::invalid_input(&message));
        }
        let request = request.at_most(PAIRS_MAX / self.resources.len().max(1));
        let desk = Desk::of(self)?;
        let page = request.of_list(&self.actions)?;
        let results = page.items.iter().map(|action| desk.action(action));
        Ok(SimulatePolicyResponse {
            evaluation_results: Some(results.collect::<Result<_, _>>()?),
            is_truncated: page.is_truncated(),
            marker: page.marker.clone(),
        })
    }

    fn owner(&self) -> Option<&str> {
        self.owner.as_deref().or(self.caller.account())
    }
}

/// A simulation with all that is the same for its pairs, made once.
struct Desk<'s> {
    simulation: &'s Simulation,
    identity: PolicySet,
    /// That of a role that trusts the owner.
    trust: Option<NamedPolicy>,
    /// The policy of resources as each of the services reads it that have one here.
    of_resources: Vec<(PolicyKind, NamedPolicy)>,
}

impl<'s> Desk<'s> {
    fn of(simulation: &'s Simulation) -> Result<Self, Fault> {
        let resources = simulation.resources.iter().map(String::as_str);
        let resources: Vec<&str> =
            if simulation.resources.is_empty() { vec!["*"] } else { resources.collect() };
        let mut of_resources: Vec<(PolicyKind, NamedPolicy)> = Vec::new();
        if let Some(text) = &simulation.resource_policy {
            for kind in resources.into_iter().map(sources::kind_of_resource) {
                if !of_resources.iter().any(|(known, _)| *known == kind) {
                    of_resources.push((kind, sources::of_resource(text, kind)?));
                }
            }
        }
        let assumes = simulation.actions.iter().any(|action| is_assuming(action));
        let trust = simulation.owner().filter(|_| assumes && simulation.resource_policy.is_none());
        Ok(Self {
            identity: simulation.identity.clone().into(),
            trust: trust.map(trusting).transpose()?,
            of_resources,
            simulation,
        })
    }

    fn action(&self, action: &str) -> Result<EvaluationResult, Fault> {
        let resources = &self.simulation.resources;
        if resources.is_empty() {
            return Ok(result::of_action(action, "*", &self.outcome(action, "*")));
        }
        let outcomes = resources.iter().map(|resource| (resource.as_str(), self.outcome(action, resource)));
        Ok(result::of_resources(action, &outcomes.collect::<Vec<_>>()))
    }

    /// An action with wildcards is compared as the text it is: `s3:*` is allowed where a statement allows `s3:*` or
    /// more, also if another one denies `s3:DeleteObject`, and `ec2:*` is not where only `ec2:Describe*` is.
    ///
    /// This is a choice. AWS documents that `SimulateCustomPolicy` takes no wildcards here and says nothing of
    /// `SimulatePrincipalPolicy`, which people do ask about `s3:*` and `*:*` (Cloud Custodian documents it as a way
    /// to find administrators). It answers for actions that do not exist, such as `sqs:CreateUser`, so that it does
    /// not seem to expand a name to those of a service.
    fn outcome(&self, action: &str, resource: &str) -> Outcome {
        let simulation = self.simulation;
        let kind = sources::kind_of_resource(resource);
        let given = self.of_resources.iter().find(|(known, _)| *known == kind).map(|(_, policy)| policy);
        let policies = Policies {
            identity: self.identity.clone(),
            boundary: simulation.boundary.clone(),
            resource: given.or(self.trust.as_ref().filter(|_| is_assuming(action))).cloned(),
            ..Policies::default()
        };
        let mut request = Request::new(&simulation.caller, action, resource, &simulation.context);
        request.resource_account = simulation.owner();
        let explanation = explain(&request, &policies);
        let about = About {
            has_boundary: simulation.boundary.is_some(),
            has_resource_policy: given.is_some(),
            is_cross_account: request.is_cross_account(),
        };
        Outcome::of(&explanation, about, missing(&explanation, &policies, &simulation.context))
    }
}

fn is_assuming(action: &str) -> bool {
    action.to_ascii_lowercase().starts_with("sts:assumerole")
}

/// Roles are assumed only where they trust the caller's account. A simulation without the role's policy is about
/// the caller's side alone, so there the role trusts.
fn trusting(owner: &str) -> Result<NamedPolicy, Fault> {
    let text = format!(
        r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Principal":{{"AWS":"{owner}"}},"Action":"sts:*"}}]}}"#
    );
    let document = Document::read(&text, PolicyKind::RoleTrust).map_err(Fault::internal)?;
    Ok(NamedPolicy::inline("", Arc::new(Policy::compile(&document))))
}

/// The keys that statements for this action and resource look at and the simulation does not give. A statement whose
/// resource has a variable without value may be for this one.
fn missing(
    explanation: &::policy::Explanation<'_>,
    policies: &Policies,
    context: &Context<'_>,
) -> Vec<String> {
    let concerned = explanation.failed().filter(|failed| match failed.element() {
        "Condition" => true,
        "Resource" | "NotResource" => {
            !policies.missing_in_resources(failed.statement().at, context).is_empty()
        }
        _ => false,
    });
    let statements = explanation.matched().chain(concerned.map(|failed| failed.statement()));
    let keys = statements.flat_map(|statement| policies.context_keys(statement.at));
    let mut missing: Vec<String> = keys.filter(|key| context.get(&key.to_lowercase()).is_none()).collect();
    missing.sort_unstable();
    missing.dedup();
    missing
}

/// The context of a request's entries.
pub(super) fn context(entries: Option<Vec<ContextEntry>>) -> Result<Context<'static>, Fault> {
    let mut context = Context::new();
    for entry in entries.unwrap_or_default() {
        let Some(name) = entry.context_key_name else { continue };
        let mut values = entry.context_key_values.unwrap_or_default();
        let is_list = entry.context_key_type.as_deref().is_some_and(|kind| kind.ends_with("List"));
        let value = match (is_list, values.len()) {
            (false, 1) => Value::Single(Cow::Owned(values.swap_remove(0))),
            (false, 2..) => {
                let message = format!("Context key {name} has several values and is not of a list type.");
                return Err(wording::invalid_input(&message));
            }
            _ => Value::Multi(values),
        };
        context.insert(name.into(), value);
    }
    Ok(context)
}

/// The user that a simulation is made for. No other kind of caller can be.
pub(super) fn caller(text: &str, id: String) -> Result<Principal, Fault> {
    let refused = || wording::invalid_input(&format!("Caller ARN {text} must be the ARN of an IAM user."));
    let arn: Arn = text.parse().map_err(|_| refused())?;
    let (Some(account), Some(path_and_name)) = (arn.account_id(), arn.resource_of("user")) else {
        return Err(refused());
    };
    let name = path_and_name.rsplit('/').next().unwrap_or_default().to_owned();
    Ok(Principal::User { arn: text.to_owned(), account: account.to_string(), unique_id: id, name })
}

/// Somebody of the account, where the policies are nobody's.
pub(super) fn somebody(account: AccountId) -> Principal {
    Principal::User {
        arn: crate::arn(account, "user", "/", "simulated"),
        account: account.to_string(),
        unique_id: String::new(),
        name: "simulated".to_owned(),
    }
}

/// The account that a request names as the resource's owner, by its id or an ARN.
pub(super) fn owner(given: Option<String>) -> Result<Option<String>, Fault> {
    let Some(text) = given else { return Ok(None) };
    let in_arn = || text.parse::<Arn>().ok().and_then(|arn| arn.account_id());
    let account = text.parse::<AccountId>().ok().or_else(in_arn);
    let refused = || wording::invalid_input(&format!("Resource owner {text} is not an account."));
    Ok(Some(account.ok_or_else(refused)?.to_string()))
}
