//! Showing values without what must not be seen.

use std::fmt;

use crate::{Schema, Type, Value};

/// What stands in place of a sensitive value, as CloudTrail writes it.
pub const HIDDEN: &str = "HIDDEN_DUE_TO_SECURITY_REASONS";

/// Writes a value for people, with sensitive members hidden and absent ones left out.
pub fn redacted(schema: &Schema, value: &Value, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if schema.sensitive {
        return f.write_str(HIDDEN);
    }
    match (&schema.kind, value) {
        (Type::Structure(rule), Value::Structure(slots)) => {
            write!(f, "{} {{", schema.name)?;
            let present =
                rule.members.iter().zip(slots).filter_map(|(member, slot)| Some((member, slot.as_ref()?)));
            for (at, (member, slot)) in present.enumerate() {
                write!(f, "{} {}: ", if at == 0 { "" } else { "," }, member.name)?;
                redacted(member.schema, slot, f)?;
            }
            f.write_str(" }")
        }
        (Type::List(rule), Value::List(members)) => {
            f.write_str("[")?;
            for (at, member) in members.iter().enumerate() {
                f.write_str(if at == 0 { "" } else { ", " })?;
                redacted(rule.member, member, f)?;
            }
            f.write_str("]")
        }
        (Type::Map(rule), Value::Map(_)) if rule.key.sensitive => f.write_str(HIDDEN),
        (Type::Map(rule), Value::Map(entries)) => {
            f.write_str("{")?;
            for (at, (key, entry)) in entries.iter().enumerate() {
                write!(f, "{} {key:?}: ", if at == 0 { "" } else { "," })?;
                redacted(rule.value, entry, f)?;
            }
            f.write_str(" }")
        }
        (_, Value::Blob(bytes)) => write!(f, "<{} bytes>", bytes.len()),
        (_, Value::String(text)) => write!(f, "{text:?}"),
        (_, Value::Integer(number)) => write!(f, "{number}"),
        (_, Value::Float(number)) => write!(f, "{number}"),
        (_, Value::Boolean(truth)) => write!(f, "{truth}"),
        (_, Value::Timestamp(at)) => write!(f, "{at}"),
        (_, other) => write!(f, "{other:?}"),
    }
}
