//! Bytes in the blob store: staged, named by a transaction, read in segments.

use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use blobs::{BlobError, BlobId, Plan};
use futures_util::{StreamExt, TryStreamExt, stream};
use kernel::Fault;
use shape::{BodyError, BodyStream};

use crate::S3;
pub(crate) use crate::pins::Pinned;
use crate::wording;

/// Staged blobs that no transaction came to name. The collector deletes them.
pub(crate) type Orphans = Arc<Mutex<Vec<BlobId>>>;

/// A staged blob. Unless a transaction names it, it is an orphan when this is dropped, on whatever way.
pub(crate) struct Staged {
    blob: BlobId,
    named: bool,
    orphans: Orphans,
}

impl Staged {
    /// The blob's id, for the record that will name it.
    pub(crate) fn blob(&self) -> BlobId {
        self.blob
    }

    /// A record names the blob now. Called last in the transaction: if that fails to commit all the same, the
    /// blob is swept at the next start.
    pub(crate) fn name(&mut self) {
        self.named = true;
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        if !self.named {
            self.orphans.lock().unwrap_or_else(PoisonError::into_inner).push(self.blob);
        }
    }
}

/// Some bytes of one blob.
#[derive(Debug, Clone)]
pub(crate) struct Segment {
    pub(crate) blob: BlobId,
    pub(crate) from: u64,
    pub(crate) to: u64,
}

impl S3 {
    /// Stages a body that is read to its verified end.
    pub(crate) async fn stage(&self, body: BodyStream, plan: Plan) -> Result<(Staged, blobs::Staged), Fault> {
        let bytes = self.blobs.stage(body, plan).await.map_err(stage_failed)?;
        let staged = Staged { blob: bytes.id, named: false, orphans: Arc::clone(&self.orphans) };
        Ok((staged, bytes))
    }

    /// The bytes of segments, one after the other. Each is opened when its turn comes, and all stay until the
    /// stream is dropped.
    pub(crate) fn stream(&self, segments: Vec<Segment>, pinned: Pinned) -> BodyStream {
        let blobs = Arc::clone(&self.blobs);
        let bodies = stream::iter(segments).then(move |segment| {
            let blobs = Arc::clone(&blobs);
            async move {
                let range: Range<u64> = segment.from..segment.to;
                blobs.open(&segment.blob, Some(range)).await.map_err(BodyError::from)
            }
        });
        let bytes = bodies.try_flatten().inspect(move |_| {
            let _held = &pinned;
        });
        Box::pin(bytes)
    }
}

fn stage_failed(error: BlobError) -> Fault {
    match error {
        BlobError::Body(error) => wording::body(error),
        other => Fault::internal(other),
    }
}
