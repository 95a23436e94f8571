//! How a signature binds the body: `x-amz-content-sha256`.

use crate::credential::clip;
use crate::error::SigError;

pub(crate) const UNSIGNED: &str = "UNSIGNED-PAYLOAD";
pub(crate) const STREAMING: &str = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
pub(crate) const STREAMING_TRAILER: &str = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";
pub(crate) const STREAMING_UNSIGNED_TRAILER: &str = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

/// How the body is bound to the signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Payload {
    /// By the hash the client announced; the body must have it.
    Exact([u8; 32]),
    /// By the hash of whatever body arrives; services other than S3 work like this.
    Body,
    /// Not at all.
    Unsigned,
    /// In chunks, each with its signature.
    Streaming,
    /// In chunks, each with its signature, and a signed trailer.
    StreamingTrailer,
    /// In chunks and a trailer, none of them signed.
    StreamingUnsignedTrailer,
}

impl Payload {
    /// Whether the body comes in the `aws-chunked` encoding and is read by a
    /// [`Decoder`](crate::chunked::Decoder).
    pub fn is_chunked(&self) -> bool {
        matches!(self, Self::Streaming | Self::StreamingTrailer | Self::StreamingUnsignedTrailer)
    }

    pub(crate) fn parse(text: &str) -> Result<Self, SigError> {
        match text {
            UNSIGNED => Ok(Self::Unsigned),
            STREAMING => Ok(Self::Streaming),
            STREAMING_TRAILER => Ok(Self::StreamingTrailer),
            STREAMING_UNSIGNED_TRAILER => Ok(Self::StreamingUnsignedTrailer),
            _ => {
                let mut hash = [0; 32];
                hex::decode_to_slice(text, &mut hash)
                    .map_err(|_| SigError::InvalidContentSha256 { given: clip(text) })?;
                Ok(Self::Exact(hash))
            }
        }
    }
}
