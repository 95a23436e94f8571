//! The `Action` element, and the action of a request in the form it is looked up by.

use crate::document::ast::Patterns;
use crate::pattern::Pattern;

/// Action names up to this length are kept without the heap; the longest of AWS have about 70 characters.
const INLINE_BYTES: usize = 96;

/// `Action` or `NotAction`, compiled in lower case: actions ignore case as a whole.
#[derive(Debug)]
pub(crate) struct Actions {
    negated: bool,
    // Invariant: sorted by service, see `service_of`.
    patterns: Box<[ActionPattern]>,
    /// How many patterns at the beginning have a wildcard in their service.
    anywhere: usize,
}

#[derive(Debug)]
pub(crate) struct ActionPattern {
    text: Box<str>,
    pattern: Pattern,
}

impl Actions {
    pub(crate) fn compile(element: &Patterns) -> Actions {
        let compile = |text: &str| {
            let text = text.to_ascii_lowercase();
            ActionPattern { pattern: Pattern::new(&text), text: text.into() }
        };
        let mut patterns: Box<[ActionPattern]> =
            element.texts.iter().map(|text| compile(&text.value)).collect();
        patterns.sort_by(|a, b| a.service().cmp(b.service()));
        let anywhere = patterns.partition_point(|entry| entry.service().is_empty());
        Actions { negated: element.negated, patterns, anywhere }
    }

    pub(crate) fn matches(&self, lower_action: &str) -> bool {
        let (anywhere, named) = self.patterns.split_at_checked(self.anywhere).unwrap_or_default();
        let service = service_of(lower_action);
        let matches = |entry: &ActionPattern| entry.pattern.matches(lower_action);
        let in_service = || {
            let start = named.partition_point(|entry| entry.service() < service);
            let rest = named.get(start..).unwrap_or_default();
            rest.iter().take_while(|entry| entry.service() == service).any(matches)
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
        self.patterns.iter().filter(|entry| entry.pattern.is_literal()).map(|entry| &*entry.text)
    }

    /// Whether everything it matches is named in full.
    pub(crate) fn is_literal(&self) -> bool {
        !self.negated && self.patterns.iter().all(|entry| entry.pattern.is_literal())
    }
}

impl ActionPattern {
    fn service(&self) -> &str {
        service_of(&self.text)
    }
}

/// What stands before the colon; nothing where a wildcard may stand for it.
fn service_of(text: &str) -> &str {
    text.split_once(':')
        .map(|(service, _)| service)
        .filter(|service| !service.contains(['*', '?']))
        .unwrap_or_default()
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
        let (hash, service_hash) = (hash(name.text()), hash(name.service()));
        (name.hash, name.service_hash) = (hash, service_hash);
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
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}
