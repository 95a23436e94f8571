//! Fixed limits on what a client may send and how long it may take.

use std::time::Duration;

/// The limits of one listener.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Request head: AWS refuses more than 8 KiB of headers at S3; presigned URLs and session tokens need room.
    pub head_bytes: usize,
    /// Bodies that are read whole: forms, JSON and XML documents.
    pub document_bytes: usize,
    /// Time for the TLS handshake.
    pub handshake: Duration,
    /// Time for the request head.
    pub head: Duration,
    /// Connections at once; more wait to be accepted.
    pub connections: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head_bytes: 64 * 1024,
            document_bytes: 6 * 1024 * 1024,
            handshake: Duration::from_secs(10),
            head: Duration::from_secs(30),
            connections: 4096,
        }
    }
}
