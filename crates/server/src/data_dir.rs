//! The data directory: `master.key`, `metadata.db`, `objects/`, `copies/`, `tls/`, for the server's user only.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use kernel::{Entropy, MasterKey};

use crate::StartError;
use crate::error::at;

/// The paths in a data directory.
pub(crate) struct DataDir(PathBuf);

impl DataDir {
    /// Opens the directory, and makes it if there is none.
    pub(crate) fn open(path: &Path) -> Result<Self, StartError> {
        make(path)?;
        make(&path.join("tls"))?;
        make(&path.join("objects"))?;
        make(&path.join("copies"))?;
        Ok(Self(path.to_owned()))
    }

    pub(crate) fn metadata(&self) -> PathBuf {
        self.0.join("metadata.db")
    }

    pub(crate) fn objects(&self) -> PathBuf {
        self.0.join("objects")
    }

    pub(crate) fn copies(&self) -> PathBuf {
        self.0.join("copies")
    }

    pub(crate) fn tls(&self) -> PathBuf {
        self.0.join("tls")
    }

    /// The master key, made at the first start.
    pub(crate) fn master_key(&self, entropy: &dyn Entropy) -> Result<MasterKey, StartError> {
        let path = self.0.join("master.key");
        match fs::File::open(&path) {
            Ok(file) => {
                let mut text = String::new();
                file.take(1024).read_to_string(&mut text).map_err(at(&path))?;
                parse_key(text.trim()).ok_or(StartError::MasterKey(path))
            }
            // A fresh key would open nothing that the lost one sealed.
            Err(error) if error.kind() == io::ErrorKind::NotFound && self.metadata().exists() => {
                Err(StartError::MasterKeyLost(path))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let key = MasterKey::generate(entropy);
                let text: String = key.bytes().iter().map(|byte| format!("{byte:02x}")).collect();
                write_private(&path, &format!("{text}\n"))?;
                Ok(key)
            }
            Err(error) => Err(at(&path)(error)),
        }
    }
}

fn parse_key(text: &str) -> Option<MasterKey> {
    let mut bytes = [0; 32];
    if text.len() != 64 {
        return None;
    }
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok()?;
    }
    Some(MasterKey::from_bytes(bytes))
}

fn make(path: &Path) -> Result<(), StartError> {
    DirBuilder::new().recursive(true).mode(0o700).create(path).map_err(at(path))
}

/// Writes a new file that only its owner may read, whole and on disk before it bears its name.
pub(crate) fn write_private(path: &Path, text: &str) -> Result<(), StartError> {
    let staged = path.with_extension("new");
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true).mode(0o600);
    let mut file = options.open(&staged).map_err(at(&staged))?;
    file.write_all(text.as_bytes()).map_err(at(&staged))?;
    file.sync_all().map_err(at(&staged))?;
    fs::rename(&staged, path).map_err(at(path))?;
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(at(folder))
}

#[cfg(test)]
mod tests {
    use kernel::SystemEntropy;

    use super::*;

    #[test]
    fn the_master_key_is_made_once() {
        let folder = tempfile::tempdir().unwrap();
        let (dir, entropy) = (DataDir::open(folder.path()).unwrap(), SystemEntropy::new());
        let made = dir.master_key(&entropy).unwrap();
        assert_eq!(dir.master_key(&entropy).unwrap().bytes(), made.bytes());
        fs::write(dir.metadata(), "").unwrap();
        fs::remove_file(folder.path().join("master.key")).unwrap();
        assert!(matches!(dir.master_key(&entropy), Err(StartError::MasterKeyLost(_))));
    }
}
