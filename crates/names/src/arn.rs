//! Amazon Resource Names.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{AccountId, NameError};

/// A well-formed ARN: `arn:partition:service:region:account:resource`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Arn {
    // Invariant: `text` starts with `arn:` and has at least five colons, found at `colons`.
    text: String,
    colons: [u32; 5],
}

impl Arn {
    /// `arn:aws:service:region:account:resource`; region and account may be empty.
    #[must_use]
    pub fn new(service: &str, region: &str, account: &str, resource: &str) -> Self {
        let text = format!("arn:aws:{service}:{region}:{account}:{resource}");
        let colons = colons(&text).unwrap_or_default();
        Self { text, colons }
    }

    /// The ARN of a resource of IAM, which has no region.
    #[must_use]
    pub fn iam(account: AccountId, resource: &str) -> Self {
        Self::new("iam", "", account.as_str(), resource)
    }

    /// The whole text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// `aws`, `aws-cn`, ...
    #[must_use]
    pub fn partition(&self) -> &str {
        self.part(0)
    }

    /// `iam`, `s3`, `forecast`, ...
    #[must_use]
    pub fn service(&self) -> &str {
        self.part(1)
    }

    /// Empty for global resources.
    #[must_use]
    pub fn region(&self) -> &str {
        self.part(2)
    }

    /// The account field as text; empty for buckets, `aws` for AWS managed policies.
    #[must_use]
    pub fn account(&self) -> &str {
        self.part(3)
    }

    /// The account field, where it is an account id.
    #[must_use]
    pub fn account_id(&self) -> Option<AccountId> {
        self.account().parse().ok()
    }

    /// Everything after the fifth colon.
    #[must_use]
    pub fn resource(&self) -> &str {
        self.text.get(self.colons[4] as usize + 1..).unwrap_or_default()
    }

    /// What follows `kind/` in the resource, for example the path and name of `role/path/name`.
    #[must_use]
    pub fn resource_of(&self, kind: &str) -> Option<&str> {
        self.resource().strip_prefix(kind)?.strip_prefix('/')
    }

    fn part(&self, index: usize) -> &str {
        let (Some(from), Some(to)) = (self.colons.get(index), self.colons.get(index + 1)) else {
            return "";
        };
        self.text.get(*from as usize + 1..*to as usize).unwrap_or_default()
    }
}

/// The places of the first five colons, if there are as many.
fn colons(text: &str) -> Option<[u32; 5]> {
    let mut places = text.bytes().enumerate().filter(|(_, byte)| *byte == b':').map(|(at, _)| at as u32);
    let found = [places.next()?, places.next()?, places.next()?, places.next()?, places.next()?];
    Some(found)
}

impl FromStr for Arn {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        match colons(text) {
            Some(colons) if text.starts_with("arn:") && text.len() <= 2048 => {
                Ok(Self { text: text.to_owned(), colons })
            }
            _ => Err(NameError::new(text, "an ARN")),
        }
    }
}

impl TryFrom<String> for Arn {
    type Error = NameError;

    fn try_from(text: String) -> Result<Self, NameError> {
        text.parse()
    }
}

impl From<Arn> for String {
    fn from(arn: Arn) -> Self {
        arn.text
    }
}

impl fmt::Display for Arn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for Arn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arn_gives_its_parts() {
        let arn: Arn = "arn:aws:iam::111122223333:role/service/ForecastRole".parse().unwrap();
        assert_eq!(arn.partition(), "aws");
        assert_eq!(arn.service(), "iam");
        assert_eq!(arn.region(), "");
        assert_eq!(arn.account(), "111122223333");
        assert_eq!(arn.resource_of("role"), Some("service/ForecastRole"));
        assert_eq!(arn.resource_of("user"), None);
    }

    #[test]
    fn a_resource_may_contain_colons() {
        let arn: Arn = "arn:aws:logs:us-east-1:111122223333:log-group:/a:*".parse().unwrap();
        assert_eq!(arn.resource(), "log-group:/a:*");
    }

    #[test]
    fn too_few_fields_are_no_arn() {
        assert!("arn:aws:s3:bucket".parse::<Arn>().is_err());
        assert!("bucket".parse::<Arn>().is_err());
    }
}
