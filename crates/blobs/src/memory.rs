//! Bytes in memory, for tests and trials.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::{Bytes, BytesMut};
use futures_util::FutureExt;
use futures_util::future::{BoxFuture, ready};
use futures_util::stream;
use names::Timestamp;
use shape::BodyStream;

use crate::checksum::Hasher;
use crate::intake::Intake;
use crate::{BlobError, BlobId, Blobs, Plan, Staged, Swept};

/// Blobs in memory. Dropping it forgets them.
#[derive(Clone, Default)]
pub struct Memory {
    blobs: Arc<Mutex<BTreeMap<BlobId, Bytes>>>,
}

impl Memory {
    /// An empty place.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn blobs(&self) -> MutexGuard<'_, BTreeMap<BlobId, Bytes>> {
        self.blobs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn keep(self, body: BodyStream, plan: Plan) -> Result<Staged, BlobError> {
        let mut intake = Intake::new(body, plan.bytes_max);
        let mut hasher = Hasher::new(plan.checksums);
        let mut bytes = BytesMut::new();
        loop {
            let batch = intake.next().await?;
            for chunk in &batch.chunks {
                hasher.update(chunk);
                bytes.extend_from_slice(chunk);
            }
            if batch.last {
                break;
            }
        }
        let staged =
            Staged { id: BlobId::new(plan.now)?, length: bytes.len() as u64, digests: hasher.finish() };
        self.blobs().insert(staged.id, bytes.freeze());
        Ok(staged)
    }

    fn find(&self, id: &BlobId, range: Option<Range<u64>>) -> Result<Bytes, BlobError> {
        let whole = self.blobs().get(id).cloned().ok_or(BlobError::Missing(*id))?;
        let length = whole.len() as u64;
        match range {
            None => Ok(whole),
            Some(range) if range.start <= range.end && range.end <= length => {
                Ok(whole.slice(range.start as usize..range.end as usize))
            }
            Some(range) => Err(BlobError::Range { id: *id, range, length }),
        }
    }
}

impl Blobs for Memory {
    fn stage(&self, body: BodyStream, plan: Plan) -> BoxFuture<'static, Result<Staged, BlobError>> {
        self.clone().keep(body, plan).boxed()
    }

    fn open(
        &self,
        id: &BlobId,
        range: Option<Range<u64>>,
    ) -> BoxFuture<'static, Result<BodyStream, BlobError>> {
        let found = self.find(id, range);
        ready(found.map(|bytes| -> BodyStream { Box::pin(stream::iter([Ok(bytes)])) })).boxed()
    }

    fn delete(&self, id: &BlobId) -> BoxFuture<'static, Result<(), BlobError>> {
        self.blobs().remove(id);
        ready(Ok(())).boxed()
    }

    fn sweep(&self, named: &dyn Fn(&BlobId) -> bool, before: Timestamp) -> Result<Swept, BlobError> {
        let old: Vec<BlobId> = self.blobs().keys().copied().filter(|id| id.staged_at() < before).collect();
        let mut swept = Swept::default();
        for id in old.iter().filter(|id| !named(id)) {
            if let Some(bytes) = self.blobs().remove(id) {
                swept.blobs += 1;
                swept.bytes += bytes.len() as u64;
            }
        }
        Ok(swept)
    }
}
