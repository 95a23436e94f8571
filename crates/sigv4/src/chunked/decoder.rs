//! Decoding a body as it arrives, whatever the pieces it arrives in.

use super::signature::Seed;
use super::trailer::Trailer;
use crate::credential::clip;
use crate::error::SigError;
use crate::parsed::text;
use crate::payload::Payload;
use aws_lc_rs::digest::{Context, SHA256};
use http::HeaderMap;
use std::fmt;

/// Room for a size, a signature and some blanks, or for a trailer; the longest real line has 100 bytes.
const LINE_BYTES_MAX: usize = 1024;

/// S3 wants chunks of 8 KiB and more, but for the last, so that signatures do not outweigh data.
const CHUNK_BYTES_MIN: u64 = 8 * 1024;

/// Empty lines a client may write around its trailer.
const EMPTY_LINES_MAX: u8 = 4;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Reading the line that begins a chunk.
    Head,
    /// Reading data, with so many bytes to come.
    Data(u64),
    /// Reading the line end after data.
    DataEnd,
    /// Reading lines after the last chunk.
    Trailer,
    /// All is read and verified.
    Done,
}

/// Decodes one `aws-chunked` body.
pub struct Decoder {
    state: State,
    // Invariant: at most `LINE_BYTES_MAX` bytes, the beginning of a line that is not complete.
    line: Vec<u8>,
    seed: Option<Seed>,
    hash: Context,
    chunk_signature: String,
    chunk: u64,
    chunk_bytes: u64,
    announced_bytes: u64,
    received_bytes: u64,
    trailer: Trailer,
    empty_lines: u8,
}

impl Decoder {
    pub(crate) fn new(payload: Payload, seed: Option<Seed>, headers: &HeaderMap) -> Result<Self, SigError> {
        let announced_bytes = text(headers, "x-amz-decoded-content-length")
            .filter(|length| length.bytes().all(|byte| byte.is_ascii_digit()))
            .and_then(|length| length.parse().ok())
            .ok_or(SigError::MissingDecodedLength)?;
        // Only a body declared to have a trailer may have one.
        let trailer = match payload {
            Payload::Streaming => Trailer::announced(&HeaderMap::new(), false)?,
            _ => Trailer::announced(headers, payload == Payload::StreamingTrailer)?,
        };
        Ok(Self {
            state: State::Head,
            line: Vec::new(),
            seed,
            hash: Context::new(&SHA256),
            chunk_signature: String::new(),
            chunk: 1,
            chunk_bytes: 0,
            announced_bytes,
            received_bytes: 0,
            trailer,
            empty_lines: 0,
        })
    }

    /// How long the decoded body will be.
    pub fn decoded_length(&self) -> u64 {
        self.announced_bytes
    }

    /// Takes the next bytes of the body and gives `sink` the data in them, as slices of `input`.
    ///
    /// Data is given out before its chunk is verified, and is worth nothing until
    /// [`finish`](Self::finish) returns. After an error the decoder is not to be used again.
    pub fn push(&mut self, input: &[u8], mut sink: impl FnMut(&[u8])) -> Result<(), SigError> {
        let mut rest = input;
        while !rest.is_empty() {
            rest = match self.state {
                State::Data(left) => self.data(left, rest, &mut sink)?,
                _ => self.take_line(rest)?,
            };
        }
        Ok(())
    }

    /// Ends the body and gives the trailer. It fails where the body is not complete.
    pub fn finish(self) -> Result<HeaderMap, SigError> {
        if self.state != State::Done {
            return Err(SigError::Truncated);
        }
        Ok(self.trailer.into_headers())
    }

