//! References to statements, in terms that outlive the policies.

use serde::Serialize;

use crate::condition::Condition;
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
    /// What it says; only told of statements that deny.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub says: Option<Box<StatementText>>,
    /// Where it is among the request's policies.
    #[serde(skip)]
    pub at: StatementRef,
}

/// The elements of a statement as its policy writes them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StatementText {
    /// Of `Principal` or `NotPrincipal`.
    pub principals: Vec<String>,
    /// Of `Action` or `NotAction`.
    pub actions: Vec<String>,
    /// Of `Resource` or `NotResource`.
    pub resources: Vec<String>,
    /// Of `Condition`.
    pub conditions: Vec<ConditionText>,
}

/// One key of a condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConditionText {
    /// The operator.
    pub operator: String,
    /// The key.
    pub key: String,
    /// The values it is compared with.
    pub values: Vec<String>,
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
            says: None,
            at,
        }
    }

    /// The same, with what the statement says if it denies.
    pub(crate) fn full_view(&self, at: StatementRef) -> StatementView {
        let denying = self.statement(at).filter(|statement| statement.effect == Effect::Deny);
        StatementView { says: denying.map(|statement| Box::new(text(statement))), ..self.view(at) }
    }
}

fn text(statement: &Statement) -> StatementText {
    let strings = |texts: &[Box<str>]| texts.iter().map(|text| text.to_string()).collect();
    let written = &statement.written;
    let condition = |condition: &Condition| ConditionText {
        operator: condition.operator().to_owned(),
        key: condition.key().to_owned(),
        values: strings(condition.values()),
    };
    StatementText {
        principals: strings(&written.principals),
        actions: strings(&written.actions),
        resources: strings(&written.resources),
        conditions: statement.conditions.iter().map(condition).collect(),
    }
}
