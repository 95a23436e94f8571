//! Members in headers.

use std::borrow::Cow;

use http::{HeaderMap, HeaderValue};
use shape::{Location, Member, Mismatch, Schema, TimestampFormat, Type, Value};

use crate::DecodeError;
use crate::http_parts::put_header;
use crate::text::{self, Dates};

/// More headers in one map are refused; S3 bounds metadata by its bytes, at two thousand.
const MAPPED_HEADERS_MAX: usize = 200;

/// Reads a member from the headers.
pub(super) fn read(member: &Member, headers: &HeaderMap) -> Result<Option<Value>, DecodeError> {
    if member.location == Location::Headers {
        return map(member, headers);
    }
    let mut given = headers.get_all(member.wire).iter().map(text_of);
    let Some(first) = given.next() else { return Ok(None) };
    match &member.schema.kind {
        Type::List(rule) => {
            let joined = given.fold(first, |joined, next| format!("{joined},{next}").into());
            let read = |item: &str| scalar(member.wire, rule.member, item.trim());
            split(&joined, rule.member)
                .into_iter()
                .map(read)
                .collect::<Result<_, _>>()
                .map(Value::List)
                .map(Some)
        }
        Type::String(_) => scalar(member.wire, member.schema, &first).map(Some),
        _ if first.is_empty() => Ok(None),
        _ => scalar(member.wire, member.schema, &first).map(Some),
    }
}

/// A map holds the headers that begin with its wire name; a header sent twice is one, joined by a comma.
fn map(member: &Member, headers: &HeaderMap) -> Result<Option<Value>, DecodeError> {
    let Type::Map(rule) = &member.schema.kind else { return Ok(None) };
    let prefix = member.wire.to_ascii_lowercase();
    let mut entries = Vec::new();
    for name in headers.keys() {
        let Some(key) = name.as_str().strip_prefix(prefix.as_str()) else { continue };
        if entries.len() == MAPPED_HEADERS_MAX {
            return Err(DecodeError::new("InvalidRequest", "The request has too many headers"));
        }
        let given: Vec<_> = headers.get_all(name).iter().map(text_of).collect();
        entries.push((key.to_owned(), scalar(name.as_str(), rule.value, &given.join(","))?));
    }
    Ok((!entries.is_empty()).then_some(Value::Map(entries)))
}

fn scalar(name: &str, schema: &Schema, given: &str) -> Result<Value, DecodeError> {
    text::read(schema, given).map_err(|wanted| DecodeError::argument(name, given, wanted))
}

/// Header text: UTF-8 where it is that, else ISO 8859-1.
fn text_of(value: &HeaderValue) -> Cow<'_, str> {
    match std::str::from_utf8(value.as_bytes()) {
        Ok(text) => text.into(),
        Err(_) => value.as_bytes().iter().map(|byte| char::from(*byte)).collect::<String>().into(),
    }
}

/// The items of a list. HTTP dates have a comma of their own.
fn split<'a>(joined: &'a str, schema: &Schema) -> Vec<&'a str> {
    let dates = matches!(schema.kind, Type::Timestamp(TimestampFormat::Protocol | TimestampFormat::Http));
    let mut items = Vec::new();
    let mut start = 0;
    for (count, (at, _)) in joined.match_indices(',').enumerate() {
        if !dates || count % 2 == 1 {
            items.extend(joined.get(start..at));
            start = at + 1;
        }
    }
    items.extend(joined.get(start..));
    items
}

/// Writes a member to the headers.
pub(super) fn write(member: &Member, value: &Value, headers: &mut HeaderMap) -> Result<(), Mismatch> {
    match (&member.schema.kind, value) {
        (Type::Map(rule), Value::Map(entries)) => {
            for (key, value) in entries {
                let name = format!("{}{key}", member.wire);
                put_header(headers, &name, &text::write(rule.value, value, Dates::Http)?);
            }
        }
        (Type::List(rule), Value::List(items)) => {
            let written = items.iter().map(|item| text::write(rule.member, item, Dates::Http));
            put_header(headers, member.wire, &written.collect::<Result<Vec<_>, _>>()?.join(","));
        }
        _ => put_header(headers, member.wire, &text::write(member.schema, value, Dates::Http)?),
    }
    Ok(())
}
