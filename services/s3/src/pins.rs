//! Bytes that are being read stay until their reader is done, even if an object lets go of them meanwhile.
//!
//! A reader looks its blobs up and pins them while it holds the gate shared; the collector picks its victims while
//! it holds the gate alone. So a blob found in the garbage is either pinned already, or no later reader will find
//! a record that names it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use blobs::BlobId;
use kernel::Fault;

type Counts = HashMap<BlobId, usize>;

/// Who reads what.
#[derive(Default)]
pub(crate) struct Pins {
    gate: RwLock<()>,
    counts: Arc<Mutex<Counts>>,
}

/// Some blobs that stay while this lives.
pub(crate) struct Pinned {
    counts: Arc<Mutex<Counts>>,
    blobs: Vec<BlobId>,
}

impl Pins {
    /// Looks blobs up and pins them.
    pub(crate) fn pin<T>(
        &self,
        find: impl FnOnce() -> Result<(T, Vec<BlobId>), Fault>,
    ) -> Result<(T, Pinned), Fault> {
        let _shared = self.gate.read().unwrap_or_else(PoisonError::into_inner);
        let (found, blobs) = find()?;
        let mut counts = lock(&self.counts);
        for blob in &blobs {
            *counts.entry(*blob).or_default() += 1;
        }
        Ok((found, Pinned { counts: Arc::clone(&self.counts), blobs }))
    }

    /// Picks victims: `find` is told which blobs are being read.
    pub(crate) fn pick<T>(
        &self,
        find: impl FnOnce(&dyn Fn(&BlobId) -> bool) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let _alone = self.gate.write().unwrap_or_else(PoisonError::into_inner);
        let counts = lock(&self.counts);
        find(&|blob| counts.contains_key(blob))
    }
}

impl Drop for Pinned {
    fn drop(&mut self) {
        let mut counts = lock(&self.counts);
        for blob in &self.blobs {
            if let Some(count) = counts.get_mut(blob) {
                *count -= 1;
                if *count == 0 {
                    counts.remove(blob);
                }
            }
        }
    }
}

/// Counting cannot panic half-way, so a poisoned lock still guards whole counts.
fn lock(counts: &Mutex<Counts>) -> MutexGuard<'_, Counts> {
    counts.lock().unwrap_or_else(PoisonError::into_inner)
}
