//! Compiled policies by their text, so that a change elsewhere in the account makes nothing to parse again.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use kernel::{Fault, Recent};
use policy::{Document, Policy, PolicyKind};

/// Policies of each kind are kept up to this many bytes of text. Compiled they take a few times as much.
const TEXT_BYTES_MAX: usize = 64 << 20;

type Texts = Recent<Arc<str>, Arc<Policy>>;

/// The policies compiled so far.
#[derive(Default)]
pub(crate) struct Compiled {
    kinds: RwLock<HashMap<PolicyKind, Arc<Texts>>>,
}

impl Compiled {
    /// The policy of a text that was accepted when it was stored.
    pub(crate) fn policy(&self, text: &str, kind: PolicyKind) -> Result<Arc<Policy>, Fault> {
        let texts = self.texts(kind);
        if let Some(known) = texts.get(text) {
            return Ok(known);
        }
        let document = Document::read(text, kind)
            .map_err(|rejection| Fault::internal(format!("a stored policy is unreadable: {rejection}")))?;
        let policy = Arc::new(Policy::compile(&document));
        texts.keep(Arc::from(text), text.len(), Arc::clone(&policy));
        Ok(policy)
    }

    fn texts(&self, kind: PolicyKind) -> Arc<Texts> {
        let kinds = self.kinds.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(texts) = kinds.get(&kind) {
            return Arc::clone(texts);
        }
        drop(kinds);
        let mut kinds = self.kinds.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(kinds.entry(kind).or_insert_with(|| Arc::new(Recent::new(TEXT_BYTES_MAX))))
    }
}
