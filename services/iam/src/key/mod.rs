//! Access keys.

mod create;
mod delete;
mod id;
mod list;
mod owner;
mod update;
mod used;

pub(crate) use create::{Fresh, insert};
pub(crate) use owner::{Owner, user_name};
pub(crate) use update::is_active;
