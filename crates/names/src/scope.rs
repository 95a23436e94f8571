//! Account and region: where a thing lives.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::{AccountId, Arn, NameError};

/// An AWS region such as `us-east-1`: lowercase letters, digits and hyphens.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Region(Arc<str>);

impl Region {
    /// The region as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Region {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if (1..=32).contains(&text.len()) && text.bytes().all(letter) {
            Ok(Self(Arc::from(text)))
        } else {
            Err(NameError::new(text, "a region"))
        }
    }
}

impl TryFrom<String> for Region {
    type Error = NameError;

    fn try_from(text: String) -> Result<Self, NameError> {
        text.parse()
    }
}

impl From<Region> for String {
    fn from(region: Region) -> Self {
        region.0.as_ref().to_owned()
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Account and region. Everything stored belongs to one scope.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Scope {
    /// The owning account.
    pub account: AccountId,
    /// The region; services without regions keep their data under [`Scope::global`].
    pub region: Region,
}

impl Scope {
    /// A scope of an account in a region.
    #[must_use]
    pub fn new(account: AccountId, region: Region) -> Self {
        Self { account, region }
    }

    /// The scope of an account's region-less data (IAM, bucket names).
    #[must_use]
    pub fn global(account: AccountId) -> Self {
        Self { account, region: Region(Arc::from("global")) }
    }

    /// An ARN of a regional service in this scope.
    #[must_use]
    pub fn arn(&self, service: &str, resource: &str) -> Arn {
        Arn::new(service, self.region.as_str(), self.account.as_str(), resource)
    }
}
