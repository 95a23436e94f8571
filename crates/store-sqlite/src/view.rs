//! Reading and changing the one table through a connection.

use std::cell::Cell;

use rusqlite::{Connection, OptionalExtension, Row, params};
use store::{Entry, Order, Snapshot, StoreError, Transaction};

use crate::error::During;

const GET: &str = "SELECT value FROM kv WHERE key = ?1";
const PUT: &str =
    "INSERT INTO kv (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
const DELETE: &str = "DELETE FROM kv WHERE key = ?1";
const ASCENDING: &str = "SELECT key, value FROM kv WHERE key >= ?1 AND key < ?2 ORDER BY key LIMIT ?3";
const DESCENDING: &str = "SELECT key, value FROM kv WHERE key >= ?1 AND key < ?2 ORDER BY key DESC LIMIT ?3";

/// What a connection's open transaction sees.
pub(crate) struct View<'c>(pub(crate) &'c Connection);

impl Snapshot for View<'_> {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let mut statement = self.0.prepare_cached(GET).during("cannot read")?;
        statement.query_row([key], |row| blob(row, 0)).optional().during("cannot read")
    }

    fn range(&self, from: &[u8], to: &[u8], limit: usize, order: Order) -> Result<Vec<Entry>, StoreError> {
        let sql = match order {
            Order::Ascending => ASCENDING,
            Order::Descending => DESCENDING,
        };
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut statement = self.0.prepare_cached(sql).during("cannot read a range")?;
        let entries = statement.query_map(params![from, to, limit], entry).during("cannot read a range")?;
        entries.collect::<rusqlite::Result<_>>().during("cannot read a range")
    }
}

fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry { key: blob(row, 0)?, value: blob(row, 1)? })
}

fn blob(row: &Row<'_>, column: usize) -> rusqlite::Result<Vec<u8>> {
    Ok(row.get_ref(column)?.as_blob()?.to_vec())
}

/// A body's transaction. It remembers whether the engine failed, as a body may overlook it.
pub(crate) struct Attempt<'c> {
    view: View<'c>,
    failure: Cell<Option<StoreError>>,
}

impl<'c> Attempt<'c> {
    pub(crate) fn new(connection: &'c Connection) -> Self {
        Self { view: View(connection), failure: Cell::new(None) }
    }

    /// What went wrong below the body.
    pub(crate) fn into_failure(self) -> Option<StoreError> {
        self.failure.into_inner()
    }

    fn noted<T>(&self, result: Result<T, StoreError>) -> Result<T, StoreError> {
        if let Err(error) = &result {
            self.failure.set(Some(error.clone()));
        }
        result
    }

    fn execute(&self, sql: &str, values: &[&[u8]]) -> Result<(), StoreError> {
        let mut statement = self.view.0.prepare_cached(sql).during("cannot write")?;
        statement.execute(rusqlite::params_from_iter(values)).during("cannot write")?;
        Ok(())
    }
}

impl Snapshot for Attempt<'_> {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.noted(self.view.get(key))
    }

    fn range(&self, from: &[u8], to: &[u8], limit: usize, order: Order) -> Result<Vec<Entry>, StoreError> {
        self.noted(self.view.range(from, to, limit, order))
    }
}

impl Transaction for Attempt<'_> {
    fn put(&mut self, key: &[u8], value: &[u8]) -> Result<(), StoreError> {
        self.noted(self.execute(PUT, &[key, value]))
    }

    fn delete(&mut self, key: &[u8]) -> Result<(), StoreError> {
        self.noted(self.execute(DELETE, &[key]))
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::StatementStatus;

    use super::*;
    use crate::file;

    #[test]
    fn a_statement_is_planned_once() {
        let directory = tempfile::tempdir().unwrap();
        let connection = file::open(&directory.path().join("store.db")).unwrap();
        let mut attempt = Attempt::new(&connection);
        for key in 0..9 {
            attempt.put(&[key], b"value").unwrap();
            attempt.get(&[key]).unwrap();
            for order in [Order::Ascending, Order::Descending] {
                attempt.range(&[key], &[key + 3], usize::from(key) + 1, order).unwrap();
            }
            attempt.delete(&[key]).unwrap();
        }
        for sql in [GET, PUT, DELETE, ASCENDING, DESCENDING] {
            let statement = connection.prepare_cached(sql).unwrap();
            assert_eq!(statement.get_status(StatementStatus::RePrepare), 0, "{sql}");
        }
    }
}