    fn data<'i>(
        &mut self,
        left: u64,
        input: &'i [u8],
        sink: &mut impl FnMut(&[u8]),
    ) -> Result<&'i [u8], SigError> {
        let take = usize::try_from(left).unwrap_or(usize::MAX).min(input.len());
        let (data, rest) = input.split_at(take);
        if self.seed.is_some() {
            self.hash.update(data);
        }
        sink(data);
        let left = left - data.len() as u64;
        if left > 0 {
            self.state = State::Data(left);
            return Ok(rest);
        }
        self.check_chunk()?;
        self.state = State::DataEnd;
        Ok(rest)
    }

    /// Takes one line, or keeps the beginning of one.
    fn take_line<'i>(&mut self, input: &'i [u8]) -> Result<&'i [u8], SigError> {
        let end = input.iter().position(|byte| *byte == b'\n');
        let (part, rest) = match end {
            Some(end) => input.split_at(end + 1),
            None => (input, &[][..]),
        };
        if self.line.len() + part.len() > LINE_BYTES_MAX {
            return Err(self.malformed("a line is too long"));
        }
        if end.is_none() {
            self.line.extend_from_slice(part);
            return Ok(rest);
        }
        if self.line.is_empty() {
            self.on_line(part)?;
            return Ok(rest);
        }
        let mut line = std::mem::take(&mut self.line);
        line.extend_from_slice(part);
        self.on_line(&line)?;
        line.clear();
        self.line = line;
        Ok(rest)
    }

    fn on_line(&mut self, line: &[u8]) -> Result<(), SigError> {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match self.state {
            State::Head => self.head(line),
            State::DataEnd if line.is_empty() => {
                self.chunk += 1;
                self.state = State::Head;
                Ok(())
            }
            State::Trailer if line.is_empty() => self.empty_line(),
            State::Trailer => self.trailer.line(line),
            State::Done if line.is_empty() => self.count_empty_line(),
            State::Done => Err(self.malformed("there is data after the last chunk")),
            State::DataEnd | State::Data(_) => Err(self.malformed("it is longer than its size")),
        }
    }

    fn head(&mut self, line: &[u8]) -> Result<(), SigError> {
        let line = std::str::from_utf8(line).map_err(|_| self.malformed("its head is not text"))?;
        let (size, extension) = line.split_once(';').unwrap_or((line, ""));
        let size =
            chunk_size(size.trim_matches(' ')).ok_or_else(|| self.malformed("its size is not a number"))?;
        let received = self.received_bytes.saturating_add(size);
        if received > self.announced_bytes || (size == 0 && received < self.announced_bytes) {
            return Err(SigError::WrongDecodedLength { announced: self.announced_bytes, received });
        }
        if size > 0 && self.chunk > 1 && self.chunk_bytes < CHUNK_BYTES_MIN {
            // S3 counts to the chunk that proves the one before was not the last.
            return Err(SigError::ChunkTooSmall { chunk: self.chunk, size: self.chunk_bytes });
        }
        if self.seed.is_some() {
            let signature = extension.trim_matches(' ').strip_prefix("chunk-signature=");
            self.chunk_signature = clip(signature.ok_or_else(|| self.malformed("it is not signed"))?);
        }
        self.received_bytes = received;
        self.chunk_bytes = size;
        if size > 0 {
            self.state = State::Data(size);
            return Ok(());
        }
        self.check_chunk()?;
        self.state = State::Trailer;
        Ok(())
    }

    fn check_chunk(&mut self) -> Result<(), SigError> {
        let Some(seed) = &mut self.seed else {
            return Ok(());
        };
        let mut sha256 = [0; 32];
        let hash = std::mem::replace(&mut self.hash, Context::new(&SHA256));
        sha256.copy_from_slice(hash.finish().as_ref());
        seed.check_chunk(&sha256, &self.chunk_signature, self.chunk)
    }

    /// An empty line ends the body once the trailer is complete.
    fn empty_line(&mut self) -> Result<(), SigError> {
        if !self.trailer.is_complete() {
            return self.count_empty_line();
        }
        self.trailer.check(self.seed.as_mut(), self.chunk + 1)?;
        self.state = State::Done;
        Ok(())
    }

    fn count_empty_line(&mut self) -> Result<(), SigError> {
        if self.empty_lines == EMPTY_LINES_MAX {
            return Err(SigError::MalformedTrailer { reason: "there are too many empty lines" });
        }
        self.empty_lines += 1;
        Ok(())
    }

    fn malformed(&self, reason: &'static str) -> SigError {
        SigError::MalformedChunk { chunk: self.chunk, reason }
    }
}

impl fmt::Debug for Decoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Decoder")
            .field("state", &self.state)
            .field("chunk", &self.chunk)
            .field("received_bytes", &self.received_bytes)
            .field("announced_bytes", &self.announced_bytes)
            .finish_non_exhaustive()
    }
}

/// Hexadecimal digits only: `from_str_radix` would let a sign through.
fn chunk_size(text: &str) -> Option<u64> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    u64::from_str_radix(text, 16).ok()
}
