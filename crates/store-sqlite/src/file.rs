//! Opening the file: its permissions, its settings, and whether it is ours.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use store::StoreError;

use crate::error::During;
use crate::lock::FILE_MODE;

/// Marks the file as a store of ours: the letters `DPTY`.
const APPLICATION_ID: i64 = 0x4450_5459;

/// The version of the one table; a file of another version is refused.
const LAYOUT_VERSION: i64 = 1;

/// How long a connection waits for a lock, such as the one of a checkpoint or a recovery.
const BUSY_MAX: Duration = Duration::from_secs(10);

/// We have nine statements; none is ever prepared twice.
const STATEMENTS_CACHED: usize = 16;

/// The log is cut back to this size when it was moved into the file.
const LOG_BYTES_KEPT: i64 = 64 << 20;

/// Each connection's page cache, as SQLite counts it: negative, in KiB.
const CACHE_KIB: i64 = -8192;

/// The writer's connection; makes the file if there is none.
pub(crate) fn open(path: &Path) -> Result<Connection, StoreError> {
    prepare(path).map_err(|error| StoreError::caused(format!("cannot open `{}`", path.display()), error))?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).during("cannot open the store")?;
    settle(&connection)?;
    claim(&connection, path)?;
    connection.pragma_update(None, "journal_mode", "wal").during("cannot switch to a write-ahead log")?;
    connection.pragma_update(None, "synchronous", "full").during("cannot ask for full sync")?;
    connection.pragma_update(None, "journal_size_limit", LOG_BYTES_KEPT).during("cannot bound the log")?;
    // A savepoint keeps the pages it may have to bring back; memory is the place for them.
    connection.pragma_update(None, "temp_store", "memory").during("cannot keep savepoints in memory")?;
    Ok(connection)
}

/// A reader's connection, to a file that the writer has open.
pub(crate) fn open_reader(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).during("cannot open a reader")?;
    settle(&connection)?;
    Ok(connection)
}

/// Makes the file before SQLite does, so that it never exists with other permissions; SQLite gives its log the
/// same ones.
fn prepare(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false).mode(FILE_MODE).open(path)?;
    fs::set_permissions(path, Permissions::from_mode(FILE_MODE))?;
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => File::open(parent)?.sync_all(),
        _ => File::open(".")?.sync_all(),
    }
}

fn settle(connection: &Connection) -> Result<(), StoreError> {
    connection.busy_timeout(BUSY_MAX).during("cannot set the lock's patience")?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_CACHED);
    // Or SQLite plans each range anew whenever its bounds change, which takes longer than to read it.
    let keeps_plans = connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true);
    keeps_plans.during("cannot keep plans stable")?;
    connection.pragma_update(None, "cache_size", CACHE_KIB).during("cannot size the page cache")
}

/// Checks that the file is a store of ours, or makes an empty one into one.
fn claim(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let number = |pragma: &str| {
        let found: rusqlite::Result<i64> = connection.pragma_query_value(None, pragma, |row| row.get(0));
        found.during("cannot read the store's header")
    };
    match (number("application_id")?, number("user_version")?, number("schema_version")?) {
        (0, 0, 0) => create(connection),
        (APPLICATION_ID, LAYOUT_VERSION, _) => Ok(()),
        (APPLICATION_ID, version, _) => Err(StoreError::engine(format!(
            "`{}` has layout {version}; this server reads layout {LAYOUT_VERSION}",
            path.display()
        ))),
        _ => Err(StoreError::engine(format!("`{}` is a database, but not a store", path.display()))),
    }
}

fn create(connection: &Connection) -> Result<(), StoreError> {
    let statements = format!(
        "BEGIN IMMEDIATE;
         CREATE TABLE kv (key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
         PRAGMA application_id = {APPLICATION_ID};
         PRAGMA user_version = {LAYOUT_VERSION};
         COMMIT;"
    );
    connection.execute_batch(&statements).during("cannot make the store")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commits_are_synced() {
        let directory = tempfile::tempdir().unwrap();
        let connection = open(&directory.path().join("store.db")).unwrap();
        let level: i64 = connection.pragma_query_value(None, "synchronous", |row| row.get(0)).unwrap();
        assert_eq!(level, 2);
    }
}
