//! From JSON to statements: the grammar, which all kinds of policies share.

use std::collections::HashSet;
use std::ops::Range;

use super::ast::{ConditionText, Effect, Patterns, PrincipalType, Principals, Statement, Text, Version};
use super::json::{Member, Node, Value};
use crate::condition::Operator;

/// Statements of a document and conditions of a statement are numbered in 16 bits. Every service's limit on the size
/// of a document is reached long before.
const COUNT_MAX: usize = 65_535;

/// Where and how a JSON value is no policy.
#[derive(Debug)]
pub(crate) struct SyntaxError {
    pub(crate) offset: usize,
    pub(crate) problem: Problem,
}

/// The ways to be no policy.
#[derive(Debug)]
pub(crate) enum Problem {
    NotAnObject,
    UnknownField(String),
    MissingField(&'static str),
    WrongType(String, &'static str),
    UnknownVersion(String),
    InvalidEffect(String),
    Excluded(&'static str, &'static str),
    UnknownOperator(String),
    RepeatedKey(String),
    NoStatement,
    TooMany(&'static str),
}

/// The parts of a document.
pub(crate) struct Parts {
    pub(crate) version: Version,
    pub(crate) id: Option<String>,
    pub(crate) statements: Vec<Statement>,
}

type Read<T> = Result<T, SyntaxError>;

/// Reads the top level.
pub(crate) fn document(root: Node) -> Read<Parts> {
    let offset = root.span.start;
    let mut parts = Parts { version: Version::V2008, id: None, statements: Vec::new() };
    let mut has_statement = false;
    for member in object(root)? {
        match member.key.as_str() {
            "Version" => parts.version = version(string("Version", member.node)?)?,
            "Id" => parts.id = Some(string("Id", member.node)?.value),
            "Statement" => {
                has_statement = true;
                parts.statements = statements(member.node)?;
            }
            _ => return Err(unknown(member)),
        }
    }
    if !has_statement {
        return Err(fault(offset, Problem::MissingField("Statement")));
    }
    Ok(parts)
}

fn version(text: Text) -> Read<Version> {
    match text.value.as_str() {
        "2012-10-17" => Ok(Version::V2012),
        "2008-10-17" => Ok(Version::V2008),
        _ => Err(fault(text.span.start, Problem::UnknownVersion(text.value))),
    }
}

fn statements(node: Node) -> Read<Vec<Statement>> {
    let offset = node.span.start;
    let nodes = match node.value {
        Value::Array(nodes) => nodes,
        _ => vec![node],
    };
    if nodes.is_empty() {
        return Err(fault(offset, Problem::NoStatement));
    }
    if nodes.len() > COUNT_MAX {
        return Err(fault(offset, Problem::TooMany("statements")));
    }
    nodes.into_iter().map(statement).collect()
}

fn statement(node: Node) -> Read<Statement> {
    let span = node.span.clone();
    let mut sid = None;
    let mut effect = None;
    let (mut principal, mut action, mut resource) = (None, None, None);
    let mut conditions = Vec::new();
    for member in object(node)? {
        let negated = member.key.starts_with("Not");
        match member.key.as_str() {
            "Sid" => sid = Some(string("Sid", member.node)?),
            "Effect" => effect = Some(self::effect(string("Effect", member.node)?)?),
            "Principal" | "NotPrincipal" => {
                exclude(&principal, &member, "Principal", "NotPrincipal")?;
                principal = Some(principals(negated, member.node)?);
            }
            "Action" | "NotAction" => {
                exclude(&action, &member, "Action", "NotAction")?;
                action = Some(patterns(negated, member)?);
            }
            "Resource" | "NotResource" => {
                exclude(&resource, &member, "Resource", "NotResource")?;
                resource = Some(patterns(negated, member)?);
            }
            "Condition" => conditions = self::conditions(member.node)?,
            _ => return Err(unknown(member)),
        }
    }
    let Some((effect, effect_exact)) = effect else {
        return Err(fault(span.start, Problem::MissingField("Effect")));
    };
    Ok(Statement { sid, effect, effect_exact, principal, action, resource, conditions, span })
}

fn exclude<T>(earlier: &Option<T>, member: &Member, one: &'static str, other: &'static str) -> Read<()> {
    match earlier {
        Some(_) => Err(fault(member.key_span.start, Problem::Excluded(one, other))),
        None => Ok(()),
    }
}

fn effect(text: Text) -> Read<(Effect, bool)> {
    match text.value.as_str() {
        "Allow" => Ok((Effect::Allow, true)),
        "Deny" => Ok((Effect::Deny, true)),
        other if other.eq_ignore_ascii_case("allow") => Ok((Effect::Allow, false)),
        other if other.eq_ignore_ascii_case("deny") => Ok((Effect::Deny, false)),
        _ => Err(fault(text.span.start, Problem::InvalidEffect(text.value))),
    }
}

fn principals(negated: bool, node: Node) -> Read<Principals> {
    let span = node.span.clone();
    let mut entries = Vec::new();
    match node.value {
        Value::String(value) if value == "*" => {
            entries.push((PrincipalType::Everyone, Text { value, span: span.clone() }));
        }
        Value::Object(members) => {
            for member in members {
                let principal_type = match member.key.as_str() {
                    "AWS" => PrincipalType::Aws,
                    "Service" => PrincipalType::Service,
                    "Federated" => PrincipalType::Federated,
                    "CanonicalUser" => PrincipalType::CanonicalUser,
                    _ => return Err(unknown(member)),
                };
                let texts = strings(&member.key, member.node)?;
                entries.extend(texts.into_iter().map(|text| (principal_type, text)));
            }
        }
        _ => {
            let problem = Problem::WrongType("Principal".into(), "\"*\" or an object such as {\"AWS\": …}");
            return Err(fault(span.start, problem));
        }
    }
    Ok(Principals { negated, entries, span })
}

fn patterns(negated: bool, member: Member) -> Read<Patterns> {
    let span = member.node.span.clone();
    Ok(Patterns { negated, texts: strings(&member.key, member.node)?, span })
}

fn conditions(node: Node) -> Read<Vec<ConditionText>> {
    let mut conditions: Vec<ConditionText> = Vec::new();
    // Operators are the members of one object, so none comes twice.
    for block in object(node)? {
        let operator = block.key;
        let keys = object(block.node)?;
        // An operator with an empty block is not looked at, also when there is no such operator.
        if !keys.is_empty() && Operator::parse(&operator).is_none() {
            return Err(fault(block.key_span.start, Problem::UnknownOperator(operator)));
        }
        let mut earlier = HashSet::new();
        for member in keys {
            if !earlier.insert(member.key.to_ascii_lowercase()) {
                return Err(fault(member.key_span.start, Problem::RepeatedKey(member.key)));
            }
            if conditions.len() == COUNT_MAX {
                return Err(fault(member.key_span.start, Problem::TooMany("conditions")));
            }
            let span = member.key_span.start..member.node.span.end;
            let values = values(&member.key, member.node)?;
            conditions.push(ConditionText { operator: operator.clone(), key: member.key, values, span });
        }
    }
    Ok(conditions)
}

/// Condition values: text, numbers and booleans, the latter two as they were written.
fn values(key: &str, node: Node) -> Read<Vec<Text>> {
    let scalar = |node: Node| {
        let value = match node.value {
            Value::String(value) | Value::Number(value) => value,
            Value::Bool(value) => value.to_string(),
            _ => return Err(wrong(key, "a text, number or boolean, or a list of them", node.span.start)),
        };
        Ok(Text { value, span: node.span })
    };
    match node.value {
        Value::Array(nodes) => nodes.into_iter().map(scalar).collect(),
        _ => Ok(vec![scalar(node)?]),
    }
}

fn strings(key: &str, node: Node) -> Read<Vec<Text>> {
    match node.value {
        Value::Array(nodes) => nodes.into_iter().map(|node| string(key, node)).collect(),
        _ => Ok(vec![string(key, node)?]),
    }
}

fn string(key: &str, node: Node) -> Read<Text> {
    match node.value {
        Value::String(value) => Ok(Text { value, span: node.span }),
        _ => Err(wrong(key, "a text", node.span.start)),
    }
}

fn object(node: Node) -> Read<Vec<Member>> {
    match node.value {
        Value::Object(members) => Ok(members),
        _ => Err(fault(node.span.start, Problem::NotAnObject)),
    }
}

fn wrong(key: &str, wanted: &'static str, offset: usize) -> SyntaxError {
    fault(offset, Problem::WrongType(key.to_owned(), wanted))
}

fn unknown(member: Member) -> SyntaxError {
    let Range { start, .. } = member.key_span;
    fault(start, Problem::UnknownField(member.key))
}

fn fault(offset: usize, problem: Problem) -> SyntaxError {
    SyntaxError { offset, problem }
}
