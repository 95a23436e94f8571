//! Pages in, a book out.

use std::io::{self, Write};

use forecasting::SeriesKey;

use super::key::{key_bytes, key_parts};
use super::{bucket, buckets};
use crate::hash::hash;

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
