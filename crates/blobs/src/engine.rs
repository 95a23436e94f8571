//! What every place for bytes offers.

use std::ops::Range;

use futures_util::future::BoxFuture;
use names::Timestamp;
use shape::BodyStream;

use crate::{BlobError, BlobId, Checksums, Digests};

/// How a body is to be kept.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// When the call arrived; it becomes part of the id, and a sweep goes by it.
    pub now: Timestamp,
    /// A longer body is refused with `BodyError::TooLarge`.
    pub bytes_max: u64,
    /// The checksums wanted besides MD5.
    pub checksums: Checksums,
}

/// Bytes that are durable, and count once a transaction names their id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Staged {
    /// Their name.
    pub id: BlobId,
    /// How many there are.
    pub length: u64,
    /// Their checksums.
    pub digests: Digests,
}

/// What a sweep removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Swept {
    /// How many blobs.
    pub blobs: u64,
    /// How many bytes they took, with what is stored around them.
    pub bytes: u64,
}

/// A place for bytes.
pub trait Blobs: Send + Sync + 'static {
    /// Keeps a body. If reading it fails, or the future is dropped, nothing is kept.
    fn stage(&self, body: BodyStream, plan: Plan) -> BoxFuture<'static, Result<Staged, BlobError>>;

    /// Reads a blob, or the `range` of it. The first bytes are read and checked before this resolves; what turns
    /// out damaged later ends the stream with an error. A blob that is open can be read to its end even if it is
    /// deleted meanwhile.
    fn open(
        &self,
        id: &BlobId,
        range: Option<Range<u64>>,
    ) -> BoxFuture<'static, Result<BodyStream, BlobError>>;

    /// Removes a blob; one that is not there is no error. Call it after the transaction that no longer names it.
    fn delete(&self, id: &BlobId) -> BoxFuture<'static, Result<(), BlobError>>;

    /// Removes the blobs staged before `before` of which `named` says no. It blocks its thread.
    ///
    /// `before` lies further back than the longest call, so that no call is about to name one of them. A `named`
    /// that cannot tell says yes.
    fn sweep(&self, named: &dyn Fn(&BlobId) -> bool, before: Timestamp) -> Result<Swept, BlobError>;
}
