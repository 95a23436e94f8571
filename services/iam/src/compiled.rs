//! Compiled policies by their text, so that a change elsewhere in the account makes nothing to parse again.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use kernel::Fault;
use policy::{Document, Policy, PolicyKind};

/// More policies are not kept; beyond, those in no principal's use go, and if all are, all.
const POLICIES_MAX: usize = 8192;

type Texts = HashMap<Arc<str>, Arc<Policy>>;

/// The policies compiled so far.
#[derive(Default)]
pub(crate) struct Compiled {
    kinds: RwLock<HashMap<PolicyKind, Texts>>,
}

impl Compiled {
    /// The policy of a text that was accepted when it was stored.
    pub(crate) fn policy(&self, text: &str, kind: PolicyKind) -> Result<Arc<Policy>, Fault> {
        if let Some(known) = self.known(text, kind) {
            return Ok(known);
        }
        let document = Document::read(text, kind)
            .map_err(|rejection| Fault::internal(format!("a stored policy is unreadable: {rejection}")))?;
        let policy = Arc::new(Policy::compile(&document));
        self.keep(text, kind, &policy);
        Ok(policy)
    }

    fn known(&self, text: &str, kind: PolicyKind) -> Option<Arc<Policy>> {
        let kinds = self.kinds.read().unwrap_or_else(PoisonError::into_inner);
        kinds.get(&kind)?.get(text).cloned()
    }

    fn keep(&self, text: &str, kind: PolicyKind, policy: &Arc<Policy>) {
        let mut kinds = self.kinds.write().unwrap_or_else(PoisonError::into_inner);
        let texts = kinds.entry(kind).or_default();
        if texts.len() >= POLICIES_MAX {
            texts.retain(|_, policy| Arc::strong_count(policy) > 1);
        }
        if texts.len() >= POLICIES_MAX {
            texts.clear();
        }
        texts.insert(Arc::from(text), Arc::clone(policy));
    }
}
