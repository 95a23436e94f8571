//! Readers' connections.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rusqlite::Connection;
use store::StoreError;

use crate::error::During;
use crate::file;
use crate::view::View;

/// So many idle connections are kept. More exist only while more threads read at once.
const IDLE_MAX: usize = 16;

pub(crate) struct Pool {
    path: PathBuf,
    idle: Mutex<Vec<Connection>>,
}

impl Pool {
    pub(crate) fn new(path: &Path) -> Self {
        Self { path: path.to_owned(), idle: Mutex::default() }
    }

    /// A reader in a transaction, whose snapshot is taken at its first read.
    pub(crate) fn reader(&self) -> Result<Reader<'_>, StoreError> {
        let connection = match self.taken() {
            Some(connection) => connection,
            None => file::open_reader(&self.path)?,
        };
        execute(&connection, "BEGIN").during("cannot begin to read")?;
        Ok(Reader { pool: self, connection: Some(connection) })
    }

    fn taken(&self) -> Option<Connection> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }

    fn give_back(&self, connection: Connection) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < IDLE_MAX {
            idle.push(connection);
        }
    }
}

/// A connection in a transaction. It goes back to the pool when dropped, also by a panic.
pub(crate) struct Reader<'p> {
    pool: &'p Pool,
    // Invariant: `Some` until it is dropped.
    connection: Option<Connection>,
}

impl Reader<'_> {
    pub(crate) fn view(&self) -> Result<View<'_>, StoreError> {
        self.connection.as_ref().map(View).ok_or(StoreError::Closed)
    }
}

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        // A connection that cannot leave its transaction is closed instead.
        if let Some(connection) = self.connection.take()
            && execute(&connection, "ROLLBACK").is_ok()
        {
            self.pool.give_back(connection);
        }
    }
}

fn execute(connection: &Connection, sql: &str) -> rusqlite::Result<()> {
    connection.prepare_cached(sql)?.execute([]).map(drop)
}
