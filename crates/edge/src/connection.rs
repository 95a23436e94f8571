//! One connection: TLS, then HTTP/1.1 or HTTP/2.

use std::convert::Infallible;
use std::net::IpAddr;
use std::sync::Arc;

use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::Watcher;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;

use crate::Edge;
use crate::patience::Patient;
use crate::request::Peer;

pub(crate) async fn serve(
    edge: Arc<Edge>,
    stream: TcpStream,
    ip: IpAddr,
    tls: Option<TlsAcceptor>,
    watcher: Watcher,
) {
    // Small answers must not wait for more to come.
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "TCP_NODELAY could not be set");
    }
    let Some(tls) = tls else { return speak(edge, stream, Peer { ip, tls_version: None }, watcher).await };
    match tokio::time::timeout(edge.limits.handshake, tls.accept(stream)).await {
        Ok(Ok(stream)) => {
            let tls_version = match stream.get_ref().1.protocol_version() {
                Some(rustls::ProtocolVersion::TLSv1_2) => "1.2",
                _ => "1.3",
            };
            speak(edge, stream, Peer { ip, tls_version: Some(tls_version) }, watcher).await;
        }
        Ok(Err(error)) => tracing::debug!(%ip, %error, "TLS handshake failed"),
        Err(_) => tracing::debug!(%ip, "TLS handshake took too long"),
    }
}

async fn speak<S>(edge: Arc<Edge>, stream: S, peer: Peer, watcher: Watcher)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let limits = edge.limits.clone();
    let service = service_fn(move |request| {
        let edge = Arc::clone(&edge);
        async move { Ok::<_, Infallible>(edge.respond(peer, request).await) }
    });
    let mut http = auto::Builder::new(TokioExecutor::new());
    http.http1().timer(TokioTimer::new()).header_read_timeout(limits.head).max_buf_size(limits.head_bytes);
    let head_bytes = u32::try_from(limits.head_bytes).unwrap_or(u32::MAX);
    http.http2()
        .timer(TokioTimer::new())
        .max_header_list_size(head_bytes)
        .max_concurrent_streams(limits.streams)
        .keep_alive_interval(limits.head)
        .keep_alive_timeout(limits.head);
    let stream = TokioIo::new(Patient::new(stream, limits.head, limits.stall));
    let connection = watcher.watch(http.serve_connection(stream, service).into_owned());
    if let Err(error) = connection.await {
        tracing::debug!(ip = %peer.ip, error, "connection ended");
    }
}
