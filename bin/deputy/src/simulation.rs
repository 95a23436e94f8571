//! Decisions made here, with the engine and the keys of the server, and nothing stored anywhere.

pub(crate) mod caller;
mod keys;
pub(crate) mod policies;
pub(crate) mod target;

use names::{Region, Timestamp};
use policy::{Context, Policies, PolicySet, Principal, Request, Value, Wording};

use crate::connection::{Connection, now};
use crate::explain::{Explanation, Refused};
use crate::report::Problem;
use caller::Caller;
use target::Target;

/// The value of a condition key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Key {
    One(String),
    Many(Vec<String>),
}

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
    /// Keys over those that the server would set.
    pub(crate) given: &'q [(String, Key)],
}

/// One answer.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) allowed: bool,
    /// As the engine tells it.
    pub(crate) json: serde_json::Value,
    /// As pictures take it; the message is AWS's.
    pub(crate) told: Refused,
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
        let policies = Policies {
            identity: PolicySet::new(self.caller.identity.clone()),
            boundary: self.caller.boundary.clone(),
            session: self.caller.session.clone().map(PolicySet::new),
            resource: self.target.policy.clone(),
            restrict_public_buckets: self.target.restricts_public,
            ..Policies::default()
        };
        let keys = keys::all(self);
        let mut context = Context::with_capacity(keys.len());
        for (name, value) in &keys {
            let value = match value {
                Key::One(value) => Value::Single(value.clone().into()),
                Key::Many(values) => Value::Multi(values.clone()),
            };
            context.insert(name.clone().into(), value);
        }
        let owner = self.owner();
        let request = Request {
            principal: &self.caller.principal,
            action: self.action,
            resource: &self.target.resource,
            resource_account: owner,
            context: &context,
            service_linked_role: false,
            canonical_user: None,
        };
        let explanation = policy::explain(&request, &policies);
        let wording = Wording { on_resource: self.target.resource != "*", ..Wording::USUAL };
        let mut message = policy::message(&request, explanation.verdict(), &policies, wording);
        let mut allowed = explanation.verdict().is_allowed();
        let json = serde_json::to_value(&explanation).map_err(|error| Problem::failed(error.to_string()))?;
        let mut read = Explanation::read(&json);
        if allowed && self.is_root_assuming() {
            // STS refuses these before it asks the gate.
            (allowed, read.allowed) = (false, false);
            "Roles may not be assumed by root accounts.".clone_into(&mut message);
        }
        let missing_keys =
            keys::missing(&keys, &self.caller.policies().chain(&self.target.policy).collect::<Vec<_>>());
        let told = Refused {
            request_id: String::new(),
            message,
            principal: self.caller.principal.shown(),
            source: None,
            service: None,
            operation: String::new(),
            explanation: read,
        };
        Ok(Outcome { allowed, json, told, missing_keys })
    }

    fn is_root_assuming(&self) -> bool {
        matches!(self.caller.principal, Principal::Root { .. })
            && self.action.eq_ignore_ascii_case("sts:AssumeRole")
    }

    /// The owner of the resource, or else the caller's account.
    pub(crate) fn owner(&self) -> Option<&str> {
        self.target.owner.as_deref().or_else(|| self.caller.principal.account())
    }
}
