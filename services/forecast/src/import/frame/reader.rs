//! Blocks in, rows out.

use std::io::{self, Read};

use super::{BLOCK_BYTES_MAX, BLOCK_ROWS};
use crate::dataset::AttributeType;

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
