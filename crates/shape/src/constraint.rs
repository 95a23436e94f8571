//! The single constraints of a schema.

use std::fmt;

use crate::{NumberRule, Pattern, Schema, Type, Value};

/// One thing a value must satisfy. Its `Display` is the wording of AWS.
#[derive(Clone, Copy)]
pub(crate) enum Constraint<'a> {
    Pattern(&'a Pattern),
    Choice(&'a [&'static str]),
    LengthMax(u32),
    LengthMin(u32),
    ValueMax(i64),
    ValueMin(i64),
}

impl<'a> Constraint<'a> {
    /// All constraints on the value itself, without those on what it contains, in the order AWS reports them.
    pub(crate) fn of(schema: &'a Schema) -> impl Iterator<Item = Self> {
        let (pattern, choice, (length_min, length_max), numbers) = match &schema.kind {
            Type::String(rule) => {
                let choice = (!rule.values.is_empty()).then_some(rule.values);
                (rule.pattern.as_ref(), choice, (rule.min, rule.max), None)
            }
            Type::List(rule) => (None, None, (rule.min, rule.max), None),
            Type::Map(rule) => (None, None, (rule.min, rule.max), None),
            Type::Integer(rule) | Type::Long(rule) => (None, None, (None, None), Some(rule)),
            _ => (None, None, (None, None), None),
        };
        let bound = |of: fn(&NumberRule) -> Option<i64>| numbers.and_then(of);
        [
            pattern.map(Self::Pattern),
            choice.map(Self::Choice),
            length_max.map(Self::LengthMax),
            length_min.map(Self::LengthMin),
            bound(|rule| rule.max).map(Self::ValueMax),
            bound(|rule| rule.min).map(Self::ValueMin),
        ]
        .into_iter()
        .flatten()
    }

    /// Whether the value satisfies it. A value of another type does: that is the conversion's to refuse.
    pub(crate) fn holds(&self, value: &Value) -> bool {
        match (self, value) {
            (_, Value::String(text)) => self.holds_text(text),
            (_, Value::List(members)) => self.holds_length(members.len()),
            (_, Value::Map(entries)) => self.holds_length(entries.len()),
            (Self::ValueMax(max), Value::Integer(number)) => number <= max,
            (Self::ValueMin(min), Value::Integer(number)) => number >= min,
            _ => true,
        }
    }

    /// The same for a text, such as a key of a map.
    pub(crate) fn holds_text(&self, text: &str) -> bool {
        match self {
            Self::Pattern(pattern) => pattern.matches(text),
            Self::Choice(values) => values.contains(&text),
            _ => self.holds_length(text.chars().count()),
        }
    }

    fn holds_length(&self, length: usize) -> bool {
        match self {
            Self::LengthMax(max) => length <= *max as usize,
            Self::LengthMin(min) => length >= *min as usize,
            _ => true,
        }
    }
}

impl fmt::Display for Constraint<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Member must ")?;
        match self {
            Self::Pattern(pattern) => write!(f, "satisfy regular expression pattern: {}", pattern.source),
            Self::Choice(values) => write!(f, "satisfy enum value set: [{}]", values.join(", ")),
            Self::LengthMax(max) => write!(f, "have length less than or equal to {max}"),
            Self::LengthMin(min) => write!(f, "have length greater than or equal to {min}"),
            Self::ValueMax(max) => write!(f, "have value less than or equal to {max}"),
            Self::ValueMin(min) => write!(f, "have value greater than or equal to {min}"),
        }
    }
}
