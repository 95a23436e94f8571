//! What a signed document may look like before anybody computes with it.
//!
//! Source: SAML core 5.4 (the profile of XML signatures): a signature stands directly in the element it signs, refers to
//! that element alone by its id, and its transforms leave out the signature and canonicalize exclusively. So there is
//! no place in a signed element that the signature does not cover, and the work is linear in the document.

use uppsala::{Document, NodeId};

use super::document::{SIGNATURE, only};

/// The canonical forms of the profile.
const CANONICAL: [&str; 2] =
    ["http://www.w3.org/2001/10/xml-exc-c14n#", "http://www.w3.org/2001/10/xml-exc-c14n#WithComments"];
const ENVELOPED: &str = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
const EXCLUSIVE: &str = "http://www.w3.org/2001/10/xml-exc-c14n#";
/// One for the response and one for the assertion.
const SIGNATURES_MAX: usize = 2;
/// Namespaces that are in scope anywhere. Canonicalization looks at all of them for each element.
const NAMESPACES_MAX: usize = 64;
/// Prefixes that a canonical form treats as the older one did.
const PREFIXES_MAX: usize = 16;

/// Whether all signatures of a document are of these elements, and keep to the profile.
pub(super) fn is_kept(document: &Document<'_>, elements: &[NodeId]) -> bool {
    let signatures = document.get_elements_by_tag_name_ns(SIGNATURE, "Signature");
    let count = |name: &str| document.get_elements_by_tag_name_ns(SIGNATURE, name).len();
    signatures.len() <= SIGNATURES_MAX
        && count("Reference") == signatures.len()
        && count("Object") == 0
        && signatures.iter().all(|signature| is_plain(document, *signature, elements))
        && !document.get_elements_by_tag_name_ns(SIGNATURE, "RetrievalMethod").into_iter().any(|node| {
            // Encrypted keys are named so too, and not by a signature.
            document.ancestors(node).iter().any(|around| signatures.contains(around))
        })
        && has_few_namespaces(document)
}

fn is_plain(document: &Document<'_>, signature: NodeId, elements: &[NodeId]) -> bool {
    let algorithm = |node: NodeId| document.get_attribute(node, "Algorithm");
    let of_profile = || {
        let parent = document.parent(signature).filter(|parent| elements.contains(parent))?;
        let info = only(document, signature, SIGNATURE, "SignedInfo")?;
        let method = only(document, info, SIGNATURE, "CanonicalizationMethod")?;
        let reference = only(document, info, SIGNATURE, "Reference")?;
        let transforms = only(document, reference, SIGNATURE, "Transforms")?;
        let transforms = document.child_elements_by_name_ns(transforms, SIGNATURE, "Transform");
        let &[enveloped, canonical] = &*transforms else { return None };
        let id = document.get_attribute(parent, "ID")?;
        let is_own = document.get_attribute(reference, "URI")?.strip_prefix('#') == Some(id);
        let is_canonical = |node: NodeId| algorithm(node).is_some_and(|name| CANONICAL.contains(&name));
        let has_few = [method, canonical].into_iter().all(|node| has_few_prefixes(document, node));
        let keeps = is_own
            && algorithm(enveloped) == Some(ENVELOPED)
            && is_canonical(canonical)
            && is_canonical(method)
            && has_few;
        keeps.then_some(())
    };
    of_profile().is_some()
}

fn has_few_prefixes(document: &Document<'_>, canonical: NodeId) -> bool {
    let lists = document.child_elements_by_name_ns(canonical, EXCLUSIVE, "InclusiveNamespaces");
    let prefixes = |node: &NodeId| {
        document.get_attribute(*node, "PrefixList").unwrap_or_default().split_ascii_whitespace().count()
    };
    lists.iter().map(prefixes).sum::<usize>() <= PREFIXES_MAX
}

/// Down to every element, together with those around it.
fn has_few_namespaces(document: &Document<'_>) -> bool {
    let mut open: Vec<(NodeId, usize)> =
        document.document_element().map(|root| (root, 0)).into_iter().collect();
    while let Some((node, around)) = open.pop() {
        let Some(element) = document.element(node) else { continue };
        let in_scope = around + element.namespace_declarations.len();
        if in_scope > NAMESPACES_MAX {
            return false;
        }
        open.extend(document.children_iter(node).map(|child| (child, in_scope)));
    }
    true
}
