//! Decisions made here, with the engine and the keys of the server, and nothing stored anywhere.

pub(crate) mod besides;
pub(crate) mod caller;
pub(crate) mod grants;
mod keys;
pub(crate) mod policies;
pub(crate) mod target;

use kernel::resource_keys;
use names::{Region, Timestamp};
use policy::{Context, Policies, PolicySet, Request, Value, Wording};

use crate::connection::{Connection, now};
use crate::explain::{Explanation, Refused};
use crate::report::Problem;
use besides::Besides;
use caller::Caller;
use target::Target;

/// Condition keys with their values, as written.
pub(crate) type Given = Vec<(String, Value<'static>)>;

/// Under which circumstances is asked.
#[derive(Debug, Clone)]
pub(crate) struct Circumstances {
    pub(crate) region: Region,
    pub(crate) is_secure: bool,
    pub(crate) now: Timestamp,
    pub(crate) origin: Origin,
}

/// Where a call comes from, as the three ways in which services call have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Origin {
    /// From the network.
    Network,
    /// From a service: as itself, with a source, or as the session of a role it was passed.
    Service { name: String, source: Source },
    /// From a service with the caller's own session.
    Forwarded { service: String },
}

/// For whom a service asks, as far as it is given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Source {
    pub(crate) arn: Option<String>,
    pub(crate) account: Option<String>,
}

/// One question.
#[derive(Debug, Clone)]
pub(crate) struct Question<'q> {
    pub(crate) caller: &'q Caller,
    pub(crate) action: &'q str,
    pub(crate) target: &'q Target,
    pub(crate) circumstances: &'q Circumstances,
    /// Policies and grants that belong to neither caller nor resource.
    pub(crate) besides: &'q Besides,
    /// Keys over those that the server would set.
    pub(crate) given: &'q Given,
}

/// One answer.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) allowed: bool,
    /// As the engine tells it.
    pub(crate) json: serde_json::Value,
    /// As pictures take it; the message is AWS's.
    pub(crate) told: Refused,
    /// Every key of the request with its value, names in lower case.
    pub(crate) context: serde_json::Value,
    /// Keys that policies look at and that the question has no value for.
    pub(crate) missing_keys: Vec<String>,
}

impl Circumstances {
    pub(crate) fn of(connection: &Connection) -> Self {
        Self {
            region: connection.region.clone(),
            is_secure: connection.is_secure,
            now: now(),
            origin: Origin::Network,
        }
    }

    pub(crate) fn with(&self, origin: Origin) -> Self {
        Self { origin, ..self.clone() }
    }
}

impl Question<'_> {
    /// Decides as the gate does.
    pub(crate) fn decide(&self) -> Result<Outcome, Problem> {
        let policies = self.policies()?;
        let owner = self.owner();
        let of_call = self.sources().keys();
        let of_resource = resource_keys(owner, &self.target.tags);
        let of_all = Context::over(&of_resource, &of_call);
        let own = self.own_keys();
        let context = Context::over(&own, &of_all);
        let request = Request {
            principal: &self.caller.principal,
            action: self.action,
            resource: &self.target.resource,
            resource_account: owner,
            context: &context,
            service_linked_role: self.caller.is_service_linked(),
            canonical_user: None,
        };
        let explanation = policy::explain(&request, &policies);
        let message = policy::message(&request, explanation.verdict(), &policies, self.wording());
        let json = serde_json::to_value(&explanation).map_err(|error| Problem::failed(error.to_string()))?;
        let asked: Vec<_> =
            self.caller.policies().chain(&self.target.policy).chain(self.besides.policies()).collect();
        let told = Refused {
            request_id: String::new(),
            message,
            principal: self.caller.principal.shown(),
            source: None,
            service: None,
            operation: String::new(),
            keys: std::collections::BTreeMap::new(),
            explanation: Explanation::read(&json),
        };
        Ok(Outcome {
            allowed: explanation.verdict().is_allowed(),
            json,
            told,
            context: keys::json(&context),
            missing_keys: keys::missing(&context, &asked),
        })
    }

    fn policies(&self) -> Result<Policies, Problem> {
        let besides = self.besides;
        let is_network = self.circumstances.origin == Origin::Network;
        Ok(Policies {
            identity: PolicySet::new(self.caller.identity.clone()),
            boundary: self.caller.boundary.clone(),
            session: self.caller.session.clone().map(PolicySet::new),
            resource: self.target.policy.clone(),
            scp: besides.scp.clone(),
            rcp: besides.rcp.clone(),
            // What a service calls does not come through the customer's endpoint.
            vpce: besides.endpoint.clone().filter(|_| is_network),
            restrict_public_buckets: self.target.restricts_public || besides.restrict_public_buckets,
            bucket_policy_is_public: None,
            grants: besides.grants(self.action, &self.target.resource, self.given)?,
        })
    }

    /// As the gate words it: S3 gives its reason only within the account.
    fn wording(&self) -> Wording {
        let usual = if self.action.starts_with("s3:") { Wording::S3 } else { Wording::USUAL };
        let (caller, owner) = (self.caller.principal.account(), self.owner());
        Wording {
            on_resource: !["*", server::ANY_BUCKET].contains(&self.target.resource.as_str()),
            same_organization: caller.is_none() || owner.is_none() || caller == owner,
            ..usual
        }
    }

    /// The owner of the resource, or else the caller's account.
    pub(crate) fn owner(&self) -> Option<&str> {
        self.target.owner.as_deref().or_else(|| self.caller.principal.account())
    }
}
