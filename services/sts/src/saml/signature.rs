//! What of a response the provider signed.
//!
//! Only what a valid signature covers is ever read, by the very node that its reference resolved to; so an
//! assertion that was moved, copied or wrapped around a signed one counts for nothing.

use bergshamra_dsig::{DsigContext, VerifyResult, verify};
use kernel::Fault;
use uppsala::{Document, NodeId};

use super::document::SIGNATURE;
use super::provider::Metadata;
use super::{profile, wording};

/// Whether the provider signed one of these elements. Any signature that does not hold is a refusal.
pub(super) fn is_signed(
    document: &Document<'_>,
    elements: &[NodeId],
    provider: &Metadata,
) -> Result<bool, Fault> {
    if document.get_elements_by_tag_name_ns(SIGNATURE, "Signature").is_empty() {
        return Ok(false);
    }
    if !profile::is_kept(document, elements) {
        return Err(wording::wrong_signature());
    }
    let context = DsigContext::new(provider.keys());
    let results = verify::verify_all_document(&context, document).map_err(|error| {
        tracing::debug!(%error, "signatures of a SAML response");
        wording::wrong_signature()
    })?;
    // A provider that signs twice signs well twice.
    let holds = results.iter().all(|result| covers_parent(document, result));
    if holds { Ok(!results.is_empty()) } else { Err(wording::wrong_signature()) }
}

/// Whether a signature holds, and its one reference is to the element it stands in (SAML core, 5.4.2).
fn covers_parent(document: &Document<'_>, result: &VerifyResult) -> bool {
    match result {
        VerifyResult::Valid { signature_node, references, .. } => {
            let [reference] = &**references else { return false };
            let parent = document.parent(*signature_node);
            reference.digest_verified && parent.is_some() && reference.resolved_node == parent
        }
        VerifyResult::Invalid { reason } => {
            tracing::debug!(reason, "a signature of a SAML response");
            false
        }
    }
}
