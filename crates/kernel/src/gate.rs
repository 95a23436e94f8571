//! The gate: every check of every call passes here, and only here are permits made.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Deref;
use std::sync::Arc;

use names::{AccountId, Arn, Timestamp};
use policy::{
    Context, Document, NamedPolicy, Policies, Policy, PolicyKind, PolicySet, Principal, Request, Verdict,
    Wording,
};
use shape::{Operation, ServiceModel};

use crate::check::Wanted;
use crate::context::{KeySources, resource_keys};
use crate::trail::{Decision, Keys};
use crate::{
    Call, Check, Checks, Directory, Fault, Identities, IdentityFacts, ManagedPolicies, ResourceFacts,
    Resources, Session,
};

/// So many refusals of one call are explained in its record; a call may ask about a thousand keys.
const EXPLANATIONS_MAX: usize = 16;

/// The gate's yes, carrying the very input it was given for. Its only constructor is private to this file.
#[derive(Debug)]
pub struct Permitted<Op: Operation> {
    input: Op::Input,
}

impl<Op: Operation> Permitted<Op> {
    /// Gives the input up.
    #[must_use]
    pub fn into_inner(self) -> Op::Input {
        self.input
    }
}

impl<Op: Operation> Deref for Permitted<Op> {
    type Target = Op::Input;

    fn deref(&self) -> &Op::Input {
        &self.input
    }
}

/// Decides. Holds no policies itself: identity policies come from IAM, resource policies from their owners.
pub struct Gate {
    identities: Arc<dyn Identities>,
    directory: Arc<dyn Directory>,
    managed: Option<Arc<dyn ManagedPolicies>>,
    resources: HashMap<&'static str, Arc<dyn Resources>>,
    /// What holds for sessions whose role is gone.
    gone: Arc<IdentityFacts>,
    /// What holds for root users.
    root: Arc<IdentityFacts>,
}

/// A deleted role has no policies any more: no boundary and no denies either. What bucket policies still give to
/// its sessions would then be theirs without limit, so they are denied everything.
const GONE: &str = r#"{
    "Version": "2012-10-17",
    "Statement": { "Sid": "RoleWasDeleted", "Effect": "Deny", "Action": "*", "Resource": "*" }
}"#;

impl Gate {
    pub(crate) fn new(
        identities: Arc<dyn Identities>,
        directory: Arc<dyn Directory>,
        managed: Option<Arc<dyn ManagedPolicies>>,
        resources: HashMap<&'static str, Arc<dyn Resources>>,
    ) -> Result<Self, Fault> {
        let (gone, root) = (facts_of("deleted", GONE)?, facts_of("root", ALLOW_ALL)?);
        Ok(Self { identities, directory, managed, resources, gone, root })
    }

    /// The managed policy of an ARN, as it is now.
    pub(crate) fn managed_policy(&self, account: AccountId, arn: &str) -> Result<Option<NamedPolicy>, Fault> {
        match &self.managed {
            Some(managed) => managed.policy(account, arn),
            None => Ok(None),
        }
    }

    /// Every check must be allowed. The decisions come back either way, for the record.
    pub(crate) fn authorize<Op: Operation>(
        &self,
        session: &Session,
        call: &Call,
        now: Timestamp,
        checks: Checks,
        input: Op::Input,
        decisions: &mut Vec<Decision>,
    ) -> Result<Permitted<Op>, Fault> {
        let (service, operation) = (Op::service().prefix, Op::model().name);
        self.identities.used(session, service, operation, call.region.as_str(), now);
        match checks.wanted {
            Wanted::Signed if session.is_anonymous() => Err(Fault::missing_token(Op::service())),
            Wanted::Signed => Ok(Permitted { input }),
            Wanted::All(checks) => {
                let identity = self.identity(session)?;
                let desk = self.desk(session, call, &identity, now)?;
                for check in &checks {
                    desk.decide(Op::service(), check, decisions)?;
                }
                Ok(Permitted { input })
            }
        }
    }

