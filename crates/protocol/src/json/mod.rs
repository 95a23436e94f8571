//! awsJson 1.1: JSON both ways, everything in the body.

mod decode;
mod encode;

use bytes::Bytes;
use http::{HeaderMap, Method};
use shape::{Mismatch, OperationModel, Schema, ServiceModel, Value};

use crate::http_parts::put_header;
use crate::{DecodeError, HttpBody, RequestParts, ResponseParts};

pub(crate) use decode::{members, parse, value};
pub(crate) use encode::{document, string, value as write_value};

pub(crate) const CONTENT_TYPE: &str = "application/x-amz-json-1.1";

pub(crate) fn decode_input(operation: &OperationModel, body: HttpBody) -> Result<Value, DecodeError> {
    read(operation.input, body)
}

pub(crate) fn encode_output(operation: &OperationModel, output: &Value) -> Result<ResponseParts, Mismatch> {
    // An operation without an output answers with an empty body, as at AWS.
    let silent = std::ptr::eq(operation.output, &shape::UNIT);
    let body = if silent { Bytes::new() } else { document(operation.output, output)? };
    let mut headers = HeaderMap::new();
    put_header(&mut headers, "content-type", CONTENT_TYPE);
    Ok(ResponseParts { status: operation.status, headers, body: HttpBody::Bytes(body) })
}

pub(crate) fn encode_input(
    service: &ServiceModel,
    operation: &OperationModel,
    input: &Value,
) -> Result<RequestParts, Mismatch> {
    let body = document(operation.input, input)?;
    let mut headers = HeaderMap::new();
    put_header(&mut headers, "content-type", CONTENT_TYPE);
    put_header(&mut headers, "x-amz-target", &format!("{}.{}", service.target_prefix, operation.name));
    let body = HttpBody::Bytes(body);
    Ok(RequestParts { method: Method::POST, path: "/".to_owned(), query: String::new(), headers, body })
}

pub(crate) fn decode_output(operation: &OperationModel, body: HttpBody) -> Result<Value, DecodeError> {
    read(operation.output, body)
}

fn read(schema: &Schema, body: HttpBody) -> Result<Value, DecodeError> {
    match body {
        HttpBody::Bytes(bytes) => members(schema, parse(&bytes)?),
        HttpBody::Stream(_) => Err(DecodeError::serialization("The body cannot be streamed")),
    }
}
