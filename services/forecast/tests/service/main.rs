//! The service behind the kernel, with the real identity, session and storage services beside it: every call here
//! takes the path that calls from the network take.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod deletes;
mod flaky;
mod imports;
mod listing;
mod permissions;
mod refusals;
mod restarts;
mod whole;
mod wire;
mod world;
