//! Rows by columns, as the private copy keeps them.
//!
//! A frame is a row of blocks, each with at most [`BLOCK_ROWS`] rows; each begins with its length in bytes, and a
//! block of no bytes ends the frame. A block holds the number of its rows and then its columns: texts as the texts
//! that occur in the block and each row's index among them, timestamps as the differences from row to row, numbers
//! as they are. Integers are in LEB128.

mod reader;
mod writer;

pub(crate) use reader::FrameReader;
pub(crate) use writer::FrameWriter;

/// Rows of one block.
const BLOCK_ROWS: usize = 1 << 16;
/// Bytes of one block: many times what any row can need.
const BLOCK_BYTES_MAX: usize = 1 << 30;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::AttributeType;

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
