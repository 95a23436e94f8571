//! Conversions between Rust types and values.

use std::collections::BTreeMap;

use bytes::Bytes;
use names::Timestamp;

use crate::{Body, Schema, StructureRule, Type, Value};

/// A value that does not fit the type it is read into. Validation finds these first, so for validated input
/// this is a defect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// The member, where known.
    pub member: &'static str,
    /// What was wanted.
    pub wanted: &'static str,
}

impl std::fmt::Display for Mismatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "member `{}` does not hold {}", self.member, self.wanted)
    }
}

impl std::error::Error for Mismatch {}

/// A structure of an API.
pub trait Shape: FromValue + IntoValue + Clone + std::fmt::Debug + Send + Sync + 'static {
    /// Its schema.
    fn schema() -> &'static Schema;
}

/// The schema of operations without an input or output: a structure of no members.
pub static UNIT: Schema = Schema::new("Unit", Type::Structure(StructureRule { members: &[] }));

impl Shape for () {
    fn schema() -> &'static Schema {
        &UNIT
    }
}

impl FromValue for () {
    fn from_value(value: Value) -> Result<Self, Mismatch> {
        match value {
            Value::Structure(_) => Ok(()),
            _ => Err(Mismatch { member: "", wanted: "a structure" }),
        }
    }
}

impl IntoValue for () {
    fn into_value(self) -> Value {
        Value::Structure(Vec::new())
    }
}

/// Can be read from a value.
pub trait FromValue: Sized {
    /// Reads it.
    fn from_value(value: Value) -> Result<Self, Mismatch>;
}

/// Can be written as a value.
pub trait IntoValue {
    /// Writes it.
    fn into_value(self) -> Value;
}

/// A field of a structure: present, or optional.
pub trait Field: Sized {
    /// Reads the field from its slot.
    fn take(slot: Option<Value>, member: &'static str) -> Result<Self, Mismatch>;
    /// Writes the field into its slot.
    fn put(self) -> Option<Value>;
}

impl<T: FromValue + IntoValue> Field for Option<T> {
    fn take(slot: Option<Value>, member: &'static str) -> Result<Self, Mismatch> {
        slot.map(T::from_value).transpose().map_err(|mismatch| Mismatch { member, ..mismatch })
    }

    fn put(self) -> Option<Value> {
        self.map(T::into_value)
    }
}

impl<T: FromValue + IntoValue> Field for T {
    fn take(slot: Option<Value>, member: &'static str) -> Result<Self, Mismatch> {
        let value = slot.ok_or(Mismatch { member, wanted: "a value" })?;
        T::from_value(value).map_err(|mismatch| Mismatch { member, ..mismatch })
    }

    fn put(self) -> Option<Value> {
        Some(self.into_value())
    }
}

/// Implements both directions for a type that one variant holds.
macro_rules! scalar {
    ($($ty:ty, $variant:ident, $wanted:literal, |$in:ident| $read:expr, |$out:ident| $write:expr;)+) => { $(
        impl FromValue for $ty {
            fn from_value(value: Value) -> Result<Self, Mismatch> {
                match value {
                    Value::$variant($in) => $read,
                    _ => Err(Mismatch { member: "", wanted: $wanted }),
                }
            }
        }

        impl IntoValue for $ty {
            fn into_value(self) -> Value {
                let $out = self;
                Value::$variant($write)
            }
        }
    )+ };
}

scalar! {
    bool, Boolean, "a boolean", |it| Ok(it), |it| it;
    String, String, "a string", |it| Ok(it), |it| it;
    i64, Integer, "a long", |it| Ok(it), |it| it;
    i32, Integer, "an integer",
        |it| i32::try_from(it).map_err(|_| Mismatch { member: "", wanted: "a 32-bit integer" }),
        |it| i64::from(it);
    f64, Float, "a double", |it| Ok(it), |it| it;
    f32, Float, "a float", |it| Ok(it as f32), |it| f64::from(it);
    Timestamp, Timestamp, "a timestamp", |it| Ok(it), |it| it;
    Bytes, Blob, "a blob", |it| Ok(it), |it| it;
    Body, Stream, "a stream", |it| Ok(it), |it| it;
}

impl<T: FromValue> FromValue for Vec<T> {
    fn from_value(value: Value) -> Result<Self, Mismatch> {
        match value {
            Value::List(members) => members.into_iter().map(T::from_value).collect(),
            _ => Err(Mismatch { member: "", wanted: "a list" }),
        }
    }
}

impl<T: IntoValue> IntoValue for Vec<T> {
    fn into_value(self) -> Value {
        Value::List(self.into_iter().map(T::into_value).collect())
    }
}

impl<T: FromValue> FromValue for BTreeMap<String, T> {
    fn from_value(value: Value) -> Result<Self, Mismatch> {
        match value {
            Value::Map(entries) => {
                entries.into_iter().map(|(key, value)| Ok((key, T::from_value(value)?))).collect()
            }
            _ => Err(Mismatch { member: "", wanted: "a map" }),
        }
    }
}

impl<T: IntoValue> IntoValue for BTreeMap<String, T> {
    fn into_value(self) -> Value {
        Value::Map(self.into_iter().map(|(key, value)| (key, value.into_value())).collect())
    }
}

impl<T: FromValue> FromValue for Box<T> {
    fn from_value(value: Value) -> Result<Self, Mismatch> {
        T::from_value(value).map(Box::new)
    }
}

impl<T: IntoValue> IntoValue for Box<T> {
    fn into_value(self) -> Value {
        (*self).into_value()
    }
}
