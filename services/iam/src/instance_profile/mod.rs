//! Instance profiles: how a role is handed to a machine.

mod create;
mod delete;
mod list;
mod role;
pub(crate) mod view;
