//! Writing answers.

use bytes::Bytes;
use futures_util::TryStreamExt;
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue};
use http_body::Frame;
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full, StreamBody};
use kernel::Fault;
use protocol::{FaultView, HttpBody, ResponseParts, Route};
use shape::{BodyError, Protocol, Value};

/// What goes back over the connection.
pub(crate) type Answer = http::Response<UnsyncBoxBody<Bytes, BodyError>>;

/// The header in which a refusal's encoded authorization message travels, whatever the protocol.
const AUTHORIZATION_MESSAGE: HeaderName = HeaderName::from_static("x-deputy-authorization-message");

/// To whom an answer goes: the protocol and, once known, the operation.
pub(crate) struct Target {
    request_id: String,
    protocol: Protocol,
    route: Option<Route>,
    is_head: bool,
    path: String,
}

impl Target {
    /// The protocol as far as the head tells, for what goes wrong before the operation is known.
    pub(crate) fn guessed(head: &Parts, request_id: &str) -> Self {
        let kind = head.headers.get(http::header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let is_form = kind.is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
        let protocol = if head.headers.contains_key("x-amz-target") {
            Protocol::AwsJson11
        } else if is_form || head.uri.query().is_some_and(|query| query.contains("Action=")) {
            Protocol::AwsQuery
        } else {
            Protocol::RestXml
        };
        let is_head = head.method == http::Method::HEAD;
        let path = head.uri.path().to_owned();
        Self { request_id: request_id.to_owned(), protocol, route: None, is_head, path }
    }

    pub(crate) fn request_id(&self) -> &str {
        &self.request_id
    }

    pub(crate) fn protocol(&self) -> Protocol {
        self.protocol
    }

    pub(crate) fn speak(&mut self, protocol: Protocol) {
        self.protocol = protocol;
    }

    pub(crate) fn at(&mut self, route: &Route) {
        self.protocol = route.service.protocol;
        self.route = Some(route.clone());
    }

    pub(crate) fn output(&self, output: &Value) -> Answer {
        let Some(route) = &self.route else {
            return self.fault(&Fault::internal("an output without operation"));
        };
        match protocol::encode_output(route.service, route.operation, output, &self.request_id) {
            Ok(parts) => answer(parts),
            Err(mismatch) => {
                tracing::error!(request = self.request_id, cause = %mismatch, "the output does not fit its schema");
                self.fault(&Fault::internal(mismatch))
            }
        }
    }

    pub(crate) fn fault(&self, fault: &Fault) -> Answer {
        let view = FaultView {
            code: &fault.code,
            message: &fault.message,
            status: fault.status,
            fields: &fault.fields,
            request_id: &self.request_id,
            resource: Some(&self.path),
            head: self.is_head,
        };
        let service = self.route.as_ref().map(|route| route.service);
        let mut parts = protocol::encode_fault(service, self.protocol, &view);
        if let Some(encoded) = fault.encoded.as_deref().and_then(|text| HeaderValue::from_str(text).ok()) {
            parts.headers.insert(AUTHORIZATION_MESSAGE, encoded);
        }
        for (name, value) in fault.headers.iter().flat_map(|headers| headers.iter()) {
            if let Ok(value) = HeaderValue::from_str(value) {
                parts.headers.insert(name, value);
            }
        }
        answer(parts)
    }
}

fn answer(parts: ResponseParts) -> Answer {
    let body = match parts.body {
        HttpBody::Bytes(bytes) => Full::new(bytes).map_err(|never| match never {}).boxed_unsync(),
        HttpBody::Stream(stream) => StreamBody::new(stream.take().map_ok(Frame::data)).boxed_unsync(),
    };
    let mut answer = http::Response::new(body);
    *answer.status_mut() =
        http::StatusCode::from_u16(parts.status).unwrap_or(http::StatusCode::INTERNAL_SERVER_ERROR);
    *answer.headers_mut() = parts.headers;
    answer.headers_mut().insert(http::header::SERVER, HeaderValue::from_static("Deputy"));
    answer
}

/// A plain answer of our own, outside every AWS protocol.
pub(crate) fn plain(status: http::StatusCode, json: &serde_json::Value) -> Answer {
    let mut headers = HeaderMap::new();
    headers.insert(http::header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    answer(ResponseParts { status: status.as_u16(), headers, body: HttpBody::Bytes(json.to_string().into()) })
}
