//! The service behind the kernel: every call here takes the path that calls from the network take.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod buckets;
mod checksums;
mod concurrency;
mod copies;
mod deletes;
mod gate;
mod listing;
mod multipart;
mod objects;
mod policies;
mod sweeping;
mod versions;
mod world;
