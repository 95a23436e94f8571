//! Reading members from the body: one that is the whole body, or a document of several.

use bytes::Bytes;
use shape::{Location, Member, OperationModel, Protocol, Schema, ServiceModel, Type, Value};

use super::s3;
use crate::{DecodeError, HttpBody, json, xml};

/// One slot for each member of the schema; those that are not in the body are empty.
type Slots = Vec<Option<Value>>;

/// What the root element of a document must be called.
#[derive(Clone, Copy)]
enum Root {
    /// As in the model: the payload's member, or the name that the input has.
    Modelled(Option<&'static str>),
    /// It does not matter.
    Any,
}

/// Reads what an input has in the body.
pub(super) fn input(
    protocol: Protocol,
    operation: &OperationModel,
    body: HttpBody,
) -> Result<Slots, DecodeError> {
    let slots = read(protocol, operation.input, Root::Modelled(operation.input_name), body)?;
    let missing = |(member, slot): (&Member, &Option<Value>)| {
        let document = matches!(member.schema.kind, Type::Structure(_));
        document && member.required && member.location == Location::Payload && slot.is_none()
    };
    if protocol == Protocol::RestXml && operation.input.members().iter().zip(&slots).any(missing) {
        return Err(DecodeError::new("MissingRequestBodyError", "Request body is empty."));
    }
    Ok(slots)
}

/// Reads what an output has in the body.
pub(super) fn output(
    service: &ServiceModel,
    operation: &OperationModel,
    body: HttpBody,
) -> Result<Slots, DecodeError> {
    match s3::read_output(service, operation, &body) {
        Some(slots) => slots,
        None => read(service.protocol, operation.output, Root::Any, body),
    }
}

fn read(protocol: Protocol, schema: &Schema, root: Root, body: HttpBody) -> Result<Slots, DecodeError> {
    let mut slots: Slots = schema.members().iter().map(|_| None).collect();
    let mut places = schema.members().iter().zip(&mut slots);
    if let Some((member, slot)) = places.find(|(member, _)| member.location == Location::Payload) {
        *slot = match member.schema.kind {
            Type::Stream => Some(Value::Stream(body.into())),
            _ => payload(protocol, member, root, &in_memory(protocol, body)?)?,
        };
        return Ok(slots);
    }
    if !has_document(schema) {
        return Ok(slots);
    }
    let bytes = in_memory(protocol, body)?;
    if bytes.is_empty() {
        return Ok(slots);
    }
    match document(protocol, schema, root, &bytes)? {
        Value::Structure(read) => Ok(read),
        _ => Ok(slots),
    }
}

/// Whether members travel in a document, one beside another.
pub(super) fn has_document(schema: &Schema) -> bool {
    schema.members().iter().any(|member| member.location == Location::Body)
}

fn document(protocol: Protocol, schema: &Schema, root: Root, bytes: &[u8]) -> Result<Value, DecodeError> {
    if protocol == Protocol::RestJson {
        return json::members(schema, json::parse(bytes)?);
    }
    let element = xml::parse(bytes)?;
    if matches!(root, Root::Modelled(Some(name)) if name != element.name) {
        return Err(DecodeError::malformed_xml());
    }
    xml::read_members(schema, &element)
}

/// A member that is the whole body; no bytes are no member.
fn payload(
    protocol: Protocol,
    member: &Member,
    root: Root,
    bytes: &Bytes,
) -> Result<Option<Value>, DecodeError> {
    if bytes.is_empty() {
        return Ok(None);
    }
    match &member.schema.kind {
        Type::Blob => Ok(Some(Value::Blob(bytes.clone()))),
        Type::String(_) => match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Some(Value::String(text.to_owned()))),
            Err(_) => Err(DecodeError::new("InvalidRequest", "The body is not UTF-8")),
        },
        _ if protocol == Protocol::RestJson => {
            let json = serde_json::from_slice(bytes)
                .map_err(|_| DecodeError::serialization("The request body is not valid JSON"))?;
            json::value(member.schema, json).map(Some)
        }
        _ => {
            let element = xml::parse(bytes)?;
            if matches!(root, Root::Modelled(_)) && element.name != member.wire {
                return Err(DecodeError::malformed_xml());
            }
            xml::read_value(member.schema, &element).map(Some)
        }
    }
}

fn in_memory(protocol: Protocol, body: HttpBody) -> Result<Bytes, DecodeError> {
    match body {
        HttpBody::Bytes(bytes) => Ok(bytes),
        HttpBody::Stream(_) if protocol == Protocol::RestJson => {
            Err(DecodeError::serialization("The body cannot be streamed"))
        }
        HttpBody::Stream(_) => Err(DecodeError::malformed_xml()),
    }
}
