//! Bytes on their way from the disk.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::{StreamExt, TryStreamExt, stream};
use shape::{BodyError, BodyStream};

use super::frame::{self, BLOCK_BYTES, FOOTER_BYTES, FRAME_BYTES};
use super::{Place, blocking};
use crate::error::During;
use crate::{BlobError, BlobId};

/// So many blocks are read at once, and are in memory for each open blob.
const BLOCKS_AT_ONCE: u64 = 4;

/// Checked bytes, a piece per block.
type Chunks = Vec<Bytes>;

/// Opens a blob and reads its first blocks; the rest is read as the stream is.
pub(super) async fn open(
    place: Arc<Place>,
    id: BlobId,
    range: Option<Range<u64>>,
) -> Result<BodyStream, BlobError> {
    let (first, reading) = blocking(move || Reading::open(&place, id, range)?.next()).await?;
    let rest = stream::try_unfold(reading, |reading| async {
        if reading.is_done() {
            return Ok(None);
        }
        blocking(move || reading.next()).await.map(Some).map_err(BodyError::from)
    });
    let rest = rest.map_ok(|chunks| stream::iter(chunks).map(Ok)).try_flatten();
    Ok(Box::pin(stream::iter(first).map(Ok).chain(rest)))
}

struct Reading {
    id: BlobId,
    file: File,
    length: u64,
    /// What is still to be read of the blob.
    left: Range<u64>,
}

impl Reading {
    fn open(place: &Place, id: BlobId, range: Option<Range<u64>>) -> Result<Self, BlobError> {
        let mut file = File::open(place.layout.blob(&id)).map_err(|error| missing(id, error))?;
        let length = length(&file, id)?;
        let left = range.unwrap_or(0..length);
        if left.start > left.end || left.end > length {
            return Err(BlobError::Range { id, range: left, length });
        }
        let first_frame = left.start / BLOCK_BYTES as u64;
        file.seek(SeekFrom::Start(first_frame * FRAME_BYTES as u64)).during("read a blob")?;
        Ok(Self { id, file, length, left })
    }

    fn is_done(&self) -> bool {
        self.left.is_empty()
    }

    /// Reads and checks the next blocks.
    fn next(mut self) -> Result<(Chunks, Self), BlobError> {
        if self.is_done() {
            return Ok((Chunks::new(), self));
        }
        let first = self.left.start / BLOCK_BYTES as u64;
        let end = self.left.end.min((first + BLOCKS_AT_ONCE) * BLOCK_BYTES as u64);
        let frames = self.read(frame::frames_bytes(self.length, first, end))?;
        let blocks = (first..).zip(frames.chunks(FRAME_BYTES));
        let chunks = blocks
            .map(|(number, frame)| self.checked(&frames, frame, number, end))
            .collect::<Result<_, _>>()?;
        self.left.start = end;
        Ok((chunks, self))
    }

    fn read(&self, count: u64) -> Result<Bytes, BlobError> {
        let mut frames = Vec::with_capacity(count as usize);
        (&self.file).take(count).read_to_end(&mut frames).during("read a blob")?;
        if frames.len() as u64 == count { Ok(frames.into()) } else { Err(self.damaged("it ends early")) }
    }

    /// The wanted bytes of a block, up to `end` of the blob.
    fn checked(&self, frames: &Bytes, frame: &[u8], number: u64, end: u64) -> Result<Bytes, BlobError> {
        let block =
            frame::block(frame, &self.id, number).ok_or_else(|| self.damaged("a block has changed"))?;
        let block_start = number * BLOCK_BYTES as u64;
        let from = self.left.start.saturating_sub(block_start) as usize;
        let to = (end - block_start).min(block.len() as u64) as usize;
        let wanted = block.get(from..to).ok_or_else(|| self.damaged("a block is too short"))?;
        Ok(frames.slice_ref(wanted))
    }

    fn damaged(&self, reason: &'static str) -> BlobError {
        BlobError::Damaged { id: self.id, reason }
    }
}

fn missing(id: BlobId, error: io::Error) -> BlobError {
    if error.kind() == io::ErrorKind::NotFound {
        return BlobError::Missing(id);
    }
    BlobError::Io { attempted: "open a blob", cause: Arc::new(error) }
}

/// The blob's length, from a footer that fits the file.
fn length(file: &File, id: BlobId) -> Result<u64, BlobError> {
    let damaged = |reason| BlobError::Damaged { id, reason };
    let file_bytes = file.metadata().during("look at a blob")?.len();
    let footer_at = file_bytes.checked_sub(FOOTER_BYTES as u64).ok_or_else(|| damaged("it has no footer"))?;
    let mut footer = [0; FOOTER_BYTES];
    file.read_exact_at(&mut footer, footer_at).during("read a blob's footer")?;
    frame::length(&id, &footer, file_bytes).ok_or_else(|| damaged("its footer does not fit"))
}
