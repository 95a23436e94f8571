//! A form's tree to values.

use shape::{ListRule, MapRule, Member, Schema, Type, Value};

use super::form::Node;
use crate::{DecodeError, text};

/// Reads a structure from what is below a node. Unknown names are ignored.
pub(super) fn structure(schema: &Schema, node: &Node) -> Result<Value, DecodeError> {
    let slot = |member: &Member| match (&member.schema.kind, node.below.get(member.wire)) {
        (Type::List(rule), found) if rule.flattened && has_own_name(rule) => {
            node.below.get(rule.member_name).or(found).map(|found| read(member.schema, found)).transpose()
        }
        (_, found) => found.map(|found| read(member.schema, found)).transpose(),
    };
    schema.members().iter().map(slot).collect::<Result<_, _>>().map(Value::Structure)
}

/// A flattened list whose members have a name stands under that name, not under its own.
pub(super) fn has_own_name(rule: &ListRule) -> bool {
    rule.member_name != "member"
}

fn read(schema: &Schema, node: &Node) -> Result<Value, DecodeError> {
    match &schema.kind {
        Type::Structure(_) if holds_text(node) => {
            Err(unexpected("Unexpected text where a structure was expected"))
        }
        Type::Structure(_) => structure(schema, node),
        Type::List(rule) => list(rule, node),
        Type::Map(rule) => map(rule, node),
        _ if !node.below.is_empty() => Err(unexpected("Start of structure or list found where not expected")),
        _ => {
            let given = node.value.as_deref().unwrap_or_default();
            text::read(schema, given).map_err(|wanted| unexpected(format!("Provided value is not {wanted}")))
        }
    }
}

fn list(rule: &ListRule, node: &Node) -> Result<Value, DecodeError> {
    let members = numbered(node, if rule.flattened { None } else { Some(rule.member_name) })?;
    members.into_iter().map(|member| read(rule.member, member)).collect::<Result<_, _>>().map(Value::List)
}

fn map(rule: &MapRule, node: &Node) -> Result<Value, DecodeError> {
    let entries = numbered(node, if rule.flattened { None } else { Some("entry") })?;
    let entry = |entry: &Node| {
        let key = entry.below.get(rule.key_name).and_then(|key| key.value.clone());
        let key = key.ok_or_else(|| unexpected("A map entry has no key"))?;
        let value = entry.below.get(rule.value_name).ok_or_else(|| unexpected("A map entry has no value"))?;
        Ok((key, read(rule.value, value)?))
    };
    entries.into_iter().map(entry).collect::<Result<_, _>>().map(Value::Map)
}

/// What is numbered below a node, or below `wrapper` in it, by number. An empty text stands for nothing,
/// which is how clients send empty lists.
fn numbered<'a>(node: &'a Node, wrapper: Option<&str>) -> Result<Vec<&'a Node>, DecodeError> {
    if holds_text(node) {
        return Err(unexpected("Unexpected text where a list or map was expected"));
    }
    let holder = match wrapper {
        Some(name) => match node.below.get(name) {
            Some(holder) if !holds_text(holder) => holder,
            None if node.below.is_empty() => node,
            _ => return Err(unexpected("Unexpected list element")),
        },
        None => node,
    };
    let number = |(name, node): (&'a String, &'a Node)| match name.parse::<u32>() {
        Ok(number) => Ok((number, node)),
        Err(_) => Err(unexpected("A list element has no number")),
    };
    let mut members = holder.below.iter().map(number).collect::<Result<Vec<_>, _>>()?;
    members.sort_by_key(|(number, _)| *number);
    Ok(members.into_iter().map(|(_, node)| node).collect())
}

fn holds_text(node: &Node) -> bool {
    node.value.as_deref().is_some_and(|text| !text.is_empty())
}

fn unexpected(message: impl Into<std::borrow::Cow<'static, str>>) -> DecodeError {
    DecodeError::malformed_input(message)
}
