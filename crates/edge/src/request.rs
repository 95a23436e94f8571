//! One request, from its head to its answer.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::HeaderValue;
use http::request::Parts;
use hyper::body::Incoming;
use kernel::entropy::uuid;
use kernel::{Call, Fault, Network, Origin, Session};
use names::{Region, Timestamp};
use protocol::{HttpBody, RequestHead, Route, RouteError, streams_input};
use shape::{Body, BodyError, OperationModel, Protocol, ServiceModel, Value};
use sigv4::{Flavor, Parsed};
use tokio::sync::SemaphorePermit;

use crate::answer::{Answer, Target};
use crate::authenticate::{self, AuthFailure};
use crate::{Edge, Limits, body, constraints, health};

/// The other end of a connection.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Peer {
    pub(crate) ip: IpAddr,
    /// `1.2` or `1.3`; none on plain HTTP.
    pub(crate) tls_version: Option<&'static str>,
}

/// A body that is not streamed and refused before its operation is known still has to go somewhere.
const DRAIN_BYTES_MAX: usize = 1024 * 1024;

impl Edge {
    /// Answers one request. Never fails: whatever goes wrong is an answer too.
    pub(crate) async fn respond(self: Arc<Self>, peer: Peer, request: http::Request<Incoming>) -> Answer {
        let (head, incoming) = request.into_parts();
        if let Some(answer) = health::answer(&self, &head) {
            return answer;
        }
        let id = uuid(&*self.kernel.base().entropy);
        let mut target = Target::guessed(&head, &id);
        let outcome = self.run(peer, &head, incoming, &mut target).await;
        match outcome {
            Ok(output) => target.output(&output),
            Err(fault) => {
                let mut answer = target.fault(&fault);
                if leaves_body(&head) {
                    answer.headers_mut().insert(http::header::CONNECTION, HeaderValue::from_static("close"));
                }
                answer
            }
        }
    }

    async fn run(
        &self,
        peer: Peer,
        head: &Parts,
        incoming: Incoming,
        target: &mut Target,
    ) -> Result<Value, Fault> {
        let parsed = Parsed::from_request(&head.method, &head.uri, &head.headers)
            .map_err(|error| authenticate::fault(&error, target.protocol()))?;
        if let Some(parsed) = &parsed
            && Flavor::of(&parsed.scope().service) == Flavor::S3
        {
            target.speak(Protocol::RestXml);
        }
        let view = view(head, parsed.as_ref());
        let room = body::room(&incoming, &self.limits);
        let mut unread = Some(incoming);
        let mut document = None;
        // Held until the call has run, as the document is.
        let mut held = None;
        if self.router.needs_body(&view) {
            held = Some(self.make_room(room).await?);
            document = Some(self.read(&mut unread, target.protocol()).await?);
        }
        let route = match self.router.route(&view, document.as_deref()) {
            Ok(route) => route,
            Err(error) => {
                self.drain(unread, head).await;
                return Err(route_fault(&error, parsed.as_ref(), target));
            }
        };
        target.at(&route);
        let streamed = streams_input(route.operation);
        if !streamed && document.is_none() {
            held = Some(self.make_room(room).await?);
            document = Some(self.read(&mut unread, route.service.protocol).await?);
        }
        let hash = document.as_deref().filter(|_| parsed.is_some()).map(body::sha256);
        let call = self.call(peer, head, parsed.as_ref(), target.request_id());
        let authenticated = match self.authenticate(parsed.as_ref(), &route, head, hash.as_ref()) {
            Ok(authenticated) => authenticated,
            Err(failure) => {
                self.drain(unread, head).await;
                return Err(self.unauthenticated(&failure, &route, &call).await);
            }
        };
        let session = authenticated.session;
        let input_body = match (document, unread) {
            (Some(bytes), _) => HttpBody::Bytes(bytes),
            (None, Some(incoming)) => {
                let verified = authenticated.verified;
                match body::streamed(incoming, verified, &head.headers, self.limits.stall) {
                    Ok(stream) => HttpBody::Stream(stream),
                    Err(fault) => return Err(self.rejected(&route, &session, &call, fault).await),
                }
            }
            (None, None) => HttpBody::empty(),
        };
        let pending = match &input_body {
            HttpBody::Stream(stream) => Some(stream.clone()),
            HttpBody::Bytes(_) => None,
        };
        let outcome = match self.decode(&route, &view, input_body) {
            Ok(input) => self.carry_through(route.operation, session, call, input).await,
            Err(fault) => Err(self.rejected(&route, &session, &call, fault).await),
        };
        if outcome.is_err() {
            drain_stream(pending, head, self.limits.drain).await;
        }
        drop(held);
        outcome
    }

