//! Tables and globals over the engine in memory.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use futures_util::FutureExt;
use names::{Region, Scope};
use serde::{Deserialize, Serialize};
use store::{Global, Memory, Snapshot, Store, StoreError, Table, Transaction, join, past};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Book {
    title: String,
}

const BOOKS: Table<Book> = Table::new("test/book");
const OWNERS: Global<String> = Global::new("test/book");

fn book(title: &str) -> Book {
    Book { title: title.to_owned() }
}

fn scope(account: &str, region: &str) -> Scope {
    Scope::new(account.parse().unwrap(), region.parse::<Region>().unwrap())
}

fn here() -> Scope {
    scope("111122223333", "us-east-1")
}

fn write<T: Send + 'static>(
    store: &Memory,
    body: impl FnMut(&mut dyn Transaction) -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    (store as &dyn Store).update(body).now_or_never().unwrap()
}

fn read<T>(store: &Memory, body: impl FnMut(&dyn Snapshot) -> Result<T, StoreError>) -> T {
    (store as &dyn Store).view(body).unwrap()
}

/// A store whose books in `here` have these keys.
fn library(keys: &[&str]) -> Memory {
    let store = Memory::new();
    let keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
    write(&store, move |tx| keys.iter().try_for_each(|key| BOOKS.put(tx, &here(), key, &book(key)))).unwrap();
    store
}

fn keys(records: Vec<(String, Book)>) -> Vec<String> {
    assert!(records.iter().all(|(key, book)| *key == book.title));
    records.into_iter().map(|(key, _)| key).collect()
}

#[test]
fn a_record_lives_in_its_scope_only() {
    let store = library(&["k"]);
    let elsewhere = [scope("111122223334", "us-east-1"), scope("111122223333", "us-east-2")];
    read(&store, |view| {
        assert_eq!(BOOKS.get(view, &here(), "k")?, Some(book("k")));
        for other in &elsewhere {
            assert_eq!(BOOKS.get(view, other, "k")?, None);
            assert_eq!(BOOKS.count(view, other, "")?, 0);
        }
        assert!(!OWNERS.exists(view, "k")?);
        Ok(())
    });
}

#[test]
fn insert_keeps_what_is_there() {
    let store = library(&["old"]);
    assert!(!write(&store, |tx| BOOKS.insert(tx, &here(), "old", &book("new"))).unwrap());
    assert!(write(&store, |tx| BOOKS.insert(tx, &here(), "new", &book("new"))).unwrap());
    assert_eq!(read(&store, |view| BOOKS.get(view, &here(), "old")), Some(book("old")));
}

#[test]
fn delete_says_whether_there_was_one() {
    let store = library(&["k"]);
    assert!(write(&store, |tx| BOOKS.delete(tx, &here(), "k")).unwrap());
    assert!(!write(&store, |tx| BOOKS.delete(tx, &here(), "k")).unwrap());
    assert!(!read(&store, |view| BOOKS.exists(view, &here(), "k")));
}

#[test]
fn lists_go_by_prefix_and_page_by_page() {
    let store = library(&["a", "b", "b/1", "b/2", "b/\u{10ffff}", "b0", "c"]);
    read(&store, |view| {
        let list = |prefix: &str, after, limit| BOOKS.list(view, &here(), prefix, after, limit).map(keys);
        assert_eq!(list("b/", None, 9)?, ["b/1", "b/2", "b/\u{10ffff}"]);
        assert_eq!(list("b/", Some("b/1"), 1)?, ["b/2"]);
        assert_eq!(list("b/", Some("a"), 1)?, ["b/1"]);
        assert_eq!(list("b/", Some("c"), 9)?, [""; 0]);
        assert_eq!(list("", Some("b0"), 9)?, ["c"]);
        assert_eq!(list("x", None, 9)?, [""; 0]);
        let back =
            |prefix: &str, before, limit| BOOKS.list_back(view, &here(), prefix, before, limit).map(keys);
        assert_eq!(back("b/", None, 2)?, ["b/\u{10ffff}", "b/2"]);
        assert_eq!(back("b/", Some("b/2"), 9)?, ["b/1"]);
        assert_eq!(back("b/", Some("a"), 9)?, [""; 0]);
        let on = past("b/").unwrap();
        assert_eq!(keys(BOOKS.list_from(view, &here(), "b", &on, 9)?), ["b0"]);
        assert_eq!(BOOKS.first(view, &here(), "b")?.unwrap().0, "b");
        assert_eq!(BOOKS.last(view, &here(), "b")?.unwrap().0, "b0");
        assert_eq!(BOOKS.last(view, &here(), "x")?, None);
        assert_eq!(BOOKS.count(view, &here(), "b/")?, 3);
        Ok(())
    });
}

