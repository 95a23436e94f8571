//! One process per store.

use std::fs::{File, OpenOptions};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use store::StoreError;

/// Only the server's user may read the store.
pub(crate) const FILE_MODE: u32 = 0o600;

/// Held while the store is open; the system lets go of it when the process dies.
///
/// It is a file of its own, `<store>-lock`: closing a second handle of the database would take away the locks
/// SQLite holds on it.
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    pub(crate) fn take(store: &Path) -> Result<Self, StoreError> {
        let path = beside(store);
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false).mode(FILE_MODE);
        let file = options
            .open(&path)
            .map_err(|error| StoreError::caused(format!("cannot open `{}`", path.display()), error))?;
        file.try_lock().map_err(|error| {
            StoreError::caused(format!("`{}` is in use by another process", store.display()), error)
        })?;
        Ok(Self { _file: file })
    }
}

fn beside(store: &Path) -> PathBuf {
    let mut name = store.as_os_str().to_owned();
    name.push("-lock");
    name.into()
}
