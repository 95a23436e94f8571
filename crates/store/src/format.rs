//! How a record becomes bytes: one version byte, then JSON.

use std::marker::PhantomData;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::StoreError;

/// Turns a record of an older version into one of the table's version.
pub type Upgrade = fn(from: u8, record: Value) -> Value;

/// A table's name and the form of its records.
pub(crate) struct Format<T> {
    pub(crate) table: &'static str,
    version: u8,
    upgrade: Option<Upgrade>,
    record: PhantomData<fn() -> T>,
}

impl<T> Format<T> {
    pub(crate) const fn new(table: &'static str) -> Self {
        Self { table, version: 1, upgrade: None, record: PhantomData }
    }

    pub(crate) const fn version(self, version: u8, upgrade: Upgrade) -> Self {
        Self { version, upgrade: Some(upgrade), ..self }
    }

    fn corrupt(&self, key: &str, reason: impl ToString) -> StoreError {
        StoreError::Corrupt { table: self.table, key: key.to_owned(), reason: reason.to_string() }
    }
}

impl<T: Serialize> Format<T> {
    pub(crate) fn encode(&self, key: &str, record: &T) -> Result<Vec<u8>, StoreError> {
        let mut bytes = vec![self.version];
        serde_json::to_writer(&mut bytes, record).map_err(|error| self.corrupt(key, error))?;
        Ok(bytes)
    }
}

impl<T: DeserializeOwned> Format<T> {
    pub(crate) fn decode(&self, key: &str, bytes: &[u8]) -> Result<T, StoreError> {
        let Some((&version, json)) = bytes.split_first() else {
            return Err(self.corrupt(key, "it is empty"));
        };
        if version == self.version {
            return serde_json::from_slice(json).map_err(|error| self.corrupt(key, error));
        }
        self.decode_older(key, version, json)
    }

    fn decode_older(&self, key: &str, version: u8, json: &[u8]) -> Result<T, StoreError> {
        let upgrade = match self.upgrade {
            Some(upgrade) if version < self.version => upgrade,
            _ => return Err(self.corrupt(key, format!("its version {version} is unknown"))),
        };
        let older = serde_json::from_slice(json).map_err(|error| self.corrupt(key, error))?;
        serde_json::from_value(upgrade(version, older)).map_err(|error| self.corrupt(key, error))
    }
}
