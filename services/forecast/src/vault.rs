//! The service's private copies: imported rows, predictors, forecasts.

use std::ops::Range;
use std::sync::Arc;

use blobs::{BlobId, Blobs, Checksums, Plan};
use bytes::Bytes;
use kernel::{Clock, Fault};
use names::Timestamp;
use serde::{Deserialize, Serialize};
use shape::{Body, BodyStream};

/// Ranges read at once into memory are never longer.
const READ_MAX: u64 = 256 << 20;
/// No private copy is larger: imports are at most 30 GiB of text, and rows take less room here.
const BLOB_MAX: u64 = 64 << 30;

/// A blob that a record names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Kept {
    pub(crate) id: BlobId,
    pub(crate) size: u64,
}

/// The blob store of this service.
pub(crate) struct Vault {
    blobs: Arc<dyn Blobs>,
    clock: Arc<dyn Clock>,
}

impl Vault {
    pub(crate) fn new(blobs: Arc<dyn Blobs>, clock: Arc<dyn Clock>) -> Self {
        Self { blobs, clock }
    }

    /// Keeps a stream; it counts once a transaction names it.
    pub(crate) async fn keep(&self, stream: BodyStream) -> Result<Kept, Fault> {
        let plan = Plan { now: self.clock.now(), bytes_max: BLOB_MAX, checksums: Checksums::default() };
        let staged = self.blobs.stage(stream, plan).await.map_err(Fault::internal)?;
        Ok(Kept { id: staged.id, size: staged.length })
    }

    /// Keeps bytes.
    pub(crate) async fn keep_bytes(&self, bytes: Vec<u8>) -> Result<Kept, Fault> {
        self.keep(Body::from(Bytes::from(bytes)).take()).await
    }

    /// All of a blob, as it comes.
    pub(crate) async fn open(&self, kept: &Kept) -> Result<BodyStream, Fault> {
        self.blobs.open(&kept.id, None).await.map_err(Fault::internal)
    }

    /// Some bytes of a blob, as they come.
    pub(crate) async fn open_range(&self, kept: &Kept, range: Range<u64>) -> Result<BodyStream, Fault> {
        self.blobs.open(&kept.id, Some(range)).await.map_err(Fault::internal)
    }

    /// Some bytes of a blob.
    pub(crate) async fn read(&self, kept: &Kept, range: Range<u64>) -> Result<Bytes, Fault> {
        let length = range.end.saturating_sub(range.start);
        if range.end > kept.size || length > READ_MAX {
            return Err(Fault::internal("a range outside of its blob"));
        }
        let stream = self.open_range(kept, range).await?;
        let limit = usize::try_from(length).unwrap_or(usize::MAX);
        let bytes = Body::stream(stream, Some(length)).collect(limit).await.map_err(Fault::internal)?;
        if bytes.len() == limit {
            Ok(bytes)
        } else {
            Err(Fault::internal("a blob is shorter than its record says"))
        }
    }

    pub(crate) async fn delete(&self, id: &BlobId) -> Result<(), Fault> {
        self.blobs.delete(id).await.map_err(Fault::internal)
    }

    /// Deletes what `named` does not know, of all that was staged before `before`.
    pub(crate) async fn sweep(
        &self,
        named: impl Fn(&BlobId) -> bool + Send + 'static,
        before: Timestamp,
    ) -> Result<(), Fault> {
        let blobs = Arc::clone(&self.blobs);
        let swept = tokio::task::spawn_blocking(move || blobs.sweep(&named, before));
        swept.await.map_err(Fault::internal)?.map_err(Fault::internal)?;
        Ok(())
    }
}
