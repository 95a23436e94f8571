//! What both places for bytes do, and how a disk's files look and fail.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::ops::Range;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use blobs::{BlobError, BlobId, Blobs, Checksums, Disk, Memory, Plan, Staged, Swept};
use bytes::{Bytes, BytesMut};
use futures_util::{StreamExt, stream};
use names::Timestamp;
use shape::{BodyError, BodyStream};
use tempfile::TempDir;

const BLOCK: usize = 64 * 1024;
const NOW: Timestamp = Timestamp::from_seconds(1_800_000_000);
const LATER: Timestamp = Timestamp::from_seconds(1_800_000_001);

/// Both engines; the directory lasts as long as the disk.
fn engines() -> (TempDir, [Box<dyn Blobs>; 2]) {
    let (directory, disk) = disk();
    (directory, [Box::new(disk), Box::new(Memory::new())])
}

fn disk() -> (TempDir, Disk) {
    let directory = tempfile::tempdir().unwrap();
    let disk = Disk::open(directory.path().join("blobs")).unwrap();
    (directory, disk)
}

/// Bytes no two blocks of which are the same.
fn sample(length: usize) -> Bytes {
    (0..length).map(|at| (at % 251 + at / BLOCK) as u8).collect()
}

fn plan() -> Plan {
    Plan { now: NOW, bytes_max: u64::MAX, checksums: Checksums::NONE }
}

fn body(bytes: &Bytes, chunk: usize) -> BodyStream {
    let chunks: Vec<_> = bytes.chunks(chunk).map(|chunk| Ok(bytes.slice_ref(chunk))).collect();
    Box::pin(stream::iter(chunks))
}

async fn stage(blobs: &dyn Blobs, bytes: &Bytes) -> Staged {
    blobs.stage(body(bytes, 10_000), plan()).await.unwrap()
}

async fn read(blobs: &dyn Blobs, id: &BlobId, range: Option<Range<u64>>) -> Result<Bytes, BlobError> {
    let mut stream = blobs.open(id, range).await?;
    let mut whole = BytesMut::new();
    while let Some(chunk) = stream.next().await {
        whole.extend_from_slice(&chunk?);
    }
    Ok(whole.freeze())
}

