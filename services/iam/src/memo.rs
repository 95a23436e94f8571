//! What was read from the store, and at which generation it was true.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

/// More answers are not kept; beyond, all are forgotten, since the busy ones are soon asked for again.
const ANSWERS_MAX: usize = 65_536;

/// Answers by name. Whoever asks compares the generation.
pub(crate) struct Memo<V> {
    answers: RwLock<HashMap<String, (u64, V)>>,
}

impl<V> Default for Memo<V> {
    fn default() -> Self {
        Self { answers: RwLock::default() }
    }
}

impl<V: Clone> Memo<V> {
    /// The answer, if it is still true at `generation`.
    pub(crate) fn at(&self, name: &str, generation: u64) -> Option<V> {
        let answers = self.answers.read().unwrap_or_else(PoisonError::into_inner);
        answers.get(name).filter(|(at, _)| *at == generation).map(|(_, answer)| answer.clone())
    }

    /// The last answer, whether or not it is still true.
    pub(crate) fn last(&self, name: &str) -> Option<(u64, V)> {
        let answers = self.answers.read().unwrap_or_else(PoisonError::into_inner);
        answers.get(name).cloned()
    }

    /// Keeps an answer.
    pub(crate) fn keep(&self, name: &str, generation: u64, answer: V) {
        let mut answers = self.answers.write().unwrap_or_else(PoisonError::into_inner);
        if answers.len() >= ANSWERS_MAX {
            answers.clear();
        }
        answers.insert(name.to_owned(), (generation, answer));
    }
}
