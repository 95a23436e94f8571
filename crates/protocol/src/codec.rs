//! One door for all protocols: each call goes on to the codec of the service's protocol.

use http::HeaderMap;
use shape::{Location, Mismatch, OperationModel, Protocol, ServiceModel, Type, Value};

use crate::{DecodeError, FaultParts, HttpBody, Labels, RequestHead, RequestParts, ResponseParts};
use crate::{fault, json, query, rest};

/// Whether an operation takes its body as a stream, so that a server must not read it beforehand.
#[must_use]
pub fn streams_input(operation: &OperationModel) -> bool {
    streamed(operation.input)
}

pub(crate) fn streamed(schema: &shape::Schema) -> bool {
    let stream = |member: &shape::Member| matches!(member.schema.kind, Type::Stream);
    schema.members().iter().any(|member| member.location == Location::Payload && stream(member))
}

/// Reads an operation's input. The value has the schema's types; its constraints are not checked.
///
/// A streamed body is accepted only where [`streams_input`] says so.
pub fn decode_input(
    service: &ServiceModel,
    operation: &OperationModel,
    head: &RequestHead<'_>,
    labels: &Labels,
    body: HttpBody,
) -> Result<Value, DecodeError> {
    match service.protocol {
        Protocol::AwsJson11 => json::decode_input(operation, body),
        Protocol::AwsQuery => query::decode_input(operation, head, body),
        Protocol::RestJson | Protocol::RestXml => rest::decode_input(service, operation, head, labels, body),
    }
}

/// Writes an operation's output. Fails only where the value does not fit the schema, which is a defect.
pub fn encode_output(
    service: &ServiceModel,
    operation: &OperationModel,
    output: &Value,
    request_id: &str,
) -> Result<ResponseParts, Mismatch> {
    let mut parts = match service.protocol {
        Protocol::AwsJson11 => json::encode_output(operation, output)?,
        Protocol::AwsQuery => query::encode_output(service, operation, output, request_id)?,
        Protocol::RestJson | Protocol::RestXml => rest::encode_output(service, operation, output)?,
    };
    fault::identify(service.protocol, request_id, &mut parts.headers);
    Ok(parts)
}

/// Writes an operation's input as a request, unsigned and without a host.
pub fn encode_input(
    service: &ServiceModel,
    operation: &OperationModel,
    input: &Value,
) -> Result<RequestParts, Mismatch> {
    match service.protocol {
        Protocol::AwsJson11 => json::encode_input(service, operation, input),
        Protocol::AwsQuery => query::encode_input(service, operation, input),
        Protocol::RestJson | Protocol::RestXml => rest::encode_input(service, operation, input),
    }
}

/// Reads the answer to an operation: its output, or the fault in it.
///
/// A streamed body is accepted only for an output with a streamed member; errors must be in memory.
pub fn decode_output(
    service: &ServiceModel,
    operation: &OperationModel,
    status: u16,
    headers: &HeaderMap,
    body: HttpBody,
) -> Result<Value, FaultParts> {
    if !(200..300).contains(&status) {
        let bytes = body.bytes().cloned().unwrap_or_default();
        return Err(fault::decode_fault(service.protocol, status, headers, &bytes));
    }
    let decoded = match service.protocol {
        Protocol::AwsJson11 => json::decode_output(operation, body),
        Protocol::AwsQuery => query::decode_output(operation, body),
        Protocol::RestJson | Protocol::RestXml => {
            rest::decode_output(service, operation, status, headers, body)?
        }
    };
    decoded.map_err(|error| FaultParts::unreadable(status, error))
}
