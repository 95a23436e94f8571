//! Who used which services: noted as calls pass the gate, told in reports.

mod granting;
mod job;
mod kept;
mod note;
mod report;
mod services;

pub(crate) use note::{Accesses, forget};
