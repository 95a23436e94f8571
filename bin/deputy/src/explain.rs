//! Why something was refused: the gate's own explanation, read and drawn.

mod difference;
mod explanation;
pub(crate) mod fix;
mod gates;
pub(crate) mod picture;
pub(crate) mod tree;
pub(crate) mod wrap;

pub(crate) use explanation::{Explanation, Failed, Refused, Statement};

/// What was asked for in the first place, and what would have been needed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wish<'a> {
    /// The operation that the customer called.
    pub(crate) operation: &'a str,
    /// Who called it.
    pub(crate) by: &'a str,
    /// The smallest change that allows it.
    pub(crate) fix: &'a [&'a str],
}
