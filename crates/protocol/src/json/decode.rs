//! JSON to values.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Number, Value as Json};
use shape::{Location, Schema, TimestampFormat, Type, Value};

use crate::{DecodeError, text};

/// Documents nested deeper are refused: decoding recurses once per level. The parser itself stops at 128.
const JSON_DEPTH_MAX: usize = 64;
/// Longer lists are refused; the models bound theirs far below.
const JSON_ITEMS_MAX: usize = 100_000;

/// Reads a document; no bytes at all are an empty object. Of equal keys the last wins.
pub(crate) fn parse(bytes: &[u8]) -> Result<Map<String, Json>, DecodeError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Ok(Map::new());
    }
    match serde_json::from_slice(bytes) {
        Ok(Json::Object(members)) => Ok(members),
        Ok(Json::Array(_)) => Err(DecodeError::serialization("Start of list found where not expected")),
        Ok(_) => Err(DecodeError::serialization("Unexpected value where a structure was expected")),
        Err(_) => Err(DecodeError::serialization("The request body is not valid JSON")),
    }
}

/// Reads the members of a structure that travel in the body. Unknown members are ignored, and null ones are
/// absent.
pub(crate) fn members(schema: &Schema, document: Map<String, Json>) -> Result<Value, DecodeError> {
    structure(schema, document, 0)
}

/// Reads a whole document of any type, as a payload.
pub(crate) fn value(schema: &Schema, json: Json) -> Result<Value, DecodeError> {
    read(schema, json, 0)
}

fn structure(schema: &Schema, mut document: Map<String, Json>, depth: usize) -> Result<Value, DecodeError> {
    let slot = |member: &shape::Member| match document.remove(member.wire) {
        None | Some(Json::Null) => Ok(None),
        Some(json) if member.location == Location::Body => read(member.schema, json, depth + 1).map(Some),
        Some(_) => Ok(None),
    };
    schema.members().iter().map(slot).collect::<Result<_, _>>().map(Value::Structure)
}

fn read(schema: &Schema, json: Json, depth: usize) -> Result<Value, DecodeError> {
    if depth > JSON_DEPTH_MAX {
        return Err(DecodeError::serialization("The document is nested too deeply"));
    }
    match (&schema.kind, json) {
        (Type::Structure(_), Json::Object(members)) => structure(schema, members, depth),
        (Type::List(_), Json::Array(items)) if items.len() > JSON_ITEMS_MAX => {
            Err(DecodeError::serialization("The list has too many members"))
        }
        (Type::List(rule), Json::Array(items)) => items
            .into_iter()
            .map(|item| read(rule.member, item, depth + 1))
            .collect::<Result<_, _>>()
            .map(Value::List),
        (Type::Map(rule), Json::Object(members)) => {
            let present = members.into_iter().filter(|(_, json)| !json.is_null());
            let entry = |(key, json)| Ok((key, read(rule.value, json, depth + 1)?));
            present.map(entry).collect::<Result<_, _>>().map(Value::Map)
        }
        (Type::String(_), Json::String(text)) => Ok(Value::String(text)),
        (Type::Boolean, Json::Bool(truth)) => Ok(Value::Boolean(truth)),
        (Type::Integer(_), Json::Number(number)) => {
            let narrow = integer(&number).filter(|it| i32::try_from(*it).is_ok());
            narrow.map(Value::Integer).ok_or_else(|| cannot("NUMBER_VALUE", schema))
        }
        (Type::Long(_), Json::Number(number)) => {
            integer(&number).map(Value::Integer).ok_or_else(|| cannot("NUMBER_VALUE", schema))
        }
        (Type::Float | Type::Double, Json::Number(number)) => {
            number.as_f64().map(Value::Float).ok_or_else(|| cannot("NUMBER_VALUE", schema))
        }
        (Type::Float | Type::Double, Json::String(text)) => {
            let names_no_number = matches!(text.as_str(), "NaN" | "Infinity" | "-Infinity");
            let named = text::read_float(&text).filter(|_| names_no_number);
            named.map(Value::Float).ok_or_else(|| cannot("STRING_VALUE", schema))
        }
        (Type::Timestamp(format), json) => timestamp(schema, *format, &json),
        (Type::Blob, Json::String(text)) => {
            let bytes =
                STANDARD.decode(text).map_err(|_| DecodeError::serialization("Invalid Base64 encoding"))?;
            Ok(Value::Blob(bytes.into()))
        }
        (_, other) => Err(misplaced(schema, &other)),
    }
}

/// A whole number, also when written as `3.0` or `3e2`.
fn integer(number: &Number) -> Option<i64> {
    /// Beyond this, floats skip integers.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let whole = |float: &f64| float.fract() == 0.0 && float.abs() <= EXACT;
    number
        .as_i64()
        .or_else(|| number.as_f64().filter(|_| number.is_f64()).filter(whole).map(|float| float as i64))
}

fn timestamp(schema: &Schema, format: TimestampFormat, json: &Json) -> Result<Value, DecodeError> {
    let read = match json {
        Json::Number(number) => number.as_f64().and_then(text::read_epoch),
        Json::String(text) if matches!(format, TimestampFormat::Iso8601 | TimestampFormat::Http) => {
            text::read_timestamp(text)
        }
        Json::String(_) => {
            return Err(DecodeError::serialization(
                "STRING_VALUE can not be converted to milliseconds since epoch",
            ));
        }
        other => return Err(misplaced(schema, other)),
    };
    read.map(Value::Timestamp).ok_or_else(|| cannot("NUMBER_VALUE", schema))
}

/// The error for a token that does not fit, worded as AWS does.
fn misplaced(schema: &Schema, json: &Json) -> DecodeError {
    match (json, &schema.kind) {
        (Json::Object(_), _) => {
            DecodeError::serialization("Start of structure or map found where not expected.")
        }
        (Json::Array(_), _) => DecodeError::serialization("Start of list found where not expected"),
        (_, Type::List(_)) => DecodeError::serialization("Expected list or null"),
        (_, Type::Map(_)) => DecodeError::serialization("Expected map or null"),
        (_, Type::Structure(_)) => DecodeError::serialization("Expected structure or null"),
        (Json::Null, _) => cannot("NULL_VALUE", schema),
        (Json::Bool(true), _) => cannot("TRUE_VALUE", schema),
        (Json::Bool(false), _) => cannot("FALSE_VALUE", schema),
        (Json::Number(_), _) => cannot("NUMBER_VALUE", schema),
        (Json::String(_), _) => cannot("STRING_VALUE", schema),
    }
}

fn cannot(token: &str, schema: &Schema) -> DecodeError {
    let wanted = match schema.kind {
        Type::String(_) => "a String",
        Type::Boolean => "a Boolean",
        Type::Integer(_) => "an Integer",
        Type::Long(_) => "a Long",
        Type::Float => "a Float",
        Type::Double => "a Double",
        Type::Timestamp(_) => "milliseconds since epoch",
        Type::Blob | Type::Stream => "a Blob",
        Type::List(_) => "a List",
        Type::Map(_) => "a Map",
        Type::Structure(_) => "a Structure",
    };
    DecodeError::serialization(format!("{token} can not be converted to {wanted}"))
}
