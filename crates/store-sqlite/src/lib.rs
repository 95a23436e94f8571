//! The embedded engine: a store in one SQLite file.
//!
//! The file has one table of keys and values, a write-ahead log and full sync. One thread writes: it takes what
//! waits in its queue, runs each body in a savepoint, commits all of them with one sync and then answers, so many
//! writers share the cost of a disk flush. Readers have connections of their own and never wait for the writer.
//!
//! Promised: an answered write survives a crash of the process and, where the disk keeps its word about syncs, of
//! the machine; a body that fails or panics takes back only itself; one process at a time has the file open.

mod error;
mod file;
mod lock;
mod pool;
mod view;
mod writer;

use std::path::Path;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use store::{Snapshot, Store, StoreError, WriteBody};

use crate::lock::Lock;
use crate::pool::Pool;
use crate::writer::Writer;

/// A store in one SQLite file. Dropping it finishes the writes that wait and closes the file.
pub struct Sqlite {
    // Closed in this order: the writer's last checkpoint needs the readers gone, and the lock covers all.
    pool: Pool,
    writer: Writer,
    _lock: Lock,
}

impl Sqlite {
    /// Opens the store at `path`, and makes it if there is none. Only the server's user may read the file.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        let path = path.as_ref();
        let lock = Lock::take(path)?;
        let connection = file::open(path)?;
        let writer = Writer::start(connection)?;
        Ok(Self { pool: Pool::new(path), writer, _lock: lock })
    }

    /// Finishes the writes that wait, moves the log into the file and closes it.
    pub fn close(self) -> Result<(), StoreError> {
        let Self { pool, writer, _lock } = self;
        drop(pool);
        writer.close()
    }
}

impl Store for Sqlite {
    fn read(&self, body: &mut dyn FnMut(&dyn Snapshot) -> Result<(), StoreError>) -> Result<(), StoreError> {
        let reader = self.pool.reader()?;
        body(&reader.view()?)
    }

    fn write(&self, body: WriteBody) -> BoxFuture<'static, Result<(), StoreError>> {
        self.writer.ask(body).boxed()
    }
}
