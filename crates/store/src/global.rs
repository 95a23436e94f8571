//! Tables of system data.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::format::Format;
use crate::rows::Rows;
use crate::{Snapshot, StoreError, Transaction, Upgrade, key};

/// A table of system data that belongs to no account: which account owns an access key id, or a bucket name.
///
/// Its records are found without a scope, before anybody is permitted anything, so they hold only what leads to
/// the owner's scope. A customer's own data belongs into a [`Table`](crate::Table).
pub struct Global<T> {
    format: Format<T>,
}

impl<T> Global<T> {
    /// A table whose records have version 1. The name is `service/kind`, and no two tables share one.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self { format: Format::new(name) }
    }

    /// Records are now written with this version; `upgrade` brings older ones up as they are read.
    #[must_use]
    pub const fn version(self, version: u8, upgrade: Upgrade) -> Self {
        Self { format: self.format.version(version, upgrade) }
    }

    /// The table's name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.format.table
    }

    /// Whether a record is there.
    pub fn exists(&self, view: &dyn Snapshot, key: &str) -> Result<bool, StoreError> {
        self.rows().exists(view, key)
    }

    /// Removes a record; `false` if there was none.
    pub fn delete(&self, tx: &mut dyn Transaction, key: &str) -> Result<bool, StoreError> {
        self.rows().delete(tx, key)
    }

    /// How many records have keys that begin with `prefix`. It reads them all.
    pub fn count(&self, view: &dyn Snapshot, prefix: &str) -> Result<usize, StoreError> {
        self.rows().count(view, prefix)
    }

    fn rows(&self) -> Rows<'_, T> {
        Rows::new(&self.format, key::global(self.format.table))
    }
}

impl<T: Serialize> Global<T> {
    /// Puts a record, whatever was there.
    pub fn put(&self, tx: &mut dyn Transaction, key: &str, record: &T) -> Result<(), StoreError> {
        self.rows().put(tx, key, record)
    }

    /// Puts a record where none is; `false`, and no change, if one is.
    pub fn insert(&self, tx: &mut dyn Transaction, key: &str, record: &T) -> Result<bool, StoreError> {
        self.rows().insert(tx, key, record)
    }
}

impl<T: DeserializeOwned> Global<T> {
    /// The record under `key`.
    pub fn get(&self, view: &dyn Snapshot, key: &str) -> Result<Option<T>, StoreError> {
        self.rows().get(view, key)
    }

    /// The records whose keys begin with `prefix` and come after `after`, ascending, at most `limit`.
    pub fn list(
        &self,
        view: &dyn Snapshot,
        prefix: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Vec<(String, T)>, StoreError> {
        self.rows().list(view, prefix, after, limit)
    }

    /// The record with the greatest key that begins with `prefix`.
    pub fn last(&self, view: &dyn Snapshot, prefix: &str) -> Result<Option<(String, T)>, StoreError> {
        Ok(self.rows().list_back(view, prefix, None, 1)?.pop())
    }
}
