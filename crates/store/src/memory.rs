//! The engine for tests and trials: everything in memory, nothing kept.

mod tree;

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use futures_util::future::{BoxFuture, FutureExt, ready};

use crate::{Entry, Order, Snapshot, Store, StoreError, Transaction, WriteBody, run};
use tree::{Bytes, Tree};

/// A store in memory. Dropping it forgets everything.
///
/// A reader holds on to the tree it found. A write changes the tree in place, or, while readers hold it, a copy
/// that shares all nodes but those it changes.
#[derive(Default)]
pub struct Memory {
    tree: RwLock<Arc<Tree>>,
    /// Held while a write's body runs, so that writes follow each other.
    writer: Mutex<()>,
}

impl Memory {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn current(&self) -> Arc<Tree> {
        Arc::clone(&self.tree.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn turn(&self) -> MutexGuard<'_, ()> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn commit(&self, changes: Changes) {
        let mut current = self.tree.write().unwrap_or_else(PoisonError::into_inner);
        let tree = Arc::make_mut(&mut current);
        for (key, change) in changes {
            match change {
                Some(value) => tree.insert(key, value),
                None => tree.remove(&key),
            }
        }
    }

    fn write_now(&self, body: &mut WriteBody) -> Result<(), StoreError> {
        let _turn = self.turn();
        let mut attempt = Attempt { base: self.current(), changes: Changes::new() };
        run(body, &mut attempt)?;
        let Attempt { base, changes } = attempt;
        drop(base); // or the commit would have to copy
        self.commit(changes);
        Ok(())
    }
}

impl Store for Memory {
    fn read(&self, body: &mut dyn FnMut(&dyn Snapshot) -> Result<(), StoreError>) -> Result<(), StoreError> {
        body(&View(self.current()))
    }

    fn write(&self, mut body: WriteBody) -> BoxFuture<'static, Result<(), StoreError>> {
        ready(self.write_now(&mut body)).boxed()
    }
}

struct View(Arc<Tree>);

impl Snapshot for View {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.0.get(key).map(|value| value.to_vec()))
    }

    fn range(&self, from: &[u8], to: &[u8], limit: usize, order: Order) -> Result<Vec<Entry>, StoreError> {
        Ok(self.0.range(from, to, limit, order).into_iter().map(entry).collect())
    }
}

/// What a write has changed so far; `None` for a removal.
type Changes = BTreeMap<Bytes, Option<Bytes>>;

struct Attempt {
    base: Arc<Tree>,
    changes: Changes,
}

impl Snapshot for Attempt {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let value = match self.changes.get(key) {
            Some(change) => change.as_ref(),
            None => self.base.get(key),
        };
        Ok(value.map(|value| value.to_vec()))
    }

    fn range(&self, from: &[u8], to: &[u8], limit: usize, order: Order) -> Result<Vec<Entry>, StoreError> {
        if from >= to {
            return Ok(Vec::new());
        }
        let changes = || self.changes.range::<[u8], _>(span(from, to));
        // As many of the base as are wanted and could be removed; then the changes over them.
        let reach = limit.saturating_add(changes().count());
        let base = self.base.range(from, to, reach, order).into_iter();
        let mut merged: BTreeMap<_, _> = base.map(|(key, value)| (key, Some(value))).collect();
        merged.extend(changes().map(|(key, change)| (key, change.as_ref())));
        let present = merged.into_iter().filter_map(|(key, value)| Some((key, value?)));
        Ok(in_order(present, order).take(limit).map(entry).collect())
    }
}

impl Transaction for Attempt {
    fn put(&mut self, key: &[u8], value: &[u8]) -> Result<(), StoreError> {
        self.changes.insert(Arc::from(key), Some(Arc::from(value)));
        Ok(())
    }

    fn delete(&mut self, key: &[u8]) -> Result<(), StoreError> {
        self.changes.insert(Arc::from(key), None);
        Ok(())
    }
}

fn span<'a>(from: &'a [u8], to: &'a [u8]) -> (Bound<&'a [u8]>, Bound<&'a [u8]>) {
    (Bound::Included(from), Bound::Excluded(to))
}

fn in_order<'a, I>(items: I, order: Order) -> Box<dyn Iterator<Item = I::Item> + 'a>
where
    I: DoubleEndedIterator + 'a,
{
    match order {
        Order::Ascending => Box::new(items),
        Order::Descending => Box::new(items.rev()),
    }
}

fn entry((key, value): (&Bytes, &Bytes)) -> Entry {
    Entry { key: key.to_vec(), value: value.to_vec() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conformance;

    #[test]
    fn memory_is_a_store() {
        conformance::all(&|| Arc::new(Memory::new()));
    }
}
