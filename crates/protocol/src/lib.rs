//! The wire protocols of AWS: requests to operations, bytes to values, values and faults to bytes.
//!
//! Four protocols are spoken, each a walk over a [`shape::Schema`]: awsJson 1.1, awsQuery, restJson and
//! restXml, in both directions, so the same crate serves requests and makes them. Everything is a function
//! of its arguments: no I/O, no clock, no lock. Whatever bytes come in, decoders answer with a value or with
//! the error a client of AWS would see; they do not panic, and each recursion and collection is bounded.
//!
//! Not done here: signatures, constraints of the model (`shape` validates), and HTTP itself.

mod codec;
mod error;
mod fault;
mod http_parts;
mod json;
mod query;
mod rest;
mod router;
mod text;
mod xml;

pub use codec::{decode_input, decode_output, encode_input, encode_output, streams_input};
pub use error::{DecodeError, FaultParts};
pub use fault::{FaultView, encode_fault};
pub use http_parts::{HttpBody, Labels, RequestHead, RequestParts, ResponseParts};
pub use router::{Route, RouteError, RouteProblem, Router};
