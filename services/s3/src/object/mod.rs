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

use kernel::Fault;

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

/// Buckets keep one version of each object.
pub(crate) fn check_version(version_id: Option<&str>) -> Result<(), Fault> {
    match version_id {
        Some(_) => Err(crate::wording::not_implemented("versioning is not served")),
        None => Ok(()),
    }
}
