//! The policy simulator: the engine of the gate, asked about calls that nobody makes.

mod custom;
mod keys;
mod principal;
mod result;
mod run;
mod sources;

pub(crate) use sources::Source;
