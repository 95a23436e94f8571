//! What the tests share: the documentation's credentials, and a short way to write a request.

#![allow(dead_code, unreachable_pub, clippy::allow_attributes, reason = "each test file uses a part of it")]

use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri};
use sigv4::{Credentials, Expect, Parsed, Request, SigError, Signer, SigningKey, Verified, verify};

pub const S3_KEY_ID: &str = "AKIAIOSFODNN7EXAMPLE";
pub const S3_SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
/// 20130524T000000Z, when all examples of the S3 documentation were signed.
pub const S3_NOW: i64 = 1_369_353_600;

pub const SUITE_SECRET: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
/// 20150830T123600Z, when all requests of the test suite were signed.
pub const SUITE_NOW: i64 = 1_440_938_160;

#[derive(Debug, Clone)]
pub struct Sent {
    pub method: Method,
    pub uri: Uri,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Sent {
    pub fn new(method: &str, uri: &str, headers: &[(&str, &str)]) -> Self {
        let headers = headers
            .iter()
            .map(|(name, value)| {
                (HeaderName::from_bytes(name.as_bytes()).unwrap(), HeaderValue::from_str(value).unwrap())
            })
            .collect();
        Self { method: method.parse().unwrap(), uri: uri.parse().unwrap(), headers, body: Vec::new() }
    }

    pub fn with_body(mut self, body: &[u8]) -> Self {
        self.body = body.to_vec();
        self
    }

    pub fn parsed(&self) -> Result<Option<Parsed>, SigError> {
        Parsed::from_request(&self.method, &self.uri, &self.headers)
    }

    pub fn request(&self) -> Request<'_> {
        Request { method: &self.method, uri: &self.uri, headers: &self.headers }
    }

    pub fn verified(&self, secret: &str, expect: &Expect<'_>) -> Result<Verified, SigError> {
        let parsed = self.parsed()?.ok_or(SigError::MissingToken)?;
        let key = SigningKey::derive(secret, parsed.scope());
        verify(&parsed, self.request(), &key, expect, Some(&sha256(&self.body)))
    }

    /// Verifies without the hash of the body, as for a streamed one.
    pub fn verified_head(&self, secret: &str, expect: &Expect<'_>) -> Result<Verified, SigError> {
        let parsed = self.parsed()?.ok_or(SigError::MissingToken)?;
        let key = SigningKey::derive(secret, parsed.scope());
        verify(&parsed, self.request(), &key, expect, None)
    }
}

pub fn s3(now_unix_seconds: i64) -> Expect<'static> {
    Expect { service: "s3", region: "us-east-1", now_unix_seconds }
}

pub fn suite(now_unix_seconds: i64) -> Expect<'static> {
    Expect { service: "service", region: "us-east-1", now_unix_seconds }
}

pub fn signer(service: &'static str, secret: &'static str, now_unix_seconds: i64) -> Signer<'static> {
    let credentials =
        Credentials { access_key_id: S3_KEY_ID, secret_access_key: secret, session_token: None };
    Signer { credentials, service, region: "us-east-1", now_unix_seconds }
}

pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    let mut hash = [0; 32];
    hash.copy_from_slice(aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, bytes).as_ref());
    hash
}
