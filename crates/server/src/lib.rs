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

pub use config::{Account, Config, Place, RootKey};
pub use error::StartError;
pub use ready::{Ready, ReadyAccount};
pub use start::Server;
