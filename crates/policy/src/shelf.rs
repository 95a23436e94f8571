//! Statements sorted by resource: of hundreds that name an action, those whose resources begin like the request's.
//!
//! Every pattern begins with some literal text. The texts are kept in order, each pointing at the longest other one
//! it begins with. All that a resource begins with are then found by one binary search: the last text not
//! after the resource begins with every text that the resource begins with.

use crate::index::At;
use crate::policy::Statement;

/// Shorter lists are looked through as they are.
const SORTED_MIN: usize = 5;

/// A list of statements. Every statement whose `Resource` can match is found, others may be as well.
#[derive(Debug)]
pub(crate) struct Shelf {
    /// Those that any resource may match.
    any: Box<[At]>,
    // Invariant: sorted by start, each once.
    books: Box<[Book]>,
}

/// The statements with a resource pattern that begins with a text.
#[derive(Debug)]
struct Book {
    start: Box<str>,
    /// The longest other start that this one begins with.
    shorter: Option<u32>,
    statements: Box<[At]>,
}

impl Shelf {
    pub(crate) fn new(statements: &[(At, &Statement)]) -> Shelf {
        let mut any = Vec::new();
        let mut starts: Vec<(&str, At)> = Vec::new();
        for (at, statement) in statements {
            match statement.resources.as_ref().and_then(|resources| resources.starts()) {
                Some(found) if statements.len() >= SORTED_MIN => {
                    starts.extend(found.map(|start| (start, *at)))
                }
                _ => any.push(*at),
            }
        }
        starts.sort_unstable();
        starts.dedup();
        Shelf { any: any.into(), books: books(&starts) }
    }

    /// The statements to look at for a resource, in no particular order; one may come up twice.
    pub(crate) fn statements<'a>(&'a self, resource: &str) -> impl Iterator<Item = At> + use<'a> {
        let begun = self.longest(resource);
        let shorter = |book: &&'a Book| self.book(book.shorter);
        let found = std::iter::successors(begun, shorter).flat_map(|book| &book.statements);
        self.any.iter().chain(found).copied()
    }

    fn book(&self, number: Option<u32>) -> Option<&Book> {
        self.books.get(usize::try_from(number?).ok()?)
    }

    /// The book of the longest start that the resource begins with.
    fn longest(&self, resource: &str) -> Option<&Book> {
        let after = self.books.partition_point(|book| *book.start <= *resource);
        let last = self.books.get(after.checked_sub(1)?);
        std::iter::successors(last, |book| self.book(book.shorter))
            .find(|book| resource.starts_with(&*book.start))
    }
}

fn books(starts: &[(&str, At)]) -> Box<[Book]> {
    let mut books: Vec<Book> = Vec::new();
    // The starts that the latest one begins with, the longest last.
    let mut open: Vec<u32> = Vec::new();
    for group in starts.chunk_by(|a, b| a.0 == b.0) {
        let Some((start, _)) = group.first() else { continue };
        let begins = |number: &u32| {
            usize::try_from(*number)
                .ok()
                .and_then(|number| books.get(number))
                .is_some_and(|b| start.starts_with(&*b.start))
        };
        while open.last().is_some_and(|number| !begins(number)) {
            open.pop();
        }
        let number = u32::try_from(books.len()).unwrap_or(u32::MAX);
        let statements = group.iter().map(|(_, at)| *at).collect();
        books.push(Book { start: (*start).into(), shorter: open.last().copied(), statements });
        open.push(number);
    }
    books.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_a_resource_begins_with_is_found() {
        let at = |statement| At { policy: 0, statement };
        let starts = ["", "a", "ab", "abc", "abd", "b", "ba", "c"];
        let numbered: Vec<(&str, At)> = starts.iter().copied().zip((0..).map(at)).collect();
        let shelf = Shelf { any: Box::new([]), books: books(&numbered) };
        for resource in ["", "a", "abcd", "abe", "ac", "b", "bab", "d", "aa", "abdz"] {
            let mut found: Vec<At> = shelf.statements(resource).collect();
            found.sort_unstable();
            let expected: Vec<At> =
                numbered.iter().filter(|(start, _)| resource.starts_with(start)).map(|(_, at)| *at).collect();
            assert_eq!(found, expected, "{resource}");
        }
    }
}
