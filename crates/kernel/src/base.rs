//! What kernel and services share: store, clock, entropy, master key.

use std::sync::Arc;

use names::Timestamp;
use store::{Snapshot, Store, StoreError};

use crate::{Clock, Entropy, Fault, MasterKey};

/// The planes below the kernel. Cheap to clone.
#[derive(Clone)]
pub struct Base {
    /// The metadata.
    pub store: Arc<dyn Store>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub entropy: Arc<dyn Entropy>,
    /// The key that all seals derive from.
    pub master: MasterKey,
}

impl Base {
    /// The present instant.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Reads the store in one snapshot; a fault of the body comes back as it is.
    pub fn read<T>(&self, mut body: impl FnMut(&dyn Snapshot) -> Result<T, Fault>) -> Result<T, Fault> {
        let mut outcome = None;
        self.store.read(&mut |snapshot| {
            outcome = Some(body(snapshot));
            Ok(())
        })?;
        outcome.unwrap_or_else(|| Err(Fault::internal("the store did not run the read")))
    }

    /// Runs a change in one transaction; a fault of the body rolls it back and comes back as it is.
    pub async fn write<T: Send + 'static>(&self, mut body: crate::Write<T>) -> Result<T, Fault> {
        let slot = Arc::new(std::sync::Mutex::new(None));
        let inside = Arc::clone(&slot);
        let written = self.store.write(Box::new(move |tx| {
            let outcome = body(tx);
            let kept = outcome.is_ok();
            if let Ok(mut slot) = inside.lock() {
                *slot = Some(outcome);
            }
            if kept { Ok(()) } else { Err(StoreError::Aborted) }
        }));
        let written = written.await;
        let outcome = slot.lock().ok().and_then(|mut slot| slot.take());
        match (written, outcome) {
            (Ok(()), Some(outcome)) => outcome,
            (Err(StoreError::Aborted), Some(Err(fault))) => Err(fault),
            (Err(error), _) => Err(error.into()),
            (Ok(()), None) => Err(Fault::internal("the store did not run the write")),
        }
    }
}
