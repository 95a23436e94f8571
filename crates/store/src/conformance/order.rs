//! Ranges.

use super::{Fresh, check_range, put};
use crate::Order::{Ascending, Descending};

const ANY: usize = usize::MAX;
const EVERYTHING: (&[u8], &[u8]) = (b"", b"\xff\xff\xff\xff");

/// Keys sort by their bytes, unsigned, and a key before its continuations.
pub fn keys_sort_by_their_bytes(fresh: Fresh<'_>) {
    let store = fresh();
    let sorted: [&[u8]; 8] = [b"\0", b"\0\0", b"B", b"a", b"a\0", b"a/b", b"ab", "é".as_bytes()];
    let mut shuffled = sorted;
    shuffled.reverse();
    shuffled.swap(1, 5);
    put(&*store, &shuffled);
    check_range(&*store, EVERYTHING, ANY, Ascending, &sorted);
}

/// A range holds its start and not its end, and is empty when they meet or cross.
pub fn a_range_ends_before_its_end(fresh: Fresh<'_>) {
    let store = fresh();
    put(&*store, &[b"a", b"b", b"c", b"d"]);
    check_range(&*store, (b"b", b"d"), ANY, Ascending, &[b"b", b"c"]);
    check_range(&*store, (b"b", b"d"), ANY, Descending, &[b"c", b"b"]);
    check_range(&*store, (b"aa", b"cc"), ANY, Ascending, &[b"b", b"c"]);
    check_range(&*store, (b"b", b"b"), ANY, Ascending, &[]);
    check_range(&*store, (b"c", b"b"), ANY, Ascending, &[]);
    check_range(&*store, (b"c", b"b"), ANY, Descending, &[]);
    check_range(&*store, (b"x", b"z"), ANY, Ascending, &[]);
}

/// Descending gives the same entries, the greatest first.
pub fn ranges_read_backwards(fresh: Fresh<'_>) {
    let store = fresh();
    put(&*store, &[b"a", b"ab", b"b"]);
    check_range(&*store, EVERYTHING, ANY, Descending, &[b"b", b"ab", b"a"]);
}

/// A limit keeps the first entries in the order asked for.
pub fn a_limit_cuts_a_range(fresh: Fresh<'_>) {
    let store = fresh();
    put(&*store, &[b"a", b"b", b"c"]);
    check_range(&*store, EVERYTHING, 2, Ascending, &[b"a", b"b"]);
    check_range(&*store, EVERYTHING, 2, Descending, &[b"c", b"b"]);
    check_range(&*store, EVERYTHING, 3, Ascending, &[b"a", b"b", b"c"]);
    check_range(&*store, EVERYTHING, 0, Ascending, &[]);
}

/// `0xff` is a byte like any other.
pub fn prefixes_hold_the_highest_byte(fresh: Fresh<'_>) {
    let store = fresh();
    put(&*store, &[b"a", b"a\xff", b"a\xff\xff", b"b", b"\xff", b"\xff\xff"]);
    check_range(&*store, (b"a", b"b"), ANY, Ascending, &[b"a", b"a\xff", b"a\xff\xff"]);
    check_range(&*store, (b"a\xff", b"b"), ANY, Descending, &[b"a\xff\xff", b"a\xff"]);
    check_range(&*store, (b"\xff", b"\xff\xff\xff"), ANY, Ascending, &[b"\xff", b"\xff\xff"]);
}
