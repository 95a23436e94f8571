//! A whole server: the planes, the services over them, and a listener before them.
//!
//! The binary, the demonstration and the tests all start the same thing, in memory or in a data directory.

mod config;
mod data_dir;
mod error;
mod ready;
mod start;
mod tls;

pub use edge::REGIONS;
/// How IAM makes condition keys of a user or role, for those who ask what it would decide.
pub use iam::existing_keys as iam_existing_keys;
/// How S3 makes condition keys of a call, likewise.
pub use s3::{ANY_BUCKET, SIGNED_IN_HEADER, call_keys as s3_call_keys, resource_keys as s3_resource_keys};

pub use config::{Account, Config, Place, RootKey};
pub use error::StartError;
pub use ready::{Ready, ReadyAccount};
pub use start::Server;
