//! The `aws-chunked` encoding of bodies: chunks that may be signed, and a trailer that may be too.
//!
//! ```text
//! 10000;chunk-signature=ad80c7…\r\n
//! <65536 bytes>\r\n
//! 0;chunk-signature=b6c6ea…\r\n
//! x-amz-checksum-crc32c:sOO8/Q==\r\n
//! x-amz-trailer-signature:d81f82…\r\n
//! \r\n
//! ```
//!
//! Each signature covers the one before, back to that of the request's head, so chunks can be neither
//! dropped nor moved. The decoder gives bytes out as they come and learns at the end of each chunk
//! whether they were right: a reader must not act on a body before [`Decoder::finish`].

mod decoder;
mod signature;
mod trailer;

pub use decoder::Decoder;
pub use signature::Seed;
