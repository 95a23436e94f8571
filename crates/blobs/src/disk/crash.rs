//! The power fails at every step of staging, and the disk keeps as little as it may.
//!
//! `Failing` carries out a number of steps and then refuses, as a process that is gone would. It notes what each
//! step makes durable, and from that builds the directory a machine could find after its power failed: files with
//! the bytes that were synced, under the names that were synced. The other extreme, in which everything reached
//! the disk, is the directory as it is.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use bytes::Bytes;
use futures_util::{TryStreamExt, stream};
use names::Timestamp;

use super::Disk;
use super::files::{Files, System};
use crate::{BlobError, BlobId, Blobs, Checksums, Plan, Staged};

/// Four writes of frames, and the last one.
const LENGTH: usize = 17 * 64 * 1024 + 5;

/// More than staging takes; the test checks that.
const STEPS_MAX: usize = 40;

#[derive(Clone, Default)]
struct Failing {
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    /// Steps that still succeed; `None` while the disk is being opened.
    steps_left: Option<usize>,
    steps_done: Vec<&'static str>,
    /// What each directory is: each name's file.
    names: BTreeMap<PathBuf, FileNumber>,
    /// What of that is durable.
    durable_names: BTreeMap<PathBuf, FileNumber>,
    /// The durable bytes of each file.
    durable_bytes: Vec<Vec<u8>>,
}

type FileNumber = usize;

impl Failing {
    /// The state, if this step still happens.
    fn step(&self, name: &'static str) -> io::Result<MutexGuard<'_, State>> {
        let mut state = self.state.lock().unwrap();
        match &mut state.steps_left {
            Some(0) => return Err(io::Error::other("the power is off")),
            Some(left) => *left -= 1,
            None => {}
        }
        state.steps_done.push(name);
        Ok(state)
    }
}

impl Files for Failing {
    fn create(&self, path: &Path) -> io::Result<File> {
        let mut state = self.step("create")?;
        let number = state.durable_bytes.len();
        state.durable_bytes.push(Vec::new());
        state.names.insert(path.to_owned(), number);
        System.create(path)
    }

    /// The power may fail in the middle of it.
    fn write(&self, file: &File, bytes: &[u8]) -> io::Result<()> {
        System.write(file, &bytes[..bytes.len() / 2])?;
        drop(self.step("write")?);
        System.write(file, &bytes[bytes.len() / 2..])
    }

    fn sync(&self, file: &File, path: &Path) -> io::Result<()> {
        let mut state = self.step("sync")?;
        let number = state.names[path];
        state.durable_bytes[number] = fs::read(path)?;
        System.sync(file, path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.step("rename")?;
        let number = state.names.remove(from).unwrap();
        state.names.insert(to.to_owned(), number);
        System.rename(from, to)
    }

    fn sync_directory(&self, path: &Path) -> io::Result<()> {
        let mut state = self.step("sync directory")?;
        let inside = |name: &PathBuf| name.parent() == Some(path);
        let now: Vec<_> =
            state.names.iter().filter(|(name, _)| inside(name)).map(|(n, f)| (n.clone(), *f)).collect();
        state.durable_names.retain(|name, _| !inside(name));
        state.durable_names.extend(now);
        System.sync_directory(path)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut state = self.step("remove")?;
        state.names.remove(path);
        System.remove(path)
    }
}

/// A disk whose power fails after so many steps of staging, and what became of that.
struct Run {
    root: PathBuf,
    files: Failing,
    staged: Result<Staged, BlobError>,
    _directory: tempfile::TempDir,
}

async fn run(steps: usize) -> Run {
    let directory = tempfile::tempdir().unwrap();
    let root = directory.path().join("blobs");
    let files = Failing::default();
    let disk = Disk::open_with(&root, Box::new(files.clone())).unwrap();
    files.state.lock().unwrap().steps_done.clear();
    files.state.lock().unwrap().steps_left = Some(steps);
    let plan = Plan { now: Timestamp::from_seconds(1), bytes_max: u64::MAX, checksums: Checksums::NONE };
    let bytes = sample();
    let chunks: Vec<_> = bytes.chunks(50_000).map(|chunk| Ok(bytes.slice_ref(chunk))).collect();
    let staged = disk.stage(Box::pin(stream::iter(chunks)), plan).await;
    Run { root, files, staged, _directory: directory }
}

fn sample() -> Bytes {
    (0..LENGTH).map(|at| (at % 251) as u8).collect()
}

impl Run {
    /// Leaves on the disk only what had to be there. The directories are as they were made at the start.
    fn lose_what_is_not_durable(&self) {
        let state = self.files.state.lock().unwrap();
        for name in blob_files(&self.root).into_iter().chain(files_in(&self.root.join("staging"))) {
            fs::remove_file(name).unwrap();
        }
        for (name, number) in &state.durable_names {
            fs::write(name, &state.durable_bytes[*number]).unwrap();
        }
    }

    /// After a restart every visible blob is whole, and one that was answered is there.
    async fn check(&self, what: &str) {
        let disk = Disk::open(&self.root).unwrap();
        assert!(files_in(&self.root.join("staging")).is_empty(), "{what}: something is left of staging");
        for file in blob_files(&self.root) {
            let id: BlobId = file.file_name().unwrap().to_str().unwrap().parse().unwrap();
            assert!(read(&disk, &id).await.unwrap() == sample(), "{what}: a blob is not whole");
        }
        if let Ok(staged) = &self.staged {
            assert!(read(&disk, &staged.id).await.unwrap() == sample(), "{what}: an answered blob is lost");
        }
    }
}

async fn read(disk: &Disk, id: &BlobId) -> Result<Vec<u8>, BlobError> {
    let chunks: Vec<Bytes> = disk.open(id, None).await?.try_collect().await?;
    Ok(chunks.concat())
}

fn blob_files(root: &Path) -> Vec<PathBuf> {
    (0..=u8::MAX).flat_map(|number| files_in(&root.join(format!("{number:02x}")))).collect()
}

fn files_in(directory: &Path) -> Vec<PathBuf> {
    fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()).collect()
}

#[tokio::test]
async fn a_power_failure_at_any_step_leaves_a_whole_blob_or_nothing() {
    for steps in 0..STEPS_MAX {
        let run = run(steps).await;
        run.check(&format!("everything kept after {steps} steps")).await;
        run.lose_what_is_not_durable();
        run.check(&format!("as little as possible kept after {steps} steps")).await;
        if run.staged.is_ok() {
            let done = run.files.state.lock().unwrap().steps_done.join(", ");
            assert_eq!(done, "create, write, write, write, write, write, sync, rename, sync directory");
            return;
        }
    }
    panic!("staging never ended");
}

#[tokio::test]
async fn a_refused_write_leaves_no_file() {
    let directory = tempfile::tempdir().unwrap();
    let disk = Disk::open_with(directory.path(), Box::new(Refusing)).unwrap();
    let plan = Plan { now: Timestamp::from_seconds(1), bytes_max: u64::MAX, checksums: Checksums::NONE };
    let refused = disk.stage(Box::pin(stream::iter([Ok(sample())])), plan).await;
    assert!(matches!(refused, Err(BlobError::Io { attempted: "sync a blob", .. })), "{refused:?}");
    assert!(files_in(&directory.path().join("staging")).is_empty());
    assert!(blob_files(directory.path()).is_empty());
}

/// A disk that is full when it is to sync.
struct Refusing;

impl Files for Refusing {
    fn sync(&self, _file: &File, _path: &Path) -> io::Result<()> {
        Err(io::ErrorKind::StorageFull.into())
    }
}
