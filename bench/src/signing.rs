//! Whole signed requests, made before the clock starts.

use aws_lc_rs::digest::{SHA256, digest};
use bytes::Bytes;
use client::Keys;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HOST};
use http::{HeaderMap, HeaderValue, Method, Uri};
use sigv4::{Credentials, Payload, Signer};

use crate::Outcome;
use crate::load::Message;
use crate::process::{Process, REGION, now};

/// Bodies up to this size travel in one write with their head.
const TOGETHER_MAX: usize = 16 * 1024;

/// Signs requests to one server.
pub(crate) struct Signing {
    host: HeaderValue,
    keys: Keys,
}

/// What is asked for.
pub(crate) struct Wanted<'a> {
    pub(crate) service: &'a str,
    pub(crate) method: Method,
    pub(crate) path: &'a str,
    pub(crate) content_type: Option<&'static str>,
    pub(crate) body: &'a Content,
}

/// A body and its hash.
pub(crate) struct Content {
    pub(crate) bytes: Bytes,
    sha256: [u8; 32],
}

impl Content {
    pub(crate) fn new(bytes: impl Into<Bytes>) -> Self {
        let bytes = bytes.into();
        let mut sha256 = [0; 32];
        sha256.copy_from_slice(digest(&SHA256, &bytes).as_ref());
        Self { bytes, sha256 }
    }
}

impl Signing {
    /// Signs for `server` with `keys`.
    pub(crate) fn new(server: &Process, keys: Keys) -> Outcome<Self> {
        let host = server.endpoint().trim_start_matches("https://");
        Ok(Self { host: HeaderValue::from_str(host)?, keys })
    }

    /// One request. `number` makes its signature another one than that of the requests before.
    pub(crate) fn message(&self, wanted: &Wanted<'_>, number: usize) -> Outcome<Message> {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, self.host.clone());
        headers.insert("amz-sdk-invocation-id", HeaderValue::from(number));
        headers.insert(CONTENT_LENGTH, HeaderValue::from(wanted.body.bytes.len()));
        if let Some(kind) = wanted.content_type {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
        }
        let uri: Uri = wanted.path.parse()?;
        let hash = wanted.body.sha256;
        let payload = if wanted.service == "s3" { Payload::Exact(hash) } else { Payload::Body };
        sigv4::sign(&self.signer(wanted.service), &wanted.method, &uri, &mut headers, payload, &hash)?;
        Ok(written(wanted, &headers))
    }

    fn signer<'a>(&'a self, service: &'a str) -> Signer<'a> {
        let credentials = Credentials {
            access_key_id: &self.keys.access_key_id,
            secret_access_key: &self.keys.secret_access_key,
            session_token: None,
        };
        Signer { credentials, service, region: REGION, now_unix_seconds: now().seconds() }
    }
}

fn written(wanted: &Wanted<'_>, headers: &HeaderMap) -> Message {
    let mut head = format!("{} {} HTTP/1.1\r\n", wanted.method, wanted.path).into_bytes();
    for (name, value) in headers {
        head.extend_from_slice(name.as_str().as_bytes());
        head.extend_from_slice(b": ");
        head.extend_from_slice(value.as_bytes());
        head.extend_from_slice(b"\r\n");
    }
    head.extend_from_slice(b"\r\n");
    if wanted.body.bytes.len() > TOGETHER_MAX {
        return Message { head, body: wanted.body.bytes.clone() };
    }
    head.extend_from_slice(&wanted.body.bytes);
    Message { head, body: Bytes::new() }
}
