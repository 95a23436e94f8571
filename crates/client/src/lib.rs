//! A signed client of the served APIs, for our own commands and tests: a client like any other.

mod connection;
mod error;

use std::path::Path;
use std::sync::Arc;

use aws_lc_rs::digest::{SHA256, digest};
use bytes::Bytes;
use http::header::HOST;
use http::{HeaderValue, Uri};
use http_body_util::{BodyExt, Full, Limited};
use names::Timestamp;
use protocol::{HttpBody, RequestParts};
use shape::{Body, FromValue, IntoValue, Operation, OperationModel, ServiceModel, Value};
use sigv4::{Credentials, Payload, Signer};
use tokio::sync::Mutex;

use connection::{Connection, Target};
pub use error::{CallError, Refusal};

/// Answers larger than this are refused; our commands read small things.
const ANSWER_BYTES_MAX: usize = 256 * 1024 * 1024;

/// Access key, secret and, for temporary credentials, the session token.
#[derive(Clone)]
pub struct Keys {
    /// `AKIA…` or `ASIA…`.
    pub access_key_id: String,
    /// The secret.
    pub secret_access_key: String,
    /// The token of temporary credentials.
    pub session_token: Option<String>,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Keys({})", self.access_key_id)
    }
}

/// A client of one endpoint with one pair of keys. Clones share idle connections.
#[derive(Clone)]
pub struct Client {
    target: Arc<Target>,
    idle: Arc<Mutex<Vec<Connection>>>,
    region: String,
    keys: Option<Keys>,
    now: fn() -> Timestamp,
}

impl Client {
    /// A client of an `https://` or `http://` endpoint. `ca_bundle` is the certificate to trust. `now` tells
    /// the time that requests are signed for. Without keys, calls are anonymous.
    pub fn new(
        endpoint: &str,
        ca_bundle: Option<&Path>,
        region: &str,
        keys: Option<Keys>,
        now: fn() -> Timestamp,
    ) -> Result<Self, CallError> {
        let target = Arc::new(Target::new(endpoint, ca_bundle)?);
        Ok(Self { target, idle: Arc::default(), region: region.to_owned(), keys, now })
    }

    /// The same client with other keys.
    #[must_use]
    pub fn with_keys(&self, keys: Option<Keys>) -> Self {
        Self { keys, ..self.clone() }
    }

    /// Calls an operation.
    pub async fn call<Op: Operation>(&self, input: Op::Input) -> Result<Op::Output, CallError> {
        let output = self.call_value(Op::service(), Op::model(), &input.into_value()).await?;
        Op::Output::from_value(output).map_err(|mismatch| CallError::Local(mismatch.to_string()))
    }

    /// Calls an operation that is known by its model, with a value for its input.
    pub async fn call_value(
        &self,
        service: &'static ServiceModel,
        operation: &'static OperationModel,
        input: &Value,
    ) -> Result<Value, CallError> {
        let parts = protocol::encode_input(service, operation, input);
        let parts = parts.map_err(|mismatch| CallError::Local(mismatch.to_string()))?;
        let request = self.request(parts, service.signing_name).await?;
        let (head, bytes) = self.send(request).await?.into_parts();
        let is_stream = |member: &shape::Member| matches!(member.schema.kind, shape::Type::Stream);
        let body = if head.status.is_success() && operation.output.members().iter().any(is_stream) {
            HttpBody::Stream(Body::from(bytes))
        } else {
            HttpBody::Bytes(bytes)
        };
        protocol::decode_output(service, operation, head.status.as_u16(), &head.headers, body)
            .map_err(|fault| CallError::Refused(Box::new(Refusal::new(fault, &head.headers))))
    }

    async fn request(
        &self,
        parts: RequestParts,
        service: &str,
    ) -> Result<http::Request<Full<Bytes>>, CallError> {
        let local = |error: &dyn std::fmt::Display| CallError::Local(error.to_string());
        let bytes = match parts.body {
            HttpBody::Bytes(bytes) => bytes,
            HttpBody::Stream(stream) => {
                stream.collect(ANSWER_BYTES_MAX).await.map_err(|error| local(&error))?
            }
        };
        let query = if parts.query.is_empty() { String::new() } else { format!("?{}", parts.query) };
        let uri: Uri = format!("{}{query}", parts.path).parse().map_err(|error| local(&error))?;
        let mut headers = parts.headers;
        headers.insert(HOST, HeaderValue::from_str(self.target.authority()).map_err(|error| local(&error))?);
        if let Some(keys) = &self.keys {
            let mut hash = [0; 32];
            hash.copy_from_slice(digest(&SHA256, &bytes).as_ref());
            let signer = Signer {
                credentials: Credentials {
                    access_key_id: &keys.access_key_id,
                    secret_access_key: &keys.secret_access_key,
                    session_token: keys.session_token.as_deref(),
                },
                service,
                region: &self.region,
                now_unix_seconds: (self.now)().seconds(),
            };
            let payload = if service == "s3" { Payload::Exact(hash) } else { Payload::Body };
            sigv4::sign(&signer, &parts.method, &uri, &mut headers, payload, &hash)
                .map_err(|error| local(&error))?;
        }
        let mut request = http::Request::new(Full::new(bytes));
        *request.method_mut() = parts.method;
        *request.uri_mut() = uri;
        *request.headers_mut() = headers;
        Ok(request)
    }

    /// Sends over an idle connection, or a new one where none is or the idle one was closed meanwhile.
    async fn send(&self, request: http::Request<Full<Bytes>>) -> Result<http::Response<Bytes>, CallError> {
        let idle = self.idle.lock().await.pop();
        let mut connection = match idle {
            Some(connection) if connection.is_open() => connection,
            _ => self.target.connect().await?,
        };
        let (head, incoming) = connection.send(request).await?.into_parts();
        let whole = Limited::new(incoming, ANSWER_BYTES_MAX).collect().await;
        let whole = whole.map_err(|error| CallError::Transport(error.to_string()))?;
        self.idle.lock().await.push(connection);
        Ok(http::Response::from_parts(head, whole.to_bytes()))
    }
}
