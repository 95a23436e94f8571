//! XML as SAML uses it: no document types, no entities, bounded depth.

use uppsala::{Document, NodeId, NodeKind, Parser};

pub(super) const ASSERTION: &str = "urn:oasis:names:tc:SAML:2.0:assertion";
pub(super) const PROTOCOL: &str = "urn:oasis:names:tc:SAML:2.0:protocol";
pub(super) const METADATA: &str = "urn:oasis:names:tc:SAML:2.0:metadata";
pub(super) const ENCRYPTION: &str = "http://www.w3.org/2001/04/xmlenc#";
pub(super) const SIGNATURE: &str = "http://www.w3.org/2000/09/xmldsig#";

/// Assertions are some ten levels deep.
const DEPTH_MAX: u32 = 64;

/// Reads a document.
pub(super) fn read(text: &str) -> Option<Document<'_>> {
    let parser = Parser::new().with_forbid_dtd(true).with_forbid_entities(true).with_max_depth(DEPTH_MAX);
    parser.parse(text).ok()
}

/// The root, if it is this element.
pub(super) fn root(document: &Document<'_>, namespace: &str, name: &str) -> Option<NodeId> {
    let root = document.document_element()?;
    document.element(root)?.matches_name_ns(namespace, name).then_some(root)
}

/// The only child of this name; more than one is none.
pub(super) fn only(document: &Document<'_>, parent: NodeId, namespace: &str, name: &str) -> Option<NodeId> {
    match *document.child_elements_by_name_ns(parent, namespace, name) {
        [child] => Some(child),
        _ => None,
    }
}

/// The text of an element, without the space around it. Comments within do not end it. An element with others in it
/// has none.
pub(super) fn text(document: &Document<'_>, element: NodeId) -> String {
    let mut text = String::new();
    for child in document.children_iter(element) {
        match document.node_kind(child) {
            Some(NodeKind::Text(part) | NodeKind::CData(part)) => text.push_str(part),
            Some(NodeKind::Element(_)) => return String::new(),
            _ => {}
        }
    }
    text.trim().to_owned()
}
