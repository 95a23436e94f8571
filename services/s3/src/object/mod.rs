//! Objects.

pub(crate) mod acl;
pub(crate) mod checksums;
pub(crate) mod claim;
pub(crate) mod conditions;
mod copy;
mod delete;
mod delete_many;
pub(crate) mod find;
mod get;
mod get_acl;
mod head;
pub(crate) mod metadata;
mod put;
mod put_acl;
pub(crate) mod range;
pub(crate) mod receive;
pub(crate) mod source;
mod tagging;

use kernel::{Cx, Fault};

use crate::record::{Bucket, Fresh, Mark, Versioning, Which};
use crate::wording::invalid_argument;

/// The most that one request can put: 5 GiB.
pub(crate) const SIZE_MAX: u64 = 5 << 30;
/// The longest key, in bytes of UTF-8.
pub(crate) const KEY_BYTES_MAX: usize = 1024;

/// A key that an object may have.
pub(crate) fn check_key(key: &str) -> Result<(), Fault> {
    if key.len() <= KEY_BYTES_MAX {
        return Ok(());
    }
    Err(Fault::new("KeyTooLongError", 400, "Your key is too long")
        .field("Size", key.len().to_string())
        .field("MaxSizeAllowed", KEY_BYTES_MAX.to_string()))
}

/// Which version a request asks for.
pub(crate) fn which(version_id: Option<&str>) -> Result<Which, Fault> {
    Which::parse(version_id).ok_or_else(|| {
        let id = version_id.unwrap_or_default();
        let message = match id {
            "" => "Version id cannot be the empty string",
            _ => "Invalid version id specified",
        };
        invalid_argument(message, "versionId", id)
    })
}

/// What a new version of an object will be made of.
pub(crate) fn fresh(cx: &Cx) -> Fresh {
    let mut chance = [0; 8];
    cx.base().entropy.fill(&mut chance);
    Fresh { now: cx.now(), chance: u64::from_be_bytes(chance) }
}

/// The id of a version that was read, where the bucket has versions.
pub(crate) fn read_id(bucket: &Bucket, mark: &Mark) -> Option<String> {
    (bucket.settings.versioning != Versioning::Never).then(|| mark.shown())
}