/// The files below a directory, without the lock.
fn files(directory: &Path) -> Vec<PathBuf> {
    let entries = directory.read_dir().unwrap().map(|entry| entry.unwrap().path());
    let (directories, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let files = files.into_iter().filter(|path| !path.ends_with("lock"));
    files.chain(directories.iter().flat_map(|path| self::files(path))).collect()
}

fn only_file(directory: &TempDir) -> PathBuf {
    let files = files(directory.path());
    assert_eq!(files.len(), 1, "{files:?}");
    files[0].clone()
}

#[tokio::test]
async fn what_was_staged_is_read_whatever_its_length() {
    let (_directory, engines) = engines();
    for blobs in engines {
        let lengths =
            [0, 1, 9_999, BLOCK - 1, BLOCK, BLOCK + 1, 4 * BLOCK, 4 * BLOCK + 1, 9 * BLOCK, 1_000_000];
        for length in lengths {
            let bytes = sample(length);
            let staged = stage(&*blobs, &bytes).await;
            assert_eq!(staged.length, length as u64);
            assert_eq!(staged.id.staged_at(), NOW);
            assert!(read(&*blobs, &staged.id, None).await.unwrap() == bytes, "{length} bytes differ");
        }
    }
}

#[tokio::test]
async fn chunks_of_any_size_give_the_same_blob() {
    let (_directory, engines) = engines();
    let bytes = sample(3 * BLOCK + 17);
    for blobs in engines {
        let mut digests = Vec::new();
        for chunk in [7, 4096, BLOCK, 2 * BLOCK + 1, usize::MAX] {
            let plan = Plan { checksums: Checksums::ALL, ..plan() };
            let staged = blobs.stage(body(&bytes, chunk), plan).await.unwrap();
            assert!(read(&*blobs, &staged.id, None).await.unwrap() == bytes, "chunks of {chunk} differ");
            digests.push(staged.digests);
        }
        assert!(digests.windows(2).all(|pair| pair[0] == pair[1]));
    }
}

#[tokio::test]
async fn a_range_gives_its_bytes() {
    let (_directory, engines) = engines();
    let length = 6 * BLOCK + 100;
    let bytes = sample(length);
    let edges = [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 4 * BLOCK, 5 * BLOCK + 3, 6 * BLOCK, length - 1, length];
    for blobs in engines {
        let id = stage(&*blobs, &bytes).await.id;
        for (index, &start) in edges.iter().enumerate() {
            for &end in &edges[index..] {
                let found = read(&*blobs, &id, Some(start as u64..end as u64)).await.unwrap();
                assert!(found == bytes.slice(start..end), "{start}..{end} differs");
            }
        }
    }
}

#[tokio::test]
async fn a_range_beyond_the_end_is_refused() {
    let (_directory, engines) = engines();
    for blobs in engines {
        let id = stage(&*blobs, &sample(10)).await.id;
        for (start, end) in [(0, 11), (11, 12), (u64::MAX - 1, u64::MAX)] {
            let refused = read(&*blobs, &id, Some(start..end)).await;
            assert!(matches!(refused, Err(BlobError::Range { length: 10, .. })), "{refused:?}");
        }
    }
}

#[tokio::test]
async fn a_body_beyond_the_limit_leaves_nothing() {
    let (directory, disk) = disk();
    let blobs: [Box<dyn Blobs>; 2] = [Box::new(disk), Box::new(Memory::new())];
    for blobs in blobs {
        for length in [11, 20 * BLOCK] {
            let plan = Plan { bytes_max: length as u64 - 1, ..plan() };
            let refused = blobs.stage(body(&sample(length), BLOCK), plan).await;
            assert!(matches!(refused, Err(BlobError::Body(BodyError::TooLarge))), "{refused:?}");
            let exact = Plan { bytes_max: length as u64, ..plan };
            let kept = blobs.stage(body(&sample(length), BLOCK), exact).await.unwrap();
            blobs.delete(&kept.id).await.unwrap();
        }
    }
    assert_eq!(files(directory.path()), [] as [PathBuf; 0]);
}

#[tokio::test]
async fn a_body_that_fails_leaves_nothing() {
    let (directory, engines) = engines();
    for blobs in engines {
        for good in [0, 1, 20] {
            let chunks = (0..good).map(|_| Ok(sample(BLOCK))).chain([Err(BodyError::Incomplete)]);
            let failed = blobs.stage(Box::pin(stream::iter(chunks.collect::<Vec<_>>())), plan()).await;
            assert!(matches!(failed, Err(BlobError::Body(BodyError::Incomplete))), "{failed:?}");
        }
        assert_eq!(blobs.sweep(&|_| false, LATER).unwrap(), Swept::default());
    }
    assert_eq!(files(directory.path()), [] as [PathBuf; 0]);
}

#[tokio::test]
async fn a_caller_that_goes_away_leaves_nothing() {
    let (directory, disk) = disk();
    let endless = stream::iter((0..20).map(|_| Ok(sample(BLOCK)))).chain(stream::pending());
    let staging = disk.stage(Box::pin(endless), plan());
    assert!(tokio::time::timeout(std::time::Duration::from_millis(50), staging).await.is_err());
    while !files(directory.path()).is_empty() {
        tokio::task::yield_now().await; // a write may still be under way
    }
}

#[tokio::test]
async fn a_deleted_blob_is_gone_and_deleting_twice_is_no_error() {
    let (_directory, engines) = engines();
    for blobs in engines {
        let id = stage(&*blobs, &sample(10)).await.id;
        blobs.delete(&id).await.unwrap();
        blobs.delete(&id).await.unwrap();
        let missing = read(&*blobs, &id, None).await;
        assert!(matches!(missing, Err(BlobError::Missing(missing)) if missing == id), "{missing:?}");
    }
}

#[tokio::test]
async fn an_open_blob_can_be_read_though_it_is_deleted() {
    let (_directory, engines) = engines();
    for blobs in engines {
        let id = stage(&*blobs, &sample(20 * BLOCK)).await.id;
        let stream = blobs.open(&id, None).await.unwrap();
        blobs.delete(&id).await.unwrap();
        let bytes = stream.map(|chunk| chunk.unwrap().len()).fold(0, async |sum, length| sum + length).await;
        assert_eq!(bytes, 20 * BLOCK);
    }
}

#[tokio::test]
async fn a_sweep_removes_what_is_old_and_unnamed() {
    let (_directory, engines) = engines();
    for blobs in engines {
        let named = stage(&*blobs, &sample(10)).await.id;
        let unnamed = stage(&*blobs, &sample(10)).await.id;
        let recent = blobs.stage(body(&sample(10), 10), Plan { now: LATER, ..plan() }).await.unwrap().id;
        let swept = blobs.sweep(&|id| *id == named, LATER).unwrap();
        assert_eq!(swept.blobs, 1);
        assert!(swept.bytes >= 10);
        assert!(read(&*blobs, &named, None).await.is_ok());
        assert!(read(&*blobs, &recent, None).await.is_ok());
        assert!(matches!(read(&*blobs, &unnamed, None).await, Err(BlobError::Missing(_))));
    }
}

#[tokio::test]
async fn a_flipped_bit_anywhere_is_noticed() {
    let (directory, disk) = disk();
    let bytes = sample(5 * BLOCK + 100);
    let id = stage(&disk, &bytes).await.id;
    let path = only_file(&directory);
    let written = std::fs::read(&path).unwrap();
    for at in (0..written.len()).step_by(9973).chain(written.len() - 40..written.len()) {
        let mut flipped = written.clone();
        flipped[at] ^= 4;
        std::fs::write(&path, flipped).unwrap();
        check_damaged(&disk, &id, &bytes, at).await;
    }
}

/// The read fails, and the bytes before it failed are right.
async fn check_damaged(disk: &Disk, id: &BlobId, bytes: &Bytes, at: usize) {
    let mut seen = 0;
    let mut stream = match disk.open(id, None).await {
        Ok(stream) => stream,
        Err(BlobError::Damaged { .. }) => return,
        Err(other) => panic!("{other}"),
    };
    while let Some(chunk) = stream.next().await {
        let chunk = match chunk {
            Ok(chunk) => chunk,
            Err(BodyError::Io(_)) => return,
            Err(other) => panic!("{other}"),
        };
        assert!(bytes[seen..].starts_with(&chunk), "wrong bytes, changed at {at}");
        seen += chunk.len();
    }
    panic!("the change at {at} was not noticed");
}

#[tokio::test]
async fn damage_outside_a_range_does_not_spoil_it() {
    let (directory, disk) = disk();
    let bytes = sample(6 * BLOCK);
    let id = stage(&disk, &bytes).await.id;
    let path = only_file(&directory);
    let mut written = std::fs::read(&path).unwrap();
    written[10] ^= 1;
    std::fs::write(&path, written).unwrap();
    let good = BLOCK as u64..2 * BLOCK as u64;
    assert!(read(&disk, &id, Some(good)).await.unwrap() == bytes.slice(BLOCK..2 * BLOCK));
    assert!(matches!(read(&disk, &id, Some(0..5)).await, Err(BlobError::Damaged { .. })));
}

#[tokio::test]
async fn a_file_of_another_length_is_noticed() {
    let (directory, disk) = disk();
    let id = stage(&disk, &sample(2 * BLOCK + 100)).await.id;
    let path = only_file(&directory);
    let written = std::fs::read(&path).unwrap();
    let longer = [&written[..], b"more"].concat();
    let cuts = [0, 1, 23, 24, 100, BLOCK, BLOCK + 8, written.len() - 24, written.len() - 1];
    for changed in cuts.iter().map(|cut| &written[..*cut]).chain([&longer[..]]) {
        std::fs::write(&path, changed).unwrap();
        let read = read(&disk, &id, None).await;
        assert!(matches!(read, Err(BlobError::Damaged { .. })), "{} bytes: {read:?}", changed.len());
    }
}

#[tokio::test]
async fn another_blobs_file_is_noticed() {
    let (directory, disk) = disk();
    let id = stage(&disk, &sample(100)).await.id;
    let path = only_file(&directory);
    let other = stage(&disk, &sample(100)).await.id;
    let files = files(directory.path());
    let others = files.iter().find(|file| **file != path).unwrap();
    std::fs::rename(others, &path).unwrap();
    assert!(matches!(read(&disk, &id, None).await, Err(BlobError::Damaged { .. })));
    assert!(matches!(read(&disk, &other, None).await, Err(BlobError::Missing(_))));
}

#[tokio::test]
async fn blobs_outlive_the_process_and_half_staged_ones_do_not() {
    let (directory, disk) = disk();
    let bytes = sample(100);
    let id = stage(&disk, &bytes).await.id;
    drop(disk);
    let root = directory.path().join("blobs");
    std::fs::write(root.join("staging").join("half"), "half").unwrap();
    let disk = Disk::open(&root).unwrap();
    assert_eq!(read(&disk, &id, None).await.unwrap(), bytes);
    assert_eq!(files(&root).len(), 1);
}

#[tokio::test]
async fn a_directory_is_open_once() {
    let (directory, disk) = disk();
    let root = directory.path().join("blobs");
    assert!(Disk::open(&root).is_err());
    drop(disk);
    assert!(Disk::open(&root).is_ok());
}

#[tokio::test]
async fn only_the_servers_user_may_read_the_files() {
    let (directory, disk) = disk();
    stage(&disk, &sample(100)).await;
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&directory.path().join("blobs")), 0o700);
    let file = only_file(&directory);
    assert_eq!(mode(&file), 0o600);
    assert_eq!(mode(file.parent().unwrap()), 0o700);
}
