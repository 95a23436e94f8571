//! XML elements to values.

use shape::{Location, MapRule, Member, Schema, Type, Value};

use super::flattened_name;
use super::read::Element;
use crate::{DecodeError, text};

/// Reads the members of a structure that travel in the body. Unknown elements are ignored; one that is
/// there twice, and is no list, is refused.
pub(crate) fn members(schema: &Schema, element: &Element) -> Result<Value, DecodeError> {
    let slot = |member: &Member| match member.location {
        Location::Body => self::member(member, element),
        _ => Ok(None),
    };
    schema.members().iter().map(slot).collect::<Result<_, _>>().map(Value::Structure)
}

/// The structure that has no members present.
pub(crate) fn absent(schema: &Schema) -> Value {
    Value::Structure(schema.members().iter().map(|_| None).collect())
}

fn member(member: &Member, element: &Element) -> Result<Option<Value>, DecodeError> {
    if member.xml_attribute {
        let name = member.wire.rsplit(':').next().unwrap_or(member.wire);
        let found = element.attributes.iter().find(|(attribute, _)| attribute == name);
        return found.map(|(_, text)| scalar(member.schema, text)).transpose();
    }
    match &member.schema.kind {
        Type::List(rule) if rule.flattened => {
            let items = element.all(flattened_name(member.wire, rule)).map(|item| value(rule.member, item));
            let items = items.collect::<Result<Vec<_>, _>>()?;
            Ok((!items.is_empty()).then_some(Value::List(items)))
        }
        Type::Map(rule) if rule.flattened => {
            let entries = element.all(member.wire).map(|item| entry(rule, item));
            let entries = entries.collect::<Result<Vec<_>, _>>()?;
            Ok((!entries.is_empty()).then_some(Value::Map(entries)))
        }
        _ => {
            let mut found = element.all(member.wire);
            match (found.next(), found.next()) {
                (_, Some(_)) => Err(DecodeError::malformed_xml()),
                (first, None) => first.map(|item| value(member.schema, item)).transpose(),
            }
        }
    }
}

/// Reads an element of any type.
pub(crate) fn value(schema: &Schema, element: &Element) -> Result<Value, DecodeError> {
    match &schema.kind {
        Type::Structure(_) => members(schema, element),
        Type::List(rule) => {
            let items = element.all(rule.member_name).map(|item| value(rule.member, item));
            items.collect::<Result<_, _>>().map(Value::List)
        }
        Type::Map(rule) => {
            element.all("entry").map(|item| entry(rule, item)).collect::<Result<_, _>>().map(Value::Map)
        }
        _ if !element.children.is_empty() => Err(DecodeError::malformed_xml()),
        _ => scalar(schema, &element.text),
    }
}

fn entry(rule: &MapRule, element: &Element) -> Result<(String, Value), DecodeError> {
    let key = element.text_of(rule.key_name).ok_or_else(DecodeError::malformed_xml)?;
    let held = element.child(rule.value_name).ok_or_else(DecodeError::malformed_xml)?;
    Ok((key.to_owned(), value(rule.value, held)?))
}

fn scalar(schema: &Schema, text: &str) -> Result<Value, DecodeError> {
    text::read(schema, text).map_err(|_| DecodeError::malformed_xml())
}
