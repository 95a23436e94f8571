//! Object bytes, apart from the records that describe them.
//!
//! Bytes are staged first: streamed in, checksummed on the way, and made durable under a new [`BlobId`]. They
//! count only once a transaction of the store names the id. What nothing names is removed by a sweep, so a crash
//! at any moment leaves whole blobs, or nothing that anybody could see.
//!
//! Promised: a staged blob survives a crash; every byte that is read was checked against a checksum written with
//! it, so damage ends a stream with an error and never with wrong bytes. Bytes are written once and not changed;
//! an object of several parts is a list of ids, kept by its service. Left to others: who may read, what an object
//! is called, and when a blob is no longer needed.

mod checksum;
mod disk;
mod engine;
mod error;
mod id;
mod intake;
mod memory;

pub use checksum::{Checksums, Digests};
pub use disk::Disk;
pub use engine::{Blobs, Plan, Staged, Swept};
pub use error::BlobError;
pub use id::BlobId;
pub use memory::Memory;
