//! Responses: output from and to status, headers and body.

use http::HeaderMap;
use shape::{Location, Member, Mismatch, OperationModel, ServiceModel, Value};

use super::{headers, read_body, s3, write_body};
use crate::{DecodeError, FaultParts, HttpBody, ResponseParts};

pub(crate) fn encode_output(
    service: &ServiceModel,
    operation: &OperationModel,
    output: &Value,
) -> Result<ResponseParts, Mismatch> {
    let mut headers = HeaderMap::new();
    let mut status = operation.status;
    for (at, member) in operation.output.members().iter().enumerate() {
        let Some(value) = output.slot(at) else { continue };
        match (member.location, value) {
            (Location::Header | Location::Headers, _) => headers::write(member, value, &mut headers)?,
            (Location::StatusCode, Value::Integer(number)) => {
                status = u16::try_from(*number).unwrap_or(status)
            }
            _ => {}
        }
    }
    let body = match s3::output(service, operation, output) {
        Some(bytes) => {
            crate::http_parts::put_header(&mut headers, "content-type", "application/xml");
            HttpBody::Bytes(bytes)
        }
        None => write_body::output(service, operation, output, &mut headers)?,
    };
    Ok(ResponseParts { status: s3::status(service, status, &headers), headers, body })
}

/// The outer error is a fault: S3 answers some of them with status 200.
pub(crate) fn decode_output(
    service: &ServiceModel,
    operation: &OperationModel,
    status: u16,
    headers: &HeaderMap,
    body: HttpBody,
) -> Result<Result<Value, DecodeError>, FaultParts> {
    if let Some(bytes) = body.bytes() {
        s3::late_fault(service, operation, headers, bytes)?;
    }
    let mut in_body = match read_body::output(service, operation, body) {
        Ok(in_body) => in_body,
        Err(error) => return Ok(Err(error)),
    };
    let slot = |(member, in_body): (&Member, &mut Option<Value>)| match member.location {
        Location::Header | Location::Headers => headers::read(member, headers),
        Location::StatusCode => Ok(Some(Value::Integer(status.into()))),
        Location::Uri | Location::Query => Ok(None),
        Location::Payload | Location::Body => Ok(in_body.take()),
    };
    let slots = operation.output.members().iter().zip(&mut in_body).map(slot);
    Ok(slots.collect::<Result<_, _>>().map(Value::Structure))
}
