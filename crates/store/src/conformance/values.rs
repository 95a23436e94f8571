//! Single entries.

use super::{Fresh, get, write};

const LARGE_BYTES: usize = 1 << 20;

/// The latest put wins; what is deleted is gone; deleting nothing is no error.
pub fn put_replaces_and_delete_removes(fresh: Fresh<'_>) {
    let store = fresh();
    assert_eq!(get(&*store, b"k"), None);
    write(&*store, |tx| tx.put(b"k", b"one"));
    write(&*store, |tx| tx.put(b"k", b"two"));
    assert_eq!(get(&*store, b"k").as_deref(), Some(&b"two"[..]));
    write(&*store, |tx| tx.delete(b"k"));
    write(&*store, |tx| tx.delete(b"k"));
    assert_eq!(get(&*store, b"k"), None);
}

/// An empty value is a value, and the empty key a key.
pub fn empty_keys_and_values_are_kept(fresh: Fresh<'_>) {
    let store = fresh();
    write(&*store, |tx| {
        tx.put(b"empty", b"")?;
        tx.put(b"", b"no key")
    });
    assert_eq!(get(&*store, b"empty").as_deref(), Some(&b""[..]));
    assert_eq!(get(&*store, b"").as_deref(), Some(&b"no key"[..]));
}

/// A value of a mebibyte comes back byte for byte, also out of a range.
pub fn large_values_are_kept(fresh: Fresh<'_>) {
    let store = fresh();
    let large: Vec<u8> = (0..LARGE_BYTES).map(|at| (at % 251) as u8).collect();
    let value = large.clone();
    write(&*store, move |tx| tx.put(b"large", &value));
    assert!(get(&*store, b"large").as_deref() == Some(&large[..]), "the large value differs");
    let entries = super::done(store.view(|view| view.range(b"l", b"m", 10, crate::Order::Ascending)));
    assert!(entries.len() == 1 && entries.iter().all(|entry| entry.value == large), "the range differs");
}
