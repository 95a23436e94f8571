//! How keys are made.
//!
//! A record's whole key is the table's name, `0x00`, account, region, `0x00`, and its key in the table; a
//! global record has nothing between the two zeros. Account ids are always twelve digits and table names hold
//! no zero, so no two tables or scopes can share a key, and records sort by the bytes of their own key.

use names::Scope;

use crate::StoreError;

/// Longer keys are refused: an S3 key of 1,024 bytes with its bucket and version fits, even escaped.
pub const KEY_BYTES_MAX: usize = 4096;

/// Between the parts of a joined key.
const SEPARATOR: char = '\u{1}';

/// Before an escaped character.
const ESCAPE: char = '\u{2}';

/// What the characters up to `ESCAPE` become behind an `ESCAPE`: all of them sort after `SEPARATOR`, and
/// among themselves as before.
const ESCAPED: [(char, char); 3] = [('\u{0}', '\u{2}'), (SEPARATOR, '\u{3}'), (ESCAPE, '\u{4}')];

/// One key out of several parts, which may hold any text.
///
/// Joined keys sort by their first part, then by the second, and so on. What is joined of a part's prefix is a
/// prefix of what is joined of the part: `join(&["bucket", "photos/"])` lists every key of `bucket` that begins
/// with `photos/`, and `join(&["bucket", "a", ""])` everything below the parts `bucket` and `a`.
#[must_use]
pub fn join(parts: &[&str]) -> String {
    let mut key = String::with_capacity(parts.iter().map(|part| part.len() + 1).sum());
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            key.push(SEPARATOR);
        }
        push_escaped(&mut key, part);
    }
    key
}

fn push_escaped(key: &mut String, part: &str) {
    for letter in part.chars() {
        match ESCAPED.iter().find(|(plain, _)| *plain == letter) {
            Some((_, stand_in)) => key.extend([ESCAPE, *stand_in]),
            None => key.push(letter),
        }
    }
}

/// The parts of a key made by [`join`].
#[must_use]
pub fn split(key: &str) -> Vec<String> {
    key.split(SEPARATOR).map(unescape).collect()
}

fn unescape(part: &str) -> String {
    let mut plain = String::with_capacity(part.len());
    let mut letters = part.chars();
    while let Some(letter) = letters.next() {
        let next = if letter == ESCAPE { letters.next() } else { None };
        match next.and_then(|stand_in| ESCAPED.iter().find(|(_, escaped)| *escaped == stand_in)) {
            Some((escaped, _)) => plain.push(*escaped),
            None => plain.extend(Some(letter).into_iter().chain(next)),
        }
    }
    plain
}

/// The least text after everything that begins with `prefix`; `None` if nothing is.
///
/// A listing that folds `photos/` into one common prefix goes on from `past("photos/")`.
#[must_use]
pub fn past(prefix: &str) -> Option<String> {
    let mut letters: Vec<char> = prefix.chars().collect();
    while let Some(last) = letters.pop() {
        // The successor jumps over the surrogates; the greatest character has none.
        if let Some(next) = (last..=char::MAX).nth(1) {
            letters.push(next);
            return Some(letters.into_iter().collect());
        }
    }
    None
}

/// What the whole keys of a table's records in `scope` begin with.
pub(crate) fn scoped(table: &str, scope: &Scope) -> Vec<u8> {
    [table.as_bytes(), b"\0", scope.account.as_str().as_bytes(), scope.region.as_str().as_bytes(), b"\0"]
        .concat()
}

/// What the whole keys of a global table begin with.
pub(crate) fn global(table: &str) -> Vec<u8> {
    [table.as_bytes(), b"\0\0"].concat()
}

/// Refuses what cannot be a key.
pub(crate) fn check(table: &'static str, key: &str) -> Result<(), StoreError> {
    let unfit = |reason| Err(StoreError::Unfit { table, length: key.len(), reason });
    if key.len() > KEY_BYTES_MAX {
        return unfit("it is too long");
    }
    if key.contains('\0') {
        return unfit("it holds a zero byte");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_survive_joining_whatever_they_hold() {
        let texts = ["", "a", "a/b", "\0", "\u{1}", "\u{2}", "\u{2}\u{3}", "x\u{1}y\u{2}z\0", "\u{10ffff}"];
        for first in texts {
            for second in texts {
                let key = join(&[first, second]);
                assert_eq!(split(&key), [first, second]);
                assert!(!key.contains('\0'));
            }
        }
    }

    #[test]
    fn joined_keys_sort_as_their_parts_do() {
        let texts =
            ["", "\0", "\0\u{1}", "\u{1}", "\u{2}", "\u{3}", "a", "a\0", "a\u{1}b", "a\u{2}", "aa", "é"];
        let mut pairs: Vec<[&str; 2]> = Vec::new();
        for first in texts {
            pairs.extend(texts.map(|second| [first, second]));
        }
        pairs.sort_unstable();
        let keys: Vec<String> = pairs.iter().map(|pair| join(pair)).collect();
        assert!(keys.is_sorted());
    }

    #[test]
    fn past_a_prefix_is_the_least_text_after_it() {
        assert_eq!(past("photos/").as_deref(), Some("photos0"));
        assert_eq!(past("a\u{d7ff}").as_deref(), Some("a\u{e000}"));
        assert_eq!(past("a\u{10ffff}").as_deref(), Some("b"));
        assert_eq!(past("\u{10ffff}"), None);
        assert_eq!(past(""), None);
    }

    #[test]
    fn long_keys_and_zero_bytes_are_refused() {
        assert!(check("t", &"k".repeat(KEY_BYTES_MAX)).is_ok());
        assert!(check("t", &"k".repeat(KEY_BYTES_MAX + 1)).is_err());
        assert!(check("t", "a\0b").is_err());
    }
}
