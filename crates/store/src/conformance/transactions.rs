//! Transactions: all or nothing, one after the other, and views that stand still.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::{Fresh, done, get, keys, put, wait, write};
use crate::Order::{Ascending, Descending};
use crate::{Snapshot, StoreError, Transaction};

const THREADS: u64 = 4;
const INCREMENTS: u64 = 50;
const WRITES_AT_ONCE: u32 = 2000;

/// After an error nothing of the body remains, and the error reaches the writer as it was.
pub fn a_failed_body_changes_nothing(fresh: Fresh<'_>) {
    let store = fresh();
    put(&*store, &[b"kept", b"touched"]);
    let result = wait(store.write(Box::new(|tx| {
        tx.put(b"touched", b"changed")?;
        tx.put(b"new", b"")?;
        tx.delete(b"kept")?;
        Err(StoreError::Aborted)
    })));
    assert!(matches!(result, Err(StoreError::Aborted)), "{result:?}");
    assert_eq!(get(&*store, b"touched").as_deref(), Some(&b"touched"[..]));
    assert_eq!(get(&*store, b"kept").as_deref(), Some(&b"kept"[..]));
    assert_eq!(get(&*store, b"new"), None);
}

/// A panic in a body rolls back that write, and the next one works.
pub fn a_panic_fails_one_write_only(fresh: Fresh<'_>) {
    let store = fresh();
    let result = wait(store.write(Box::new(|tx| {
        tx.put(b"k", b"half")?;
        std::panic::resume_unwind(Box::new("on purpose")) // a panic that prints nothing
    })));
    assert!(matches!(result, Err(StoreError::Engine { .. })), "{result:?}");
    assert_eq!(get(&*store, b"k"), None);
    write(&*store, |tx| tx.put(b"k", b"whole"));
    assert_eq!(get(&*store, b"k").as_deref(), Some(&b"whole"[..]));
}

/// A body reads what it wrote: single keys and ranges in both directions, under a limit.
pub fn a_body_sees_its_own_changes(fresh: Fresh<'_>) {
    let store = fresh();
    put(&*store, &[b"a", b"c", b"e"]);
    write(&*store, |tx| {
        tx.put(b"b", b"new")?;
        tx.put(b"c", b"newer")?;
        tx.delete(b"a")?;
        assert_eq!(tx.get(b"a")?, None);
        assert_eq!(tx.get(b"b")?.as_deref(), Some(&b"new"[..]));
        assert_eq!(tx.get(b"c")?.as_deref(), Some(&b"newer"[..]));
        assert_eq!(keys(tx, b"a", b"z", 10, Ascending)?, [b"b", b"c", b"e"]);
        assert_eq!(keys(tx, b"a", b"z", 1, Ascending)?, [b"b"]);
        assert_eq!(keys(tx, b"a", b"e", 10, Descending)?, [b"c", b"b"]);
        tx.put(b"a", b"again")?;
        assert_eq!(keys(tx, b"a", b"z", 2, Ascending)?, [b"a", b"b"]);
        Ok(())
    });
}

/// A reader sees the moment it began at, however many writes end meanwhile.
pub fn a_snapshot_stands_still(fresh: Fresh<'_>) {
    let store = fresh();
    put(&*store, &[b"a", b"b"]);
    done(store.read(&mut |view| {
        assert_eq!(view.get(b"a")?.as_deref(), Some(&b"a"[..]));
        write(&*store, |tx| {
            tx.put(b"a", b"changed")?;
            tx.put(b"c", b"new")?;
            tx.delete(b"b")
        });
        assert_eq!(get(&*store, b"a").as_deref(), Some(&b"changed"[..]), "another reader sees the write");
        assert_eq!(view.get(b"a")?.as_deref(), Some(&b"a"[..]));
        assert_eq!(keys(view, b"a", b"z", 10, Ascending)?, [b"a", b"b"]);
        Ok(())
    }));
    assert_eq!(get(&*store, b"b"), None);
}

/// A write that changes two keys is seen whole or not at all.
pub fn concurrent_readers_see_whole_writes(fresh: Fresh<'_>) {
    let store = fresh();
    write(&*store, |tx| set_both(tx, 0));
    let finished = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            while !finished.load(Ordering::Relaxed) {
                let both = done(store.view(|view| Ok((number(view, b"left")?, number(view, b"right")?))));
                assert_eq!(both.0, both.1);
            }
        });
        for round in 1..=INCREMENTS {
            write(&*store, move |tx| set_both(tx, round));
        }
        finished.store(true, Ordering::Relaxed);
    });
}

fn set_both(tx: &mut dyn Transaction, value: u64) -> Result<(), StoreError> {
    tx.put(b"left", &value.to_be_bytes())?;
    tx.put(b"right", &value.to_be_bytes())
}

/// Increments from several threads add up: no write sees a state that another one replaces.
pub fn concurrent_increments_lose_nothing(fresh: Fresh<'_>) {
    let store = fresh();
    thread::scope(|scope| {
        for _ in 0..THREADS {
            let store = Arc::clone(&store);
            scope.spawn(move || (0..INCREMENTS).for_each(|_| write(&*store, increment)));
        }
    });
    assert_eq!(done(store.view(|view| number(view, b"n"))), THREADS * INCREMENTS);
}

fn increment(tx: &mut dyn Transaction) -> Result<(), StoreError> {
    let next = number(tx, b"n")? + 1;
    tx.put(b"n", &next.to_be_bytes())
}

fn number(view: &dyn Snapshot, key: &[u8]) -> Result<u64, StoreError> {
    let bytes = view.get(key)?.unwrap_or_default();
    Ok(bytes.iter().fold(0, |value, byte| value << 8 | u64::from(*byte)))
}

/// Thousands of writes asked for at once are all done, in order, the failing ones among them without harm.
pub fn many_writes_at_once_all_arrive(fresh: Fresh<'_>) {
    let store = fresh();
    let asked: Vec<_> =
        (0..WRITES_AT_ONCE).map(|turn| store.write(Box::new(move |tx| nth(tx, turn)))).collect();
    for (turn, answer) in (0..).zip(asked) {
        assert_eq!(wait(answer).is_ok(), succeeds(turn), "write {turn}");
    }
    let found = done(store.view(|view| keys(view, b"", b"\xff", usize::MAX, Ascending)));
    let expected: Vec<_> =
        (0..WRITES_AT_ONCE).filter(|turn| succeeds(*turn)).map(|turn| turn.to_be_bytes()).collect();
    assert!(found == expected, "{} of {} writes are there", found.len(), expected.len());
}

fn succeeds(turn: u32) -> bool {
    turn % 10 != 3
}

fn nth(tx: &mut dyn Transaction, turn: u32) -> Result<(), StoreError> {
    let before = (0..turn).rev().find(|earlier| succeeds(*earlier));
    if let Some(before) = before {
        assert!(tx.get(&before.to_be_bytes())?.is_some(), "writes are done in the order they were asked for");
    }
    tx.put(&turn.to_be_bytes(), b"")?;
    if succeeds(turn) { Ok(()) } else { Err(StoreError::Aborted) }
}
