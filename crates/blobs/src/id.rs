//! Blob ids.

use std::fmt;
use std::io;
use std::str::FromStr;

use aws_lc_rs::rand;
use names::Timestamp;
use serde::{Deserialize, Serialize};

use crate::BlobError;
use crate::error::During;

/// A blob's name: 32 hexadecimal digits. The first twelve are its time in milliseconds, the others chance.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BlobId([u8; 16]);

/// The leading bytes that are the time.
const TIME_BYTES: usize = 6;

impl BlobId {
    /// A name nothing has.
    pub(crate) fn new(now: Timestamp) -> Result<Self, BlobError> {
        let mut id = [0; 16];
        rand::fill(&mut id).map_err(|_| io::Error::other("no randomness")).during("name a blob")?;
        let millis = now.millis().to_be_bytes();
        let (_, time) = millis.split_at(millis.len() - TIME_BYTES);
        id[..TIME_BYTES].copy_from_slice(time);
        Ok(Self(id))
    }

    /// The time its staging was planned with.
    #[must_use]
    pub fn staged_at(&self) -> Timestamp {
        let millis = self.0.iter().take(TIME_BYTES).fold(0, |millis, byte| millis << 8 | i64::from(*byte));
        Timestamp::from_millis(millis)
    }

    /// Chance alone, so that blobs spread evenly over directories.
    pub(crate) fn directory(&self) -> u8 {
        self.0[15]
    }

    pub(crate) fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl FromStr for BlobId {
    type Err = hex::FromHexError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut bytes = [0; 16];
        hex::decode_to_slice(text, &mut bytes)?;
        Ok(Self(bytes))
    }
}

impl TryFrom<String> for BlobId {
    type Error = hex::FromHexError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<BlobId> for String {
    fn from(id: BlobId) -> Self {
        hex::encode(id.0)
    }
}

impl fmt::Display for BlobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for BlobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_keeps_its_time_and_its_text() {
        let now = Timestamp::from_millis(1_764_054_489_045);
        let id = BlobId::new(now).unwrap();
        assert_eq!(id.staged_at(), now);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_ne!(BlobId::new(now).unwrap(), id);
        assert!("../../etc/passwd".parse::<BlobId>().is_err());
    }
}
