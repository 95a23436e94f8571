//! XML both ways, for awsQuery answers and restXml.

mod decode;
mod encode;
mod read;
mod write;

pub(crate) use decode::{absent, members as read_members, value as read_value};
pub(crate) use encode::{members as write_members, root as write_root};
pub(crate) use read::{Element, parse};
pub(crate) use write::Writer;

/// The element of a list without an element around it: the list's own name for its members where the model
/// has one, else the name of the member that holds the list.
fn flattened_name(wire: &'static str, rule: &shape::ListRule) -> &'static str {
    if rule.member_name == "member" { wire } else { rule.member_name }
}