#[test]
fn counting_goes_beyond_a_page() {
    let names: Vec<String> = (0..2500).map(|n| format!("{n}")).collect();
    let store = library(&names.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(read(&store, |view| BOOKS.count(view, &here(), "")), 2500);
    assert_eq!(read(&store, |view| BOOKS.count(view, &here(), "1")), 1111);
}

#[test]
fn joined_keys_keep_similar_parts_apart() {
    let store = library(&[&join(&["ab", "c"]), &join(&["a", "bc"]), &join(&["a", "b", "c"])]);
    let below_a = read(&store, |view| BOOKS.list(view, &here(), &join(&["a", ""]), None, 9));
    assert_eq!(keys(below_a), [join(&["a", "b", "c"]), join(&["a", "bc"])]);
}

#[test]
fn a_transaction_reads_its_own_records() {
    let store = Memory::new();
    let found = write(&store, |tx| {
        BOOKS.put(tx, &here(), "k", &book("k"))?;
        OWNERS.put(tx, "k", &"me".to_owned())?;
        Ok((BOOKS.get(tx, &here(), "k")?, BOOKS.list(tx, &here(), "", None, 9)?, OWNERS.get(tx, "k")?))
    });
    let (one, all, owner) = found.unwrap();
    assert_eq!((one, keys(all), owner.as_deref()), (Some(book("k")), vec!["k".to_owned()], Some("me")));
}

#[test]
fn unfit_keys_are_refused_on_write_and_absent_on_read() {
    let store = Memory::new();
    let result = write(&store, |tx| BOOKS.put(tx, &here(), "a\0b", &book("")));
    assert!(matches!(result, Err(StoreError::Unfit { table: "test/book", length: 3, .. })), "{result:?}");
    assert_eq!(read(&store, |view| BOOKS.get(view, &here(), "a\0b")), None);
}

#[test]
fn older_records_are_upgraded_as_they_are_read() {
    const FIRST: Table<String> = Table::new("test/upgraded");
    const THIRD: Table<Book> = Table::new("test/upgraded").version(3, |from, record| match from {
        1 => serde_json::json!({ "title": record }),
        _ => record,
    });
    let store = Memory::new();
    write(&store, |tx| FIRST.put(tx, &here(), "k", &"Emma".to_owned())).unwrap();
    assert_eq!(read(&store, |view| THIRD.get(view, &here(), "k")), Some(book("Emma")));
    write(&store, |tx| THIRD.put(tx, &here(), "k", &book("Persuasion"))).unwrap();
    assert_eq!(read(&store, |view| THIRD.get(view, &here(), "k")), Some(book("Persuasion")));

    let newer = (&store as &dyn Store).view(|view| FIRST.get(view, &here(), "k"));
    assert!(matches!(newer, Err(StoreError::Corrupt { .. })), "{newer:?}");
}

#[test]
fn an_unreadable_record_names_itself() {
    const NUMBERS: Table<u32> = Table::new("test/book");
    let store = library(&["k"]);
    let error = (&store as &dyn Store).view(|view| NUMBERS.get(view, &here(), "k")).unwrap_err();
    let StoreError::Corrupt { table, key, .. } = error else { panic!("{error}") };
    assert_eq!((table, key.as_str()), ("test/book", "k"));
}

#[test]
fn globals_list_in_order() {
    let store = Memory::new();
    write(&store, |tx| ["b", "a", "c"].iter().try_for_each(|key| OWNERS.put(tx, key, &"me".to_owned())))
        .unwrap();
    let found = read(&store, |view| OWNERS.list(view, "", Some("a"), 9));
    assert_eq!(found.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>(), ["b", "c"]);
    assert_eq!(read(&store, |view| OWNERS.last(view, "")).unwrap().0, "c");
    assert_eq!(read(&store, |view| OWNERS.count(view, "")), 3);
    assert!(write(&store, |tx| OWNERS.delete(tx, "a")).unwrap());
}
