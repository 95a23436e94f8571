//! Compiled policies.

use crate::action::Actions;
use crate::condition::Condition;
use crate::context::Context;
use crate::document::ast::{self, Effect, Version};
use crate::document::position::Places;
use crate::document::{Document, PolicyKind, Position};
use crate::index::Index;
use crate::principals::Principals;
use crate::resource::Resources;
use crate::variable::Variable;

/// A policy in the form decisions are made from: immutable, to be shared and kept.
#[derive(Debug)]
pub struct Policy {
    kind: PolicyKind,
    is_public: bool,
    pub(crate) statements: Box<[Statement]>,
    index: Index,
}

/// A compiled statement.
#[derive(Debug)]
pub(crate) struct Statement {
    pub(crate) effect: Effect,
    pub(crate) actions: Actions,
    pub(crate) resources: Option<Resources>,
    pub(crate) principals: Option<Principals>,
    pub(crate) conditions: Box<[Condition]>,
    pub(crate) written: Box<Written>,
}

/// What only explanations need of a statement.
#[derive(Debug)]
pub(crate) struct Written {
    pub(crate) sid: Option<Box<str>>,
    pub(crate) start: Position,
    pub(crate) end: Position,
    pub(crate) action_key: &'static str,
    pub(crate) actions: Box<[Box<str>]>,
    pub(crate) resource_key: &'static str,
    pub(crate) resources: Box<[Box<str>]>,
    pub(crate) principal_key: &'static str,
    pub(crate) principals: Box<[Box<str>]>,
}

impl Policy {
    /// Compiles a document.
    pub fn compile(document: &Document) -> Policy {
        let mut places = Places::of(document.text());
        let statements: Box<[Statement]> = document
            .statements
            .iter()
            .map(|statement| Statement::compile(statement, document.version(), &mut places))
            .collect();
        Policy {
            kind: document.kind(),
            is_public: document.is_public(),
            index: Index::of_statements(&statements),
            statements,
        }
    }

    /// Where the policy is used.
    pub fn kind(&self) -> PolicyKind {
        self.kind
    }

    /// Whether it lets in more than fixed principals, see [`Document::is_public`].
    pub fn is_public(&self) -> bool {
        self.is_public
    }

    /// How many statements it has.
    pub fn statement_count(&self) -> usize {
        self.statements.len()
    }

    /// The condition keys and variables it looks at, in lower case, each once.
    pub fn context_keys(&self) -> Vec<&str> {
        let conditions = self.statements.iter().flat_map(|statement| &statement.conditions);
        let resources = self.statements.iter().filter_map(|statement| statement.resources.as_ref());
        let mut keys: Vec<&str> = conditions
            .flat_map(|condition| {
                std::iter::once(condition.lower_key()).chain(condition.variables().map(Variable::key))
            })
            .chain(resources.flat_map(Resources::variables).map(Variable::key))
            .collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// The same as the policy writes them; one that is written in several cases comes several times.
    pub fn written_context_keys(&self) -> Vec<String> {
        self.statements.iter().flat_map(Statement::written_context_keys).collect()
    }

    pub(crate) fn index(&self) -> &Index {
        &self.index
    }
}

impl Statement {
    fn compile(statement: &ast::Statement, version: Version, places: &mut Places<'_>) -> Statement {
        let none = ast::Patterns { negated: false, texts: Vec::new(), span: 0..0 };
        let conditions = statement.conditions.iter().filter_map(|text| Condition::compile(text, version));
        Statement {
            effect: statement.effect,
            actions: Actions::compile(statement.action.as_ref().unwrap_or(&none)),
            resources: statement.resource.as_ref().map(|element| Resources::compile(element, version)),
            principals: statement.principal.as_ref().map(Principals::compile),
            conditions: conditions.collect(),
            written: Box::new(Written::new(statement, places)),
        }
    }

    /// The condition keys and variables it looks at, as it writes them.
    pub(crate) fn written_context_keys(&self) -> Vec<String> {
        let conditions = self.conditions.iter();
        let in_conditions = conditions.flat_map(|condition| {
            std::iter::once(condition.key()).chain(condition.variables().map(Variable::written))
        });
        let in_resources = self.resources.iter().flat_map(Resources::variables).map(Variable::written);
        in_conditions.chain(in_resources).map(str::to_owned).collect()
    }

    /// The number of the first condition that does not hold.
    pub(crate) fn failing_condition(&self, context: &Context<'_>) -> Option<u16> {
        let numbered = self.conditions.iter().zip(0..);
        numbered.filter(|(condition, _)| !condition.holds(context)).map(|(_, number)| number).next()
    }
}

impl Written {
    fn new(statement: &ast::Statement, places: &mut Places<'_>) -> Written {
        let texts = |element: &Option<ast::Patterns>| -> Box<[Box<str>]> {
            element.iter().flat_map(|element| &element.texts).map(|text| text.value.as_str().into()).collect()
        };
        let negated =
            |element: &Option<ast::Patterns>| element.as_ref().is_some_and(|element| element.negated);
        let principals = statement.principal.iter().flat_map(|element| &element.entries);
        let not_principal = statement.principal.as_ref().is_some_and(|element| element.negated);
        Written {
            sid: statement
                .sid
                .as_ref()
                .filter(|sid| !sid.value.is_empty())
                .map(|sid| sid.value.as_str().into()),
            start: places.at(statement.span.start),
            end: places.at(statement.span.end),
            action_key: if negated(&statement.action) { "NotAction" } else { "Action" },
            actions: texts(&statement.action),
            resource_key: if negated(&statement.resource) { "NotResource" } else { "Resource" },
            resources: texts(&statement.resource),
            principal_key: if not_principal { "NotPrincipal" } else { "Principal" },
            principals: principals.map(|(_, text)| text.value.as_str().into()).collect(),
        }
    }
}
