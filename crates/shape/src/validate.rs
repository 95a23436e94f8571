//! Whether a value satisfies its schema.

use std::fmt;

use crate::constraint::Constraint;
use crate::path::Path;
use crate::{Member, Schema, Type, Value};

/// So many violations are listed; a list of a million wrong members needs no longer answer.
const VIOLATIONS_MAX: usize = 64;

/// A longer value is not repeated to the client that just sent it.
const ECHO_CHARS_MAX: usize = 1024;

/// One broken constraint. Its `Display` is the wording of AWS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The member, from the operation's input: `tags.1.member.key`.
    pub path: String,
    /// What was found there.
    pub found: Found,
    /// What was wanted: `Member must have length less than or equal to 64`.
    pub constraint: String,
}

/// What a violation says of the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// It is absent.
    Null,
    /// It is sensitive or very long, and is not repeated.
    Unsaid,
    /// It is this.
    Text(String),
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.found {
            Found::Null => f.write_str("Value null")?,
            Found::Unsaid => f.write_str("Value")?,
            Found::Text(text) => write!(f, "Value '{text}'")?,
        }
        write!(f, " at '{}' failed to satisfy constraint: {}", self.path, self.constraint)
    }
}

/// Every constraint of `schema` that `value` breaks, in the schema's order.
#[must_use]
pub fn validate(schema: &Schema, value: &Value) -> Vec<Violation> {
    let mut violations = Vec::new();
    inside(&mut violations, schema, value, Place { path: &Path::Root, hidden: schema.sensitive });
    violations
}

/// All of them as one message for the client.
#[must_use]
pub fn validation_message(violations: &[Violation]) -> String {
    let plural = if violations.len() == 1 { "" } else { "s" };
    let listed: Vec<String> = violations.iter().map(Violation::to_string).collect();
    format!("{} validation error{plural} detected: {}", violations.len(), listed.join("; "))
}

/// Where the walk stands.
#[derive(Clone, Copy)]
struct Place<'a> {
    path: &'a Path<'a>,
    /// Whether something around this is sensitive.
    hidden: bool,
}

impl<'a> Place<'a> {
    fn at(self, path: &'a Path<'a>) -> Self {
        Self { path, ..self }
    }

    fn within(self, schema: &Schema) -> Self {
        Self { hidden: self.hidden || schema.sensitive, ..self }
    }
}

/// Checks the value and what it contains.
fn check(out: &mut Vec<Violation>, schema: &Schema, value: &Value, place: Place<'_>) {
    let place = place.within(schema);
    for broken in Constraint::of(schema).filter(|constraint| !constraint.holds(value)) {
        add(out, place, found(schema, value, place.hidden), broken.to_string());
    }
    inside(out, schema, value, place);
}

/// Checks what the value contains.
fn inside(out: &mut Vec<Violation>, schema: &Schema, value: &Value, place: Place<'_>) {
    match (&schema.kind, value) {
        (Type::Structure(rule), Value::Structure(slots)) => {
            for (member, slot) in rule.members.iter().zip(slots) {
                check_member(out, member, slot.as_ref(), place.at(&Path::Member(place.path, member.name)));
            }
        }
        (Type::List(rule), Value::List(members)) => {
            if members.iter().any(|member| breaks(rule.member, member)) {
                let found = found(schema, value, place.within(rule.member).hidden);
                add(out, place, found, all_of("Member", rule.member));
            }
            for (at, member) in members.iter().enumerate() {
                let path = Path::Index(place.path, at + 1);
                inside(out, rule.member, member, place.within(rule.member).at(&path));
            }
        }
        (Type::Map(rule), Value::Map(entries)) => {
            let broken_key = |key: &str| Constraint::of(rule.key).any(|it| !it.holds_text(key));
            if entries.iter().any(|(key, _)| broken_key(key)) {
                add(out, place, found(schema, value, place.hidden), all_of("Map keys", rule.key));
            }
            if entries.iter().any(|(_, entry)| breaks(rule.value, entry)) {
                add(out, place, found(schema, value, place.hidden), all_of("Map value", rule.value));
            }
            for (key, entry) in entries {
                let key = if rule.key.sensitive || key.len() > ECHO_CHARS_MAX { "*" } else { key };
                let path = Path::Key(place.path, key);
                inside(out, rule.value, entry, place.within(rule.value).at(&path));
            }
        }
        _ => {}
    }
}

fn check_member(out: &mut Vec<Violation>, member: &Member, slot: Option<&Value>, place: Place<'_>) {
    match slot {
        Some(value) => check(out, member.schema, value, place),
        None if member.required => add(out, place, Found::Null, "Member must not be null".to_owned()),
        None => {}
    }
}

fn breaks(schema: &Schema, value: &Value) -> bool {
    Constraint::of(schema).any(|constraint| !constraint.holds(value))
}

/// What lists and maps contain is reported once for the whole, with everything it must satisfy. Here, and only
/// here, AWS names the pattern after the lengths.
fn all_of(what: &str, schema: &Schema) -> String {
    let mut wanted: Vec<Constraint<'_>> = Constraint::of(schema).collect();
    wanted.sort_by_key(|constraint| matches!(constraint, Constraint::Pattern(_)));
    let wanted: Vec<String> = wanted.iter().map(Constraint::to_string).collect();
    format!("{what} must satisfy constraint: [{}]", wanted.join(", "))
}

fn add(out: &mut Vec<Violation>, place: Place<'_>, found: Found, constraint: String) {
    if out.len() < VIOLATIONS_MAX {
        out.push(Violation { path: place.path.to_string(), found, constraint });
    }
}

fn found(schema: &Schema, value: &Value, hidden: bool) -> Found {
    let mut text = String::new();
    if hidden || !echo(schema, value, &mut text) { Found::Unsaid } else { Found::Text(text) }
}

/// Writes the value as AWS repeats it; false where it is sensitive within or too long.
fn echo(schema: &Schema, value: &Value, out: &mut String) -> bool {
    if schema.sensitive || out.len() > ECHO_CHARS_MAX {
        return false;
    }
    match (&schema.kind, value) {
        (Type::List(rule), Value::List(members)) => {
            out.push('[');
            let written = members.iter().enumerate().all(|(at, member)| {
                out.push_str(if at == 0 { "" } else { ", " });
                echo(rule.member, member, out)
            });
            out.push(']');
            written
        }
        (Type::Map(rule), Value::Map(entries)) => {
            out.push('{');
            let written = entries.iter().enumerate().all(|(at, (key, entry))| {
                out.push_str(if at == 0 { "" } else { ", " });
                out.push_str(key);
                out.push('=');
                !rule.key.sensitive && echo(rule.value, entry, out)
            });
            out.push('}');
            written
        }
        (_, Value::String(text)) => {
            out.push_str(text);
            out.len() <= ECHO_CHARS_MAX
        }
        (_, Value::Integer(number)) => {
            out.push_str(&number.to_string());
            true
        }
        // Nothing else has constraints of its own; AWS would print the name of a Java class.
        _ => false,
    }
}
