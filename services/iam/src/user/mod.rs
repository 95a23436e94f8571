//! Users. What they have in common with roles is in [`entity`](crate::entity).

mod create;
mod delete;
mod get;
mod list;
mod update;
pub(crate) mod view;
