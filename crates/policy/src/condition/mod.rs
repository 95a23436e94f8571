//! The `Condition` element.
//!
//! From "IAM JSON policy elements: Condition operators" and "Multivalued context keys": operators and keys
//! of a block all have to hold, the values of one key are alternatives, and for negated operators
//! none of them may match.

mod address;
mod arns;
mod date;
mod number;
mod operator;
mod values;

pub(crate) use date::Instant;
pub(crate) use operator::{Comparison, Operator, SetOperator, Test};

use std::borrow::Cow;

use crate::context::{Context, Value};
use crate::document::ast::{ConditionText, Version};
use crate::variable::Variable;
use values::{Outcome, Values};

/// Whether a text is a network that S3 counts as fixed.
pub(crate) fn is_narrow_network(text: &str) -> bool {
    address::Network::parse(text).is_some_and(address::Network::is_narrow)
}

/// One operator, key and its values, compiled.
#[derive(Debug)]
pub(crate) struct Condition {
    operator: Operator,
    values: Values,
    /// Lower case.
    key: Box<str>,
    written: Box<Written>,
}

/// What explanations show.
#[derive(Debug)]
struct Written {
    operator: Box<str>,
    key: Box<str>,
    values: Box<[Box<str>]>,
}

impl Condition {
    /// Compiles a condition; nothing for operators nobody knows, which have empty blocks.
    pub(crate) fn compile(text: &ConditionText, version: Version) -> Option<Condition> {
        let operator = Operator::parse(&text.operator)?;
        let written = Written {
            operator: text.operator.as_str().into(),
            key: text.key.as_str().into(),
            values: text.values.iter().map(|value| value.value.as_str().into()).collect(),
        };
        let values =
            Values::compile(operator.test, text.values.iter().map(|value| value.value.as_str()), version);
        Some(Condition { operator, values, key: text.key.to_lowercase().into(), written: Box::new(written) })
    }

    /// Whether the condition holds.
    pub(crate) fn holds(&self, context: &Context<'_>) -> bool {
        let value =
            context.get(&self.key).filter(|value| !matches!(value, Value::Multi(list) if list.is_empty()));
        if self.operator.test == Test::Null {
            return self.values.says_missing(value.is_none());
        }
        let Some(value) = value else { return self.holds_when_missing() };
        match (self.operator.set, value) {
            (None, Value::Single(value)) => self.accepts(value, context),
            // A plain operator on several values has no documented meaning: it fails.
            (None, Value::Multi(_)) => false,
            (Some(SetOperator::ForAllValues), Value::Single(value)) => {
                value.is_empty() || self.accepts(value, context)
            }
            (Some(SetOperator::ForAllValues), Value::Multi(list)) => {
                matches!(list.as_slice(), [only] if only.is_empty())
                    || list.iter().all(|v| self.accepts(v, context))
            }
            (Some(SetOperator::ForAnyValue), Value::Single(value)) => self.accepts(value, context),
            (Some(SetOperator::ForAnyValue), Value::Multi(list)) => {
                list.iter().any(|v| self.accepts(v, context))
            }
        }
    }

    fn holds_when_missing(&self) -> bool {
        match self.operator.set {
            _ if self.operator.if_exists => true,
            Some(SetOperator::ForAllValues) => true,
            Some(SetOperator::ForAnyValue) => false,
            None => self.operator.negated,
        }
    }

    /// One request value against all policy values.
    ///
    /// A value that cannot be read for the operator makes the comparison fail, negated or not: `NotIpAddress`
    /// must not let in a caller whose address is garbage.
    fn accepts(&self, value: &str, context: &Context<'_>) -> bool {
        match self.values.compare(value, context) {
            Outcome::Match => !self.operator.negated,
            Outcome::NoMatch => self.operator.negated,
            Outcome::Unreadable => false,
        }
    }

    pub(crate) fn operator(&self) -> &str {
        &self.written.operator
    }

    /// The values as the policy writes them.
    pub(crate) fn values(&self) -> &[Box<str>] {
        &self.written.values
    }

    /// The key as the policy writes it.
    pub(crate) fn key(&self) -> &str {
        &self.written.key
    }

    /// The key in lower case.
    pub(crate) fn lower_key(&self) -> &str {
        &self.key
    }

    /// The policy's values as they read in this context.
    pub(crate) fn shown(&self, context: &Context<'_>) -> Vec<Cow<'_, str>> {
        let written = self.written.values.iter().enumerate();
        written
            .map(|(number, text)| match self.values.replaced(number, context) {
                Some(replaced) => Cow::Owned(replaced),
                None => Cow::Borrowed(&**text),
            })
            .collect()
    }

    pub(crate) fn variables(&self) -> impl Iterator<Item = &Variable> {
        self.values.variables()
    }
}
