//! Connections: TCP, TLS where asked, HTTP/1.1.

use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use http::Uri;
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use crate::CallError;

/// Where a client connects to.
pub(crate) struct Target {
    host: String,
    port: u16,
    authority: String,
    tls: Option<TlsConnector>,
}

/// One open connection.
pub(crate) struct Connection(SendRequest<Full<Bytes>>);

impl Target {
    pub(crate) fn new(endpoint: &str, ca_bundle: Option<&Path>) -> Result<Self, CallError> {
        let invalid =
            || CallError::Local(format!("`{endpoint}` is not an endpoint such as https://localhost:4566"));
        let uri: Uri = endpoint.parse().map_err(|_| invalid())?;
        let authority = uri.authority().ok_or_else(invalid)?;
        let (tls, port) = match uri.scheme_str() {
            Some("https") => (Some(connector(ca_bundle)?), 443),
            Some("http") => (None, 80),
            _ => return Err(invalid()),
        };
        Ok(Self {
            host: authority.host().to_owned(),
            port: authority.port_u16().unwrap_or(port),
            authority: authority.to_string(),
            tls,
        })
    }

    /// Host and port, as the `Host` header has them.
    pub(crate) fn authority(&self) -> &str {
        &self.authority
    }

    pub(crate) async fn connect(&self) -> Result<Connection, CallError> {
        let host = self.host.trim_matches(['[', ']']);
        let stream = TcpStream::connect((host, self.port)).await.map_err(broken)?;
        stream.set_nodelay(true).map_err(broken)?;
        let Some(tls) = &self.tls else { return shake(stream).await };
        let name = ServerName::try_from(host.to_owned()).map_err(broken)?;
        shake(tls.connect(name, stream).await.map_err(broken)?).await
    }
}

impl Connection {
    pub(crate) fn is_open(&self) -> bool {
        self.0.is_ready()
    }

    pub(crate) async fn send(
        &mut self,
        request: http::Request<Full<Bytes>>,
    ) -> Result<http::Response<Incoming>, CallError> {
        self.0.send_request(request).await.map_err(broken)
    }
}

async fn shake<S>(stream: S) -> Result<Connection, CallError>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (sender, connection) = handshake(TokioIo::new(stream)).await.map_err(broken)?;
    // Its errors come back from the requests that meet them.
    tokio::spawn(async move { connection.await.is_ok() });
    Ok(Connection(sender))
}

fn connector(ca_bundle: Option<&Path>) -> Result<TlsConnector, CallError> {
    let local = |error: &dyn std::fmt::Display| CallError::Local(error.to_string());
    let mut roots = RootCertStore::empty();
    if let Some(path) = ca_bundle {
        for certificate in CertificateDer::pem_file_iter(path).map_err(|error| local(&error))? {
            let certificate = certificate.map_err(|error| local(&error))?;
            roots.add(certificate).map_err(|error| local(&error))?;
        }
    }
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| local(&error))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}

fn broken(error: impl std::fmt::Display) -> CallError {
    CallError::Transport(error.to_string())
}
