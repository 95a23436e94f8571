//! The gate: every check of every call passes here, and only here are permits made.

use std::collections::HashMap;
use std::ops::Deref;
use std::sync::Arc;

use names::{AccountId, Arn, Timestamp};
use policy::{Policies, Request, Verdict, Wording};
use shape::{Operation, ServiceModel};

use crate::check::Wanted;
use crate::context::{global_keys, resource_keys};
use crate::trail::Decision;
use crate::{Call, Check, Checks, Fault, Identities, IdentityFacts, ResourceFacts, Resources, Session};

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
    resources: HashMap<&'static str, Arc<dyn Resources>>,
}

impl Gate {
    pub(crate) fn new(
        identities: Arc<dyn Identities>,
        resources: HashMap<&'static str, Arc<dyn Resources>>,
    ) -> Self {
        Self { identities, resources }
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
                let desk = self.desk(session, call, now)?;
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
        self.desk(session, call, now)?.decide(service, check, decisions)
    }

    fn desk<'g>(&'g self, session: &'g Session, call: &Call, now: Timestamp) -> Result<Desk<'g>, Fault> {
        let identity = self.identities.of(session)?;
        let keys = global_keys(session, call, &identity, now);
        Ok(Desk { gate: self, session, identity, keys })
    }
}

/// What is the same for all checks of one call.
struct Desk<'g> {
    gate: &'g Gate,
    session: &'g Session,
    identity: Arc<IdentityFacts>,
    keys: policy::Context,
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
        let owner_text = owner.map(|id| id.to_string());
        let mut context = self.keys.clone();
        resource_keys(&mut context, owner);
        for (key, value) in &facts.tags {
            context.set(format!("aws:ResourceTag/{key}"), value.clone());
        }
        for (key, value) in check.context.iter() {
            context.insert(key.to_owned().into(), value.clone());
        }
        let request = Request {
            principal: self.session.principal(),
            action: &check.action,
            resource: &check.resource,
            resource_account: owner_text.as_deref(),
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
                let explanation = Arc::new(policy::explain(&request, &policies));
                decisions.push(Decision::denied(check, owner, &explanation));
                let shown =
                    Request { resource: check.named.as_deref().unwrap_or(&check.resource), ..request };
                let message =
                    policy::message(&shown, &verdict, &policies, self.wording(service, check, owner));
                Err(Fault::access_denied(service, message, explanation))
            }
        }
    }

    fn resource_facts(&self, check: &Check) -> Result<ResourceFacts, Fault> {
        let Ok(arn) = check.resource.parse::<Arn>() else { return Ok(ResourceFacts::default()) };
        let Some(resources) = self.gate.resources.get(arn.service()) else {
            return Ok(ResourceFacts::default());
        };
        Ok(resources.facts(&check.action, &arn)?.unwrap_or_default())
    }

    /// The owner as the check names it, as the service knows it, as the ARN has it, or else the caller.
    fn owner(&self, check: &Check, facts: &ResourceFacts) -> Option<AccountId> {
        let in_arn = || check.resource.parse::<Arn>().ok().and_then(|arn| arn.account_id());
        check.owner.or(facts.owner).or_else(in_arn).or(self.session.account())
    }

    fn policies(&self, facts: &ResourceFacts) -> Policies {
        let session = self.session.temporary().and_then(|temporary| temporary.policies.clone());
        Policies {
            identity: self.identity.policies.clone(),
            boundary: self.identity.boundary.clone(),
            session,
            resource: facts.policy.clone(),
            ..Policies::default()
        }
    }

    /// How the caller is told. S3 gives its reason only within the account, and services name no resource
    /// where the action has none, unless they say so.
    fn wording(&self, service: &ServiceModel, check: &Check, owner: Option<AccountId>) -> Wording {
        let usual = if service.prefix == "s3" { Wording::S3 } else { Wording::USUAL };
        let caller = self.session.account();
        Wording {
            on_resource: check.resource != "*" || check.named.is_some(),
            same_organization: caller.is_none() || owner.is_none() || caller == owner,
            ..usual
        }
    }
}
