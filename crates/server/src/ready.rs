//! The ready file: how a parent process learns that requests are served, and where.

use std::io::Write;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::StartError;
use crate::error::at;

/// What a ready file holds.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Ready {
    /// The base address of all services.
    pub endpoint: String,
    /// The certificate of the local CA; none on plain HTTP.
    pub ca_bundle: Option<String>,
    /// The region told to clients.
    pub region: String,
    /// The accounts, with their root keys where those may be told.
    pub accounts: Vec<ReadyAccount>,
}

/// One account in a ready file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ReadyAccount {
    /// Its id.
    pub account_id: String,
    /// Its root access key.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub access_key_id: Option<String>,
    /// The secret.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub secret_access_key: Option<String>,
}

impl Ready {
    /// The same without secrets.
    #[must_use]
    pub fn without_secrets(mut self) -> Self {
        for account in &mut self.accounts {
            account.access_key_id = None;
            account.secret_access_key = None;
        }
        self
    }

    /// Writes the file so that it appears complete or not at all, readable by its owner only.
    pub fn write(&self, path: &Path) -> Result<(), StartError> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut file = tempfile::NamedTempFile::new_in(folder).map_err(at(path))?;
        let text = serde_json::to_string_pretty(self).map_err(|error| at(path)(error.into()))?;
        writeln!(file, "{text}").map_err(at(path))?;
        file.as_file().sync_all().map_err(at(path))?;
        file.persist(path).map_err(|error| at(path)(error.error))?;
        Ok(())
    }

    /// Reads a ready file.
    pub fn read(path: &Path) -> Result<Self, StartError> {
        let text = std::fs::read_to_string(path).map_err(at(path))?;
        serde_json::from_str(&text).map_err(|error| at(path)(error.into()))
    }
}
