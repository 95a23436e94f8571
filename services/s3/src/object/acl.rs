//! Access control lists: buckets own their objects, so there are none to set.
//!
//! Source: "Controlling ownership of objects and disabling ACLs for your bucket" in the user guide.

use kernel::Fault;

/// The two canned lists that say what holds anyway are accepted, everything else is refused.
pub(crate) fn check(canned: Option<&str>, grants: &[&Option<String>]) -> Result<(), Fault> {
    let harmless = matches!(canned, None | Some("private" | "bucket-owner-full-control"));
    if harmless && grants.iter().all(|grant| grant.is_none()) {
        return Ok(());
    }
    Err(Fault::new("AccessControlListNotSupported", 400, "The bucket does not allow ACLs"))
}

/// Encryption at rest comes with the key service. Until then a request for it is refused rather than answered
/// as if it were kept.
pub(crate) fn check_encryption(members: &[&Option<String>]) -> Result<(), Fault> {
    if members.iter().all(|member| member.is_none()) {
        return Ok(());
    }
    Err(Fault::new(
        "NotImplemented",
        501,
        "Server-side encryption is not implemented: objects are not encrypted at rest yet, and this server \
         does not claim otherwise.",
    ))
}
