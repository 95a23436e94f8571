//! A process that is killed while it writes: whatever it had been answered is there afterwards.
//!
//! The test runs itself again as a child that writes and reports each answered write on its output, and kills it
//! after a number of reports. This shows that answers come after commits and that recovery loses nothing; that
//! commits reach the disk is `synchronous=FULL`, which only pulling a plug could test.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking, and the child reports"
)]

use std::env;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;

use store::conformance::wait;
use store::{Order, Store};
use store_sqlite::Sqlite;

const DIRECTORY: &str = "STORE_CRASH_TEST_DIRECTORY";
const ROUNDS: u64 = 15;
const WRITERS: u8 = 4;

#[test]
fn every_answered_write_survives_a_kill() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("store.db");
    let mut answered = [0; WRITERS as usize];
    for round in 0..ROUNDS {
        let reports = 1 + round * 7919 % 400;
        let child = start_child(directory.path());
        read_and_kill(child, reports, &mut answered);
        check_counters(&path, &answered);
    }
}

fn start_child(directory: &Path) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["--exact", "child_that_writes_until_it_is_killed", "--ignored", "--nocapture"])
        .env(DIRECTORY, directory)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Kills the child after so many reports, and notes these and those that were on their way.
fn read_and_kill(mut child: Child, reports: u64, answered: &mut [u64]) {
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    let mut seen = 0;
    while output.read_line(&mut line).unwrap() > 0 {
        if let Some((writer, count)) = report(&line) {
            answered[writer] = answered[writer].max(count);
            seen += 1;
        }
        if seen == reports {
            child.kill().unwrap();
        }
        line.clear();
    }
    child.wait().unwrap();
    assert!(seen >= reports, "the child ended by itself after {seen} reports");
}

/// `answered 2 17`, whole up to its end of line.
fn report(line: &str) -> Option<(usize, u64)> {
    let (writer, count) = line.strip_suffix('\n')?.split_once("answered ")?.1.split_once(' ')?;
    Some((writer.parse().ok()?, count.parse().ok()?))
}

/// Each writer's records go from 1 without a gap at least to the last one answered.
#[track_caller]
fn check_counters(path: &Path, answered: &[u64]) {
    let store = Sqlite::open(path).unwrap();
    for (writer, last) in (0_u8..).zip(answered) {
        let kept = (&store as &dyn Store)
            .view(|view| view.range(&[writer], &[writer + 1], usize::MAX, Order::Ascending));
        let kept = kept.unwrap();
        assert!(kept.len() as u64 >= *last, "writer {writer} has {} records of {last}", kept.len());
        for (count, entry) in (1_u64..).zip(&kept) {
            assert_eq!(entry.key, key(writer, count));
            assert_eq!(entry.value, value(count));
        }
    }
}

fn key(writer: u8, count: u64) -> Vec<u8> {
    [&[writer][..], &count.to_be_bytes()].concat()
}

/// Now and then large enough to fill the log and start a checkpoint.
fn value(count: u64) -> Vec<u8> {
    let length = if count.is_multiple_of(16) { 100_000 } else { 100 };
    vec![count as u8; length]
}

#[test]
#[ignore = "it is the child of `every_answered_write_survives_a_kill`"]
fn child_that_writes_until_it_is_killed() {
    let Some(directory) = env::var_os(DIRECTORY) else { return };
    let store = Sqlite::open(Path::new(&directory).join("store.db")).unwrap();
    thread::scope(|scope| {
        for writer in 0..WRITERS {
            let store = &store;
            scope.spawn(move || write_on(store, writer));
        }
    });
}

fn write_on(store: &Sqlite, writer: u8) {
    let kept = (store as &dyn Store)
        .view(|view| view.range(&[writer], &[writer + 1], 1, Order::Descending))
        .unwrap();
    let last = kept.first().map_or(0, |entry| u64::from_be_bytes(entry.key[1..].try_into().unwrap()));
    for count in last + 1.. {
        wait(store.write(Box::new(move |tx| tx.put(&key(writer, count), &value(count))))).unwrap();
        println!("answered {writer} {count}");
    }
}
