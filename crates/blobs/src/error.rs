//! What can go wrong with bytes.

use std::io;
use std::ops::Range;
use std::sync::Arc;

use shape::BodyError;

use crate::BlobId;

/// Why bytes were not kept or not found.
#[derive(Debug, Clone, thiserror::Error)]
pub enum BlobError {
    /// The body that was to be kept could not be read, or is longer than the plan allows.
    #[error(transparent)]
    Body(#[from] BodyError),
    /// There is no such blob.
    #[error("blob `{0}` is missing")]
    Missing(BlobId),
    /// The blob is there, and not as it was written.
    #[error("blob `{id}` is damaged: {reason}")]
    Damaged {
        /// Which blob.
        id: BlobId,
        /// What does not fit.
        reason: &'static str,
    },
    /// The range reaches beyond the blob.
    #[error("bytes {} to {} lie beyond the {length} bytes of blob `{id}`", range.start, range.end)]
    Range {
        /// Which blob.
        id: BlobId,
        /// The bytes asked for.
        range: Range<u64>,
        /// How many it has.
        length: u64,
    },
    /// The disk refused.
    #[error("cannot {attempted}: {cause}")]
    Io {
        /// What was attempted.
        attempted: &'static str,
        /// The system's error.
        #[source]
        cause: Arc<io::Error>,
    },
}

impl From<BlobError> for BodyError {
    fn from(error: BlobError) -> Self {
        match error {
            BlobError::Body(error) => error,
            other => Self::Io(other.to_string()),
        }
    }
}

/// Names what was attempted when the system refused.
pub(crate) trait During<T> {
    fn during(self, attempted: &'static str) -> Result<T, BlobError>;
}

impl<T> During<T> for io::Result<T> {
    fn during(self, attempted: &'static str) -> Result<T, BlobError> {
        self.map_err(|cause| BlobError::Io { attempted, cause: Arc::new(cause) })
    }
}
