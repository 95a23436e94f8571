//! Reading documents of an issuer, within limits.
//!
//! Only issuers that some account has registered are ever asked, over HTTPS, without following redirects, and only
//! where they may be: the answer to a call that needs no signature must not depend on what else listens here or near.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{Request, StatusCode, Uri};
use http_body_util::{BodyExt, Empty, Limited};
use hyper::client::conn::http1::handshake;
use hyper_util::rt::TokioIo;
use kernel::Fault;
use rustls::ClientConfig;
use rustls::pki_types::ServerName;
use serde::de::DeserializeOwned;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use super::reach::Reach;
use super::wording;

/// The caller waits meanwhile.
const PATIENCE: Duration = Duration::from_secs(5);
/// Key sets of the largest issuers have some tens of kilobytes.
const DOCUMENT_BYTES_MAX: usize = 256 * 1024;
/// More addresses of a host are not tried.
const ADDRESSES_MAX: usize = 4;

/// Reads a JSON document.
pub(super) async fn json<T: DeserializeOwned>(
    url: &str,
    tls: &Arc<ClientConfig>,
    reach: &Reach,
) -> Result<T, Fault> {
    let read = tokio::time::timeout(PATIENCE, get(url, tls, reach)).await;
    let body = read.map_err(|_| unreachable(url, &"it took too long"))??;
    serde_json::from_slice(&body).map_err(|error| {
        tracing::info!(url, %error, "an identity provider's document is not as expected");
        wording::no_key()
    })
}

async fn get(url: &str, tls: &Arc<ClientConfig>, reach: &Reach) -> Result<Bytes, Fault> {
    let uri: Uri = url.parse().map_err(|_| wording::no_key())?;
    let authority =
        uri.authority().filter(|_| uri.scheme_str() == Some("https")).ok_or_else(wording::no_key)?;
    let host = authority.host().trim_matches(['[', ']']);
    let port = authority.port_u16().unwrap_or(443);
    let stream = connect(host, port, reach).await.map_err(|why| unreachable(url, &why))?;
    let name = ServerName::try_from(host.to_owned()).map_err(|_| wording::no_key())?;
    let stream = TlsConnector::from(Arc::clone(tls)).connect(name, stream).await;
    let stream = stream.map_err(|error| {
        let is_certificate = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
        match is_certificate {
            Some(rustls::Error::InvalidCertificate(_)) => wording::wrong_certificate(),
            _ => unreachable(url, &error),
        }
    })?;
    let (mut sender, connection) =
        handshake(TokioIo::new(stream)).await.map_err(|error| unreachable(url, &error))?;
    // Its errors come back from the request that meets them.
    let connection = tokio::spawn(async move { connection.await.is_ok() });
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let request = Request::get(path)
        .header(http::header::HOST, authority.as_str())
        .header(http::header::ACCEPT, "application/json")
        .body(Empty::<Bytes>::new())
        .map_err(|_| wording::no_key())?;
    let response = sender.send_request(request).await.map_err(|error| unreachable(url, &error))?;
    if response.status() != StatusCode::OK {
        tracing::info!(url, status = response.status().as_u16(), "an identity provider refused a document");
        return Err(if response.status().is_server_error() {
            wording::unreachable()
        } else {
            wording::no_key()
        });
    }
    let body = Limited::new(response.into_body(), DOCUMENT_BYTES_MAX).collect().await;
    connection.abort();
    Ok(body.map_err(|error| unreachable(url, &error))?.to_bytes())
}

fn unreachable(url: &str, error: &dyn std::fmt::Display) -> Fault {
    tracing::info!(url, %error, "an identity provider cannot be reached");
    wording::unreachable()
}

/// Connects to the first of its addresses that may be asked and answers.
async fn connect(host: &str, port: u16, reach: &Reach) -> Result<TcpStream, String> {
    let found = tokio::net::lookup_host((host, port)).await.map_err(|error| error.to_string())?;
    let allowed = found.filter(|address| reach.admits(address.ip()));
    let mut why = "it has no address that may be asked".to_owned();
    for address in allowed.take(ADDRESSES_MAX) {
        match TcpStream::connect(address).await {
            Ok(stream) => {
                let own = stream.local_addr().map_err(|error| error.to_string())?;
                if reach.admits_between(own.ip(), address.ip()) {
                    return Ok(stream);
                }
                why = "it is on this machine".to_owned();
            }
            Err(error) => why = error.to_string(),
        }
    }
    Err(why)
}
