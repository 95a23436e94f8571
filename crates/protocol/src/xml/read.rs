//! Reading XML text into a small tree.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::DecodeError;

/// Documents nested deeper are refused: decoding recurses once per level.
const XML_DEPTH_MAX: usize = 48;
/// Documents with more elements are refused. The largest that S3 knows completes ten thousand parts, each
/// of at most a dozen elements.
const XML_ELEMENTS_MAX: usize = 200_000;
/// Elements with more attributes are refused.
const XML_ATTRIBUTES_MAX: usize = 32;

/// An element. Names are without their name space prefix.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Element>,
    pub(crate) text: String,
}

impl Element {
    /// The first child of a name.
    pub(crate) fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// All children of a name.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The text of the first child of a name.
    pub(crate) fn text_of(&self, name: &str) -> Option<&str> {
        self.child(name).map(|child| child.text.as_str())
    }
}

/// Reads a document into its root element. Document types are refused, and with them every entity but the
/// five of XML itself.
pub(crate) fn parse(bytes: &[u8]) -> Result<Element, DecodeError> {
    let text = std::str::from_utf8(bytes).map_err(|_| DecodeError::malformed_xml())?;
    Tree::default().read(text).ok_or_else(DecodeError::malformed_xml)
}

#[derive(Default)]
struct Tree {
    open: Vec<Element>,
    root: Option<Element>,
    count: usize,
}

impl Tree {
    /// `None` for whatever is not well formed or breaks a limit.
    fn read(mut self, text: &str) -> Option<Element> {
        let mut reader = Reader::from_str(text.strip_prefix('\u{feff}').unwrap_or(text));
        reader.config_mut().check_end_names = true;
        loop {
            match reader.read_event().ok()? {
                Event::Start(tag) => self.start(&tag)?,
                Event::Empty(tag) => {
                    self.start(&tag)?;
                    self.end()?;
                }
                Event::End(_) => self.end()?,
                Event::Text(text) => self.text(&text.xml_content().ok()?)?,
                Event::CData(text) => self.text(&text.xml_content().ok()?)?,
                Event::GeneralRef(name) => self.text(resolve(&name)?.encode_utf8(&mut [0; 4]))?,
                Event::DocType(_) => return None,
                Event::Decl(_) | Event::Comment(_) | Event::PI(_) => {}
                Event::Eof => break,
            }
        }
        if self.open.is_empty() { self.root } else { None }
    }

    fn start(&mut self, tag: &BytesStart<'_>) -> Option<()> {
        self.count += 1;
        let second_root = self.open.is_empty() && self.root.is_some();
        if second_root || self.open.len() == XML_DEPTH_MAX || self.count > XML_ELEMENTS_MAX {
            return None;
        }
        let name = std::str::from_utf8(tag.local_name().into_inner()).ok()?.to_owned();
        self.open.push(Element { name, attributes: attributes(tag)?, ..Element::default() });
        Some(())
    }

    fn end(&mut self) -> Option<()> {
        let done = self.open.pop()?;
        match self.open.last_mut() {
            Some(parent) => parent.children.push(done),
            None => self.root = Some(done),
        }
        Some(())
    }

    fn text(&mut self, text: &str) -> Option<()> {
        match self.open.last_mut() {
            Some(element) => element.text.push_str(text),
            None if text.trim().is_empty() => {}
            None => return None,
        }
        Some(())
    }
}

fn attributes(tag: &BytesStart<'_>) -> Option<Vec<(String, String)>> {
    let mut found = Vec::new();
    for attribute in tag.attributes() {
        let attribute = attribute.ok()?;
        if found.len() == XML_ATTRIBUTES_MAX {
            return None;
        }
        let name = std::str::from_utf8(attribute.key.local_name().into_inner()).ok()?.to_owned();
        found.push((name, attribute.unescape_value().ok()?.into_owned()));
    }
    Some(found)
}

/// The character of `&amp;` or `&#38;`.
fn resolve(reference: &BytesRef<'_>) -> Option<char> {
    if reference.is_char_ref() {
        return reference.resolve_char_ref().ok().flatten();
    }
    match reference.decode().ok()?.as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}
