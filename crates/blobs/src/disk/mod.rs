//! Bytes on a local disk, a file per blob.

mod draft;
mod files;
mod frame;
mod layout;
mod reading;
mod staging;
mod sweep;

use std::fs::{File, OpenOptions};
use std::io;
use std::ops::Range;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::sync::Arc;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use names::Timestamp;
use shape::BodyStream;

use crate::error::During;
use crate::{BlobError, BlobId, Blobs, Plan, Staged, Swept};

use files::{Files, System};
use layout::Layout;

/// Blobs below one directory of a local disk. One process at a time has it open.
///
/// Work on files happens on the blocking threads of the Tokio runtime it is called from.
#[derive(Clone)]
pub struct Disk {
    place: Arc<Place>,
}

/// What all tasks share.
struct Place {
    layout: Layout,
    files: Box<dyn Files>,
    /// Held while it is open; the system lets go of it when the process dies.
    _lock: File,
}

impl Disk {
    /// Opens the blobs below `root`, and makes the directory if there is none. What a crash left half staged is
    /// removed. It blocks its thread.
    pub fn open(root: impl AsRef<Path>) -> Result<Self, BlobError> {
        Self::open_with(root.as_ref(), Box::new(System))
    }

    fn open_with(root: &Path, files: Box<dyn Files>) -> Result<Self, BlobError> {
        let layout = Layout::new(root);
        files.make_directory(root).during("make the directory of the blobs")?;
        let lock = lock(&layout).during("lock the directory of the blobs")?;
        make_directories(&*files, &layout).during("make the directories of the blobs")?;
        sweep::clear_staging(&*files, &layout).during("clear what a crash left behind")?;
        Ok(Self { place: Arc::new(Place { layout, files, _lock: lock }) })
    }
}

fn lock(layout: &Layout) -> io::Result<File> {
    let file = OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(layout.lock())?;
    file.try_lock()?;
    Ok(file)
}

fn make_directories(files: &dyn Files, layout: &Layout) -> io::Result<()> {
    for directory in layout.directories().chain([layout.staging()]) {
        files.make_directory(&directory)?;
    }
    files.sync_directory(layout.root())?;
    match layout.root().parent() {
        Some(parent) if !parent.as_os_str().is_empty() => files.sync_directory(parent),
        _ => files.sync_directory(Path::new(".")),
    }
}

impl Blobs for Disk {
    fn stage(&self, body: BodyStream, plan: Plan) -> BoxFuture<'static, Result<Staged, BlobError>> {
        staging::stage(Arc::clone(&self.place), body, plan).boxed()
    }

    fn open(
        &self,
        id: &BlobId,
        range: Option<Range<u64>>,
    ) -> BoxFuture<'static, Result<BodyStream, BlobError>> {
        reading::open(Arc::clone(&self.place), *id, range).boxed()
    }

    fn delete(&self, id: &BlobId) -> BoxFuture<'static, Result<(), BlobError>> {
        let (place, id) = (Arc::clone(&self.place), *id);
        blocking(move || sweep::remove(&place, &id)).boxed()
    }

    fn sweep(&self, named: &dyn Fn(&BlobId) -> bool, before: Timestamp) -> Result<Swept, BlobError> {
        sweep::sweep(&self.place, named, before)
    }
}

/// Starts work on files where it may block, and waits for it.
fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, BlobError> + Send + 'static,
) -> impl Future<Output = Result<T, BlobError>> + Send {
    let task = tokio::task::spawn_blocking(work);
    async { task.await.map_err(io::Error::other).during("finish work on a blob")? }
}

#[cfg(test)]
mod crash;
