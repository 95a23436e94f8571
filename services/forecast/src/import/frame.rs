//! Rows by columns, as the private copy keeps them.
//!
//! A frame is a row of blocks, each with at most [`BLOCK_ROWS`] rows; each begins with its length in bytes, and a
//! block of no bytes ends the frame. A block holds the number of its rows and then its columns: texts as the texts
//! that occur in the block and each row's index among them, timestamps as the differences from row to row, numbers
//! as they are. Integers are in LEB128.

use std::collections::HashMap;
use std::io::{self, Read, Write};

use crate::dataset::AttributeType;

/// Rows of one block.
const BLOCK_ROWS: usize = 1 << 16;
/// Bytes of one block: many times what any row can need.
const BLOCK_BYTES_MAX: usize = 1 << 30;

/// Writes a frame.
pub(crate) struct FrameWriter<W> {
    out: W,
    columns: Vec<Filling>,
    rows: usize,
    encoded: Vec<u8>,
}

/// A column of the block being filled.
enum Filling {
    Texts { index: HashMap<Box<str>, u64>, texts: Vec<u8>, rows: Vec<u64>, last: Option<(Box<str>, u64)> },
    Seconds(Vec<i64>),
    Numbers(Vec<f64>),
}

impl Filling {
    fn new(kind: AttributeType) -> Self {
        match kind {
            AttributeType::String => {
                Self::Texts { index: HashMap::new(), texts: Vec::new(), rows: Vec::new(), last: None }
            }
            AttributeType::Timestamp => Self::Seconds(Vec::new()),
            AttributeType::Float | AttributeType::Integer => Self::Numbers(Vec::new()),
        }
    }

    fn text(&mut self, text: &str) {
        let Self::Texts { index, texts, rows, last } = self else { return };
        if let Some((known, at)) = last
            && **known == *text
        {
            return rows.push(*at);
        }
        let at = match index.get(text) {
            Some(at) => *at,
            None => {
                let at = index.len() as u64;
                index.insert(text.into(), at);
                put_number(texts, text.len() as u64);
                texts.extend_from_slice(text.as_bytes());
                at
            }
        };
        rows.push(at);
        *last = Some((text.into(), at));
    }

    /// Appends the column to a block and empties it.
    fn encode(&mut self, out: &mut Vec<u8>) {
        match self {
            Self::Texts { index, texts, rows, last } => {
                put_number(out, index.len() as u64);
                out.append(texts);
                rows.drain(..).for_each(|at| put_number(out, at));
                index.clear();
                *last = None;
            }
            Self::Seconds(seconds) => {
                let mut before = 0;
                for now in seconds.drain(..) {
                    let step = now.wrapping_sub(before);
                    put_number(out, ((step << 1) ^ (step >> 63)) as u64);
                    before = now;
                }
            }
            Self::Numbers(numbers) => {
                numbers.drain(..).for_each(|number| out.extend_from_slice(&number.to_le_bytes()));
            }
        }
    }
}

impl<W: Write> FrameWriter<W> {
    pub(crate) fn new(out: W, kinds: &[AttributeType]) -> Self {
        let columns = kinds.iter().map(|kind| Filling::new(*kind)).collect();
        Self { out, columns, rows: 0, encoded: Vec::new() }
    }

    pub(crate) fn text(&mut self, column: usize, text: &str) {
        if let Some(column) = self.columns.get_mut(column) {
            column.text(text);
        }
    }

    pub(crate) fn seconds(&mut self, column: usize, seconds: i64) {
        if let Some(Filling::Seconds(column)) = self.columns.get_mut(column) {
            column.push(seconds);
        }
    }

    pub(crate) fn number(&mut self, column: usize, number: f64) {
        if let Some(Filling::Numbers(column)) = self.columns.get_mut(column) {
            column.push(number);
        }
    }

    /// A missing text is empty, a missing number not a number.
    pub(crate) fn missing(&mut self, column: usize) {
        self.text(column, "");
        self.number(column, f64::NAN);
    }

    /// The row has all its fields.
    pub(crate) fn end_row(&mut self) -> io::Result<()> {
        self.rows += 1;
        if self.rows == BLOCK_ROWS { self.end_block() } else { Ok(()) }
    }

    fn end_block(&mut self) -> io::Result<()> {
        self.encoded.clear();
        put_number(&mut self.encoded, self.rows as u64);
        for column in &mut self.columns {
            column.encode(&mut self.encoded);
        }
        self.rows = 0;
        self.out.write_all(&(self.encoded.len() as u32).to_le_bytes())?;
        self.out.write_all(&self.encoded)
    }

    pub(crate) fn finish(mut self) -> io::Result<()> {
        if self.rows > 0 {
            self.end_block()?;
        }
        self.out.write_all(&0u32.to_le_bytes())?;
        self.out.flush()
    }
}

