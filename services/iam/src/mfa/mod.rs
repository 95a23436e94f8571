//! Virtual MFA devices: their seeds, their owners and their codes.

mod attempts;
mod clock;
mod device;
mod enable;
mod list;
mod own;
mod pair;
mod png;
mod totp;
mod verify;

pub(crate) use attempts::Attempts;