    /// Runs a call to its end and record, also where the client goes away meanwhile and nobody waits for the
    /// answer any more.
    async fn carry_through(
        &self,
        operation: &'static OperationModel,
        session: Session,
        call: Call,
        input: Value,
    ) -> Result<Value, Fault> {
        let kernel = Arc::clone(&self.kernel);
        let running = tokio::spawn(async move { kernel.run_value(operation, &session, &call, input).await });
        running.await.unwrap_or_else(|error| Err(Fault::internal(error)))
    }

    /// Waits until there is room for a document.
    async fn make_room(&self, units: u32) -> Result<SemaphorePermit<'_>, Fault> {
        let room = tokio::time::timeout(self.limits.document, self.room.acquire_many(units)).await;
        match room {
            Ok(Ok(room)) => Ok(room),
            _ => Err(Fault::new("ServiceUnavailable", 503, "Please reduce your request rate.")),
        }
    }

    /// Bytes to a value that keeps the model's constraints.
    fn decode(&self, route: &Route, view: &RequestHead<'_>, input: HttpBody) -> Result<Value, Fault> {
        let value = protocol::decode_input(route.service, route.operation, view, &route.labels, input);
        let value = value.map_err(|error| {
            let mut fault = Fault::new(error.code, error.status, error.message);
            fault.fields = error.fields;
            fault
        })?;
        let violations = shape::validate(route.operation.input, &value);
        if violations.is_empty() {
            return Ok(value);
        }
        Err(constraints::refusal(route.service, violations))
    }

    async fn read(&self, unread: &mut Option<Incoming>, protocol: Protocol) -> Result<Bytes, Fault> {
        let Some(incoming) = unread.take() else { return Ok(Bytes::new()) };
        let limit = self.limits.document_bytes;
        body::collect(incoming, &self.limits).await.map_err(|error| match (error, protocol) {
            (BodyError::TooLarge, Protocol::RestXml) => {
                Fault::new("MaxMessageLengthExceeded", 400, "Your request was too big.")
                    .field("MaxMessageLengthBytes", limit.to_string())
            }
            (BodyError::TooLarge, _) => Fault::new(
                "RequestEntityTooLargeException",
                413,
                format!("Request size exceeded the {limit} bytes limit"),
            ),
            (BodyError::Refused { code, status, message }, _) => Fault::new(code, status, message),
            (error, _) => Fault::new("IncompleteBody", 400, error.to_string()),
        })
    }

    /// Reads what a refused client is still sending, within reason, so that it gets to read its answer. A client
    /// that waits for `100 Continue` sends nothing yet and is answered at once.
    async fn drain(&self, unread: Option<Incoming>, head: &Parts) {
        let limits =
            Limits { document_bytes: DRAIN_BYTES_MAX, document: self.limits.drain, ..self.limits.clone() };
        if let Some(incoming) = unread
            && !head.headers.contains_key(http::header::EXPECT)
        {
            // Whatever comes of it, the answer is already decided.
            let _ = body::collect(incoming, &limits).await;
        }
    }

    fn call(&self, peer: Peer, head: &Parts, parsed: Option<&Parsed>, id: &str) -> Call {
        let header = |name| head.headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let claimed = parsed.and_then(|parsed| parsed.scope().region.parse::<Region>().ok());
        Call {
            id: id.to_owned(),
            received_at: self.kernel.now(),
            region: claimed.unwrap_or_else(|| self.region.clone()),
            origin: Origin::Network(Network {
                source_ip: peer.ip,
                user_agent: header(http::header::USER_AGENT),
                referer: header(http::header::REFERER),
                tls_version: peer.tls_version,
                auth_type: parsed.map(authenticate::auth_type),
                signed_at: parsed.map(|parsed| Timestamp::from_seconds(parsed.signed_at().unix_seconds())),
                content_sha256: parsed
                    .map(|parsed| parsed.payload_text().to_owned())
                    .filter(|text| !text.is_empty()),
                host: header(http::header::HOST),
            }),
            via: Vec::new(),
            source: None,
        }
    }

    /// A failed authentication is recorded for the account whose key was named, so that its owner sees the
    /// attempt; what names no known key is only logged, or anybody could fill the trail.
    async fn unauthenticated(&self, failure: &AuthFailure, route: &Route, call: &Call) -> Fault {
        let fault = authenticate::fault(&failure.error, route.service.protocol);
        tracing::info!(
            request = call.id,
            operation = route.operation.name,
            code = &*fault.code,
            "not authenticated"
        );
        let Some(account) = failure.account else { return fault };
        let session = Session::unverified(account, failure.access_key_id.clone());
        self.rejected(route, &session, call, fault).await
    }

    /// Records a call that does not come as far as its checks.
    async fn rejected(&self, route: &Route, session: &Session, call: &Call, fault: Fault) -> Fault {
        let operation = Some((route.service, route.operation));
        match self.kernel.record_rejected(operation, session, call, &fault).await {
            Ok(()) => fault,
            Err(error) => error,
        }
    }
}

