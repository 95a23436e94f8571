//! Groups and their members. What they have in common with users and roles is in [`entity`](crate::entity).

mod create;
mod delete;
mod get;
mod list;
mod members;
mod update;
pub(crate) mod view;

pub(crate) use members::of_user;
