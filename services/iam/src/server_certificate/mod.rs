//! Server certificates: kept with their private keys for services that end TLS connections.

mod change;
mod look;
mod upload;
mod view;
