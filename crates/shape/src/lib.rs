//! Data and operations, free of any protocol.
//!
//! A [`Schema`] says what a member may hold and where it travels; a [`Value`] is data that fits one; a
//! [`Shape`] is a Rust structure that converts to and from a value. Codecs, validation, redaction and
//! samples are each one walk over `(Schema, Value)`, written once. Nothing here does I/O.

mod body;
mod constraint;
mod convert;
mod flaws;
pub mod json;
mod operation;
mod path;
mod pattern_sample;
mod redact;
mod sample;
mod schema;
mod structure;
mod text_sample;
mod validate;
mod value;

pub use body::{Body, BodyError, BodyStream, Trailers};
pub use convert::{Field, FromValue, IntoValue, Mismatch, Shape, UNIT};
pub use flaws::flaws;
pub use operation::{ErrorModel, Operation, OperationModel, Protocol, ServiceModel};
pub use redact::{HIDDEN, redacted};
pub use sample::sample;
pub use schema::{
    ListRule, Location, MapRule, Member, NumberRule, Pattern, Schema, StringRule, StructureRule,
    TimestampFormat, Type,
};
pub use validate::{Found, Violation, validate, validation_message};
pub use value::Value;

/// Re-exports for the generated tables, so that they name the runtime by one path.
pub mod types {
    pub use bytes::Bytes;
    pub use names::Timestamp;
    pub use std::collections::BTreeMap;
}
