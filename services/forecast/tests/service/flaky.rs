//! A place for bytes that breaks down when it is told to.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use blobs::{BlobError, BlobId, Blobs, Memory, Plan, Staged, Swept};
use futures_util::FutureExt;
use futures_util::future::{BoxFuture, ready};
use names::Timestamp;
use shape::{BodyError, BodyStream};

#[derive(Clone, Default)]
pub(crate) struct Flaky {
    inner: Memory,
    /// How many of the next bodies are lost.
    pub(crate) failures: Arc<AtomicI64>,
}

impl Blobs for Flaky {
    fn stage(&self, body: BodyStream, plan: Plan) -> BoxFuture<'static, Result<Staged, BlobError>> {
        if self.failures.fetch_sub(1, Ordering::SeqCst) > 0 {
            return ready(Err(BlobError::Body(BodyError::Incomplete))).boxed();
        }
        self.inner.stage(body, plan)
    }

    fn open(
        &self,
        id: &BlobId,
        range: Option<Range<u64>>,
    ) -> BoxFuture<'static, Result<BodyStream, BlobError>> {
        self.inner.open(id, range)
    }

    fn delete(&self, id: &BlobId) -> BoxFuture<'static, Result<(), BlobError>> {
        self.inner.delete(id)
    }

    fn sweep(&self, named: &dyn Fn(&BlobId) -> bool, before: Timestamp) -> Result<Swept, BlobError> {
        self.inner.sweep(named, before)
    }
}
