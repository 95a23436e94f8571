//! The records of one table under one key prefix: what `Table` and `Global` have in common.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::format::Format;
use crate::{Entry, Order, Snapshot, StoreError, Transaction, key};

/// How many entries are in memory at once while counting.
const COUNT_PAGE: usize = 1000;

pub(crate) struct Rows<'a, T> {
    format: &'a Format<T>,
    /// What all whole keys begin with; it ends in a zero byte.
    base: Vec<u8>,
}

/// Which keys are meant: `prefix…`, and of these the ones in `from <= key < to`.
struct Span {
    from: Vec<u8>,
    to: Vec<u8>,
}

impl<'a, T> Rows<'a, T> {
    pub(crate) fn new(format: &'a Format<T>, base: Vec<u8>) -> Self {
        Self { format, base }
    }

    fn whole_key(&self, key: &str) -> Result<Vec<u8>, StoreError> {
        key::check(self.format.table, key)?;
        Ok(self.raw(key))
    }

    fn raw(&self, key: &str) -> Vec<u8> {
        [&self.base, key.as_bytes()].concat()
    }

    pub(crate) fn exists(&self, view: &dyn Snapshot, key: &str) -> Result<bool, StoreError> {
        Ok(view.get(&self.raw(key))?.is_some())
    }

    pub(crate) fn delete(&self, tx: &mut dyn Transaction, key: &str) -> Result<bool, StoreError> {
        let whole = self.raw(key);
        if tx.get(&whole)?.is_none() {
            return Ok(false);
        }
        tx.delete(&whole)?;
        Ok(true)
    }

    pub(crate) fn count(&self, view: &dyn Snapshot, prefix: &str) -> Result<usize, StoreError> {
        let mut span = self.span(prefix);
        let mut total = 0;
        loop {
            let page = view.range(&span.from, &span.to, COUNT_PAGE, Order::Ascending)?;
            total += page.len();
            match page.last() {
                Some(last) if page.len() == COUNT_PAGE => span.from = successor(&last.key),
                _ => return Ok(total),
            }
        }
    }

    fn span(&self, prefix: &str) -> Span {
        let from = self.raw(prefix);
        Span { to: end_of(from.clone()), from }
    }
}

impl<T: Serialize> Rows<'_, T> {
    pub(crate) fn put(&self, tx: &mut dyn Transaction, key: &str, record: &T) -> Result<(), StoreError> {
        let whole = self.whole_key(key)?;
        tx.put(&whole, &self.format.encode(key, record)?)
    }

    pub(crate) fn insert(&self, tx: &mut dyn Transaction, key: &str, record: &T) -> Result<bool, StoreError> {
        if self.exists(tx, key)? {
            return Ok(false);
        }
        self.put(tx, key, record)?;
        Ok(true)
    }
}

impl<T: DeserializeOwned> Rows<'_, T> {
    pub(crate) fn get(&self, view: &dyn Snapshot, key: &str) -> Result<Option<T>, StoreError> {
        let Some(bytes) = view.get(&self.raw(key))? else {
            return Ok(None);
        };
        self.format.decode(key, &bytes).map(Some)
    }

    /// From `from` on, inclusive.
    pub(crate) fn list_from(
        &self,
        view: &dyn Snapshot,
        prefix: &str,
        from: &str,
        limit: usize,
    ) -> Result<Vec<(String, T)>, StoreError> {
        let span = self.span(prefix);
        let from = span.from.max(self.raw(from));
        self.read(view, Span { from, to: span.to }, limit, Order::Ascending)
    }

    pub(crate) fn list(
        &self,
        view: &dyn Snapshot,
        prefix: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Vec<(String, T)>, StoreError> {
        let mut span = self.span(prefix);
        if let Some(after) = after {
            span.from = span.from.max(successor(&self.raw(after)));
        }
        self.read(view, span, limit, Order::Ascending)
    }

    pub(crate) fn list_back(
        &self,
        view: &dyn Snapshot,
        prefix: &str,
        before: Option<&str>,
        limit: usize,
    ) -> Result<Vec<(String, T)>, StoreError> {
        let mut span = self.span(prefix);
        if let Some(before) = before {
            span.to = span.to.min(self.raw(before));
        }
        self.read(view, span, limit, Order::Descending)
    }

    fn read(
        &self,
        view: &dyn Snapshot,
        span: Span,
        limit: usize,
        order: Order,
    ) -> Result<Vec<(String, T)>, StoreError> {
        if span.from >= span.to {
            return Ok(Vec::new());
        }
        let entries = view.range(&span.from, &span.to, limit, order)?;
        entries.into_iter().map(|entry| self.record(&entry)).collect()
    }

    fn record(&self, entry: &Entry) -> Result<(String, T), StoreError> {
        let key = entry.key.get(self.base.len()..).unwrap_or_default();
        let key = String::from_utf8_lossy(key).into_owned();
        let record = self.format.decode(&key, &entry.value)?;
        Ok((key, record))
    }
}

/// The least key after everything that begins with `prefix`. A table's prefix begins with its name, which is
/// text, so there always is one.
fn end_of(mut prefix: Vec<u8>) -> Vec<u8> {
    while let Some(last) = prefix.pop() {
        if last < u8::MAX {
            prefix.push(last + 1);
            break;
        }
    }
    prefix
}

/// The least key after `key`.
fn successor(key: &[u8]) -> Vec<u8> {
    [key, b"\0"].concat()
}
