//! Forms: fields with dotted names, and the tree those names span.

use std::collections::BTreeMap;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode, utf8_percent_encode};

use crate::{DecodeError, RequestHead};

/// Forms with more fields are refused; a thousand tags are two thousand fields.
const FORM_FIELDS_MAX: usize = 5_000;
/// Forms whose names have more parts between them are refused: each part costs far more memory than text.
const FORM_PARTS_MAX: usize = 20_000;
/// Names with more dots are refused: decoding recurses once per part.
const FORM_DEPTH_MAX: usize = 32;

/// What a form leaves as it is.
const RESERVED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b' ');

/// The fields of a form, decoded, in order.
#[derive(Debug, Default)]
pub(crate) struct Form(Vec<(String, String)>);

/// One name of a form's fields, up to a dot: its own value and what is below it.
#[derive(Debug, Default)]
pub(super) struct Node {
    pub(super) value: Option<String>,
    pub(super) below: BTreeMap<String, Node>,
}

impl Form {
    /// The fields of the query and of the body, where it is a form.
    pub(crate) fn of_request(head: &RequestHead<'_>, body: Option<&[u8]>) -> Result<Self, DecodeError> {
        let mut form = Self::default();
        form.extend(head.query.as_bytes())?;
        if let Some(body) = body.filter(|_| head.has_form()) {
            form.extend(body)?;
        }
        Ok(form)
    }

    fn extend(&mut self, bytes: &[u8]) -> Result<(), DecodeError> {
        for field in bytes.split(|byte| *byte == b'&').filter(|field| !field.is_empty()) {
            if self.0.len() == FORM_FIELDS_MAX {
                return Err(DecodeError::malformed_input("The form has too many fields"));
            }
            let mut halves = field.splitn(2, |byte| *byte == b'=');
            let (name, value) = (halves.next().unwrap_or_default(), halves.next().unwrap_or_default());
            self.0.push((decode(name)?, decode(value)?));
        }
        Ok(())
    }

    /// The value of a field; the last, where there are several.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().rev().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn push(&mut self, name: &str, value: &str) {
        self.0.push((name.to_owned(), value.to_owned()));
    }

    /// The tree of the names. Of equal names the last wins.
    pub(super) fn tree(self) -> Result<Node, DecodeError> {
        let mut root = Node::default();
        let mut parts = 0;
        for (name, value) in self.0 {
            let depth = name.split('.').count();
            parts += depth;
            if depth > FORM_DEPTH_MAX || parts > FORM_PARTS_MAX {
                return Err(DecodeError::malformed_input("A field is nested too deeply"));
            }
            let place =
                name.split('.').fold(&mut root, |node, part| node.below.entry(part.to_owned()).or_default());
            place.value = Some(value);
        }
        Ok(root)
    }

    /// The form as bytes.
    pub(super) fn encode(&self) -> String {
        let quote = |text: &str| utf8_percent_encode(text, RESERVED).to_string().replace(' ', "+");
        let fields = self.0.iter().map(|(name, value)| format!("{}={}", quote(name), quote(value)));
        fields.collect::<Vec<_>>().join("&")
    }
}

fn decode(bytes: &[u8]) -> Result<String, DecodeError> {
    let spaced: Vec<u8> = bytes.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    match percent_decode(&spaced).decode_utf8() {
        Ok(text) => Ok(text.into_owned()),
        Err(_) => Err(DecodeError::malformed_input("The form is not UTF-8")),
    }
}
