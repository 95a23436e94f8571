//! Lists that mostly have one member.

use std::ops::Deref;

/// A list that keeps a single member in place: one access to memory less where a policy is not at hand.
#[derive(Debug)]
pub(crate) enum Few<T> {
    One(T),
    Any(Box<[T]>),
}

impl<T> Deref for Few<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            Self::One(only) => std::slice::from_ref(only),
            Self::Any(all) => all,
        }
    }
}

impl<T> FromIterator<T> for Few<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Few<T> {
        let mut items = items.into_iter();
        match (items.next(), items.next()) {
            (None, _) => Few::Any(Box::default()),
            (Some(only), None) => Few::One(only),
            (Some(first), Some(second)) => Few::Any([first, second].into_iter().chain(items).collect()),
        }
    }
}
