//! The places of members in an input.

use std::fmt;

/// The way from the input to a member, written only when it is needed.
pub(crate) enum Path<'a> {
    Root,
    Member(&'a Path<'a>, &'static str),
    Index(&'a Path<'a>, usize),
    Key(&'a Path<'a>, &'a str),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Member(Self::Root, name) => f.write_str(&lower_camel(name)),
            Self::Member(parent, name) => write!(f, "{parent}.{}", lower_camel(name)),
            Self::Index(parent, at) => write!(f, "{parent}.{at}.member"),
            Self::Key(parent, key) => write!(f, "{parent}.{key}.member"),
        }
    }
}

/// A member's name as messages and records have it: `RoleName` becomes `roleName`.
pub(crate) fn lower_camel(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(letters).collect()
}
