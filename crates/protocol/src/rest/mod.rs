//! restJson and restXml: members spread over path, query, headers and body.

mod headers;
mod input;
mod output;
mod parameters;
pub(crate) mod percent;
mod read_body;
mod s3;
mod template;
mod write_body;

pub(crate) use input::{decode_input, encode_input};
pub(crate) use output::{decode_output, encode_output};
pub(crate) use percent::{PathText, QueryParts};
pub(crate) use template::Template;
