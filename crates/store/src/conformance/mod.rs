//! What every engine must do, as functions that an engine's tests call.
//!
//! Each takes a [`Fresh`], which makes an empty store; [`all`] runs every one. A broken promise panics.

mod model;
mod order;
mod transactions;
mod values;
mod wait;

use std::sync::Arc;

pub use model::any_history_ends_as_in_a_sorted_map;
pub use order::{
    a_limit_cuts_a_range, a_range_ends_before_its_end, keys_sort_by_their_bytes,
    prefixes_hold_the_highest_byte, ranges_read_backwards,
};
pub use transactions::{
    a_body_sees_its_own_changes, a_failed_body_changes_nothing, a_panic_fails_one_write_only,
    a_snapshot_stands_still, concurrent_increments_lose_nothing, concurrent_readers_see_whole_writes,
    many_writes_at_once_all_arrive,
};
pub use values::{empty_keys_and_values_are_kept, large_values_are_kept, put_replaces_and_delete_removes};
pub use wait::wait;

use crate::{Entry, Order, Snapshot, Store, StoreError, Transaction};

/// Makes an empty store.
pub type Fresh<'a> = &'a dyn Fn() -> Arc<dyn Store>;

/// Every rule, each on a fresh store.
pub fn all(fresh: Fresh<'_>) {
    keys_sort_by_their_bytes(fresh);
    a_range_ends_before_its_end(fresh);
    ranges_read_backwards(fresh);
    a_limit_cuts_a_range(fresh);
    prefixes_hold_the_highest_byte(fresh);
    put_replaces_and_delete_removes(fresh);
    empty_keys_and_values_are_kept(fresh);
    large_values_are_kept(fresh);
    a_failed_body_changes_nothing(fresh);
    a_panic_fails_one_write_only(fresh);
    a_body_sees_its_own_changes(fresh);
    a_snapshot_stands_still(fresh);
    concurrent_readers_see_whole_writes(fresh);
    concurrent_increments_lose_nothing(fresh);
    many_writes_at_once_all_arrive(fresh);
    any_history_ends_as_in_a_sorted_map(fresh);
}

#[track_caller]
#[expect(clippy::expect_used, reason = "a conformance test fails by panicking")]
fn done<T>(result: Result<T, StoreError>) -> T {
    result.expect("the engine refused")
}

#[track_caller]
fn write(
    store: &dyn Store,
    body: impl FnMut(&mut dyn Transaction) -> Result<(), StoreError> + Send + 'static,
) {
    done(wait(store.write(Box::new(body))));
}

#[track_caller]
fn put(store: &dyn Store, keys: &[&[u8]]) {
    let keys: Vec<Vec<u8>> = keys.iter().map(|key| key.to_vec()).collect();
    write(store, move |tx| keys.iter().try_for_each(|key| tx.put(key, key)));
}

#[track_caller]
fn get(store: &dyn Store, key: &[u8]) -> Option<Vec<u8>> {
    done(store.view(|view| view.get(key)))
}

fn keys(
    view: &dyn Snapshot,
    from: &[u8],
    to: &[u8],
    limit: usize,
    order: Order,
) -> Result<Vec<Vec<u8>>, StoreError> {
    let entries = view.range(from, to, limit, order)?;
    Ok(entries.into_iter().map(|Entry { key, .. }| key).collect())
}

#[track_caller]
fn check_range(
    store: &dyn Store,
    (from, to): (&[u8], &[u8]),
    limit: usize,
    order: Order,
    expected: &[&[u8]],
) {
    let found = done(store.view(|view| keys(view, from, to, limit, order)));
    assert_eq!(found, expected, "from {from:?} to {to:?}, at most {limit}, {order:?}");
}
