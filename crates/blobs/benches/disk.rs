//! How fast blobs go to the disk and come back, printed: `cargo bench -p blobs`.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark prints, and stops at the first error"
)]

use std::time::{Duration, Instant};

use blobs::{BlobId, Blobs, Checksums, Disk, Plan, Staged};
use bytes::Bytes;
use futures_util::future::join_all;
use futures_util::{StreamExt, stream};
use names::Timestamp;
use shape::{Body, BodyStream};

/// As the network hands chunks over.
const CHUNK_BYTES: usize = 64 * 1024;

#[tokio::main]
async fn main() {
    let directory = tempfile::tempdir().unwrap();
    let disk = Disk::open(directory.path()).unwrap();
    measure(&disk, "4 KiB", 4 << 10, 1000).await;
    measure(&disk, "8 MiB", 8 << 20, 40).await;
    together(&disk, "4 KiB", 4 << 10, 32).await;
    with_all_checksums(&disk).await;
}

async fn measure(disk: &Disk, name: &str, bytes: usize, times: u32) {
    let bytes = Bytes::from(vec![7; bytes]);
    let start = Instant::now();
    let mut ids = Vec::new();
    for _ in 0..times {
        ids.push(put(disk, &bytes, Checksums::NONE).await.id);
    }
    report(&format!("put {name}"), times, bytes.len(), start.elapsed());

    let start = Instant::now();
    for id in &ids {
        assert_eq!(get(disk, id).await, bytes.len());
    }
    report(&format!("get {name}"), times, bytes.len(), start.elapsed());
}

async fn together(disk: &Disk, name: &str, bytes: usize, at_once: u32) {
    let bytes = Bytes::from(vec![7; bytes]);
    let start = Instant::now();
    let rounds = 50;
    for _ in 0..rounds {
        join_all((0..at_once).map(|_| put(disk, &bytes, Checksums::NONE))).await;
    }
    report(&format!("put {name}, {at_once} at once"), rounds * at_once, bytes.len(), start.elapsed());
}

async fn with_all_checksums(disk: &Disk) {
    let bytes = Bytes::from(vec![7; 8 << 20]);
    let start = Instant::now();
    for _ in 0..20 {
        put(disk, &bytes, Checksums::ALL).await;
    }
    report("put 8 MiB, every checksum", 20, bytes.len(), start.elapsed());
}

async fn put(disk: &Disk, bytes: &Bytes, checksums: Checksums) -> Staged {
    let plan = Plan { now: Timestamp::from_seconds(1_800_000_000), bytes_max: u64::MAX, checksums };
    disk.stage(body(bytes), plan).await.unwrap()
}

fn body(bytes: &Bytes) -> BodyStream {
    if bytes.len() <= CHUNK_BYTES {
        return Body::from(bytes.clone()).take();
    }
    let bytes = bytes.clone();
    let chunks = (0..bytes.len()).step_by(CHUNK_BYTES).map(move |at| Ok(bytes.slice(at..at + CHUNK_BYTES)));
    Box::pin(stream::iter(chunks))
}

async fn get(disk: &Disk, id: &BlobId) -> usize {
    let mut stream = disk.open(id, None).await.unwrap();
    let mut length = 0;
    while let Some(chunk) = stream.next().await {
        length += chunk.unwrap().len();
    }
    length
}

fn report(what: &str, times: u32, bytes: usize, took: Duration) {
    let each = took.as_secs_f64() / f64::from(times);
    let (per_second, megabytes) = (1.0 / each, bytes as f64 / each / 1e6);
    println!("{what:<28} {:>10.1} µs {per_second:>10.0} /s {megabytes:>10.1} MB/s", each * 1e6);
}
