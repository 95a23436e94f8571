//! How a blob lies in its file.
//!
//! The bytes are cut into blocks; each block is followed by a checksum over itself, the blob's id and the block's
//! number. A footer holds the length. So every block can be checked by itself, also in the middle of a blob, and a
//! file that is cut, mixed up or exchanged is noticed.
//!
//! ```text
//! block 0 | crc64 | block 1 | crc64 | .. | last block | crc64 | footer: magic, length, crc64
//! ```
//!
//! Encryption at rest belongs exactly here: a sealed block in the place of the plain one and the tag of an
//! authenticated cipher in the place of its checksum, with id and number as associated data. Nothing outside this
//! module knows what a block looks like on disk.

use crc_fast::{CrcAlgorithm, Digest};

use crate::BlobId;

/// Bytes in a block; only the last one may have fewer.
pub(crate) const BLOCK_BYTES: usize = 64 * 1024;

const CHECKSUM_BYTES: usize = 8;

/// A block with its checksum.
pub(crate) const FRAME_BYTES: usize = BLOCK_BYTES + CHECKSUM_BYTES;

/// Magic, length and checksum.
pub(crate) const FOOTER_BYTES: usize = 24;

/// The layout's name and version.
const MAGIC: &[u8; 8] = b"DPTYBLB1";

/// The number a footer is checked with; no block has it.
const FOOTER_NUMBER: u64 = u64::MAX;

fn checksum(id: &BlobId, number: u64, bytes: &[u8]) -> [u8; CHECKSUM_BYTES] {
    let mut digest = Digest::new(CrcAlgorithm::Crc64Nvme);
    digest.update(bytes);
    digest.update(id.as_bytes());
    digest.update(&number.to_le_bytes());
    digest.finalize().to_le_bytes()
}

/// Ends the block that begins at `from` in `frames`.
pub(crate) fn close_block(frames: &mut Vec<u8>, from: usize, id: &BlobId, number: u64) {
    let sum = checksum(id, number, frames.get(from..).unwrap_or_default());
    frames.extend_from_slice(&sum);
}

/// The block of a frame, if it is as it was written.
pub(crate) fn block<'f>(frame: &'f [u8], id: &BlobId, number: u64) -> Option<&'f [u8]> {
    let (block, sum) = frame.split_last_chunk::<CHECKSUM_BYTES>()?;
    (checksum(id, number, block) == *sum).then_some(block)
}

pub(crate) fn footer(id: &BlobId, length: u64) -> [u8; FOOTER_BYTES] {
    let mut footer = [0; FOOTER_BYTES];
    footer[..8].copy_from_slice(MAGIC);
    footer[8..16].copy_from_slice(&length.to_le_bytes());
    let sum = checksum(id, FOOTER_NUMBER, &footer[..16]);
    footer[16..].copy_from_slice(&sum);
    footer
}

/// The length a footer tells, if it is the footer of this blob in a file of `file_bytes`.
pub(crate) fn length(id: &BlobId, bytes: &[u8; FOOTER_BYTES], file_bytes: u64) -> Option<u64> {
    let length = u64::from_le_bytes(*bytes.get(8..)?.first_chunk()?);
    (*bytes == footer(id, length) && file_bytes == self::file_bytes(length)?).then_some(length)
}

/// How large the file of a blob is.
fn file_bytes(length: u64) -> Option<u64> {
    let blocks = length.div_ceil(BLOCK_BYTES as u64);
    length.checked_add(blocks * CHECKSUM_BYTES as u64)?.checked_add(FOOTER_BYTES as u64)
}

/// How many bytes the frames take that hold the blob's bytes up to `end`, counted from frame `first`.
pub(crate) fn frames_bytes(length: u64, first: u64, end: u64) -> u64 {
    let last = end.div_ceil(BLOCK_BYTES as u64);
    let bytes = (last * BLOCK_BYTES as u64).min(length) - first * BLOCK_BYTES as u64;
    bytes + (last - first) * CHECKSUM_BYTES as u64
}
