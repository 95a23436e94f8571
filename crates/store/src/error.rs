//! What can go wrong below a table.

use std::error::Error;
use std::sync::Arc;

/// Why the store did not do as it was told.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    /// The engine failed: a full disk, a locked file, a lost connection.
    #[error("the store failed: {message}")]
    Engine {
        /// What failed, as the engine says it.
        message: String,
        /// The engine's own error, if there is one.
        #[source]
        cause: Option<Arc<dyn Error + Send + Sync>>,
    },
    /// A record is there and cannot be read.
    #[error("record `{key}` of table `{table}` is unreadable: {reason}")]
    Corrupt {
        /// The table's name.
        table: &'static str,
        /// The record's key within its scope.
        key: String,
        /// What is wrong with the record.
        reason: String,
    },
    /// A key that no table can hold.
    #[error("a key of {length} bytes does not fit table `{table}`: {reason}")]
    Unfit {
        /// The table's name.
        table: &'static str,
        /// How long the key is.
        length: usize,
        /// Which rule it breaks.
        reason: &'static str,
    },
    /// The body asked for a rollback; its caller keeps the reason beside.
    #[error("the write was given up by its body")]
    Aborted,
    /// The store was closed.
    #[error("the store is closed")]
    Closed,
}

impl StoreError {
    /// An engine's failure that has no error of its own.
    #[must_use]
    pub fn engine(message: impl Into<String>) -> Self {
        Self::Engine { message: message.into(), cause: None }
    }

    /// An engine's failure with the error that caused it.
    #[must_use]
    pub fn caused(message: impl Into<String>, cause: impl Error + Send + Sync + 'static) -> Self {
        Self::Engine { message: format!("{}: {cause}", message.into()), cause: Some(Arc::new(cause)) }
    }
}
