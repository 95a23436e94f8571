//! Data that fits a schema.

use bytes::Bytes;
use names::Timestamp;

use crate::Body;

/// One piece of data, free of any protocol.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A truth value.
    Boolean(bool),
    /// An integer or long.
    Integer(i64),
    /// A float or double.
    Float(f64),
    /// A string, enumerated or free.
    String(String),
    /// An instant.
    Timestamp(Timestamp),
    /// Bytes held in memory.
    Blob(Bytes),
    /// A list, in order.
    List(Vec<Value>),
    /// A map with string keys, in the order met.
    Map(Vec<(String, Value)>),
    /// A structure: one slot per member of its schema, in the schema's order.
    Structure(Vec<Option<Value>>),
    /// A streamed body, which travels beside the rest and is never audited.
    Stream(Body),
}

impl Value {
    /// The text, where this is a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The slot of a structure at `index`, in schema order.
    #[must_use]
    pub fn slot(&self, index: usize) -> Option<&Value> {
        match self {
            Self::Structure(slots) => slots.get(index)?.as_ref(),
            _ => None,
        }
    }
}
