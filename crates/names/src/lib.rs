//! The names AWS gives to things: accounts, regions, ARNs, service principals, access keys, instants.
//!
//! Each type parses at the edge and is well formed beyond it. Nothing here does I/O or reads a clock.

mod account;
mod arn;
mod scope;
mod service;
mod timestamp;

pub use account::AccountId;
pub use arn::Arn;
pub use scope::{Region, Scope};
pub use service::ServicePrincipal;
pub use timestamp::Timestamp;

/// Why a text is not the name it was taken for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not {wanted}")]
pub struct NameError {
    /// The text that was given.
    pub text: String,
    /// What it should have been, with its article.
    pub wanted: &'static str,
}

impl NameError {
    pub(crate) fn new(text: &str, wanted: &'static str) -> Self {
        Self { text: text.to_owned(), wanted }
    }
}
