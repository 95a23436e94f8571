//! The parts of a request that a signature covers.

use http::header::HOST;
use http::{HeaderMap, Method, Uri};

/// A borrowed view of a request head.
#[derive(Debug, Clone, Copy)]
pub struct Request<'r> {
    /// The method as sent.
    pub method: &'r Method,
    /// The target as sent: neither decoded nor normalised.
    pub uri: &'r Uri,
    /// All headers as sent.
    pub headers: &'r HeaderMap,
}

impl<'r> Request<'r> {
    /// The host the client addressed, where no `Host` header says so: HTTP/2 puts it into the target.
    pub(crate) fn authority(&self) -> Option<&'r str> {
        if self.headers.contains_key(HOST) {
            return None;
        }
        self.uri.authority().map(|authority| authority.as_str())
    }

    pub(crate) fn query(&self) -> &'r str {
        self.uri.query().unwrap_or("")
    }
}

/// Which of the two readings of Signature Version 4 a service follows.
///
/// S3 object keys may hold anything, so S3 signs paths as they are; it wants the hash of the body in
/// a header, and every `x-amz-` header signed. Everybody else normalises paths and encodes them twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flavor {
    /// S3 and its relatives.
    S3,
    /// All other services.
    General,
}

impl Flavor {
    /// The flavor of a service, by the name in its credential scope.
    pub fn of(service: &str) -> Self {
        match service {
            "s3" | "s3express" | "s3-outposts" | "s3-object-lambda" => Self::S3,
            _ => Self::General,
        }
    }

    /// How far the client's clock may be off, in seconds.
    pub fn skew_seconds_max(self) -> i64 {
        match self {
            Self::S3 => 15 * 60,
            Self::General => 5 * 60,
        }
    }
}
