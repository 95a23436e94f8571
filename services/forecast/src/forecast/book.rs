//! The numbers of a forecast, so laid out that one series is found without reading the others.
//!
//! A book is pages, index and table. A page is the length of a series' key, the key, and for each forecast type one
//! number per step; pages follow the order of the keys. The index has for each series the hash of its key and where
//! its page begins, ordered by hash. The table says for each of the buckets, which share the hashes evenly, which
//! entry of the index is its first. All integers are eight bytes, little endian.

use std::io::{self, Read, Write};

use forecasting::{Calendar, Period, SeriesKey};
use kernel::Fault;
use serde::{Deserialize, Serialize};

use crate::hash::hash;
use crate::vault::{Kept, Vault};

/// Series in one bucket, about.
const BUCKET: u64 = 32;
/// Bytes of an integer or a number.
const WORD: u64 = 8;
/// Bytes of an entry of the index.
const ENTRY: u64 = 2 * WORD;
/// Keys are never longer: eleven texts of an import.
const KEY_BYTES_MAX: u64 = 64 << 10;

/// What a book holds, and where.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Contents {
    pub(crate) calendar: Calendar,
    /// The first period that is forecast.
    pub(crate) start: Period,
    pub(crate) steps: usize,
    /// The forecast types, by their labels: `p10`, `mean`.
    pub(crate) labels: Vec<String>,
    pub(crate) series: u64,
    /// Where the index begins.
    index: u64,
}

/// The forecast of one series.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Page {
    /// The item and the forecast dimensions.
    pub(crate) key: Vec<String>,
    /// For each forecast type, one number per step.
    pub(crate) values: Vec<Vec<f64>>,
}

/// The parts of a series' key.
pub(crate) fn key_parts(key: &SeriesKey) -> Vec<&str> {
    std::iter::once(&*key.item).chain(key.dimensions.iter().map(AsRef::as_ref)).collect()
}

/// A key as bytes: each part behind its length.
fn key_bytes(parts: &[&str]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for part in parts {
        bytes.extend_from_slice(&(part.len() as u64).to_le_bytes());
        bytes.extend_from_slice(part.as_bytes());
    }
    bytes
}

fn key_of(mut bytes: &[u8]) -> io::Result<Vec<String>> {
    let mut parts = Vec::new();
    while !bytes.is_empty() {
        let (length, rest) = bytes.split_first_chunk().ok_or_else(damaged)?;
        let length = usize::try_from(u64::from_le_bytes(*length)).map_err(|_| damaged())?;
        let (part, rest) = rest.split_at_checked(length).ok_or_else(damaged)?;
        parts.push(std::str::from_utf8(part).map_err(|_| damaged())?.to_owned());
        bytes = rest;
    }
    Ok(parts)
}

fn damaged() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "a book is damaged")
}

/// Writes a book.
pub(crate) struct BookWriter<W> {
    out: W,
    at: u64,
    index: Vec<(u64, u64)>,
}

impl<W: Write> BookWriter<W> {
    pub(crate) fn new(out: W) -> Self {
        Self { out, at: 0, index: Vec::new() }
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.at += bytes.len() as u64;
        self.out.write_all(bytes)
    }

    /// Adds a series; they come ordered by their keys.
    pub(crate) fn page(&mut self, key: &SeriesKey, values: &[Vec<f64>]) -> io::Result<()> {
        let key = key_bytes(&key_parts(key));
        self.index.push((hash(&[&key]), self.at));
        self.put(&(key.len() as u64).to_le_bytes())?;
        self.put(&key)?;
        for number in values.iter().flatten() {
            self.put(&number.to_le_bytes())?;
        }
        Ok(())
    }

    /// Completes the book: how many series it has, and where its index begins.
    pub(crate) fn finish(mut self) -> io::Result<(u64, u64)> {
        let (series, index) = (self.index.len() as u64, self.at);
        self.index.sort_unstable();
        let entries = std::mem::take(&mut self.index);
        for (hash, at) in &entries {
            self.put(&hash.to_le_bytes())?;
            self.put(&at.to_le_bytes())?;
        }
        let mut entries = entries.iter().peekable();
        let mut passed = 0u64;
        for number in 0..buckets(series) {
            while entries.next_if(|(hash, _)| bucket(*hash, series) < number).is_some() {
                passed += 1;
            }
            self.put(&passed.to_le_bytes())?;
        }
        self.put(&series.to_le_bytes())?;
        self.out.flush()?;
        Ok((series, index))
    }
}

fn buckets(series: u64) -> u64 {
    series.div_ceil(BUCKET).max(1)
}

/// The bucket of a hash: those of all buckets are equally many.
fn bucket(hash: u64, series: u64) -> u64 {
    ((u128::from(hash) * u128::from(buckets(series))) >> 64) as u64
}

