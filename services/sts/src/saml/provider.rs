//! What the metadata document of a provider says: its name and the keys that sign its assertions.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bergshamra_keys::{Key, KeysManager, loader};
use kernel::Fault;
use uppsala::{Document, NodeId};

use super::document::{METADATA, SIGNATURE, read, root, text};
use super::wording;

/// Providers publish one or two.
const KEYS_MAX: usize = 16;

/// A provider as its metadata has it.
pub(super) struct Metadata {
    pub(super) entity_id: String,
    keys: Vec<Key>,
}

impl Metadata {
    /// Reads a metadata document.
    pub(super) fn read(text: &str) -> Result<Self, Fault> {
        Self::of(text).filter(|provider| !provider.keys.is_empty()).ok_or_else(wording::unusable_provider)
    }

    fn of(text: &str) -> Option<Self> {
        let document = read(text)?;
        let entity = root(&document, METADATA, "EntityDescriptor")?;
        let entity_id = document.get_attribute(entity, "entityID")?.to_owned();
        let roles = document.child_elements_by_name_ns(entity, METADATA, "IDPSSODescriptor");
        let descriptors = roles
            .into_iter()
            .flat_map(|role| document.child_elements_by_name_ns(role, METADATA, "KeyDescriptor"));
        let signing =
            descriptors.filter(|of| document.get_attribute(*of, "use").is_none_or(|is| is == "signing"));
        let keys = signing.flat_map(|descriptor| certificates(&document, descriptor));
        Some(Self { entity_id, keys: keys.filter_map(|der| key(&der)).take(KEYS_MAX).collect() })
    }

    /// The keys of which one must have signed.
    pub(super) fn keys(&self) -> KeysManager {
        let mut keys = KeysManager::new();
        keys.add_keys(self.keys.iter().cloned());
        keys
    }
}

fn certificates(document: &Document<'_>, descriptor: NodeId) -> Vec<Vec<u8>> {
    let certificates = document.get_elements_by_tag_name_ns(SIGNATURE, "X509Certificate");
    let own = certificates.into_iter().filter(|node| document.ancestors(*node).contains(&descriptor));
    own.filter_map(|node| {
        let encoded: String = text(document, node).split_ascii_whitespace().collect();
        STANDARD.decode(encoded).ok()
    })
    .collect()
}

fn key(certificate: &[u8]) -> Option<Key> {
    loader::load_x509_cert_der(certificate).ok()
}
