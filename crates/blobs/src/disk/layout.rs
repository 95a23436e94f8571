//! Where things lie below the root.

use std::path::{Path, PathBuf};

use crate::BlobId;

/// The paths below a root: `staging/<id>` while bytes come in, then `<xx>/<id>` with the id's last two digits.
///
/// The 256 directories are made when the root is, so staging never waits for one to become durable.
pub(crate) struct Layout {
    root: PathBuf,
}

impl Layout {
    pub(crate) fn new(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    pub(crate) fn lock(&self) -> PathBuf {
        self.root.join("lock")
    }

    pub(crate) fn staging(&self) -> PathBuf {
        self.root.join("staging")
    }

    pub(crate) fn staged(&self, id: &BlobId) -> PathBuf {
        self.staging().join(id.to_string())
    }

    pub(crate) fn directories(&self) -> impl Iterator<Item = PathBuf> + '_ {
        (0..=u8::MAX).map(|number| self.numbered(number))
    }

    pub(crate) fn directory(&self, id: &BlobId) -> PathBuf {
        self.numbered(id.directory())
    }

    pub(crate) fn blob(&self, id: &BlobId) -> PathBuf {
        self.directory(id).join(id.to_string())
    }

    fn numbered(&self, number: u8) -> PathBuf {
        self.root.join(format!("{number:02x}"))
    }
}
