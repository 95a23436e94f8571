//! The commands, a file each.

pub(crate) mod can;
pub(crate) mod demo;
pub(crate) mod dev;
pub(crate) mod env;
pub(crate) mod eval;
pub(crate) mod explain;
pub(crate) mod policy;
pub(crate) mod run_file;
mod running;
pub(crate) mod serve;
pub(crate) mod simulate;
pub(crate) mod who_can;

/// What a command fails with, for the person who typed it.
pub(crate) type Failure = Box<dyn std::error::Error + Send + Sync>;
