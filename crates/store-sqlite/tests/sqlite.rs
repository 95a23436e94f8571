//! The engine against the suite of all engines, and what is its own: the file and what happens to it.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use store::conformance::{self, wait};
use store::{Store, StoreError, Transaction};
use store_sqlite::Sqlite;
use tempfile::TempDir;

fn write(store: &Sqlite, body: fn(&mut dyn Transaction) -> Result<(), StoreError>) {
    wait(store.write(Box::new(body))).unwrap();
}

fn get(store: &Sqlite, key: &[u8]) -> Option<Vec<u8>> {
    (store as &dyn Store).view(|view| view.get(key)).unwrap()
}

fn place() -> (TempDir, PathBuf) {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("store.db");
    (directory, path)
}

#[track_caller]
fn check_refused(path: &Path, why: &str) {
    let message = Sqlite::open(path).err().unwrap().to_string();
    assert!(message.contains(why), "{message}");
}

#[test]
fn sqlite_is_a_store() {
    let directories = Mutex::new(Vec::new());
    conformance::all(&|| {
        let (directory, path) = place();
        directories.lock().unwrap().push(directory);
        Arc::new(Sqlite::open(path).unwrap())
    });
}

#[test]
fn what_was_written_is_there_after_reopening() {
    let (_directory, path) = place();
    let store = Sqlite::open(&path).unwrap();
    write(&store, |tx| tx.put(b"k", b"v"));
    store.close().unwrap();
    assert_eq!(get(&Sqlite::open(&path).unwrap(), b"k").as_deref(), Some(&b"v"[..]));
}

#[test]
fn a_closed_store_is_one_file() {
    let (directory, path) = place();
    let store = Sqlite::open(&path).unwrap();
    write(&store, |tx| tx.put(b"k", b"v"));
    assert!(get(&store, b"k").is_some());
    drop(store);
    let mut names: Vec<_> =
        directory.path().read_dir().unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["store.db", "store.db-lock"]);
}

#[test]
fn writes_that_wait_are_done_before_closing() {
    let (_directory, path) = place();
    let store = Sqlite::open(&path).unwrap();
    for turn in 0..500_u32 {
        drop(store.write(Box::new(move |tx| tx.put(&turn.to_be_bytes(), b""))));
    }
    drop(store);
    assert!(get(&Sqlite::open(&path).unwrap(), &499_u32.to_be_bytes()).is_some());
}

#[test]
fn only_the_servers_user_may_read_the_files() {
    let (directory, path) = place();
    std::fs::write(&path, "").unwrap();
    std::fs::set_permissions(&path, PermissionsExt::from_mode(0o644)).unwrap();
    let store = Sqlite::open(&path).unwrap();
    write(&store, |tx| tx.put(b"k", b"v"));
    for entry in directory.path().read_dir().unwrap() {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{:?}", entry.file_name());
    }
}

#[test]
fn a_store_is_open_once() {
    let (_directory, path) = place();
    let store = Sqlite::open(&path).unwrap();
    check_refused(&path, "in use");
    drop(store);
    assert!(Sqlite::open(&path).is_ok());
}

#[test]
fn foreign_files_are_refused_and_left_alone() {
    let (_directory, path) = place();
    std::fs::write(&path, "not a database, but long enough to look at; ".repeat(100)).unwrap();
    let before = std::fs::read(&path).unwrap();
    check_refused(&path, "not a database");
    assert_eq!(std::fs::read(&path).unwrap(), before);

    let (_directory, path) = place();
    rusqlite::Connection::open(&path).unwrap().execute_batch("CREATE TABLE theirs (x)").unwrap();
    check_refused(&path, "not a store");
}

#[test]
fn a_newer_layout_is_refused() {
    let (_directory, path) = place();
    drop(Sqlite::open(&path).unwrap());
    rusqlite::Connection::open(&path).unwrap().pragma_update(None, "user_version", 2).unwrap();
    check_refused(&path, "has layout 2");
}

#[test]
fn a_body_that_overlooks_a_failed_write_is_taken_back() {
    let (_directory, path) = place();
    let store = Sqlite::open(&path).unwrap();
    let too_large = vec![0; 1_000_000_001]; // one byte beyond what SQLite takes
    let result = wait(store.write(Box::new(move |tx| {
        tx.put(b"k", b"v")?;
        let _ = tx.put(b"large", &too_large);
        Ok(())
    })));
    assert!(matches!(result, Err(StoreError::Engine { .. })), "{result:?}");
    assert_eq!(get(&store, b"k"), None);
}

#[test]
fn a_panicking_reader_gives_its_connection_back() {
    let (_directory, path) = place();
    let store = Sqlite::open(&path).unwrap();
    let read = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let _ = store.read(&mut |view| {
            view.get(b"k")?;
            std::panic::resume_unwind(Box::new("on purpose"))
        });
    }));
    assert!(read.is_err());
    write(&store, |tx| tx.put(b"k", b"v"));
    assert!(get(&store, b"k").is_some(), "the next reader must not find the old snapshot");
}
