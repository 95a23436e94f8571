//! The canonical request and the string to sign.

use crate::authorization::ALGORITHM;
use crate::credential::Scope;
use crate::encoding::{Plus, Slash, canonical, encode, is_canonical, normalise};
use crate::key::hex_digits;
use crate::request::{Flavor, Request};
use crate::{AmzDate, encoding};
use aws_lc_rs::digest::{SHA256, digest};
use http::HeaderName;
use http::header::HOST;
use std::borrow::Cow;
use std::io::Write;

/// Enough for an ordinary request, so that the buffer does not grow.
const CANONICAL_BYTES_USUAL: usize = 1024;

/// A request together with what was chosen about signing it.
pub(crate) struct Canonical<'a> {
    pub(crate) request: Request<'a>,
    pub(crate) flavor: Flavor,
    pub(crate) signed_headers: &'a [HeaderName],
    pub(crate) payload: &'a [u8],
}

impl Canonical<'_> {
    /// The canonical request: method, path, query, headers, names of the headers, body.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(CANONICAL_BYTES_USUAL);
        out.extend_from_slice(self.request.method.as_str().as_bytes());
        out.push(b'\n');
        self.path(&mut out);
        out.push(b'\n');
        query(&mut out, self.request.query());
        out.push(b'\n');
        self.headers(&mut out);
        out.push(b'\n');
        self.names(&mut out);
        out.push(b'\n');
        out.extend_from_slice(self.payload);
        out
    }

    fn path(&self, out: &mut Vec<u8>) {
        let path = Some(self.request.uri.path()).filter(|path| !path.is_empty()).unwrap_or("/");
        match self.flavor {
            Flavor::S3 => canonical(out, path.as_bytes(), Slash::Kept, Plus::Literal),
            Flavor::General => encode(out, normalise(path).as_bytes(), Slash::Kept),
        }
    }

    /// A signed header that is absent gets no line, so that it cannot pass for an empty one.
    fn headers(&self, out: &mut Vec<u8>) {
        for name in self.signed_headers {
            let start = out.len();
            out.extend_from_slice(name.as_str().as_bytes());
            out.push(b':');
            let mut values = 0;
            for value in self.request.headers.get_all(name) {
                if values > 0 {
                    out.push(b',');
                }
                trimmed(out, value.as_bytes());
                values += 1;
            }
            if values == 0 {
                match self.request.authority().filter(|_| name == HOST) {
                    Some(authority) => out.extend_from_slice(authority.as_bytes()),
                    None => {
                        out.truncate(start);
                        continue;
                    }
                }
            }
            out.push(b'\n');
        }
    }

    fn names(&self, out: &mut Vec<u8>) {
        for (index, name) in self.signed_headers.iter().enumerate() {
            if index > 0 {
                out.push(b';');
            }
            out.extend_from_slice(name.as_str().as_bytes());
        }
    }
}

/// A parameter's name and value, canonical.
type Pair<'q> = (Cow<'q, [u8]>, Cow<'q, [u8]>);

/// The parameters, each in its canonical form, sorted by name and then by value.
fn query(out: &mut Vec<u8>, query: &str) {
    if query.is_empty() {
        return;
    }
    let mut pairs: Vec<Pair<'_>> = query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (component(name), component(value)))
        .filter(|(name, _)| name.as_ref() != b"X-Amz-Signature")
        .collect();
    pairs.sort_unstable();
    for (index, (name, value)) in pairs.iter().enumerate() {
        if index > 0 {
            out.push(b'&');
        }
        out.extend_from_slice(name);
        out.push(b'=');
        out.extend_from_slice(value);
    }
}

fn component(escaped: &str) -> Cow<'_, [u8]> {
    if is_canonical(escaped.as_bytes()) {
        return Cow::Borrowed(escaped.as_bytes());
    }
    let mut out = Vec::with_capacity(escaped.len() * 2);
    encoding::canonical(&mut out, escaped.as_bytes(), Slash::Encoded, Plus::Space);
    Cow::Owned(out)
}

/// A header value without the blanks around it, and with one blank for several.
fn trimmed(out: &mut Vec<u8>, value: &[u8]) {
    let value = value.trim_ascii();
    if !value.windows(2).any(|pair| pair == b"  ") {
        out.extend_from_slice(value);
        return;
    }
    let mut after_blank = false;
    for &byte in value {
        if byte != b' ' || !after_blank {
            out.push(byte);
        }
        after_blank = byte == b' ';
    }
}

/// The string to sign of a request.
pub(crate) fn string_to_sign(signed_at: AmzDate, scope: &Scope, canonical_request: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(192);
    header(&mut out, ALGORITHM, signed_at, scope);
    out.extend_from_slice(&hex_digits(&sha256(canonical_request)));
    out
}

/// The first three lines that every string to sign begins with.
pub(crate) fn header(out: &mut Vec<u8>, algorithm: &str, signed_at: AmzDate, scope: &Scope) {
    // Writing to a vector does not fail.
    let _ = write!(out, "{algorithm}\n{signed_at}\n{scope}\n");
}

pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    let mut hash = [0; 32];
    hash.copy_from_slice(digest(&SHA256, bytes).as_ref());
    hash
}
