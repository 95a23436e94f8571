//! Writing members to the body: one that is the whole body, or a document of several.

use http::HeaderMap;
use shape::{Location, Mismatch, OperationModel, Protocol, Schema, ServiceModel, Type, Value};

use super::read_body::has_document;
use super::s3;
use crate::http_parts::put_header;
use crate::text::Dates;
use crate::xml::{self, Writer};
use crate::{HttpBody, json};

/// Writes what an input has in the body.
pub(super) fn input(
    service: &ServiceModel,
    operation: &OperationModel,
    input: &Value,
    headers: &mut HeaderMap,
) -> Result<HttpBody, Mismatch> {
    let root = operation.input_name.unwrap_or(operation.input.name);
    write(service, operation.input, root, input, headers, Writer::new())
}

/// Writes what an output has in the body.
pub(super) fn output(
    service: &ServiceModel,
    operation: &OperationModel,
    output: &Value,
    headers: &mut HeaderMap,
) -> Result<HttpBody, Mismatch> {
    let root =
        if operation.output_wrapper.is_empty() { operation.output.name } else { operation.output_wrapper };
    write(service, operation.output, root, output, headers, Writer::declared())
}

fn write(
    service: &ServiceModel,
    schema: &Schema,
    root: &str,
    value: &Value,
    headers: &mut HeaderMap,
    mut out: Writer,
) -> Result<HttpBody, Mismatch> {
    let json = service.protocol == Protocol::RestJson;
    let payload = schema.members().iter().enumerate().find(|(_, it)| it.location == Location::Payload);
    let (kind, body) = match payload {
        Some((at, member)) => match (&member.schema.kind, value.slot(at)) {
            (_, None) => return Ok(HttpBody::empty()),
            (Type::Stream, Some(Value::Stream(body))) => {
                ("binary/octet-stream", HttpBody::Stream(body.clone()))
            }
            (Type::Blob, Some(Value::Blob(bytes))) => {
                ("application/octet-stream", HttpBody::Bytes(bytes.clone()))
            }
            (Type::String(_), Some(Value::String(text))) => {
                (s3::text_kind(service), HttpBody::Bytes(text.clone().into()))
            }
            (_, Some(held)) if json => {
                ("application/json", HttpBody::Bytes(json::write_value(member.schema, held)?))
            }
            (_, Some(held)) => {
                let namespace = member.xml_namespace.unwrap_or(service.xml_namespace);
                xml::write_root(member.wire, namespace, member.schema, held, Dates::IsoMillis, &mut out)?;
                ("application/xml", HttpBody::Bytes(out.finish()))
            }
        },
        None if !has_document(schema) => return Ok(HttpBody::empty()),
        None if json => ("application/json", HttpBody::Bytes(json::document(schema, value)?)),
        None => {
            xml::write_root(root, service.xml_namespace, schema, value, Dates::IsoMillis, &mut out)?;
            ("application/xml", HttpBody::Bytes(out.finish()))
        }
    };
    if !headers.contains_key("content-type") {
        put_header(headers, "content-type", kind);
    }
    Ok(body)
}
