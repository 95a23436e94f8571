//! Values to JSON, with members in the schema's order.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use shape::{Location, Member, Mismatch, Schema, TimestampFormat, Type, Value};

use crate::text;

/// Writes the members of a structure that travel in the body.
pub(crate) fn document(schema: &Schema, value: &Value) -> Result<Bytes, Mismatch> {
    let mut out = String::with_capacity(256);
    write(schema, value, &mut out)?;
    Ok(out.into())
}

/// Writes a value of any type.
pub(crate) fn value(schema: &Schema, value: &Value) -> Result<Bytes, Mismatch> {
    document(schema, value)
}

fn write(schema: &Schema, value: &Value, out: &mut String) -> Result<(), Mismatch> {
    match (&schema.kind, value) {
        (Type::Structure(rule), Value::Structure(slots)) => structure(rule.members, slots, out)?,
        (Type::List(rule), Value::List(items)) => {
            separated(out, '[', ']', items, |item, out| write(rule.member, item, out))?;
        }
        (Type::Map(rule), Value::Map(entries)) => {
            separated(out, '{', '}', entries, |(key, entry), out| {
                string(key, out);
                out.push(':');
                write(rule.value, entry, out)
            })?;
        }
        (Type::String(_), Value::String(it)) => string(it, out),
        (Type::Boolean, Value::Boolean(it)) => out.push_str(if *it { "true" } else { "false" }),
        (Type::Integer(_) | Type::Long(_), Value::Integer(it)) => out.push_str(&it.to_string()),
        (Type::Float | Type::Double, Value::Float(it)) if text::narrowed(&schema.kind, *it).is_finite() => {
            out.push_str(&text::float(&schema.kind, *it));
        }
        (Type::Float | Type::Double, Value::Float(it)) => string(&text::float(&schema.kind, *it), out),
        (Type::Timestamp(format), Value::Timestamp(it)) => match format {
            TimestampFormat::Protocol | TimestampFormat::Unix => out.push_str(&text::epoch(*it)),
            TimestampFormat::Iso8601 | TimestampFormat::Http => {
                string(&text::write(schema, value, text::Dates::IsoSeconds)?, out);
            }
        },
        (Type::Blob, Value::Blob(it)) => string(&STANDARD.encode(it), out),
        _ => return Err(Mismatch { member: schema.name, wanted: "a value of its schema" }),
    }
    Ok(())
}

fn structure(members: &'static [Member], slots: &[Option<Value>], out: &mut String) -> Result<(), Mismatch> {
    let present = members.iter().zip(slots).filter_map(|(member, slot)| Some((member, slot.as_ref()?)));
    let in_body = present.filter(|(member, _)| member.location == Location::Body);
    separated(out, '{', '}', in_body, |(member, value), out| {
        string(member.wire, out);
        out.push(':');
        write(member.schema, value, out)
    })
}

fn separated<T>(
    out: &mut String,
    open: char,
    close: char,
    items: impl IntoIterator<Item = T>,
    mut each: impl FnMut(T, &mut String) -> Result<(), Mismatch>,
) -> Result<(), Mismatch> {
    out.push(open);
    for (at, item) in items.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        each(item, out)?;
    }
    out.push(close);
    Ok(())
}

/// Writes a string with quotes and escapes.
pub(crate) fn string(text: &str, out: &mut String) {
    // Writing a string into memory cannot fail.
    out.push_str(&serde_json::to_string(text).unwrap_or_default());
}
