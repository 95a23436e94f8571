//! References to statements, in terms that people and records understand.

use serde::Serialize;

use crate::context::Context;
use crate::document::{Effect, Position};
use crate::policies::{NamedPolicy, Policies};
use crate::policy::Statement;
use crate::resource::Resources;
use crate::verdict::{Layer, StatementRef};

/// A statement and where to find it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StatementView<'a> {
    /// The kind of policy.
    pub layer: Layer,
    /// The policy's ARN or name.
    pub policy: &'a str,
    /// The statement's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sid: Option<&'a str>,
    /// Its number in the policy, from zero.
    pub index: u16,
    /// What it does.
    pub effect: Effect,
    /// Where it begins in the policy's text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Position>,
    /// Where it ends: the place after its closing brace.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<Position>,
    /// Where it is among the request's policies.
    #[serde(skip)]
    pub at: StatementRef,
}

impl Policies {
    /// The policy a reference points into.
    pub fn named(&self, at: StatementRef) -> Option<&NamedPolicy> {
        let policy = usize::from(at.policy);
        match at.layer {
            Layer::Rcp => self.rcp.as_ref()?.get(usize::from(at.level))?.get(policy),
            Layer::Scp => self.scp.as_ref()?.get(usize::from(at.level))?.get(policy),
            Layer::Resource => self.resource.as_ref(),
            Layer::Identity => self.identity.get(policy),
            Layer::Boundary => self.boundary.as_ref(),
            Layer::Session => self.session.as_ref()?.get(policy),
            Layer::VpcEndpoint => self.vpce.as_ref(),
            Layer::Grant => None,
        }
    }

    pub(crate) fn statement(&self, at: StatementRef) -> Option<&Statement> {
        self.named(at)?.policy.statements.get(usize::from(at.statement))
    }

    /// The condition keys and variables that a statement looks at, as it writes them.
    pub fn context_keys(&self, at: StatementRef) -> Vec<String> {
        self.statement(at).map(Statement::written_context_keys).unwrap_or_default()
    }

    /// The variables in the resources of a statement that have no value in a context, as it writes them.
    pub fn missing_in_resources(&self, at: StatementRef, context: &Context<'_>) -> Vec<String> {
        let resources = self.statement(at).and_then(|statement| statement.resources.as_ref());
        let variables = resources.into_iter().flat_map(Resources::variables);
        let missing = variables.filter(|variable| variable.value(context).is_none());
        missing.map(|variable| variable.written().to_owned()).collect()
    }

    /// What a reference points at.
    pub fn view(&self, at: StatementRef) -> StatementView<'_> {
        let statement = self.statement(at);
        let grant = || self.grants.get(usize::from(at.policy)).map(|grant| grant.id());
        StatementView {
            layer: at.layer,
            policy: self.named(at).map(|named| named.source.shown()).or_else(grant).unwrap_or_default(),
            sid: statement.and_then(|s| s.written.sid.as_deref()),
            index: at.statement,
            effect: statement.map_or(Effect::Allow, |s| s.effect),
            start: statement.map(|s| s.written.start),
            end: statement.map(|s| s.written.end),
            at,
        }
    }
}
