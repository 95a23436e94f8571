//! Streamed bodies.

use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use futures_util::StreamExt;

/// What went wrong while a body was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BodyError {
    /// The peer went away or sent less than it announced.
    Incomplete,
    /// The body is longer than its reader allows.
    TooLarge,
    /// The bytes are not those that were signed: code and message for the client.
    Refused {
        /// The error code of the service.
        code: &'static str,
        /// The HTTP status.
        status: u16,
        /// The message for the client.
        message: String,
    },
    /// Reading failed below us.
    Io(String),
}

impl fmt::Display for BodyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Incomplete => f.write_str("the body ended early"),
            Self::TooLarge => f.write_str("the body is too large"),
            Self::Refused { message, .. } => f.write_str(message),
            Self::Io(cause) => write!(f, "the body could not be read: {cause}"),
        }
    }
}

impl std::error::Error for BodyError {}

/// A stream of chunks; it ends without error only when every byte was received and verified.
pub type BodyStream = Pin<Box<dyn Stream<Item = Result<Bytes, BodyError>> + Send>>;

/// Trailing headers, filled in by whoever reads the wire once the body has ended.
#[derive(Debug, Clone, Default)]
pub struct Trailers(Arc<Mutex<Vec<(String, String)>>>);

impl Trailers {
    /// Adds a trailer; names are lower case.
    pub fn push(&self, name: &str, value: &str) {
        if let Ok(mut all) = self.0.lock() {
            all.push((name.to_owned(), value.to_owned()));
        }
    }

    /// The value of a trailer, by its lower-case name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<String> {
        let all = self.0.lock().ok()?;
        all.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
    }
}

/// A body that is read once, as it comes. Clones share the one stream.
#[derive(Clone)]
pub struct Body {
    inner: Arc<Mutex<Option<BodyStream>>>,
    /// The length in bytes, where it is known beforehand.
    length: Option<u64>,
    trailers: Trailers,
}

impl Body {
    /// A body of no bytes.
    #[must_use]
    pub fn empty() -> Self {
        Self::from(Bytes::new())
    }

    /// A body over a stream; `length` if it is known beforehand.
    #[must_use]
    pub fn stream(stream: BodyStream, length: Option<u64>) -> Self {
        Self { inner: Arc::new(Mutex::new(Some(stream))), length, trailers: Trailers::default() }
    }

    /// The same body, whose trailers come in here.
    #[must_use]
    pub fn with_trailers(mut self, trailers: Trailers) -> Self {
        self.trailers = trailers;
        self
    }

    /// A trailing header such as `x-amz-checksum-crc32`, by its lower-case name. Trailers come last, so this
    /// is empty until the stream has ended.
    #[must_use]
    pub fn trailer(&self, name: &str) -> Option<String> {
        self.trailers.get(name)
    }

    /// The length in bytes, where it is known beforehand.
    #[must_use]
    pub fn length(&self) -> Option<u64> {
        self.length
    }

    /// Takes the stream out. The second taker finds an empty one.
    #[must_use]
    pub fn take(&self) -> BodyStream {
        let taken = self.inner.lock().ok().and_then(|mut slot| slot.take());
        taken.unwrap_or_else(|| Box::pin(futures_util::stream::empty()))
    }

    /// Reads everything into memory, up to `limit` bytes.
    pub async fn collect(&self, limit: usize) -> Result<Bytes, BodyError> {
        let mut stream = self.take();
        let mut whole = BytesMut::new();
        while let Some(chunk) = stream.next().await {
            let chunk = chunk?;
            if whole.len() + chunk.len() > limit {
                return Err(BodyError::TooLarge);
            }
            whole.extend_from_slice(&chunk);
        }
        Ok(whole.freeze())
    }
}

impl Default for Body {
    fn default() -> Self {
        Self::empty()
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        let length = Some(bytes.len() as u64);
        let chunks = if bytes.is_empty() { None } else { Some(Ok(bytes)) };
        Self::stream(Box::pin(futures_util::stream::iter(chunks)), length)
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.length {
            Some(length) => write!(f, "<{length} bytes>"),
            None => f.write_str("<stream>"),
        }
    }
}

impl PartialEq for Body {
    /// Two bodies are equal when they are the same stream.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.inner, &other.inner)
    }
}
