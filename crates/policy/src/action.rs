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
        let matches = |entry: &ActionPattern| entry.pattern.matches_bytes(action.text());
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
    long: Option<Box<[u8]>>,
    length: usize,
    service_length: usize,
    pub(crate) hash: u64,
    pub(crate) service_hash: u64,
}

impl ActionName {
    pub(crate) fn new(action: &str) -> ActionName {
        let mut inline = [0; INLINE_BYTES];
        let mut long = None;
        let bytes = match inline.get_mut(..action.len()) {
            Some(room) => {
                room.copy_from_slice(action.as_bytes());
                room
            }
            None => &mut **long.insert(Box::from(action.as_bytes())),
        };
        bytes.make_ascii_lowercase();
        let Hashes { service_length, service: service_hash, whole: hash } = Hashes::of(bytes);
        ActionName { inline, long, length: action.len(), service_length, hash, service_hash }
    }

    pub(crate) fn text(&self) -> &[u8] {
        self.long.as_deref().or_else(|| self.inline.get(..self.length)).unwrap_or_default()
    }

    pub(crate) fn service(&self) -> &[u8] {
        self.text().get(..self.service_length).unwrap_or_default()
    }
}

/// The hash of a name.
pub(crate) fn hash(name: &str) -> u64 {
    Hashes::of(name.as_bytes()).whole
}

/// The hashes of an action and of its service, which is what stands before the colon, or else all of it.
struct Hashes {
    service_length: usize,
    service: u64,
    whole: u64,
}

impl Hashes {
    fn of(name: &[u8]) -> Hashes {
        let service_length = name.iter().position(|&byte| byte == b':').unwrap_or(name.len());
        let (service, rest) = name.split_at_checked(service_length).unwrap_or_default();
        let service = hashed(SEED, service);
        Hashes { service_length, service, whole: hashed(service, rest) }
    }
}

/// Odd numbers without a pattern, from the decimals of the golden ratio and of pi.
const SEED: u64 = 0x9e37_79b9_7f4a_7c15;
const FACTOR: u64 = 0x243f_6a88_85a3_08d3;

/// The hash of a text whose beginning has this one, eight bytes at a time. There is no need to resist attack, since
/// equal hashes are followed by a comparison.
fn hashed(beginning: u64, rest: &[u8]) -> u64 {
    let mix = |hash: u64, word: u64| {
        let product = (hash ^ word).wrapping_mul(FACTOR);
        product ^ (product >> 32)
    };
    let (words, last) = rest.as_chunks();
    let hash = words.iter().fold(beginning, |hash, word| mix(hash, u64::from_le_bytes(*word)));
    if last.is_empty() {
        hash
    } else {
        mix(hash, last.iter().fold(0, |word, byte| (word << 8) | u64::from(*byte)))
    }
}
