//! Roles. What they have in common with users is in [`entity`](crate::entity).

mod create;
mod delete;
mod get;
mod linked_services;
mod list;
mod service_linked;
mod update;
pub(crate) mod view;
