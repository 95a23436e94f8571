//! What was read from the store, and at which generation it was true.

use kernel::Recent;

/// So many answers of a kind are kept.
const ANSWERS_MAX: usize = 131_072;

/// Answers by name. Whoever asks compares the generation.
pub(crate) struct Memo<V>(Recent<String, (u64, V)>);

impl<V: Clone> Default for Memo<V> {
    fn default() -> Self {
        Self(Recent::new(ANSWERS_MAX))
    }
}

impl<V: Clone> Memo<V> {
    /// The answer, if it is still true at `generation`.
    pub(crate) fn at(&self, name: &str, generation: u64) -> Option<V> {
        self.last(name).filter(|(at, _)| *at == generation).map(|(_, answer)| answer)
    }

    /// The last answer, whether or not it is still true.
    pub(crate) fn last(&self, name: &str) -> Option<(u64, V)> {
        self.0.get(name)
    }

    /// Keeps an answer.
    pub(crate) fn keep(&self, name: &str, generation: u64, answer: V) {
        self.0.keep(name.to_owned(), 1, (generation, answer));
    }
}
