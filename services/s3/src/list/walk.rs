//! One walk over sorted keys for every listing: entries under a prefix, and keys that share what lies between the
//! prefix and a delimiter folded into one common prefix each.
//!
//! A common prefix is passed by seeking to the first key behind it, not by reading what it folds.

use kernel::Fault;

/// Rows that are read at once: few while prefixes fold, more while entries come one after another.
const ROWS_MIN: usize = 8;
const ROWS_MAX: usize = 1000;

/// What is listed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Query<'a> {
    /// What the keys begin with.
    pub(crate) prefix: &'a str,
    /// What folds keys; an empty one folds none.
    pub(crate) delimiter: &'a str,
    /// How many entries and common prefixes together.
    pub(crate) limit: usize,
}

/// From where on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Place {
    /// From the first key.
    Start,
    /// Behind this key; where several rows share a key, behind the one of this id, or behind all.
    After(String, Option<String>),
    /// Behind all keys that begin so.
    Past(String),
}

impl Place {
    /// Behind a marker that a client gave: behind all keys it folds, if it is itself a common prefix of the query.
    pub(crate) fn behind(marker: Option<&str>, query: &Query<'_>) -> Self {
        match marker {
            None | Some("") => Self::Start,
            Some(marker) if folded(marker, query) == Some(marker) => Self::Past(marker.to_owned()),
            Some(marker) => Self::After(marker.to_owned(), None),
        }
    }
}

/// A row of a listed table.
#[derive(Debug, Clone)]
pub(crate) struct Row<T> {
    pub(crate) key: String,
    /// Tells rows of one key apart.
    pub(crate) id: Option<String>,
    pub(crate) record: T,
}

/// Something sorted by key.
pub(crate) trait Rows<T> {
    /// The rows under `prefix` from a place on, ascending, at most `limit`.
    fn read(&self, prefix: &str, place: &Place, limit: usize) -> Result<Vec<Row<T>>, Fault>;
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Page<T> {
    pub(crate) rows: Vec<Row<T>>,
    pub(crate) prefixes: Vec<String>,
    /// Where the next answer begins, if this one is not the last.
    pub(crate) next: Option<Place>,
}

impl<T> Page<T> {
    /// Entries and common prefixes together.
    pub(crate) fn len(&self) -> usize {
        self.rows.len() + self.prefixes.len()
    }
}

/// The common prefix that a key is folded into.
fn folded<'k>(key: &'k str, query: &Query<'_>) -> Option<&'k str> {
    if query.delimiter.is_empty() {
        return None;
    }
    let rest = key.strip_prefix(query.prefix)?;
    let end = query.prefix.len() + rest.find(query.delimiter)? + query.delimiter.len();
    key.get(..end)
}

/// Walks from a place until the answer is full.
pub(crate) fn walk<T>(rows: &dyn Rows<T>, query: &Query<'_>, from: Place) -> Result<Page<T>, Fault> {
    let mut page = Page { rows: Vec::new(), prefixes: Vec::new(), next: None };
    // An answer of nothing is whole, as S3 has it.
    if query.limit == 0 {
        return Ok(page);
    }
    let mut place = from;
    let mut size = if query.delimiter.is_empty() { query.limit + 1 } else { ROWS_MIN };
    loop {
        let batch = rows.read(query.prefix, &place, size)?;
        let last = batch.len() < size;
        let mut folds = false;
        for row in batch {
            if matches!(&place, Place::Past(prefix) if row.key.starts_with(prefix.as_str())) {
                continue;
            }
            if page.len() == query.limit {
                page.next = Some(place);
                return Ok(page);
            }
            if let Some(prefix) = folded(&row.key, query) {
                page.prefixes.push(prefix.to_owned());
                place = Place::Past(prefix.to_owned());
                folds = true;
            } else {
                place = Place::After(row.key.clone(), row.id.clone());
                page.rows.push(row);
            }
        }
        if last {
            return Ok(page);
        }
        size = if folds { ROWS_MIN } else { (size * 2).min(ROWS_MAX) };
    }
}