fn view<'a>(head: &'a Parts, parsed: Option<&'a Parsed>) -> RequestHead<'a> {
    let authority = || head.uri.authority().map(http::uri::Authority::as_str);
    let host = head.headers.get(http::header::HOST).and_then(|value| value.to_str().ok()).or_else(authority);
    RequestHead {
        method: &head.method,
        path: head.uri.path(),
        query: head.uri.query().unwrap_or_default(),
        host: host.unwrap_or_default(),
        headers: &head.headers,
        signing_service: parsed.map(|parsed| parsed.scope().service.as_str()),
    }
}

/// A request that goes nowhere: callers without signature are told that first.
fn route_fault(error: &RouteError, parsed: Option<&Parsed>, target: &mut Target) -> Fault {
    target.speak(error.protocol);
    if parsed.is_none() && error.protocol != Protocol::RestXml {
        return Fault::missing_token(error.service.unwrap_or(&UNKNOWN));
    }
    Fault::new(error.code(), error.status(), error.problem.to_string())
}

/// Stands in where no service is known, to word an error.
static UNKNOWN: ServiceModel = ServiceModel {
    prefix: "",
    signing_name: "",
    endpoint_prefix: "",
    target_prefix: "",
    protocol: Protocol::AwsQuery,
    api_version: "",
    xml_namespace: "",
    operations: &[],
};

/// Whether a refused request leaves a body on the connection, so that it cannot be used again. The client is told,
/// or it would send its next request into a connection that is being closed. Streams of HTTP/2 end on their own.
fn leaves_body(head: &Parts) -> bool {
    let length =
        head.headers.get(http::header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
    let long = length.is_some_and(|length: usize| length > DRAIN_BYTES_MAX);
    head.version < http::Version::HTTP_2 && (long || head.headers.contains_key(http::header::EXPECT))
}

/// The same with a stream that its handler did not take.
async fn drain_stream(pending: Option<Body>, head: &Parts, within: Duration) {
    if let Some(stream) = pending
        && !head.headers.contains_key(http::header::EXPECT)
    {
        // Whatever comes of it, the answer is already decided.
        let _ = tokio::time::timeout(within, stream.collect(DRAIN_BYTES_MAX)).await;
    }
}