    /// One more question in the middle of an operation: same gate, same record.
    pub(crate) fn ask(
        &self,
        service: &ServiceModel,
        session: &Session,
        call: &Call,
        now: Timestamp,
        check: &Check,
        decisions: &mut Vec<Decision>,
    ) -> Result<(), Fault> {
        let identity = self.identity(session)?;
        self.desk(session, call, &identity, now)?.decide(service, check, decisions)
    }

    fn desk<'g>(
        &'g self,
        session: &'g Session,
        call: &'g Call,
        identity: &'g IdentityFacts,
        now: Timestamp,
    ) -> Result<Desk<'g>, Fault> {
        let policies = self.session_policies(session)?.map(PolicySet::from);
        let keys = KeySources::of(session, call, identity, now).keys();
        Ok(Desk { gate: self, session, identity, policies, keys })
    }

    /// The facts of the session's user or role; those of a deleted role deny everything.
    fn identity(&self, session: &Session) -> Result<Arc<IdentityFacts>, Fault> {
        match session.principal() {
            principal if is_of_root(principal) => Ok(Arc::clone(&self.root)),
            _ if self.is_gone(session)? => Ok(Arc::clone(&self.gone)),
            _ => self.identities.of(session),
        }
    }

    /// Whether the session's role was deleted; a namesake that came after is another role. Users need no look,
    /// since their keys go with them.
    fn is_gone(&self, session: &Session) -> Result<bool, Fault> {
        match session.principal() {
            Principal::AssumedRole { role_unique_id, .. } => {
                Ok(self.directory.arn(role_unique_id)?.is_none())
            }
            _ => Ok(false),
        }
    }

    /// The session policies. Managed ones are as they are now, and one that has gone makes the session able to
    /// do nothing: what it denied must not be allowed instead.
    fn session_policies(&self, session: &Session) -> Result<Option<Vec<NamedPolicy>>, Fault> {
        let (Some(temporary), Some(account)) = (session.temporary(), session.account()) else {
            return Ok(None);
        };
        let mut policies: Vec<NamedPolicy> = temporary.policy.iter().cloned().collect();
        for arn in &temporary.policy_arns {
            match self.managed_policy(account, arn)? {
                Some(policy) => policies.push(policy),
                None => policies.push(NamedPolicy::managed(arn.as_str(), compiled(DENY_ALL)?)),
            }
        }
        Ok(Some(policies).filter(|policies| !policies.is_empty()))
    }
}

const ALLOW_ALL: &str =
    r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#;
const DENY_ALL: &str =
    r#"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}"#;

fn compiled(text: &str) -> Result<Arc<Policy>, Fault> {
    let document = Document::parse(text, PolicyKind::Session).map_err(Fault::internal)?;
    Ok(Arc::new(Policy::compile(&document)))
}

/// A federated user that the root user made: within its session policies it may do what root may.
fn is_of_root(principal: &Principal) -> bool {
    matches!(principal, Principal::FederatedUser { account, user_unique_id, .. } if account == user_unique_id)
}

/// The facts of somebody whose one policy is written here.
fn facts_of(name: &str, text: &str) -> Result<Arc<IdentityFacts>, Fault> {
    let policies = vec![NamedPolicy::inline(name, compiled(text)?)];
    Ok(Arc::new(IdentityFacts { policies: policies.into(), ..IdentityFacts::default() }))
}

/// What is the same for all checks of one call.
struct Desk<'g> {
    gate: &'g Gate,
    session: &'g Session,
    identity: &'g IdentityFacts,
    policies: Option<PolicySet>,
    keys: Context<'g>,
}

