//! SQLite's errors as the store's.

use store::StoreError;

/// Names what was attempted when SQLite refused.
pub(crate) trait During<T> {
    fn during(self, attempted: &str) -> Result<T, StoreError>;
}

impl<T> During<T> for rusqlite::Result<T> {
    fn during(self, attempted: &str) -> Result<T, StoreError> {
        self.map_err(|error| StoreError::caused(attempted, error))
    }
}
