//! Lists in pages. Markers mean something only to us.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kernel::Fault;

use crate::wording;

/// What `MaxItems` is when it is not given.
const ITEMS_DEFAULT: usize = 100;
/// What `MaxItems` is at most, and how many records are read at once.
const ITEMS_MAX: usize = 1000;

/// Which page is asked for.
pub(crate) struct PageRequest {
    after: Option<String>,
    limit: usize,
}

/// One page.
pub(crate) struct Page<T> {
    pub(crate) items: Vec<T>,
    pub(crate) marker: Option<String>,
}

impl<T> Page<T> {
    /// `IsTruncated`.
    pub(crate) fn is_truncated(&self) -> Option<bool> {
        Some(self.marker.is_some())
    }
}

impl PageRequest {
    /// From the request's members.
    pub(crate) fn new(marker: Option<&str>, max_items: Option<i32>) -> Result<Self, Fault> {
        let limit = max_items.map_or(ITEMS_DEFAULT, |items| usize::try_from(items).unwrap_or(1));
        let after = marker.map(opened).transpose()?;
        Ok(Self { after, limit: limit.clamp(1, ITEMS_MAX) })
    }

    /// The same, with no more items than these.
    pub(crate) fn at_most(self, items: usize) -> Self {
        Self { limit: self.limit.min(items.max(1)), ..self }
    }

    /// A page of records that `fetch` reads in the order of their keys; `keep` picks and shows.
    pub(crate) fn of_records<R, T>(
        &self,
        mut fetch: impl FnMut(Option<&str>, usize) -> Result<Vec<(String, R)>, Fault>,
        mut keep: impl FnMut(R) -> Result<Option<T>, Fault>,
    ) -> Result<Page<T>, Fault> {
        let wanted = (self.limit + 1).min(ITEMS_MAX);
        let mut items = Vec::new();
        let mut last = None;
        let mut after = self.after.clone();
        loop {
            let records = fetch(after.as_deref(), wanted)?;
            let is_end = records.len() < wanted;
            for (key, record) in records {
                after = Some(key.clone());
                let Some(item) = keep(record)? else { continue };
                if items.len() == self.limit {
                    return Ok(Page { items, marker: last.as_deref().map(sealed) });
                }
                items.push(item);
                last = Some(key);
            }
            if is_end {
                return Ok(Page { items, marker: None });
            }
        }
    }

    /// A page of a short list, which is at hand as a whole.
    pub(crate) fn of_list<T>(&self, list: impl IntoIterator<Item = T>) -> Result<Page<T>, Fault> {
        let start = match self.after.as_deref() {
            Some(after) => after.parse::<usize>().map_err(|_| wording::invalid_marker())?,
            None => 0,
        };
        let mut rest = list.into_iter().skip(start);
        let items: Vec<T> = rest.by_ref().take(self.limit).collect();
        let marker = rest.next().map(|_| sealed(&(start + items.len()).to_string()));
        Ok(Page { items, marker })
    }
}

fn sealed(place: &str) -> String {
    URL_SAFE_NO_PAD.encode(place)
}

fn opened(marker: &str) -> Result<String, Fault> {
    let bytes = URL_SAFE_NO_PAD.decode(marker).map_err(|_| wording::invalid_marker())?;
    String::from_utf8(bytes).map_err(|_| wording::invalid_marker())
}
