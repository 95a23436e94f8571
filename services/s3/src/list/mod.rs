//! Listing.

mod objects;
mod objects_v2;
mod rows;
pub(crate) mod token;
mod version_rows;
mod versions;
pub(crate) mod walk;

use api_s3::{CommonPrefix, Owner};
use aws_lc_rs::digest::{SHA256, digest};
use kernel::Fault;
use names::AccountId;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::wording::invalid_argument;

/// Entries in one answer, whatever is asked for.
pub(crate) const PAGE_MAX: usize = 1000;

/// What `encoding-type=url` leaves as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'*').remove(b'/');

/// An account's canonical user id, which S3 shows as the owner of buckets and objects.
#[must_use]
pub fn canonical_user(account: AccountId) -> String {
    hex::encode(digest(&SHA256, format!("canonical user {account}").as_bytes()))
}

/// The account as an owner.
pub(crate) fn owner(account: AccountId) -> Owner {
    Owner { id: Some(canonical_user(account)), display_name: None }
}

/// How texts are written: as they are, or URL-encoded if the client asked for it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Encoding(bool);

impl Encoding {
    pub(crate) fn of(wanted: Option<&str>) -> Self {
        Self(wanted == Some("url"))
    }

    pub(crate) fn text(self, text: &str) -> String {
        if self.0 { utf8_percent_encode(text, PLAIN).to_string() } else { text.to_owned() }
    }

    pub(crate) fn maybe(self, text: Option<&str>) -> Option<String> {
        text.map(|text| self.text(text))
    }

    pub(crate) fn prefixes(self, prefixes: &[String]) -> Vec<CommonPrefix> {
        prefixes.iter().map(|prefix| CommonPrefix { prefix: Some(self.text(prefix)) }).collect()
    }

    pub(crate) fn name(self) -> Option<String> {
        self.0.then(|| "url".to_owned())
    }
}

/// How many entries to answer with.
pub(crate) fn page_size(wanted: Option<i32>, name: &str) -> Result<usize, Fault> {
    let Some(wanted) = wanted else { return Ok(PAGE_MAX) };
    match usize::try_from(wanted) {
        Ok(size) => Ok(size.min(PAGE_MAX)),
        Err(_) => Err(invalid_argument(
            format!("Argument {name} must be an integer between 0 and 2147483647"),
            name,
            wanted.to_string(),
        )),
    }
}

/// A count as the API has it.
pub(crate) fn count(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
