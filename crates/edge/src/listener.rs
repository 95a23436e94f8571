//! Accepting connections, and letting them finish.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use hyper_util::server::graceful::GracefulShutdown;
use rustls::ServerConfig;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, watch};
use tokio_rustls::TlsAcceptor;

use crate::{Edge, connection};

/// How long to wait before accepting again after the system refused (out of file descriptors).
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// A bound socket, with or without TLS.
pub struct Listener {
    socket: TcpListener,
    tls: Option<TlsAcceptor>,
}

/// Tells a listener to stop accepting and finish what runs.
#[derive(Clone)]
pub struct Shutdown(watch::Sender<bool>);

impl Shutdown {
    /// One that nobody has called yet.
    #[must_use]
    pub fn new() -> Self {
        Self(watch::Sender::new(false))
    }

    /// Stop accepting; finish what runs.
    pub fn begin(&self) {
        self.0.send_replace(true);
    }

    /// Resolves once [`begin`](Self::begin) was called.
    pub async fn begun(&self) {
        // The sender lives in `self`, so waiting cannot fail.
        let _ = self.0.subscribe().wait_for(|begun| *begun).await;
    }
}

impl Default for Shutdown {
    fn default() -> Self {
        Self::new()
    }
}

impl Listener {
    /// Binds an address. Without TLS only loopback addresses are allowed.
    pub async fn bind(address: SocketAddr, tls: Option<Arc<ServerConfig>>) -> io::Result<Self> {
        if tls.is_none() && !is_loopback(address.ip()) {
            let message = format!("plain HTTP is for loopback only, and {} is not", address.ip());
            return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
        }
        Ok(Self { socket: TcpListener::bind(address).await?, tls: tls.map(TlsAcceptor::from) })
    }

    /// The address that was bound.
    pub fn address(&self) -> io::Result<SocketAddr> {
        self.socket.local_addr()
    }

    /// Serves until the shutdown begins, then lets running requests finish for up to `grace`.
    pub async fn serve(self, edge: Arc<Edge>, shutdown: Shutdown, grace: Duration) {
        let slots = Arc::new(Semaphore::new(edge.limits.connections));
        let graceful = Arc::new(GracefulShutdown::new());
        loop {
            let slot = tokio::select! {
                slot = Arc::clone(&slots).acquire_owned() => slot,
                () = shutdown.begun() => break,
            };
            let Ok(slot) = slot else { break };
            let accepted = tokio::select! {
                accepted = self.socket.accept() => accepted,
                () = shutdown.begun() => break,
            };
            match accepted {
                Ok((stream, peer)) => {
                    let watcher = graceful.watcher();
                    let (edge, tls) = (Arc::clone(&edge), self.tls.clone());
                    // On a socket of both families IPv4 peers come in the form of IPv6, which no range of IPv4
                    // in a policy would match.
                    let ip = peer.ip().to_canonical();
                    tokio::spawn(async move {
                        connection::serve(edge, stream, ip, tls, watcher).await;
                        drop(slot);
                    });
                }
                Err(error) => {
                    tracing::warn!(%error, "could not accept a connection");
                    tokio::time::sleep(ACCEPT_PAUSE).await;
                }
            }
        }
        drop(self.socket);
        if let Ok(graceful) = Arc::try_unwrap(graceful)
            && tokio::time::timeout(grace, graceful.shutdown()).await.is_err()
        {
            tracing::warn!("connections still open after the grace time");
        }
    }
}

fn is_loopback(ip: IpAddr) -> bool {
    ip.is_loopback()
}
