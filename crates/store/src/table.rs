//! Tables of an account's records.

use names::Scope;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::format::Format;
use crate::rows::Rows;
use crate::{Snapshot, StoreError, Transaction, Upgrade, key};

/// A table of records of one kind, kept apart by account and region and sorted by the bytes of their key.
///
/// ```
/// # use store::Table;
/// # #[derive(serde::Serialize, serde::Deserialize)] struct Role { path: String }
/// const ROLES: Table<Role> = Table::new("iam/role");
/// ```
///
/// Keys are any text without a zero byte, up to [`KEY_BYTES_MAX`](crate::KEY_BYTES_MAX) bytes; [`join`](crate::join)
/// makes one of several parts. A key that no record could have is simply not found, and is refused on a write.
pub struct Table<T> {
    format: Format<T>,
}

impl<T> Table<T> {
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
    pub fn exists(&self, view: &dyn Snapshot, scope: &Scope, key: &str) -> Result<bool, StoreError> {
        self.rows(scope).exists(view, key)
    }

    /// Removes a record; `false` if there was none.
    pub fn delete(&self, tx: &mut dyn Transaction, scope: &Scope, key: &str) -> Result<bool, StoreError> {
        self.rows(scope).delete(tx, key)
    }

    /// How many records have keys that begin with `prefix`. It reads them all.
    pub fn count(&self, view: &dyn Snapshot, scope: &Scope, prefix: &str) -> Result<usize, StoreError> {
        self.rows(scope).count(view, prefix)
    }

    fn rows(&self, scope: &Scope) -> Rows<'_, T> {
        Rows::new(&self.format, key::scoped(self.format.table, scope))
    }
}

impl<T: Serialize> Table<T> {
    /// Puts a record, whatever was there.
    pub fn put(
        &self,
        tx: &mut dyn Transaction,
        scope: &Scope,
        key: &str,
        record: &T,
    ) -> Result<(), StoreError> {
        self.rows(scope).put(tx, key, record)
    }

    /// Puts a record where none is; `false`, and no change, if one is.
    pub fn insert(
        &self,
        tx: &mut dyn Transaction,
        scope: &Scope,
        key: &str,
        record: &T,
    ) -> Result<bool, StoreError> {
        self.rows(scope).insert(tx, key, record)
    }
}

impl<T: DeserializeOwned> Table<T> {
    /// The record under `key`.
    pub fn get(&self, view: &dyn Snapshot, scope: &Scope, key: &str) -> Result<Option<T>, StoreError> {
        self.rows(scope).get(view, key)
    }

    /// The records whose keys begin with `prefix` and come after `after`, ascending, at most `limit`.
    pub fn list(
        &self,
        view: &dyn Snapshot,
        scope: &Scope,
        prefix: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Vec<(String, T)>, StoreError> {
        self.rows(scope).list(view, prefix, after, limit)
    }

    /// Like [`list`](Self::list), from `from` on, inclusive.
    pub fn list_from(
        &self,
        view: &dyn Snapshot,
        scope: &Scope,
        prefix: &str,
        from: &str,
        limit: usize,
    ) -> Result<Vec<(String, T)>, StoreError> {
        self.rows(scope).list_from(view, prefix, from, limit)
    }

    /// The records whose keys begin with `prefix` and come before `before`, descending, at most `limit`.
    pub fn list_back(
        &self,
        view: &dyn Snapshot,
        scope: &Scope,
        prefix: &str,
        before: Option<&str>,
        limit: usize,
    ) -> Result<Vec<(String, T)>, StoreError> {
        self.rows(scope).list_back(view, prefix, before, limit)
    }

    /// The record with the least key that begins with `prefix`.
    pub fn first(
        &self,
        view: &dyn Snapshot,
        scope: &Scope,
        prefix: &str,
    ) -> Result<Option<(String, T)>, StoreError> {
        Ok(self.list(view, scope, prefix, None, 1)?.pop())
    }

    /// The record with the greatest key that begins with `prefix`.
    pub fn last(
        &self,
        view: &dyn Snapshot,
        scope: &Scope,
        prefix: &str,
    ) -> Result<Option<(String, T)>, StoreError> {
        Ok(self.list_back(view, scope, prefix, None, 1)?.pop())
    }
}
