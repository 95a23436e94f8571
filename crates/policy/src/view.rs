//! References to statements, in terms that outlive the policies.

use serde::Serialize;

use crate::document::{Effect, Position};
use crate::policies::{NamedPolicy, Policies};
use crate::policy::Statement;
use crate::verdict::{Layer, StatementRef};

/// A statement and where to find it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StatementView {
    /// The kind of policy.
    pub layer: Layer,
    /// The policy's ARN or name.
    pub policy: String,
    /// The statement's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sid: Option<String>,
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

    /// A reference in terms that outlive the policies.
    pub fn view(&self, at: StatementRef) -> StatementView {
        let statement = self.statement(at);
        let grant = || self.grants.get(usize::from(at.policy)).map(|grant| grant.id.clone());
        StatementView {
            layer: at.layer,
            policy: self
                .named(at)
                .map(|named| named.source.shown().to_owned())
                .or_else(grant)
                .unwrap_or_default(),
            sid: statement.and_then(|s| s.written.sid.as_deref()).map(str::to_owned),
            index: at.statement,
            effect: statement.map_or(Effect::Allow, |s| s.effect),
            start: statement.map(|s| s.written.start),
            end: statement.map(|s| s.written.end),
            at,
        }
    }
}
