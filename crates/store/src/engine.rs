//! What every engine offers.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};

use futures_util::future::{BoxFuture, FutureExt};

use crate::StoreError;

/// A key and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The whole key.
    pub key: Vec<u8>,
    /// The bytes stored under it.
    pub value: Vec<u8>,
}

/// In which direction a range is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// The least key first.
    Ascending,
    /// The greatest key first.
    Descending,
}

/// A view of the store at one moment; later writes do not change it.
pub trait Snapshot {
    /// The value under `key`.
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError>;

    /// The entries with `from <= key < to`, at most `limit`, in the order asked for.
    fn range(&self, from: &[u8], to: &[u8], limit: usize, order: Order) -> Result<Vec<Entry>, StoreError>;
}

/// A view that may be changed. It sees its own changes; nobody else does before the commit.
pub trait Transaction: Snapshot {
    /// Puts `value` under `key`, whatever was there.
    fn put(&mut self, key: &[u8], value: &[u8]) -> Result<(), StoreError>;

    /// Removes `key`, if it is there.
    fn delete(&mut self, key: &[u8]) -> Result<(), StoreError>;
}

/// What a write does. It runs once per attempt, so it may run more than once, and an `Err` rolls back what the
/// attempt did. It is `'static` so that engines may run it on their own writer thread.
pub type WriteBody = Box<dyn FnMut(&mut dyn Transaction) -> Result<(), StoreError> + Send>;

/// An engine.
pub trait Store: Send + Sync + 'static {
    /// Shows `body` one snapshot. The view stands still however long the body takes.
    fn read(&self, body: &mut dyn FnMut(&dyn Snapshot) -> Result<(), StoreError>) -> Result<(), StoreError>;

    /// Runs `body` as one transaction, after every write that was asked for earlier and before any later one.
    ///
    /// The write is under way when this returns: dropping the future does not stop it. The future resolves to
    /// `Ok` only once the change is durable. A body must not wait for another write.
    fn write(&self, body: WriteBody) -> BoxFuture<'static, Result<(), StoreError>>;
}

impl dyn Store {
    /// Reads a value out of one snapshot.
    pub fn view<T>(
        &self,
        mut body: impl FnMut(&dyn Snapshot) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut seen = None;
        self.read(&mut |view| {
            seen = Some(body(view)?);
            Ok(())
        })?;
        seen.ok_or_else(|| StoreError::engine("the read ended without running its body"))
    }

    /// Runs `body` as one transaction and gives what its last attempt returned.
    pub fn update<T: Send + 'static>(
        &self,
        mut body: impl FnMut(&mut dyn Transaction) -> Result<T, StoreError> + Send + 'static,
    ) -> BoxFuture<'static, Result<T, StoreError>> {
        let result = Arc::new(Mutex::new(None));
        let slot = Arc::clone(&result);
        let written = self.write(Box::new(move |tx| {
            let value = body(tx)?;
            *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(value);
            Ok(())
        }));
        async move {
            written.await?;
            let value = result.lock().unwrap_or_else(PoisonError::into_inner).take();
            value.ok_or_else(|| StoreError::engine("the write ended without running its body"))
        }
        .boxed()
    }
}

/// Runs a write's body for an engine. A panic becomes an error, so it rolls back one write and harms no other.
pub fn run(body: &mut WriteBody, tx: &mut dyn Transaction) -> Result<(), StoreError> {
    catch_unwind(AssertUnwindSafe(|| body(tx)))
        .unwrap_or_else(|_| Err(StoreError::engine("the write's body panicked")))
}
