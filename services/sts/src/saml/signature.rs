//! What of a response the provider signed.
//!
//! Only what a valid signature covers is ever read, by the very node that its reference resolved to; so an
//! assertion that was moved, copied or wrapped around a signed one counts for nothing.

use bergshamra_dsig::{DsigContext, VerifiedReference, VerifyResult, verify};
use kernel::Fault;
use uppsala::{Document, NodeId};

use super::document::SIGNATURE;
use super::provider::Metadata;
use super::wording;

/// All that the SAML profile of signatures allows (SAML core, 5.4.4).
const TRANSFORMS: [&str; 3] = [
    "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
    "http://www.w3.org/2001/10/xml-exc-c14n#",
    "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
];
/// One for the response and one for the assertion.
const SIGNATURES_MAX: usize = 2;

/// Whether the provider signed one of these elements. Any signature that does not hold is a refusal.
pub(super) fn is_signed(
    document: &Document<'_>,
    elements: &[NodeId],
    provider: &Metadata,
) -> Result<bool, Fault> {
    if document.get_elements_by_tag_name_ns(SIGNATURE, "Signature").is_empty() {
        return Ok(false);
    }
    keeps_to_profile(document)?;
    let context = DsigContext::new(provider.keys());
    let results = verify::verify_all_document(&context, document).map_err(|error| {
        tracing::debug!(%error, "signatures of a SAML response");
        wording::wrong_signature()
    })?;
    let mut is_covered = false;
    for result in &results {
        match result {
            VerifyResult::Valid { references, .. } => {
                is_covered |= elements.iter().any(|element| covers(references, *element));
            }
            // A provider that signs twice signs well twice.
            VerifyResult::Invalid { reason } => {
                tracing::debug!(reason, "a signature of a SAML response");
                return Err(wording::wrong_signature());
            }
        }
    }
    Ok(is_covered)
}

/// Whether the signature has one reference, and it is to this node by its id (SAML core, 5.4.2).
fn covers(references: &[VerifiedReference], node: NodeId) -> bool {
    let [reference] = references else { return false };
    reference.digest_verified && reference.resolved_node == Some(node) && reference.uri.starts_with('#')
}

/// Signatures stay within the document and change nothing of it but their own absence.
fn keeps_to_profile(document: &Document<'_>) -> Result<(), Fault> {
    let all = |name: &str| document.get_elements_by_tag_name_ns(SIGNATURE, name);
    let attribute = |node: NodeId, name: &str| document.get_attribute(node, name).map(str::to_owned);
    let is_within = |uri: Option<String>| uri.is_some_and(|uri| uri.starts_with('#'));
    // Encrypted keys are named so too, and not by a signature.
    let is_of_signature = |node: NodeId| {
        let mut around = document.ancestors(node).into_iter();
        around.any(|node| document.element(node).is_some_and(|of| of.matches_name_ns(SIGNATURE, "Signature")))
    };
    let is_plain = |transform: Option<String>| transform.is_some_and(|name| TRANSFORMS.contains(&&*name));
    let keeps = all("Signature").len() <= SIGNATURES_MAX
        && all("Reference").into_iter().all(|node| is_within(attribute(node, "URI")))
        && all("Transform").into_iter().all(|node| is_plain(attribute(node, "Algorithm")))
        && !all("RetrievalMethod").into_iter().any(is_of_signature)
        && all("Object").is_empty();
    if keeps { Ok(()) } else { Err(wording::wrong_signature()) }
}
