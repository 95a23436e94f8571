//! Removing what nothing names.

use std::fs::{self, DirEntry};
use std::io;

use names::Timestamp;

use super::Place;
use super::files::Files;
use super::layout::Layout;
use crate::error::During;
use crate::{BlobError, BlobId, Swept};

pub(super) fn sweep(
    place: &Place,
    named: &dyn Fn(&BlobId) -> bool,
    before: Timestamp,
) -> Result<Swept, BlobError> {
    let mut swept = Swept::default();
    for directory in place.layout.directories() {
        for entry in fs::read_dir(directory).during("list blobs")? {
            let entry = entry.during("list blobs")?;
            let Some(id) = id_of(&entry).filter(|id| id.staged_at() < before && !named(id)) else {
                continue;
            };
            swept.bytes += entry.metadata().map_or(0, |file| file.len());
            swept.blobs += 1;
            remove(place, &id)?;
        }
    }
    Ok(swept)
}

/// The blob whose file this is. What is not ours is left alone.
fn id_of(entry: &DirEntry) -> Option<BlobId> {
    entry.file_name().to_str()?.parse().ok()
}

/// Removes a blob's file. The directory is not synced: a blob that a crash brings back is swept again.
pub(super) fn remove(place: &Place, id: &BlobId) -> Result<(), BlobError> {
    match place.files.remove(&place.layout.blob(id)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error).during("remove a blob"),
        _ => Ok(()),
    }
}

/// Removes what an earlier process was staging when it ended.
pub(super) fn clear_staging(files: &dyn Files, layout: &Layout) -> io::Result<()> {
    for entry in fs::read_dir(layout.staging())? {
        files.remove(&entry?.path())?;
    }
    Ok(())
}
