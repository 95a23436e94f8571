//! The storage service: buckets and how they are set, objects and their versions, uploads in parts, bucket policies.
//!
//! It promises what clients of Amazon S3 rely on: a write that was answered is durable and seen by every later
//! read; a reader gets the bytes of one version, whole; conditions are decided in the transaction of the write they
//! guard. Buckets own their objects: every access control list says so, and no other can be set. Public access is
//! blocked until somebody switches that off. Objects are not encrypted at rest yet, so requests for encryption are
//! refused, rather than answered as if they were kept. Object lock, access points and directory buckets are not
//! served.
//!
//! Bytes lie in a blob store, everything else in tables. Bytes are staged first and count once a transaction names
//! them; what no record names any more is garbage, written down in the transaction that let go of it.

mod access;
mod bucket;
mod bytes;
mod list;
mod multipart;
mod object;
mod pins;
mod policy;
mod record;
mod resources;
mod settings;
mod sweep;
mod tags;
mod wording;

use std::sync::Arc;

use blobs::Blobs;
use kernel::{Base, Builder, Service};
use names::ServicePrincipal;

use crate::bytes::Orphans;
use crate::pins::Pins;
use crate::resources::Compiled;

pub use crate::access::{ANY_BUCKET, SIGNED_IN_HEADER, call_keys, resource_keys};
pub use crate::list::canonical_user;

/// The service.
pub struct S3 {
    base: Base,
    blobs: Arc<dyn Blobs>,
    compiled: Compiled,
    pins: Pins,
    orphans: Orphans,
}

impl S3 {
    /// The service over its planes. [`S3::sweep`] tidies up after the last run, before the first call.
    #[must_use]
    pub fn new(base: Base, blobs: Arc<dyn Blobs>) -> Self {
        Self {
            base,
            blobs,
            compiled: Compiled::default(),
            pins: Pins::default(),
            orphans: Orphans::default(),
        }
    }
}

impl Service for S3 {
    const PRINCIPAL: ServicePrincipal = ServicePrincipal::new("s3.amazonaws.com");
}

/// Serves every operation, and answers for bucket and object ARNs.
pub fn install(builder: &mut Builder, s3: &Arc<S3>) {
    api_s3::serve!(builder, s3);
    builder.resources("s3", Arc::<S3>::clone(s3));
}
