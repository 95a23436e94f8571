//! Why bytes are not a value.

use std::borrow::Cow;

/// Input that does not decode, as the client will see it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{code}: {message}")]
pub struct DecodeError {
    /// The code on the wire: `SerializationException`, `MalformedInput`, `MalformedXML`, ...
    pub code: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// The message, worded as AWS does.
    pub message: Cow<'static, str>,
    /// Further elements of the error document.
    pub fields: Vec<(&'static str, String)>,
}

impl DecodeError {
    pub(crate) fn new(code: &'static str, message: impl Into<Cow<'static, str>>) -> Self {
        Self { code, status: 400, message: message.into(), fields: Vec::new() }
    }

    /// A JSON document that does not fit.
    pub(crate) fn serialization(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new("SerializationException", message)
    }

    /// A form that does not fit.
    pub(crate) fn malformed_input(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new("MalformedInput", message)
    }

    /// An XML document that does not fit.
    pub(crate) fn malformed_xml() -> Self {
        let message =
            "The XML you provided was not well-formed or did not validate against our published schema";
        Self::new("MalformedXML", message)
    }

    /// A parameter in query, header or path that does not fit.
    pub(crate) fn argument(name: &str, given: &str, wanted: &str) -> Self {
        let mut error = Self::new("InvalidArgument", format!("Provided {name} not {wanted}"));
        error.fields = vec![("ArgumentName", name.to_owned()), ("ArgumentValue", given.to_owned())];
        error
    }
}

/// An error answer as a client reads it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{code} ({status}): {message}")]
pub struct FaultParts {
    /// The code: `NoSuchEntity`, `ResourceNotFoundException`; the status as text where the answer has none.
    pub code: String,
    /// The message; empty where the answer has none.
    pub message: String,
    /// The HTTP status.
    pub status: u16,
    /// Further members or elements of the error document.
    pub fields: Vec<(String, String)>,
}

impl FaultParts {
    /// An answer that is not what its protocol says it should be.
    pub(crate) fn unreadable(status: u16, cause: impl std::fmt::Display) -> Self {
        Self { code: "UnreadableResponse".to_owned(), message: cause.to_string(), status, fields: Vec::new() }
    }
}
