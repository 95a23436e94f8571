//! HTTP messages as the codecs see them: heads, bodies and what the router found in a path.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use shape::Body;

/// The head of a request. Path and query are raw, still percent-encoded.
#[derive(Debug, Clone, Copy)]
pub struct RequestHead<'a> {
    /// The HTTP method.
    pub method: &'a Method,
    /// The path, beginning with `/`.
    pub path: &'a str,
    /// What follows the `?`; empty where nothing does.
    pub query: &'a str,
    /// The `Host` header or authority, with or without a port.
    pub host: &'a str,
    /// All headers.
    pub headers: &'a HeaderMap,
    /// The service of the credential scope, where the request is signed.
    pub signing_service: Option<&'a str>,
}

impl<'a> RequestHead<'a> {
    /// A header's text; `None` where it is absent or not text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&'a str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// Whether the body is announced as a form.
    #[must_use]
    pub fn has_form(&self) -> bool {
        let form = "application/x-www-form-urlencoded";
        self.header("content-type")
            .and_then(|kind| kind.get(..form.len()))
            .is_some_and(|kind| kind.eq_ignore_ascii_case(form))
    }
}

/// A body: in memory, or read as it comes.
#[derive(Debug, Clone)]
pub enum HttpBody {
    /// All of it.
    Bytes(Bytes),
    /// A stream, for operations with a streamed member.
    Stream(Body),
}

impl HttpBody {
    /// A body of no bytes.
    #[must_use]
    pub fn empty() -> Self {
        Self::Bytes(Bytes::new())
    }

    /// The bytes, where they are in memory.
    #[must_use]
    pub fn bytes(&self) -> Option<&Bytes> {
        match self {
            Self::Bytes(bytes) => Some(bytes),
            Self::Stream(_) => None,
        }
    }
}

impl From<HttpBody> for Body {
    fn from(body: HttpBody) -> Self {
        match body {
            HttpBody::Bytes(bytes) => Self::from(bytes),
            HttpBody::Stream(stream) => stream,
        }
    }
}

/// A response, but for what HTTP itself adds.
#[derive(Debug)]
pub struct ResponseParts {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: HttpBody,
}

/// A request, but for host, signature and what HTTP itself adds.
#[derive(Debug)]
pub struct RequestParts {
    /// The method.
    pub method: Method,
    /// The raw path.
    pub path: String,
    /// The raw query, without `?`; empty where there is none.
    pub query: String,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: HttpBody,
}

/// What a path (and, for buckets, a host) held at the places that an operation's template names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Labels(Vec<(&'static str, String)>);

impl Labels {
    /// The text of a label, percent-decoded.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(label, _)| *label == name).map(|(_, text)| text.as_str())
    }

    pub(crate) fn push(&mut self, name: &'static str, text: String) {
        self.0.push((name, text));
    }
}

/// Adds a header; text that a header cannot carry as it is goes as an RFC 2047 encoded word, as S3 does.
pub(crate) fn put_header(headers: &mut HeaderMap, name: &str, text: &str) {
    let Ok(name) = HeaderName::try_from(name) else { return };
    if let Ok(value) = HeaderValue::from_str(&header_text(text)) {
        // More headers than the map can hold are more than HTTP can carry.
        let _ = headers.try_append(name, value);
    }
}

fn header_text(text: &str) -> std::borrow::Cow<'_, str> {
    use base64::Engine;
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte) || byte == b'\t') {
        return text.into();
    }
    format!("=?UTF-8?B?{}?=", base64::engine::general_purpose::STANDARD.encode(text)).into()
}
