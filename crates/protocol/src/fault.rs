//! Faults to bytes and back.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::HeaderMap;
use shape::{Protocol, ServiceModel};

use crate::http_parts::put_header;
use crate::xml::{self, Writer};
use crate::{FaultParts, HttpBody, ResponseParts, json};

/// An error as it goes to the client.
#[derive(Debug, Clone, Copy)]
pub struct FaultView<'a> {
    /// The code on the wire.
    pub code: &'a str,
    /// The message.
    pub message: &'a str,
    /// The HTTP status.
    pub status: u16,
    /// Further members or elements of the document: `BucketName`, `Key`, ...
    pub fields: &'a [(&'static str, String)],
    /// The id of the request.
    pub request_id: &'a str,
    /// The path that was asked for, which S3 repeats.
    pub resource: Option<&'a str>,
    /// Whether the answer must not have a body, because the method was `HEAD`.
    pub head: bool,
}

/// Writes a fault in the protocol the request came in. `service` gives the name space, where it is known.
#[must_use]
pub fn encode_fault(
    service: Option<&ServiceModel>,
    protocol: Protocol,
    fault: &FaultView<'_>,
) -> ResponseParts {
    let mut headers = HeaderMap::new();
    let (kind, body) = match protocol {
        Protocol::AwsJson11 => (json::CONTENT_TYPE, json_document("__type", "Message", fault)),
        Protocol::RestJson => ("application/json", json_document("", "message", fault)),
        Protocol::AwsQuery => ("text/xml", query_document(service, fault)),
        Protocol::RestXml => ("application/xml", rest_document(fault)),
    };
    let bodiless = fault.head || matches!(fault.status, 204 | 304);
    if !bodiless {
        put_header(&mut headers, "content-type", kind);
    }
    if matches!(protocol, Protocol::AwsJson11 | Protocol::RestJson) {
        put_header(&mut headers, "x-amzn-errortype", fault.code);
    }
    identify(protocol, fault.request_id, &mut headers);
    let body = HttpBody::Bytes(if bodiless { Bytes::new() } else { body });
    ResponseParts { status: fault.status, headers, body }
}

/// The headers by which a client names a request to its operator.
pub(crate) fn identify(protocol: Protocol, request_id: &str, headers: &mut HeaderMap) {
    match protocol {
        Protocol::RestXml => {
            put_header(headers, "x-amz-request-id", request_id);
            put_header(headers, "x-amz-id-2", &host_id(request_id));
        }
        _ => put_header(headers, "x-amzn-requestid", request_id),
    }
}

/// S3's second id. There is nothing behind it but the first.
fn host_id(request_id: &str) -> String {
    STANDARD.encode(request_id)
}

fn json_document(kind: &str, message: &str, fault: &FaultView<'_>) -> Bytes {
    let fields = fault.fields.iter().map(|(name, value)| (*name, value.as_str()));
    let own = [(kind, fault.code), (message, fault.message)].into_iter().filter(|(name, _)| !name.is_empty());
    let mut out = String::from("{");
    for (at, (name, value)) in own.chain(fields).enumerate() {
        out.push_str(if at == 0 { "" } else { "," });
        json::string(name, &mut out);
        out.push(':');
        json::string(value, &mut out);
    }
    out.push('}');
    out.into()
}

fn query_document(service: Option<&ServiceModel>, fault: &FaultView<'_>) -> Bytes {
    let namespace =
        service.map_or("http://webservices.amazon.com/AWSFault/2005-15-09", |it| it.xml_namespace);
    let mut out = Writer::new();
    out.open_with("ErrorResponse", &[("xmlns", namespace)]);
    out.open("Error");
    out.leaf("Type", if fault.status < 500 { "Sender" } else { "Receiver" });
    out.leaf("Code", fault.code);
    out.leaf("Message", fault.message);
    fault.fields.iter().for_each(|(name, value)| out.leaf(name, value));
    out.close("Error");
    out.leaf("RequestId", fault.request_id);
    out.close("ErrorResponse");
    out.finish()
}

fn rest_document(fault: &FaultView<'_>) -> Bytes {
    let mut out = Writer::declared();
    out.open("Error");
    out.leaf("Code", fault.code);
    out.leaf("Message", fault.message);
    fault.fields.iter().for_each(|(name, value)| out.leaf(name, value));
    if let Some(resource) = fault.resource {
        out.leaf("Resource", resource);
    }
    out.leaf("RequestId", fault.request_id);
    out.leaf("HostId", &host_id(fault.request_id));
    out.close("Error");
    out.finish()
}

/// Reads a fault. What has no readable document is named by its status, as boto3 does.
pub(crate) fn decode_fault(protocol: Protocol, status: u16, headers: &HeaderMap, body: &[u8]) -> FaultParts {
    let read = match protocol {
        Protocol::AwsJson11 | Protocol::RestJson => read_json(headers, body),
        Protocol::AwsQuery | Protocol::RestXml => read_xml(body),
    };
    let (code, message, fields) = read.unwrap_or_default();
    let code = if code.is_empty() { status.to_string() } else { code };
    FaultParts { code, message, status, fields }
}

type Read = (String, String, Vec<(String, String)>);

fn read_json(headers: &HeaderMap, body: &[u8]) -> Option<Read> {
    let mut members = json::parse(body).unwrap_or_default();
    let mut text = |name: &str| members.remove(name).and_then(|it| it.as_str().map(str::to_owned));
    let header = headers.get("x-amzn-errortype").and_then(|it| it.to_str().ok()).map(str::to_owned);
    let named = text("__type").or(header).or_else(|| text("code"))?;
    // `namespace#Code:http://documentation`
    let code =
        named.split(':').next().and_then(|name| name.rsplit('#').next()).unwrap_or_default().to_owned();
    let message = text("message").or_else(|| text("Message")).unwrap_or_default();
    let rest = members.into_iter().filter_map(|(name, value)| Some((name, value.as_str()?.to_owned())));
    Some((code, message, rest.collect()))
}

fn read_xml(body: &[u8]) -> Option<Read> {
    let root = xml::parse(body).ok()?;
    let error = root.child("Error").unwrap_or(&root);
    let text = |name| error.text_of(name).unwrap_or_default().to_owned();
    let known = ["Code", "Message", "Type", "RequestId", "HostId"];
    let rest = error.children.iter().filter(|child| !known.contains(&child.name.as_str()));
    Some((
        text("Code"),
        text("Message"),
        rest.map(|child| (child.name.clone(), child.text.clone())).collect(),
    ))
}
