//! The headers after the last chunk.

use super::signature::Seed;
use crate::credential::clip;
use crate::error::SigError;
use http::{HeaderMap, HeaderName, HeaderValue};

/// The one trailer that is not announced, and not covered by itself.
const SIGNATURE: &str = "x-amz-trailer-signature";

/// More than there are checksums to announce.
const TRAILERS_MAX: usize = 16;

/// Gathers trailer lines, and knows when they are all there.
#[derive(Debug)]
pub(super) struct Trailer {
    announced: Vec<HeaderName>,
    signed: bool,
    received: HeaderMap,
    signature: Option<String>,
}

impl Trailer {
    /// Reads `x-amz-trailer`. A trailer nobody announced is refused later, so the announcement, which
    /// is signed with the head, bounds what can be said here.
    pub(super) fn announced(headers: &HeaderMap, signed: bool) -> Result<Self, SigError> {
        let mut announced = Vec::new();
        for value in headers.get_all("x-amz-trailer") {
            let names = value.to_str().map_err(|_| malformed("the announcement is unreadable"))?;
            for name in names.split(',').map(str::trim).filter(|name| !name.is_empty()) {
                if announced.len() == TRAILERS_MAX {
                    return Err(SigError::TooLarge { what: "trailers", limit: TRAILERS_MAX });
                }
                let name = HeaderName::from_bytes(name.as_bytes())
                    .map_err(|_| malformed("the announcement is unreadable"))?;
                announced.push(name);
            }
        }
        Ok(Self { announced, signed, received: HeaderMap::new(), signature: None })
    }

    pub(super) fn line(&mut self, line: &[u8]) -> Result<(), SigError> {
        let line = std::str::from_utf8(line).map_err(|_| malformed("a line is not text"))?;
        let (name, value) = line.split_once(':').ok_or_else(|| malformed("a line has no colon"))?;
        let (name, value) = (name.trim_matches(' '), value.trim_matches(' '));
        if self.signed && name.eq_ignore_ascii_case(SIGNATURE) {
            if self.signature.replace(clip(value)).is_some() {
                return Err(malformed("there are two signatures"));
            }
            return Ok(());
        }
        let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| malformed("a name is unreadable"))?;
        let value = HeaderValue::from_str(value).map_err(|_| malformed("a value is unreadable"))?;
        if !self.announced.contains(&name) {
            return Err(malformed("it was not announced"));
        }
        if self.received.insert(name, value).is_some() {
            return Err(malformed("it comes twice"));
        }
        Ok(())
    }

    /// Whether an empty line ends the trailer here. Some clients write empty lines in between.
    pub(super) fn is_complete(&self) -> bool {
        self.announced.iter().all(|name| self.received.contains_key(name))
            && (!self.signed || self.signature.is_some())
    }

    /// Checks the signature, where there must be one.
    pub(super) fn check(&self, seed: Option<&mut Seed>, number: u64) -> Result<(), SigError> {
        if !self.signed {
            return Ok(());
        }
        let (Some(seed), Some(signature)) = (seed, &self.signature) else {
            return Err(malformed("it is not signed"));
        };
        seed.check_trailer(&self.canonical(), signature, number)
    }

    pub(super) fn into_headers(self) -> HeaderMap {
        self.received
    }

    fn canonical(&self) -> Vec<u8> {
        let mut names: Vec<_> = self.received.iter().collect();
        names.sort_unstable_by(|(one, _), (other, _)| one.as_str().cmp(other.as_str()));
        let mut lines = Vec::with_capacity(128);
        for (name, value) in names {
            lines.extend_from_slice(name.as_str().as_bytes());
            lines.push(b':');
            lines.extend_from_slice(value.as_bytes());
            lines.push(b'\n');
        }
        lines
    }
}

fn malformed(reason: &'static str) -> SigError {
    SigError::MalformedTrailer { reason }
}
