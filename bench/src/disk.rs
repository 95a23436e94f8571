//! What the disk can do, through files and nothing else.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::Outcome;

/// A commit of the limit: one page, written over and over into a file that already has its length.
const PAGE_BYTES: usize = 4096;
const PAGES: u64 = 1024;

/// Durable commits per second, one after the other.
pub(crate) fn commits_per_second(folder: &Path, time: Duration) -> Outcome<f64> {
    let path = folder.join("commits");
    fs::write(&path, vec![0; PAGE_BYTES * PAGES as usize])?;
    let file = OpenOptions::new().write(true).open(&path)?;
    file.sync_all()?;
    let began = Instant::now();
    let mut commits = 0;
    while began.elapsed() < time {
        let page = [commits as u8; PAGE_BYTES];
        file.write_all_at(&page, commits % PAGES * PAGE_BYTES as u64)?;
        file.sync_data()?;
        commits += 1;
    }
    Ok(commits as f64 / began.elapsed().as_secs_f64())
}

/// Files per second written, synced and named by so many threads, up to `count` of them.
pub(crate) fn writes_per_second(
    folder: &Path,
    bytes: &[u8],
    threads: usize,
    count: usize,
    time_max: Duration,
) -> Outcome<f64> {
    fs::create_dir_all(folder)?;
    each(threads, count, time_max, |number| {
        let mut file = File::create(folder.join(number.to_string()))?;
        file.write_all(bytes)?;
        Ok(file.sync_all()?)
    })
}

/// Files per second read by so many threads, of those that were written.
pub(crate) fn reads_per_second(folder: &Path, threads: usize, time_max: Duration) -> Outcome<f64> {
    let files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Outcome<Vec<_>>>()?;
    each(threads, usize::MAX, time_max, |number| {
        let path = files.get(number % files.len().max(1)).ok_or("there are no files")?;
        fs::read(path)?;
        Ok(())
    })
}

fn each(
    threads: usize,
    count: usize,
    time_max: Duration,
    work: impl Fn(usize) -> Outcome + Sync,
) -> Outcome<f64> {
    let began = Instant::now();
    let one = |thread: usize| -> Outcome<u32> {
        let mut done = 0;
        for number in (thread..count).step_by(threads) {
            work(number)?;
            done += 1;
            if began.elapsed() > time_max {
                break;
            }
        }
        Ok(done)
    };
    let done = std::thread::scope(|scope| {
        let started: Vec<_> = (0..threads).map(|thread| scope.spawn(move || one(thread))).collect();
        let joined = started.into_iter().map(|thread| thread.join().map_err(|_| "a thread died")?);
        joined.sum::<Outcome<u32>>()
    })?;
    Ok(f64::from(done) / began.elapsed().as_secs_f64())
}
