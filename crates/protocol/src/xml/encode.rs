//! Values to XML.

use shape::{Location, MapRule, Member, Mismatch, Schema, Type, Value};

use super::flattened_name;
use super::write::Writer;
use crate::text::{self, Dates};

/// Writes a document's root element with a name space.
pub(crate) fn root(
    name: &str,
    namespace: &str,
    schema: &Schema,
    value: &Value,
    dates: Dates,
    out: &mut Writer,
) -> Result<(), Mismatch> {
    let attributes = attributes(schema, value, Some(namespace), dates)?;
    element(name, &attributes, schema, value, dates, out)
}

/// Writes the members of a structure that travel in the body.
pub(crate) fn members(
    schema: &Schema,
    value: &Value,
    dates: Dates,
    out: &mut Writer,
) -> Result<(), Mismatch> {
    let Value::Structure(slots) = value else { return Err(mismatch(schema)) };
    for (member, slot) in schema.members().iter().zip(slots) {
        match slot {
            Some(value) if member.location == Location::Body && !member.xml_attribute => {
                self::member(member, value, dates, out)?;
            }
            _ => {}
        }
    }
    Ok(())
}

fn member(member: &Member, value: &Value, dates: Dates, out: &mut Writer) -> Result<(), Mismatch> {
    match (&member.schema.kind, value) {
        (Type::List(rule), Value::List(items)) if rule.flattened => {
            let name = flattened_name(member.wire, rule);
            items.iter().try_for_each(|item| named(name, None, rule.member, item, dates, out))
        }
        (Type::Map(rule), Value::Map(entries)) if rule.flattened => {
            entries.iter().try_for_each(|entry| self::entry(member.wire, rule, entry, dates, out))
        }
        _ => named(member.wire, member.xml_namespace, member.schema, value, dates, out),
    }
}

fn named(
    name: &str,
    namespace: Option<&str>,
    schema: &Schema,
    value: &Value,
    dates: Dates,
    out: &mut Writer,
) -> Result<(), Mismatch> {
    element(name, &attributes(schema, value, namespace, dates)?, schema, value, dates, out)
}

fn element(
    name: &str,
    attributes: &[(String, String)],
    schema: &Schema,
    value: &Value,
    dates: Dates,
    out: &mut Writer,
) -> Result<(), Mismatch> {
    let attributes: Vec<(&str, &str)> =
        attributes.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    out.open_with(name, &attributes);
    match (&schema.kind, value) {
        (Type::Structure(_), _) => members(schema, value, dates, out)?,
        (Type::List(rule), Value::List(items)) => {
            items.iter().try_for_each(|item| named(rule.member_name, None, rule.member, item, dates, out))?;
        }
        (Type::Map(rule), Value::Map(entries)) => {
            entries.iter().try_for_each(|entry| self::entry("entry", rule, entry, dates, out))?;
        }
        _ => out.text(&text::write(schema, value, dates)?),
    }
    out.close(name);
    Ok(())
}

fn entry(
    name: &str,
    rule: &MapRule,
    (key, value): &(String, Value),
    dates: Dates,
    out: &mut Writer,
) -> Result<(), Mismatch> {
    out.open(name);
    out.leaf(rule.key_name, key);
    named(rule.value_name, None, rule.value, value, dates, out)?;
    out.close(name);
    Ok(())
}

/// The attributes of an element: its name space, under the prefix that its own attributes use
/// (`xsi:type` makes it `xmlns:xsi`), and those attributes.
fn attributes(
    schema: &Schema,
    value: &Value,
    namespace: Option<&str>,
    dates: Dates,
) -> Result<Vec<(String, String)>, Mismatch> {
    let mut attributes = Vec::new();
    let mut prefix = None;
    for (at, member) in schema.members().iter().enumerate().filter(|(_, member)| member.xml_attribute) {
        prefix = prefix.or(member.wire.split_once(':').map(|(prefix, _)| prefix));
        if let Some(value) = value.slot(at) {
            attributes.push((member.wire.to_owned(), text::write(member.schema, value, dates)?));
        }
    }
    if let Some(uri) = namespace {
        let name = prefix.map_or_else(|| "xmlns".to_owned(), |prefix| format!("xmlns:{prefix}"));
        attributes.insert(0, (name, uri.to_owned()));
    }
    Ok(attributes)
}

fn mismatch(schema: &Schema) -> Mismatch {
    Mismatch { member: schema.name, wanted: "a value of its schema" }
}
