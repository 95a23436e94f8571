//! What S3 does that its model does not say.

use bytes::Bytes;
use http::HeaderMap;
use shape::{OperationModel, Protocol, ServiceModel, Value};

use crate::xml::{self, Writer};
use crate::{DecodeError, FaultParts, HttpBody, RequestHead, fault};

fn is_s3(service: &ServiceModel) -> bool {
    service.protocol == Protocol::RestXml && service.endpoint_prefix == "s3"
}

fn is_location(service: &ServiceModel, operation: &OperationModel) -> bool {
    is_s3(service) && operation.name == "GetBucketLocation"
}

/// `GetBucketLocation` answers with the member itself as the root. It is empty for `us-east-1`.
pub(super) fn output(service: &ServiceModel, operation: &OperationModel, output: &Value) -> Option<Bytes> {
    if !is_location(service, operation) {
        return None;
    }
    let region = output.slot(0).and_then(Value::as_str).unwrap_or_default();
    let mut out = Writer::declared();
    out.open_with("LocationConstraint", &[("xmlns", service.xml_namespace)]);
    out.text(region);
    out.close("LocationConstraint");
    Some(out.finish())
}

/// The same, read.
pub(super) fn read_output(
    service: &ServiceModel,
    operation: &OperationModel,
    body: &HttpBody,
) -> Option<Result<Vec<Option<Value>>, DecodeError>> {
    if !is_location(service, operation) {
        return None;
    }
    let region = |root: xml::Element| vec![(!root.text.is_empty()).then_some(Value::String(root.text))];
    Some(xml::parse(body.bytes()?).map(region))
}

/// A part of an object is answered as such: `Content-Range` goes with 206.
pub(super) fn status(service: &ServiceModel, status: u16, headers: &HeaderMap) -> u16 {
    if is_s3(service) && status == 200 && headers.contains_key("content-range") { 206 } else { status }
}

/// Operations that take long send their status first, so that their error comes with 200.
pub(super) fn late_fault(
    service: &ServiceModel,
    operation: &OperationModel,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<(), FaultParts> {
    let late = ["CompleteMultipartUpload", "CopyObject", "UploadPartCopy"];
    let is_error = || xml::parse(body).is_ok_and(|root| root.name == "Error");
    if is_s3(service) && late.contains(&operation.name) && is_error() {
        return Err(fault::decode_fault(service.protocol, 500, headers, body));
    }
    Ok(())
}

/// A body in signed chunks announces what it is underneath: its length, and that the chunks are no encoding
/// of the object. Amazon S3 API Reference, "Signature calculations for the authorization header".
pub(super) fn unchunk(
    service: &ServiceModel,
    operation: &OperationModel,
    head: &RequestHead<'_>,
    slots: &mut [Option<Value>],
) {
    if !is_s3(service) {
        return;
    }
    let length = head.header("x-amz-decoded-content-length").and_then(|text| text.parse::<i64>().ok());
    let length = length.filter(|length| *length >= 0);
    for (member, slot) in operation.input.members().iter().zip(slots) {
        match (member.wire, slot.as_ref(), length) {
            ("Content-Length", _, Some(length)) => *slot = Some(Value::Integer(length)),
            ("Content-Encoding", Some(Value::String(given)), _) => *slot = without_chunks(given),
            _ => {}
        }
    }
}

fn without_chunks(encodings: &str) -> Option<Value> {
    let kept = encodings.split(',').map(str::trim).filter(|name| !matches!(*name, "aws-chunked" | ""));
    let kept = kept.collect::<Vec<_>>().join(",");
    (!kept.is_empty()).then_some(Value::String(kept))
}

/// The texts of S3 that are whole bodies are policies.
pub(super) fn text_kind(service: &ServiceModel) -> &'static str {
    if is_s3(service) { "application/json" } else { "text/plain" }
}
