//! Members in the query.

use shape::{Location, Member, Mismatch, OperationModel, Schema, Type, Value};

use super::input::argument;
use super::{QueryParts, percent};
use crate::DecodeError;
use crate::text::{self, Dates};

/// A query parameter. An empty one is an empty string, and absent where something else was wanted.
pub(super) fn read(
    operation: &OperationModel,
    member: &Member,
    query: &QueryParts,
) -> Result<Option<Value>, DecodeError> {
    match &member.schema.kind {
        Type::List(rule) => {
            let read = |given| {
                text::read(rule.member, given)
                    .map_err(|wanted| DecodeError::argument(member.wire, given, wanted))
            };
            let items = query.all(member.wire).map(read).collect::<Result<Vec<_>, _>>()?;
            Ok((!items.is_empty()).then_some(Value::List(items)))
        }
        Type::Map(rule) => unbound(operation, query, rule.value, member.wire),
        Type::String(_) => query.get(member.wire).map(|given| argument(member, given)).transpose(),
        _ => query
            .get(member.wire)
            .filter(|it| !it.is_empty())
            .map(|given| argument(member, given))
            .transpose(),
    }
}

/// A map in the query holds every parameter that no other member takes.
fn unbound(
    operation: &OperationModel,
    query: &QueryParts,
    schema: &Schema,
    wire: &str,
) -> Result<Option<Value>, DecodeError> {
    let taken = |name: &str| {
        let mut members = operation.input.members().iter();
        members.any(|it| {
            it.location == Location::Query && it.wire == name && !matches!(it.schema.kind, Type::Map(_))
        })
    };
    let mut entries: Vec<(String, Value)> = Vec::new();
    for (name, given) in query.iter().filter(|(name, _)| !taken(name)) {
        let read =
            |schema| text::read(schema, given).map_err(|wanted| DecodeError::argument(wire, given, wanted));
        let known = entries.iter_mut().find(|(key, _)| key == name);
        match (&schema.kind, known) {
            (Type::List(rule), Some((_, Value::List(items)))) => items.push(read(rule.member)?),
            (Type::List(rule), _) => entries.push((name.to_owned(), Value::List(vec![read(rule.member)?]))),
            (_, Some(_)) => {}
            (_, None) => entries.push((name.to_owned(), read(schema)?)),
        }
    }
    Ok((!entries.is_empty()).then_some(Value::Map(entries)))
}

/// Writes a member to the parameters.
pub(super) fn write(
    member: &Member,
    value: &Value,
    query: &mut Vec<(String, String)>,
) -> Result<(), Mismatch> {
    let mut put = |name: &str, schema, value| {
        query.push((name.to_owned(), text::write(schema, value, Dates::IsoSeconds)?));
        Ok(())
    };
    match (&member.schema.kind, value) {
        (Type::List(rule), Value::List(items)) => {
            items.iter().try_for_each(|it| put(member.wire, rule.member, it))
        }
        (Type::Map(rule), Value::Map(entries)) => {
            entries.iter().try_for_each(|(name, it)| match (&rule.value.kind, it) {
                (Type::List(rule), Value::List(items)) => {
                    items.iter().try_for_each(|it| put(name, rule.member, it))
                }
                _ => put(name, rule.value, it),
            })
        }
        _ => put(member.wire, member.schema, value),
    }
}

/// The parameters as a query. Those without a value have no equals sign either: `?policy`.
pub(super) fn query_string(query: &[(String, String)]) -> String {
    let part = |(name, value): &(String, String)| match value.as_str() {
        "" => percent::encode(name),
        value => format!("{}={}", percent::encode(name), percent::encode(value)),
    };
    query.iter().map(part).collect::<Vec<_>>().join("&")
}
