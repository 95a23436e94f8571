//! Reading a body in batches worth a step of work.

use bytes::Bytes;
use futures_util::StreamExt;
use shape::{BodyError, BodyStream};

/// A batch ends when it has so many bytes,
const BATCH_BYTES: usize = 256 * 1024;

/// or so many chunks, as each chunk takes memory beside its bytes.
const BATCH_CHUNKS: usize = 1024;

/// Some chunks of a body in a row.
#[derive(Default)]
pub(crate) struct Batch {
    pub(crate) chunks: Vec<Bytes>,
    /// Whether the body ends here.
    pub(crate) last: bool,
}

pub(crate) struct Intake {
    body: BodyStream,
    bytes_left: u64,
}

impl Intake {
    pub(crate) fn new(body: BodyStream, bytes_max: u64) -> Self {
        Self { body, bytes_left: bytes_max }
    }

    /// The next chunks. After an error, or the last batch, there are no more.
    pub(crate) async fn next(&mut self) -> Result<Batch, BodyError> {
        let mut batch = Batch::default();
        let mut bytes = 0;
        while bytes < BATCH_BYTES && batch.chunks.len() < BATCH_CHUNKS {
            let Some(chunk) = self.body.next().await.transpose()? else {
                batch.last = true;
                break;
            };
            self.bytes_left = self.bytes_left.checked_sub(chunk.len() as u64).ok_or(BodyError::TooLarge)?;
            bytes += chunk.len();
            batch.chunks.push(chunk);
        }
        Ok(batch)
    }
}
