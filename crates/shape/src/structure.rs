//! The table that generated structures are written in.

/// Declares structures: each entry becomes a plain struct, a static [`Schema`](crate::Schema) and the two
/// conversions to and from [`Value`](crate::Value). `Name as NAME: sensitive { .. }` is hidden as a whole.
///
/// Defaults exist so that an answer of forty members can be written with the five that matter.
///
/// ```
/// use shape::{Member, NumberRule, Schema, Shape, Type, structure};
///
/// static SIZE: Schema = Schema::new("Size", Type::Integer(NumberRule { min: Some(1), max: None }));
///
/// structure! {
///     Crate as CRATE {
///         size: i32 = Member::new("Size", &SIZE).required(),
///         spare: Option<i32> = Member::new("Spare", &SIZE),
///     }
/// }
///
/// let schema = Crate::schema();
/// assert_eq!(schema.members().len(), 2);
/// ```
#[macro_export]
macro_rules! structure {
    ($($name:ident as $schema:ident $(: $mark:ident)? { $($field:ident : $ty:ty = $member:expr,)* })*) => { $(
        #[doc = concat!("The structure `", stringify!($name), "` of the service model.")]
        #[derive(Clone, Default, PartialEq)]
        #[allow(missing_docs, clippy::allow_attributes)]
        pub struct $name { $(pub $field: $ty,)* }

        #[doc = concat!("The schema of [`", stringify!($name), "`].")]
        pub static $schema: $crate::Schema = $crate::Schema::new(
            stringify!($name),
            $crate::Type::Structure($crate::StructureRule { members: &[$($member),*] }),
        )$(.$mark())?;

        impl $crate::Shape for $name {
            fn schema() -> &'static $crate::Schema {
                &$schema
            }
        }

        impl $crate::FromValue for $name {
            fn from_value(value: $crate::Value) -> Result<Self, $crate::Mismatch> {
                let $crate::Value::Structure(slots) = value else {
                    return Err($crate::Mismatch { member: "", wanted: "a structure" });
                };
                let mut _slots = slots.into_iter();
                Ok(Self {
                    $($field: $crate::Field::take(_slots.next().flatten(), stringify!($field))?,)*
                })
            }
        }

        impl $crate::IntoValue for $name {
            fn into_value(self) -> $crate::Value {
                $crate::Value::Structure(vec![$($crate::Field::put(self.$field)),*])
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let value = $crate::IntoValue::into_value(self.clone());
                $crate::redacted(<Self as $crate::Shape>::schema(), &value, f)
            }
        }
    )* };
}
