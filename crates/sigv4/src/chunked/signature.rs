//! The chain of signatures through a body.

use crate::canonical::{header, sha256};
use crate::credential::Scope;
use crate::error::{Mismatch, SigError};
use crate::key::hex_digits;
use crate::parsed::Parsed;
use crate::{AmzDate, Signature, SigningKey};

const CHUNK_ALGORITHM: &str = "AWS4-HMAC-SHA256-PAYLOAD";
const TRAILER_ALGORITHM: &str = "AWS4-HMAC-SHA256-TRAILER";

/// The hash of nothing. Chunks have no headers, and their string to sign has a line for them.
const EMPTY_SHA256: &[u8; 64] = b"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// Where the next signature of a body starts from: at first the one of the request's head.
///
/// The same type signs the chunks a client sends and checks those a server receives.
#[derive(Debug, Clone)]
pub struct Seed {
    access_key_id: String,
    signed_at: AmzDate,
    scope: Scope,
    key: SigningKey,
    previous: Signature,
}

impl Seed {
    pub(crate) fn new(parsed: &Parsed, key: SigningKey, signature: Signature) -> Self {
        Self::after(parsed.access_key_id(), parsed.signed_at(), parsed.scope(), key, signature)
    }

    pub(crate) fn after(
        access_key_id: &str,
        signed_at: AmzDate,
        scope: &Scope,
        key: SigningKey,
        previous: Signature,
    ) -> Self {
        Self { access_key_id: access_key_id.to_owned(), signed_at, scope: scope.clone(), key, previous }
    }

    /// Signs the next chunk, given its data; the last one has none.
    pub fn sign_chunk(&mut self, data: &[u8]) -> Signature {
        self.previous = self.key.sign(&self.chunk_string(&sha256(data)));
        self.previous
    }

    /// Signs the trailer, given as lines `name:value\n` in lower case, sorted by name.
    pub fn sign_trailer(&mut self, lines: &[u8]) -> Signature {
        self.previous = self.key.sign(&self.trailer_string(lines));
        self.previous
    }

    /// Checks the next chunk; `number` is for the message.
    pub(crate) fn check_chunk(
        &mut self,
        sha256: &[u8; 32],
        given: &str,
        number: u64,
    ) -> Result<(), SigError> {
        let string_to_sign = self.chunk_string(sha256);
        self.check(&string_to_sign, given, number)
    }

    pub(crate) fn check_trailer(&mut self, lines: &[u8], given: &str, number: u64) -> Result<(), SigError> {
        let string_to_sign = self.trailer_string(lines);
        self.check(&string_to_sign, given, number)
    }

    fn check(&mut self, string_to_sign: &[u8], given: &str, chunk: u64) -> Result<(), SigError> {
        if let Some(signature) = Signature::parse(given)
            && self.key.verifies(string_to_sign, &signature)
        {
            self.previous = signature;
            return Ok(());
        }
        let mismatch = Box::new(Mismatch {
            access_key_id: self.access_key_id.clone(),
            signature_provided: given.to_owned(),
            string_to_sign: String::from_utf8_lossy(string_to_sign).into_owned(),
            canonical_request: String::new(),
        });
        Err(SigError::ChunkSignatureMismatch { chunk, mismatch })
    }

    fn chunk_string(&self, sha256: &[u8; 32]) -> Vec<u8> {
        let mut out = self.string(CHUNK_ALGORITHM);
        out.extend_from_slice(EMPTY_SHA256);
        out.push(b'\n');
        out.extend_from_slice(&hex_digits(sha256));
        out
    }

    fn trailer_string(&self, lines: &[u8]) -> Vec<u8> {
        let mut out = self.string(TRAILER_ALGORITHM);
        out.extend_from_slice(&hex_digits(&sha256(lines)));
        out
    }

    fn string(&self, algorithm: &str) -> Vec<u8> {
        let mut out = Vec::with_capacity(320);
        header(&mut out, algorithm, self.signed_at, &self.scope);
        out.extend_from_slice(&self.previous.digits());
        out.push(b'\n');
        out
    }
}
