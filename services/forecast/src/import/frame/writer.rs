//! Rows in, blocks out.

use std::collections::HashMap;
use std::io::{self, Write};

use super::BLOCK_ROWS;
use crate::dataset::AttributeType;

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
