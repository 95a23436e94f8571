//! The `Action` element, and the action of a request in the form it is looked up by.

use crate::document::ast::Patterns;
use crate::few::Few;
use crate::pattern::Pattern;

/// Action names up to this length are kept without the heap; the longest of AWS have about 70 characters.
const INLINE_BYTES: usize = 96;

/// `Action` or `NotAction`, compiled in lower case: actions ignore case as a whole.
#[derive(Debug)]
pub(crate) struct Actions {
    negated: bool,
    // Invariant: sorted by the hash of the service.
    patterns: Few<ActionPattern>,
    /// How many patterns at the beginning have a wildcard in their service.
    anywhere: usize,
}

#[derive(Debug)]
pub(crate) struct ActionPattern {
    /// The hash of the service; zero where a wildcard may stand for it.
    service_hash: u64,
    pattern: Pattern,
}

impl Actions {
    pub(crate) fn compile(element: &Patterns) -> Actions {
        let mut patterns: Few<ActionPattern> =
            element.texts.iter().map(|text| ActionPattern::new(&text.value)).collect();
        if let Few::Any(patterns) = &mut patterns {
            patterns.sort_by_key(|entry| entry.service_hash);
        }
        let anywhere = patterns.partition_point(|entry| entry.service_hash == 0);
        Actions { negated: element.negated, patterns, anywhere }
    }

    pub(crate) fn matches(&self, action: &ActionName) -> bool {
        let (anywhere, named) = self.patterns.split_at_checked(self.anywhere).unwrap_or_default();
        let matches = |entry: &ActionPattern| entry.pattern.matches(action.text());
        // Equal hashes are no proof, so the whole action is compared.
        let in_service = || {
            let start = named.partition_point(|entry| entry.service_hash < action.service_hash);
            let rest = named.get(start..).unwrap_or_default();
            rest.iter().take_while(|entry| entry.service_hash == action.service_hash).any(matches)
        };
        (anywhere.iter().any(matches) || in_service()) != self.negated
    }

    /// The services the patterns lie in, if each names one and there is no negation. One may come up twice.
    pub(crate) fn services(&self) -> Option<impl Iterator<Item = &str>> {
        let named = !self.negated && self.anywhere == 0;
        named.then(|| self.patterns.iter().map(ActionPattern::service))
    }

    /// Actions that are named in full.
    pub(crate) fn literals(&self) -> impl Iterator<Item = &str> {
        self.patterns.iter().filter_map(|entry| entry.pattern.literal())
    }

    /// Whether everything it matches is named in full.
    pub(crate) fn is_literal(&self) -> bool {
        !self.negated && self.patterns.iter().all(|entry| entry.pattern.literal().is_some())
    }
}

impl ActionPattern {
    fn new(text: &str) -> ActionPattern {
        let pattern = Pattern::new(&text.to_ascii_lowercase());
        let service = service_of(pattern.start());
        ActionPattern { service_hash: if service.is_empty() { 0 } else { hash(service) }, pattern }
    }

    fn service(&self) -> &str {
        service_of(self.pattern.start())
    }
}

/// What stands before the colon; nothing without one, when a wildcard may stand for it.
fn service_of(start: &str) -> &str {
    start.split_once(':').map(|(service, _)| service).unwrap_or_default()
}

/// The action of a request, lower case, with the hashes the index is searched by.
pub(crate) struct ActionName {
    inline: [u8; INLINE_BYTES],
    length: usize,
    long: Option<String>,
    pub(crate) hash: u64,
    pub(crate) service_hash: u64,
}

impl ActionName {
    pub(crate) fn new(action: &str) -> ActionName {
        let mut inline = [0; INLINE_BYTES];
        let mut long = None;
        match inline.get_mut(..action.len()) {
            Some(room) => {
                room.copy_from_slice(action.as_bytes());
                room.make_ascii_lowercase();
            }
            None => long = Some(action.to_ascii_lowercase()),
        }
        let mut name = ActionName { inline, length: action.len(), long, hash: 0, service_hash: 0 };
        let (service, rest) = name.text().split_at(name.service().len());
        let service_hash = hash(service);
        (name.hash, name.service_hash) = (hashed(service_hash, rest), service_hash);
        name
    }

    pub(crate) fn text(&self) -> &str {
        match &self.long {
            Some(long) => long,
            None => {
                self.inline.get(..self.length).and_then(|b| std::str::from_utf8(b).ok()).unwrap_or_default()
            }
        }
    }

    pub(crate) fn service(&self) -> &str {
        self.text().split(':').next().unwrap_or_default()
    }
}

/// FNV-1a: short keys, no need to resist attack, since equal hashes are followed by a comparison.
pub(crate) fn hash(text: &str) -> u64 {
    hashed(0xcbf2_9ce4_8422_2325, text)
}

/// The hash of a text whose beginning has this one.
fn hashed(beginning: u64, rest: &str) -> u64 {
    rest.bytes().fold(beginning, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}