impl Desk<'_> {
    fn decide(
        &self,
        service: &ServiceModel,
        check: &Check,
        decisions: &mut Vec<Decision>,
    ) -> Result<(), Fault> {
        let facts = self.resource_facts(check)?;
        let owner = self.owner(check, &facts);
        let found = resource_keys(owner.as_ref().map(AccountId::as_str), &facts.tags);
        let of_resource = Context::over(&check.of_resource, &found);
        let of_all = Context::over(&of_resource, &self.keys);
        let context = Context::over(&check.context, &of_all);
        let resource = of_our_partition(&check.resource);
        let request = Request {
            principal: self.session.principal(),
            action: &check.action,
            resource: &resource,
            resource_account: owner.as_ref().map(AccountId::as_str),
            context: &context,
            service_linked_role: false,
            canonical_user: None,
        };
        let policies = self.policies(&facts);
        match policy::evaluate(&request, &policies) {
            verdict @ Verdict::Allow { .. } => {
                decisions.push(Decision::allowed(check, owner, &verdict, &policies));
                Ok(())
            }
            verdict @ Verdict::Deny { .. } => {
                let explanation = policy::explain(&request, &policies);
                let explained = decisions.iter().filter(|decision| decision.explanation.is_some()).count();
                let keeps = explained < EXPLANATIONS_MAX;
                let keys = Keys { of_resource: &of_resource, session: self.session };
                decisions.push(Decision::denied(check, owner, &explanation, keys, keeps));
                let shown =
                    Request { resource: check.named.as_deref().unwrap_or(&check.resource), ..request };
                let message =
                    policy::message(&shown, &verdict, &policies, self.wording(service, check, owner));
                Err(Fault::access_denied(service, message))
            }
        }
    }

    fn resource_facts(&self, check: &Check) -> Result<ResourceFacts, Fault> {
        let Ok(arn) = check.resource.parse::<Arn>() else { return Ok(ResourceFacts::default()) };
        let Some(resources) = self.gate.resources.get(arn.service()) else {
            return Ok(ResourceFacts::default());
        };
        let facts = resources.facts(&check.action, &arn)?.unwrap_or_default();
        // Who asks about something of its own asks about nothing that another account has under the same name:
        // that one's policy has no say, and nothing of it may be told.
        let is_foreign = check.owner.zip(facts.owner).is_some_and(|(asked, found)| asked != found);
        Ok(if is_foreign { ResourceFacts::default() } else { facts })
    }

    /// The owner as the check names it, as the service knows it, as the ARN has it, or else the caller.
    fn owner(&self, check: &Check, facts: &ResourceFacts) -> Option<AccountId> {
        let in_arn = || check.resource.parse::<Arn>().ok().and_then(|arn| arn.account_id());
        check.owner.or(facts.owner).or_else(in_arn).or(self.session.account())
    }

    /// All of these are shared: nothing is copied but their counts.
    fn policies(&self, facts: &ResourceFacts) -> Policies {
        Policies {
            identity: self.identity.policies.clone(),
            boundary: self.identity.boundary.clone(),
            session: self.policies.clone(),
            resource: facts.policy.clone(),
            restrict_public_buckets: facts.restrict_public_buckets,
            ..Policies::default()
        }
    }

    /// How the caller is told. S3 gives its reason only within the account, and services name no resource
    /// where the action has none, unless they say so.
    fn wording(&self, service: &ServiceModel, check: &Check, owner: Option<AccountId>) -> Wording {
        let usual = if service.prefix == "s3" { Wording::S3 } else { Wording::USUAL };
        let caller = self.session.account();
        Wording {
            on_resource: (check.resource != "*" || check.named.is_some())
                && check.named.as_deref() != Some(""),
            same_organization: caller.is_none() || owner.is_none() || caller == owner,
            ..usual
        }
    }
}

/// The ARN as policies are to read it. All resources of this server lie in one partition, so an ARN that a client
/// wrote with another names the same resource or none: it must not slip past statements about the one that is.
fn of_our_partition(resource: &str) -> Cow<'_, str> {
    match resource.strip_prefix("arn:").and_then(|rest| rest.split_once(':')) {
        Some((partition, rest)) if partition != "aws" => Cow::Owned(format!("arn:aws:{rest}")),
        _ => Cow::Borrowed(resource),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_partition_is_no_way_around_a_statement() {
        let check = |given: &str, expect: &str| assert_eq!(of_our_partition(given), expect);
        check(
            "arn:aws-cn:forecast:us-east-1:111122223333:forecast/f",
            "arn:aws:forecast:us-east-1:111122223333:forecast/f",
        );
        check("arn::s3:::bucket/a:b", "arn:aws:s3:::bucket/a:b");
        check("arn:aws:s3:::bucket", "arn:aws:s3:::bucket");
        check("*", "*");
        check("text", "text");
    }
}
