//! Records: one ordered, transactional key-value trait, and tables of typed records above it.
//!
//! A [`Store`] gives reads a view that stands still and runs writes one after the other; a write that was
//! answered survives a crash. Services never meet raw keys: they declare a [`Table`], whose every key starts
//! with account and region, so that reading across accounts needs the other account's scope. System data that
//! belongs to no account, such as which account owns an access key, lives in a [`Global`].
//!
//! Here are the traits, the tables, the engine in [`Memory`], and the [`conformance`] suite that every engine
//! passes. Sealing secrets is left to the layer above: values arrive as the engine may show them.

pub mod conformance;
mod engine;
mod error;
mod format;
mod global;
mod key;
mod memory;
mod rows;
mod table;

pub use engine::{Entry, Order, Snapshot, Store, Transaction, WriteBody, run};
pub use error::StoreError;
pub use format::Upgrade;
pub use global::Global;
pub use key::{KEY_BYTES_MAX, join, past, split};
pub use memory::Memory;
pub use table::Table;