fn put_number(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Reads a frame, block by block.
pub(crate) struct FrameReader<R> {
    input: R,
    kinds: Vec<AttributeType>,
    ended: bool,
}

/// Some rows.
pub(crate) struct Block {
    rows: usize,
    columns: Vec<Column>,
}

enum Column {
    Texts { texts: Vec<Box<str>>, rows: Vec<u32> },
    Seconds(Vec<i64>),
    Numbers(Vec<f64>),
}

impl<R: Read> FrameReader<R> {
    /// The kinds are those that the frame was written with.
    pub(crate) fn new(input: R, kinds: &[AttributeType]) -> Self {
        Self { input, kinds: kinds.to_vec(), ended: false }
    }

    /// The next block; a frame that ends without saying so is an error.
    pub(crate) fn next(&mut self) -> io::Result<Option<Block>> {
        if self.ended {
            return Ok(None);
        }
        let mut length = [0; 4];
        self.input.read_exact(&mut length)?;
        let length = u32::from_le_bytes(length) as usize;
        if length == 0 {
            self.ended = true;
            return Ok(None);
        }
        if length > BLOCK_BYTES_MAX {
            return Err(damaged());
        }
        let mut encoded = vec![0; length];
        self.input.read_exact(&mut encoded)?;
        let mut left = Left(&encoded);
        let rows = left.number()? as usize;
        if rows > BLOCK_ROWS {
            return Err(damaged());
        }
        let columns = self.kinds.iter().map(|kind| left.column(*kind, rows)).collect::<io::Result<_>>()?;
        Ok(Some(Block { rows, columns }))
    }
}

impl Block {
    pub(crate) fn rows(&self) -> usize {
        self.rows
    }

    /// The text in a column of texts; empty where it is missing.
    pub(crate) fn text(&self, column: usize, row: usize) -> &str {
        let Some(Column::Texts { texts, rows }) = self.columns.get(column) else { return "" };
        rows.get(row).and_then(|at| texts.get(*at as usize)).map(AsRef::as_ref).unwrap_or_default()
    }

    /// The instant in a column of timestamps.
    pub(crate) fn seconds(&self, column: usize, row: usize) -> i64 {
        let Some(Column::Seconds(seconds)) = self.columns.get(column) else { return 0 };
        seconds.get(row).copied().unwrap_or_default()
    }

    /// The number in a column of numbers; not a number where it is missing.
    pub(crate) fn number(&self, column: usize, row: usize) -> f64 {
        let Some(Column::Numbers(numbers)) = self.columns.get(column) else { return f64::NAN };
        numbers.get(row).copied().unwrap_or(f64::NAN)
    }
}

/// What is not decoded yet.
struct Left<'a>(&'a [u8]);

impl<'a> Left<'a> {
    fn take(&mut self, length: usize) -> io::Result<&'a [u8]> {
        let (taken, left) = self.0.split_at_checked(length).ok_or_else(damaged)?;
        self.0 = left;
        Ok(taken)
    }

    fn number(&mut self) -> io::Result<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.take(1)?.first().copied().unwrap_or_default();
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(damaged())
    }

    fn column(&mut self, kind: AttributeType, rows: usize) -> io::Result<Column> {
        match kind {
            AttributeType::String => {
                let count = self.number()? as usize;
                if count > BLOCK_ROWS {
                    return Err(damaged());
                }
                let texts = (0..count).map(|_| self.text()).collect::<io::Result<_>>()?;
                let rows = (0..rows).map(|_| Ok(self.number()? as u32)).collect::<io::Result<_>>()?;
                Ok(Column::Texts { texts, rows })
            }
            AttributeType::Timestamp => {
                let mut now = 0i64;
                let step = |coded: u64| (coded >> 1) as i64 ^ -((coded & 1) as i64);
                let next = |_| {
                    now = now.wrapping_add(step(self.number()?));
                    Ok(now)
                };
                Ok(Column::Seconds((0..rows).map(next).collect::<io::Result<_>>()?))
            }
            AttributeType::Float | AttributeType::Integer => {
                let bytes = self.take(rows * 8)?;
                let number = |bytes: &[u8]| f64::from_le_bytes(bytes.try_into().unwrap_or_default());
                Ok(Column::Numbers(bytes.chunks_exact(8).map(number).collect()))
            }
        }
    }

    fn text(&mut self) -> io::Result<Box<str>> {
        let length = self.number()? as usize;
        let text = std::str::from_utf8(self.take(length)?).map_err(|_| damaged())?;
        Ok(text.into())
    }
}

fn damaged() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "a frame is damaged")
}

#[cfg(test)]
mod tests {
    use super::*;

    const KINDS: [AttributeType; 3] = [AttributeType::String, AttributeType::Timestamp, AttributeType::Float];

    fn written(rows: usize) -> Vec<u8> {
        let mut out = Vec::new();
        let mut frame = FrameWriter::new(&mut out, &KINDS);
        for row in 0..rows {
            frame.text(0, &format!("item {}", row % 700));
            frame.seconds(1, row as i64 * 3600 * (1 - 2 * (row as i64 % 2)));
            frame.number(2, row as f64 / 8.0);
            frame.end_row().unwrap();
        }
        frame.finish().unwrap();
        out
    }

    #[test]
    fn rows_come_back_over_many_blocks() {
        let bytes = written(150_001);
        let mut frame = FrameReader::new(&bytes[..], &KINDS);
        let mut row = 0;
        while let Some(block) = frame.next().unwrap() {
            for at in 0..block.rows() {
                assert_eq!(block.text(0, at), format!("item {}", row % 700));
                assert_eq!(block.seconds(1, at), row as i64 * 3600 * (1 - 2 * (row as i64 % 2)));
                assert_eq!(block.number(2, at), row as f64 / 8.0);
                row += 1;
            }
        }
        assert_eq!(row, 150_001);
    }

    #[test]
    fn a_frame_cut_short_is_an_error() {
        let bytes = written(10);
        for length in 0..bytes.len() {
            let mut frame = FrameReader::new(&bytes[..length], &KINDS);
            let outcome = std::iter::from_fn(|| frame.next().transpose()).find(Result::is_err);
            assert!(outcome.is_some(), "{length} of {}", bytes.len());
        }
    }
}
