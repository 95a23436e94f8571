//! What a statement says, for those who are told of a decision.

use serde::Serialize;

use crate::condition::Condition;
use crate::document::Effect;
use crate::policies::Policies;
use crate::policy::Statement;
use crate::verdict::StatementRef;
use crate::view::StatementView;

/// A statement that matched. What it says is only told where it denies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SpeltStatement<'a> {
    /// The statement.
    #[serde(flatten)]
    pub statement: StatementView<'a>,
    /// Its elements.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub says: Option<StatementText<'a>>,
}

/// The elements of a statement as its policy writes them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StatementText<'a> {
    /// Of `Principal` or `NotPrincipal`.
    pub principals: &'a [Box<str>],
    /// Of `Action` or `NotAction`.
    pub actions: &'a [Box<str>],
    /// Of `Resource` or `NotResource`.
    pub resources: &'a [Box<str>],
    /// Of `Condition`.
    pub conditions: Vec<ConditionText<'a>>,
}

/// One key of a condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConditionText<'a> {
    /// The operator.
    pub operator: &'a str,
    /// The key.
    pub key: &'a str,
    /// The values it is compared with.
    pub values: &'a [Box<str>],
}

impl Policies {
    /// What a reference points at, with what the statement says if it denies.
    pub(crate) fn spelt(&self, at: StatementRef) -> SpeltStatement<'_> {
        let denying = self.statement(at).filter(|statement| statement.effect == Effect::Deny);
        SpeltStatement { statement: self.view(at), says: denying.map(text) }
    }
}

fn text(statement: &Statement) -> StatementText<'_> {
    let written = &statement.written;
    let condition = |condition| ConditionText {
        operator: Condition::operator(condition),
        key: Condition::key(condition),
        values: Condition::values(condition),
    };
    StatementText {
        principals: &written.principals,
        actions: &written.actions,
        resources: &written.resources,
        conditions: statement.conditions.iter().map(condition).collect(),
    }
}
