//! Running a simulation.

use std::borrow::Cow;
use std::sync::Arc;

use ::policy::{
    Context, Document, NamedPolicy, Policies, Policy, PolicyKind, Principal, Request, Value, explain,
};
use api_iam::{ContextEntry, EvaluationResult, SimulatePolicyResponse};
use kernel::Fault;
use names::{AccountId, Arn};

use super::result::{self, About, Outcome};
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

impl Simulation {
    /// One result for each action, and in it one for each resource.
    pub(super) fn run(&self, request: &PageRequest) -> Result<SimulatePolicyResponse, Fault> {
        if let Some(action) = self.actions.iter().find(|action| !action.contains(':')) {
            return Err(wording::invalid_input(&format!("Action {action} must include the service prefix.")));
        }
        let page = request.of_list(&self.actions)?;
        let results = page.items.iter().map(|action| self.action(action));
        Ok(SimulatePolicyResponse {
            evaluation_results: Some(results.collect::<Result<_, _>>()?),
            is_truncated: page.is_truncated(),
            marker: page.marker.clone(),
        })
    }

    fn action(&self, action: &str) -> Result<EvaluationResult, Fault> {
        if self.resources.is_empty() {
            return Ok(result::of_action(action, "*", &self.outcome(action, "*")?));
        }
        let outcomes =
            self.resources.iter().map(|resource| Ok((resource.as_str(), self.outcome(action, resource)?)));
        Ok(result::of_resources(action, &outcomes.collect::<Result<Vec<_>, Fault>>()?))
    }

    /// An action with wildcards is compared as the text it is: `s3:*` is allowed where a statement allows `s3:*` or
    /// more, also if another one denies `s3:DeleteObject`, and `ec2:*` is not where only `ec2:Describe*` is.
    ///
    /// This is a choice. AWS documents that `SimulateCustomPolicy` takes no wildcards here and says nothing of
    /// `SimulatePrincipalPolicy`, which people do ask about `s3:*` and `*:*` (Cloud Custodian documents it as a way
    /// to find administrators). It answers for actions that do not exist, such as `sqs:CreateUser`, so that it does
    /// not seem to expand a name to those of a service.
    fn outcome(&self, action: &str, resource: &str) -> Result<Outcome, Fault> {
        let owner = self.owner.as_deref().or(self.caller.account());
        let given = self.resource_policy.as_deref();
        let resource_policy = match given {
            Some(text) => Some(super::sources::of_resource(text, resource)?),
            None => trusting(action, owner)?,
        };
        let policies = Policies {
            identity: self.identity.clone().into(),
            boundary: self.boundary.clone(),
            resource: resource_policy,
            ..Policies::default()
        };
        let mut request = Request::new(&self.caller, action, resource, &self.context);
        request.resource_account = owner;
        let explanation = explain(&request, &policies);
        let about = About {
            has_boundary: self.boundary.is_some(),
            has_resource_policy: given.is_some(),
            is_cross_account: request.is_cross_account(),
        };
        Ok(Outcome::of(&explanation, about, missing(&explanation, &policies, &self.context)))
    }
}

/// Roles are assumed only where they trust the caller's account. A simulation without the role's policy is about
/// the caller's side alone, so there the role trusts.
fn trusting(action: &str, owner: Option<&str>) -> Result<Option<NamedPolicy>, Fault> {
    let (Some(owner), true) = (owner, action.to_ascii_lowercase().starts_with("sts:assumerole")) else {
        return Ok(None);
    };
    let text = format!(
        r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Principal":{{"AWS":"{owner}"}},"Action":"sts:*"}}]}}"#
    );
    let document = Document::read(&text, PolicyKind::RoleTrust).map_err(Fault::internal)?;
    Ok(Some(NamedPolicy::inline("", Arc::new(Policy::compile(&document)))))
}

/// The keys that statements for this action and resource look at and the simulation does not give.
fn missing(explanation: &::policy::Explanation<'_>, policies: &Policies, context: &Context) -> Vec<String> {
    let conditional = explanation.failed().filter(|failed| failed.element() == "Condition");
    let statements = explanation.matched().chain(conditional.map(|failed| failed.statement()));
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
