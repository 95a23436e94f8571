//! How fast the engine reads and writes, printed: `cargo bench -p store-sqlite`.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark prints, and stops at the first error"
)]

use std::hint::black_box;
use std::thread;
use std::time::{Duration, Instant};

use store::conformance::wait;
use store::{Order, Store};
use store_sqlite::Sqlite;

const RECORDS: u32 = 50_000;
const READS: u32 = 100_000;
const WRITES: u32 = 2_000;
const VALUE_BYTES: usize = 500;

fn main() {
    let directory = tempfile::tempdir().unwrap();
    let store = Sqlite::open(directory.path().join("store.db")).unwrap();

    let took = timed(|| fill(&store));
    per_second("puts in large transactions", RECORDS, took);
    let took = timed(|| (0..READS).for_each(|turn| point_get(&store, turn)));
    each("point get, its own snapshot", READS, took);
    let took = timed(|| in_one_snapshot(&store));
    each("point get, shared snapshot", READS, took);
    let took = timed(|| (0..READS / 20).for_each(|turn| range(&store, turn)));
    each("range of 100", READS / 20, took);
    let took = timed(|| (0..WRITES).for_each(|turn| write(&store, turn)));
    each("write, one at a time", WRITES, took);
    for writers in [8, 64, 512] {
        let took =
            timed(|| (0..WRITES * 5 / writers).for_each(|round| write_together(&store, round, writers)));
        per_second(&format!("writes, {writers} at once"), WRITES * 5 / writers * writers, took);
    }
    let took = timed(|| read_beside_writes(&store));
    each("point get beside a busy writer", READS / 2, took);
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn each(what: &str, times: u32, took: Duration) {
    println!("{what:<32} {:>10.2} µs", took.as_secs_f64() * 1e6 / f64::from(times));
}

fn per_second(what: &str, times: u32, took: Duration) {
    println!("{what:<32} {:>10.0} /s", f64::from(times) / took.as_secs_f64());
}

fn key(number: u32) -> Vec<u8> {
    format!("iam/role\0111122223333global\0role-{number:08}").into_bytes()
}

/// Never what is there already: SQLite would write nothing then.
fn value(turn: u32) -> Vec<u8> {
    turn.to_be_bytes().repeat(VALUE_BYTES / 4)
}

/// Numbers in no order.
fn scattered(turn: u32) -> u32 {
    turn.wrapping_mul(2_654_435_761) % RECORDS
}

fn fill(store: &Sqlite) {
    for block in 0..RECORDS / 1000 {
        let body = move |tx: &mut dyn store::Transaction| {
            (block * 1000..(block + 1) * 1000).try_for_each(|number| tx.put(&key(number), &value(number)))
        };
        wait(store.write(Box::new(body))).unwrap();
    }
}

fn point_get(store: &Sqlite, turn: u32) {
    store.read(&mut |view| view.get(&key(scattered(turn))).map(|value| drop(black_box(value)))).unwrap();
}

fn in_one_snapshot(store: &Sqlite) {
    let mut body = |view: &dyn store::Snapshot| {
        (0..READS).try_for_each(|turn| view.get(&key(scattered(turn))).map(|value| drop(black_box(value))))
    };
    store.read(&mut body).unwrap();
}

fn range(store: &Sqlite, turn: u32) {
    let body = |view: &dyn store::Snapshot| view.range(&key(scattered(turn)), b"j", 100, Order::Ascending);
    black_box((store as &dyn Store).view(body).unwrap());
}

fn write(store: &Sqlite, turn: u32) {
    wait(store.write(Box::new(move |tx| tx.put(&key(scattered(turn)), &value(turn))))).unwrap();
}

fn write_together(store: &Sqlite, round: u32, writers: u32) {
    let body =
        |turn| Box::new(move |tx: &mut dyn store::Transaction| tx.put(&key(scattered(turn)), &value(turn)));
    let asked: Vec<_> = (0..writers).map(|writer| store.write(body(round * writers + writer))).collect();
    asked.into_iter().for_each(|answer| wait(answer).unwrap());
}

fn read_beside_writes(store: &Sqlite) {
    thread::scope(|scope| {
        let reader = scope.spawn(|| (0..READS / 2).for_each(|turn| point_get(store, turn)));
        let mut turn = 0;
        while !reader.is_finished() {
            write(store, turn);
            turn += 1;
        }
    });
}
