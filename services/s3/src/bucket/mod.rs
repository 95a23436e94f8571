//! Buckets.

mod acl;
mod create;
mod delete;
mod head;
mod list;
mod location;
pub(crate) mod name;

/// The region whose name old clients leave out.
const CLASSIC_REGION: &str = "us-east-1";
