//! Values as audit records show them.

use serde_json::{Map, Number, Value as Json};

use crate::path::lower_camel;
use crate::redact::HIDDEN;
use crate::{Schema, Type, Value};

/// The value as an audit record has it: members in lower camel case, sensitive ones hidden, bytes and streams
/// left out. Documents that travel as strings, such as policies, stay strings.
#[must_use]
pub fn to_json(schema: &Schema, value: &Value) -> Json {
    json(schema, value, &|schema| schema.sensitive).unwrap_or(Json::Null)
}

/// The same with nothing hidden. Never log or record it.
#[must_use]
pub fn to_json_revealed(schema: &Schema, value: &Value) -> Json {
    json(schema, value, &|_| false).unwrap_or(Json::Null)
}

fn json(schema: &Schema, value: &Value, hides: &dyn Fn(&Schema) -> bool) -> Option<Json> {
    if hides(schema) {
        return Some(HIDDEN.into());
    }
    Some(match (&schema.kind, value) {
        (Type::Structure(rule), Value::Structure(slots)) => {
            let present = rule.members.iter().zip(slots);
            let shown = present.filter_map(|(member, slot)| {
                Some((lower_camel(member.name), json(member.schema, slot.as_ref()?, hides)?))
            });
            Json::Object(shown.collect())
        }
        (Type::List(rule), Value::List(members)) => {
            members.iter().filter_map(|member| json(rule.member, member, hides)).collect()
        }
        // Nothing tells which entry was hidden when its key is.
        (Type::Map(rule), Value::Map(_)) if hides(rule.key) => HIDDEN.into(),
        (Type::Map(rule), Value::Map(entries)) => {
            let shown = entries
                .iter()
                .filter_map(|(key, entry)| Some((key.clone(), json(rule.value, entry, hides)?)));
            Json::Object(shown.collect::<Map<_, _>>())
        }
        (_, Value::Boolean(truth)) => Json::Bool(*truth),
        (_, Value::Integer(number)) => Json::Number((*number).into()),
        (_, Value::Float(number)) => {
            Number::from_f64(*number).map_or_else(|| number.to_string().into(), Json::Number)
        }
        (_, Value::String(text)) => Json::String(text.clone()),
        (_, Value::Timestamp(at)) => Json::String(at.iso8601()),
        _ => return None,
    })
}
