//! Fixed limits on what a client may send and how long it may take.

use std::time::Duration;

/// The limits of one listener.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Request head: AWS refuses more than 8 KiB of headers at S3; presigned URLs and session tokens need room.
    pub head_bytes: usize,
    /// Bodies that are read whole: forms, JSON and XML documents.
    pub document_bytes: usize,
    /// All of those at once; more wait to be read. Small ones are not counted, so that they never wait.
    pub documents_bytes: usize,
    /// Time for the TLS handshake.
    pub handshake: Duration,
    /// Time for the request head.
    pub head: Duration,
    /// Time for a body that is read whole.
    pub document: Duration,
    /// Time without a byte of a body or of an answer, while some are due.
    pub stall: Duration,
    /// Time for the rest of a refused body.
    pub drain: Duration,
    /// Requests at once on one connection of HTTP/2.
    pub streams: u32,
    /// Connections at once; more wait to be accepted.
    pub connections: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head_bytes: 64 * 1024,
            document_bytes: 6 * 1024 * 1024,
            documents_bytes: 512 * 1024 * 1024,
            handshake: Duration::from_secs(10),
            head: Duration::from_secs(30),
            document: Duration::from_secs(120),
            stall: Duration::from_secs(60),
            drain: Duration::from_secs(10),
            streams: 128,
            connections: 4096,
        }
    }
}
