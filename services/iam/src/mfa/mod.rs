//! Virtual MFA devices: their seeds, their owners and their codes.

mod attempts;
mod device;
mod enable;
mod list;
mod own;
mod png;
pub(crate) mod totp;
mod verify;

pub(crate) use attempts::Attempts;
