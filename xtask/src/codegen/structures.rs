//! The table of structures.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::model::{Reference, Shape, inner};
use super::names;
use super::reach::Reach;
use crate::Outcome;

/// The `structure!` table.
pub(crate) fn structures(reach: &Reach<'_>, out: &mut String) -> Outcome {
    writeln!(out, "shape::structure! {{")?;
    for (schema, key) in reach.by_name() {
        let shape = reach.model.shape(&key.shape)?;
        if shape.kind != "structure" {
            continue;
        }
        if shape.eventstream || shape.document {
            return Err(format!("`{}` is an event stream or a document", key.shape).into());
        }
        let mark = if reach.is_sensitive(key, shape) { ": sensitive" } else { "" };
        writeln!(out, "    {} as {schema}{mark} {{", names::type_name(&key.shape))?;
        let mut fields = BTreeSet::new();
        for (name, member) in &shape.members.0 {
            let field = names::field(name);
            if !fields.insert(field.clone()) {
                return Err(format!("`{}` has two members `{field}`", key.shape).into());
            }
            let required = shape.required.contains(name);
            let ty = field_type(reach, &key.shape, member, required)?;
            writeln!(out, "        {field}: {ty} = {},", member_table(reach, shape, name, member)?)?;
        }
        writeln!(out, "    }}")?;
    }
    writeln!(out, "}}\n")?;
    Ok(())
}

fn field_type(reach: &Reach<'_>, owner: &str, member: &Reference, required: bool) -> Outcome<String> {
    let mut ty = rust_type(reach, member)?;
    if reach.embeds(&member.shape, owner)? {
        ty = format!("Box<{ty}>");
    }
    Ok(if required { ty } else { format!("Option<{ty}>") })
}

fn rust_type(reach: &Reach<'_>, reference: &Reference) -> Outcome<String> {
    let shape = reach.model.shape(&reference.shape)?;
    Ok(match shape.kind.as_str() {
        "string" => "String".to_owned(),
        "boolean" => "bool".to_owned(),
        "integer" => "i32".to_owned(),
        "long" => "i64".to_owned(),
        "float" => "f32".to_owned(),
        "double" => "f64".to_owned(),
        "timestamp" => "shape::types::Timestamp".to_owned(),
        "blob" if reach.key(reference)?.streaming => "shape::Body".to_owned(),
        "blob" => "shape::types::Bytes".to_owned(),
        "list" => format!("Vec<{}>", rust_type(reach, inner(&shape.member)?)?),
        "map" => {
            format!("shape::types::BTreeMap<String, {}>", rust_type(reach, inner(&shape.value)?)?)
        }
        "structure" => names::type_name(&reference.shape),
        other => return Err(format!("`{}` has the unknown type `{other}`", reference.shape).into()),
    })
}

fn member_table(reach: &Reach<'_>, owner: &Shape, name: &str, member: &Reference) -> Outcome<String> {
    let shape = reach.model.shape(&member.shape)?;
    let mut table = format!("shape::Member::new({name:?}, &{})", reach.static_name(member)?);
    // Members of a flattened list stand in the parent under their own name.
    let flattened = shape.member.as_ref().filter(|_| shape.flattened || member.flattened);
    let wire = flattened.and_then(|inner| inner.location_name.as_ref()).or(member.location_name.as_ref());
    if let Some(wire) = wire.filter(|wire| *wire != name) {
        write!(table, ".wire({wire:?})")?;
    }
    if owner.required.iter().any(|required| required == name) {
        table.push_str(".required()");
    }
    if let Some(location) = location(reach, owner, name, member)? {
        write!(table, ".at(shape::Location::{location})")?;
    }
    if member.xml_attribute {
        table.push_str(".attribute()");
    }
    if let Some(namespace) = member.xml_namespace.as_ref().or(shape.xml_namespace.as_ref()) {
        if namespace.prefix.as_deref().is_some_and(|prefix| !uses(shape, prefix)) {
            return Err(format!("`{name}` has a name space whose prefix no attribute uses").into());
        }
        write!(table, ".namespace({:?})", namespace.uri)?;
    }
    Ok(table)
}

/// Whether an attribute of the shape has this prefix. Codecs take the prefix of a name space from there.
fn uses(shape: &Shape, prefix: &str) -> bool {
    let mut names = shape.members.0.iter().filter_map(|(_, member)| member.location_name.as_deref());
    names.any(|name| name.split_once(':').is_some_and(|(before, _)| before == prefix))
}

fn location(
    reach: &Reach<'_>,
    owner: &Shape,
    name: &str,
    member: &Reference,
) -> Outcome<Option<&'static str>> {
    if !reach.model.metadata.protocol.starts_with("rest") {
        return Ok(None);
    }
    if owner.payload.as_deref() == Some(name) {
        return Ok(Some("Payload"));
    }
    Ok(match member.location.as_deref() {
        None => None,
        Some("header") => Some("Header"),
        Some("headers") => Some("Headers"),
        Some("querystring") => Some("Query"),
        Some("uri") => Some("Uri"),
        Some("statusCode") => Some("StatusCode"),
        Some(other) => return Err(format!("`{name}` has the unknown location `{other}`").into()),
    })
}