impl Contents {
    pub(crate) fn new(
        calendar: Calendar,
        start: Period,
        labels: Vec<String>,
        steps: usize,
        written: (u64, u64),
    ) -> Self {
        let (series, index) = written;
        Self { calendar, start, steps, labels, series, index }
    }

    /// Where the index begins, and so the pages end.
    pub(crate) fn pages_end(&self) -> u64 {
        self.index
    }

    fn values_bytes(&self) -> u64 {
        self.labels.len() as u64 * self.steps as u64 * WORD
    }

    /// The page of one series, in three short reads.
    pub(crate) async fn find(&self, vault: &Vault, book: &Kept, key: &[&str]) -> Result<Option<Page>, Fault> {
        let wanted = key_bytes(key);
        let hash = hash(&[&wanted]);
        let table = self.index + self.series * ENTRY;
        let at = table + bucket(hash, self.series) * WORD;
        let bounds = words(&vault.read(book, at..at + 2 * WORD).await?);
        let (Some(first), Some(end)) = (bounds.first(), bounds.get(1)) else { return Ok(None) };
        let entries = vault.read(book, self.index + first * ENTRY..self.index + end * ENTRY).await?;
        for entry in words(&entries).chunks_exact(2) {
            let (Some(found), Some(at)) = (entry.first(), entry.get(1)) else { continue };
            let length = WORD + wanted.len() as u64 + self.values_bytes();
            if *found != hash || at + length > self.index {
                continue;
            }
            let page = vault.read(book, *at..at + length).await?;
            let page = self.read_page(&mut &page[..]).map_err(Fault::internal)?;
            if let Some(page) = page.filter(|page| page.key == key) {
                return Ok(Some(page));
            }
        }
        Ok(None)
    }

    /// The next page. `None` if the key there is longer than what can be read.
    pub(crate) fn read_page(&self, from: &mut impl Read) -> io::Result<Option<Page>> {
        let mut word = [0; WORD as usize];
        from.read_exact(&mut word)?;
        let length = u64::from_le_bytes(word);
        if length > KEY_BYTES_MAX {
            return Err(damaged());
        }
        let mut key = vec![0; length as usize];
        if let Err(error) = from.read_exact(&mut key) {
            return if error.kind() == io::ErrorKind::UnexpectedEof { Ok(None) } else { Err(error) };
        }
        let mut values = vec![0; self.values_bytes() as usize];
        if let Err(error) = from.read_exact(&mut values) {
            return if error.kind() == io::ErrorKind::UnexpectedEof { Ok(None) } else { Err(error) };
        }
        let numbers: Vec<f64> = words(&values).into_iter().map(f64::from_bits).collect();
        let values = numbers.chunks(self.steps.max(1)).map(<[f64]>::to_vec).collect();
        Ok(Some(Page { key: key_of(&key)?, values }))
    }

    /// How many bytes a page takes.
    pub(crate) fn page_bytes(&self, page: &Page) -> u64 {
        let key: u64 = page.key.iter().map(|part| WORD + part.len() as u64).sum();
        WORD + key + self.values_bytes()
    }
}

fn words(bytes: &[u8]) -> Vec<u64> {
    bytes
        .chunks_exact(WORD as usize)
        .map(|word| u64::from_le_bytes(word.try_into().unwrap_or_default()))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use kernel::{Clock, SystemClock};

    use super::*;

    fn values(number: usize) -> Vec<Vec<f64>> {
        (0..2).map(|kind| (0..3).map(|step| (number * 10 + kind * 3 + step) as f64).collect()).collect()
    }

    async fn check(series: usize) {
        let mut bytes = Vec::new();
        let mut book = BookWriter::new(&mut bytes);
        for number in 0..series {
            let key = SeriesKey::new(&format!("item {number}"), &["shop"]);
            book.page(&key, &values(number)).unwrap();
        }
        let written = book.finish().unwrap();
        let calendar = Calendar::aligned("D".parse().unwrap());
        let labels = vec!["p10".to_owned(), "mean".to_owned()];
        let contents = Contents::new(calendar, Period(7), labels, 3, written);
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let vault = Vault::new(Arc::new(blobs::Memory::new()), clock);
        let kept = vault.keep_bytes(bytes).await.unwrap();
        for number in (0..series).step_by(1 + series / 50) {
            let page = contents.find(&vault, &kept, &[&format!("item {number}"), "shop"]).await.unwrap();
            assert_eq!(page.unwrap().values, values(number));
        }
        for other in [&["item", "shop"][..], &["item 1", "shoq"], &["item 1"], &["item 1shop", ""], &[]] {
            assert_eq!(contents.find(&vault, &kept, other).await.unwrap(), None);
        }
    }

    #[tokio::test]
    async fn every_series_is_found_and_no_other() {
        for series in [0, 1, 2, 31, 33, 5_000] {
            check(series).await;
        }
    }
}
