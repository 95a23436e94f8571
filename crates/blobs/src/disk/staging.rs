//! Bytes on their way to the disk.

use std::sync::Arc;

use shape::BodyStream;

use super::draft::Draft;
use super::frame::{self, BLOCK_BYTES, FRAME_BYTES};
use super::{Place, blocking};
use crate::checksum::Hasher;
use crate::intake::{Batch, Intake};
use crate::{BlobError, BlobId, Plan, Staged};

/// Frames are written when so many bytes of them are ready.
const WRITE_BYTES: usize = 4 * FRAME_BYTES;

/// Keeps a body. The next batch comes in while the last one is hashed and written.
pub(super) async fn stage(place: Arc<Place>, body: BodyStream, plan: Plan) -> Result<Staged, BlobError> {
    let mut intake = Intake::new(body, plan.bytes_max);
    let mut staging = Staging::new(place, plan)?;
    let mut batch = intake.next().await?;
    while !batch.last {
        let writing = blocking(move || staging.with(&batch));
        let next = intake.next().await;
        staging = writing.await?;
        batch = next?;
    }
    blocking(move || staging.with(&batch)?.finish()).await
}

/// A blob that is being written.
struct Staging {
    draft: Draft,
    hasher: Hasher,
    length: u64,
    /// Closed frames and the open block, not yet written.
    frames: Vec<u8>,
    /// Where the open block begins in `frames`.
    block_from: usize,
    block_number: u64,
}

impl Staging {
    fn new(place: Arc<Place>, plan: Plan) -> Result<Self, BlobError> {
        Ok(Self {
            draft: Draft::new(place, BlobId::new(plan.now)?),
            hasher: Hasher::new(plan.checksums),
            length: 0,
            frames: Vec::new(),
            block_from: 0,
            block_number: 0,
        })
    }

    /// Takes a batch in.
    fn with(mut self, batch: &Batch) -> Result<Self, BlobError> {
        for chunk in &batch.chunks {
            self.hasher.update(chunk);
            self.length += chunk.len() as u64;
            self.push(chunk)?;
        }
        Ok(self)
    }

    fn push(&mut self, mut bytes: &[u8]) -> Result<(), BlobError> {
        while !bytes.is_empty() {
            let room = BLOCK_BYTES - (self.frames.len() - self.block_from);
            let (now, later) = bytes.split_at(room.min(bytes.len()));
            self.frames.extend_from_slice(now);
            bytes = later;
            if now.len() == room {
                self.close_block();
                self.write_if_enough()?;
            }
        }
        Ok(())
    }

    fn close_block(&mut self) {
        frame::close_block(&mut self.frames, self.block_from, self.draft.id(), self.block_number);
        self.block_from = self.frames.len();
        self.block_number += 1;
    }

    /// Called while no block is open.
    fn write_if_enough(&mut self) -> Result<(), BlobError> {
        if self.frames.len() >= WRITE_BYTES {
            self.draft.write(&self.frames)?;
            self.frames.clear();
            self.block_from = 0;
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Staged, BlobError> {
        if self.frames.len() > self.block_from {
            self.close_block();
        }
        let id: BlobId = *self.draft.id();
        self.frames.extend_from_slice(&frame::footer(&id, self.length));
        self.draft.write(&self.frames)?;
        self.draft.settle()?;
        Ok(Staged { id, length: self.length, digests: self.hasher.finish() })
    }
}
