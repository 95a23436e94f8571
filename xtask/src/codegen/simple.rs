//! The statics of shapes that are not structures.

use std::fmt::Write;

use super::model::{Reference, Shape, inner};
use super::pattern;
use super::reach::{Key, Reach};
use crate::Outcome;

/// The statics of everything that is not a structure.
pub(crate) fn simple(reach: &Reach<'_>, out: &mut String) -> Outcome {
    for (name, key) in reach.by_name() {
        let shape = reach.model.shape(&key.shape)?;
        if shape.kind == "structure" {
            continue;
        }
        let (note, schema) = schema(reach, key, shape)?;
        let mark = if reach.is_sensitive(key, shape) { ".sensitive()" } else { "" };
        writeln!(out, "{note}static {name}: shape::Schema = {schema}{mark};")?;
    }
    Ok(())
}

/// A comment, often empty, and the schema.
fn schema(reach: &Reach<'_>, key: &Key, shape: &Shape) -> Outcome<(String, String)> {
    let name = &key.shape;
    let new = |kind: String| format!("shape::Schema::new({name:?}, shape::Type::{kind})");
    let schema = match shape.kind.as_str() {
        "string" if shape.values.is_empty() => return text(name, shape),
        "string" => format!("shape::Schema::choice({name:?}, &{:?})", shape.values),
        "boolean" => new("Boolean".to_owned()),
        "integer" => new(format!("Integer({})", number_rule(shape)?)),
        "long" => new(format!("Long({})", number_rule(shape)?)),
        "float" => new("Float".to_owned()),
        "double" => new("Double".to_owned()),
        "timestamp" => new(format!("Timestamp(shape::TimestampFormat::{})", timestamp_format(key)?)),
        "blob" if key.streaming => new("Stream".to_owned()),
        "blob" => new("Blob".to_owned()),
        "list" => new(format!("List({})", list_rule(reach, key, shape)?)),
        "map" => new(format!("Map({})", map_rule(reach, key, shape)?)),
        other => return Err(format!("`{name}` has the unknown type `{other}`").into()),
    };
    Ok((String::new(), schema))
}

fn text(name: &str, shape: &Shape) -> Outcome<(String, String)> {
    let (note, pattern) = match shape.pattern.as_deref().map(|source| (source, pattern::translate(source))) {
        None => (String::new(), "None".to_owned()),
        Some((source, Ok(translated))) => {
            let pattern = format!("Some(shape::Pattern::new({}, {}))", raw(source), raw(&translated));
            (String::new(), pattern)
        }
        Some((_, Err(reason))) => {
            (format!("// Its pattern is not checked: it needs {reason}.\n"), "None".to_owned())
        }
    };
    let (min, max) = bounds(shape)?;
    Ok((note, format!("shape::Schema::string({name:?}, {min}, {max}, {pattern})")))
}

/// A string literal, raw where that reads better.
fn raw(text: &str) -> String {
    let plain = text.chars().all(|letter| !letter.is_control());
    if text.contains('\\') && plain && !text.contains("\"#") {
        if text.contains('"') { format!("r#\"{text}\"#") } else { format!("r\"{text}\"") }
    } else {
        format!("{text:?}")
    }
}

/// Least and greatest as expressions.
fn bounds(shape: &Shape) -> Outcome<(String, String)> {
    let bound = |number: &Option<serde_json::Number>| -> Outcome<String> {
        let Some(number) = number else { return Ok("None".to_owned()) };
        let whole = number.as_i64().or(number.as_f64().filter(|it| it.fract() == 0.0).map(|it| it as i64));
        Ok(format!("Some({})", whole.ok_or_else(|| format!("the bound {number} is not whole"))?))
    };
    Ok((bound(&shape.min)?, bound(&shape.max)?))
}

fn number_rule(shape: &Shape) -> Outcome<String> {
    let (min, max) = bounds(shape)?;
    Ok(if min == "None" && max == "None" {
        "shape::NumberRule::ANY".to_owned()
    } else {
        format!("shape::NumberRule {{ min: {min}, max: {max} }}")
    })
}

fn timestamp_format(key: &Key) -> Outcome<&'static str> {
    Ok(match key.timestamp_format.as_deref() {
        None => "Protocol",
        Some("iso8601") => "Iso8601",
        Some("rfc822") => "Http",
        Some("unixTimestamp") => "Unix",
        Some(other) => return Err(format!("`{}` has the unknown format `{other}`", key.shape).into()),
    })
}

fn list_rule(reach: &Reach<'_>, used: &Key, shape: &Shape) -> Outcome<String> {
    let member = inner(&shape.member)?;
    let name = member.location_name.as_deref().filter(|name| *name != "member");
    let base = format!("shape::ListRule::of(&{})", reach.static_name(member)?);
    let fields = [("member_name", name.map(|name| format!("{name:?}"))), ("flattened", flattened(used))];
    rule("shape::ListRule", base, shape, &fields)
}

fn map_rule(reach: &Reach<'_>, used: &Key, shape: &Shape) -> Outcome<String> {
    let (key, value) = (inner(&shape.key)?, inner(&shape.value)?);
    let name = |reference: &Reference| reference.location_name.as_ref().map(|name| format!("{name:?}"));
    let base = format!("shape::MapRule::of(&{}, &{})", reach.static_name(key)?, reach.static_name(value)?);
    let fields = [("key_name", name(key)), ("value_name", name(value)), ("flattened", flattened(used))];
    rule("shape::MapRule", base, shape, &fields)
}

fn flattened(key: &Key) -> Option<String> {
    key.flattened.then(|| "true".to_owned())
}

/// `base` with the fields that differ from it.
fn rule(ty: &str, base: String, shape: &Shape, fields: &[(&str, Option<String>)]) -> Outcome<String> {
    let (min, max) = bounds(shape)?;
    let bounds =
        [("min", Some(min)), ("max", Some(max))].map(|(name, value)| (name, value.filter(|it| it != "None")));
    let fields = fields.iter().cloned().chain(bounds);
    let written: Vec<String> =
        fields.filter_map(|(name, value)| Some(format!("{name}: {}", value?))).collect();
    Ok(if written.is_empty() { base } else { format!("{ty} {{ {}, ..{base} }}", written.join(", ")) })
}
