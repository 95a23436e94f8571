//! A file before it is a blob.

use std::fs::File;
use std::sync::Arc;

use super::Place;
use crate::error::During;
use crate::{BlobError, BlobId};

/// The file of a blob that is being written. Dropped before it is settled, it leaves nothing behind.
pub(super) struct Draft {
    place: Arc<Place>,
    id: BlobId,
    /// Made with the first write, so that a body refused at once touches no disk.
    file: Option<File>,
}

impl Draft {
    pub(super) fn new(place: Arc<Place>, id: BlobId) -> Self {
        Self { place, id, file: None }
    }

    pub(super) fn id(&self) -> &BlobId {
        &self.id
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), BlobError> {
        let Place { layout, files, .. } = &*self.place;
        let file = match &self.file {
            Some(file) => file,
            None => self.file.insert(files.create(&layout.staged(&self.id)).during("create a blob")?),
        };
        files.write(file, bytes).during("write a blob")
    }

    /// Makes the blob durable and puts it into its place: bytes first, then the name.
    pub(super) fn settle(&mut self) -> Result<(), BlobError> {
        let Place { layout, files, .. } = &*self.place;
        let staged = layout.staged(&self.id);
        if let Some(file) = &self.file {
            files.sync(file, &staged).during("sync a blob")?;
        }
        files.rename(&staged, &layout.blob(&self.id)).during("put a blob into its place")?;
        self.file = None;
        files.sync_directory(&layout.directory(&self.id)).during("sync a blob's directory")
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if self.file.take().is_some() {
            // If this fails too, the next start clears it.
            let _ = self.place.files.remove(&self.place.layout.staged(&self.id));
        }
    }
}
