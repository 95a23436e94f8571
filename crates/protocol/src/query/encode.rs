//! Values to a form.

use shape::{ListRule, Mismatch, Schema, Type, Value};

use super::decode::has_own_name;
use super::form::Form;
use crate::text::{self, Dates};

/// Writes the members of a structure under `prefix`.
pub(super) fn structure(
    schema: &Schema,
    value: &Value,
    prefix: &str,
    form: &mut Form,
) -> Result<(), Mismatch> {
    let Value::Structure(slots) = value else {
        return Err(Mismatch { member: schema.name, wanted: "a structure" });
    };
    for (member, slot) in schema.members().iter().zip(slots) {
        let Some(value) = slot else { continue };
        let name = match &member.schema.kind {
            Type::List(rule) if rule.flattened && has_own_name(rule) => rule.member_name,
            _ => member.wire,
        };
        write(member.schema, value, &join(prefix, name), form)?;
    }
    Ok(())
}

fn write(schema: &Schema, value: &Value, name: &str, form: &mut Form) -> Result<(), Mismatch> {
    match (&schema.kind, value) {
        (Type::Structure(_), _) => structure(schema, value, name, form),
        (Type::List(rule), Value::List(items)) => list(rule, items, name, form),
        (Type::Map(rule), Value::Map(entries)) => {
            let name = if rule.flattened { name.to_owned() } else { join(name, "entry") };
            for (at, (key, entry)) in entries.iter().enumerate() {
                form.push(&format!("{name}.{}.{}", at + 1, rule.key_name), key);
                write(rule.value, entry, &format!("{name}.{}.{}", at + 1, rule.value_name), form)?;
            }
            Ok(())
        }
        _ => {
            form.push(name, &text::write(schema, value, Dates::IsoSeconds)?);
            Ok(())
        }
    }
}

fn list(rule: &ListRule, items: &[Value], name: &str, form: &mut Form) -> Result<(), Mismatch> {
    if items.is_empty() {
        form.push(name, "");
    }
    let name = if rule.flattened { name.to_owned() } else { join(name, rule.member_name) };
    for (at, item) in items.iter().enumerate() {
        write(rule.member, item, &format!("{name}.{}", at + 1), form)?;
    }
    Ok(())
}

fn join(prefix: &str, name: &str) -> String {
    if prefix.is_empty() { name.to_owned() } else { format!("{prefix}.{name}") }
}
