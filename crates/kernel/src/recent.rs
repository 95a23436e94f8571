//! What was lately asked for.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{PoisonError, RwLock};

/// Keeps answers that were lately asked for, up to a weight.
///
/// There are a young and an old half. When the young half is full it becomes the old one, and what was old and not
/// asked for since goes. So what is in use stays, finding it costs the same however much is kept, and there is never a
/// moment at which all is forgotten and everybody has to wait.
pub struct Recent<K, V> {
    half_weight_max: usize,
    halves: RwLock<Halves<K, V>>,
}

struct Halves<K, V> {
    young: HashMap<K, (usize, V)>,
    old: HashMap<K, (usize, V)>,
    // Invariant: the weights in the young half add up to this.
    young_weight: usize,
}

impl<K: Eq + Hash, V: Clone> Recent<K, V> {
    /// Nothing yet, and at most so much weight: entries, bytes, or whatever [`keep`](Self::keep) is told.
    #[must_use]
    pub fn new(weight_max: usize) -> Self {
        let halves = Halves { young: HashMap::new(), old: HashMap::new(), young_weight: 0 };
        Self { half_weight_max: weight_max / 2, halves: RwLock::new(halves) }
    }

    /// The answer, if it is kept.
    pub fn get<Q>(&self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        let halves = self.halves.read().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, answer)) = halves.young.get(key) {
            return Some(answer.clone());
        }
        let is_old = halves.old.contains_key(key);
        drop(halves);
        if is_old { self.renew(key) } else { None }
    }

    /// An old answer that is asked for is young again.
    fn renew<Q>(&self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        let mut halves = self.halves.write().unwrap_or_else(PoisonError::into_inner);
        if let Some((key, (weight, answer))) = halves.old.remove_entry(key) {
            let gone = halves.insert(key, weight, answer.clone(), self.half_weight_max);
            drop(halves);
            drop(gone);
            return Some(answer);
        }
        // Somebody else was faster.
        halves.young.get(key).map(|(_, answer)| answer.clone())
    }

    /// Keeps an answer in the place of an earlier one. What weighs more than half of all is not kept.
    pub fn keep(&self, key: K, weight: usize, answer: V) {
        let mut halves = self.halves.write().unwrap_or_else(PoisonError::into_inner);
        let before = halves.old.remove(&key);
        let gone = halves.insert(key, weight, answer, self.half_weight_max);
        // Nobody waits while memory is given back.
        drop(halves);
        drop((before, gone));
    }
}

impl<K: Eq + Hash, V> Halves<K, V> {
    /// Returns what goes.
    fn insert(&mut self, key: K, weight: usize, answer: V, half_weight_max: usize) -> HashMap<K, (usize, V)> {
        let mut gone = HashMap::new();
        if let Some((key, (weight, answer))) = self.young.remove_entry(&key) {
            self.young_weight -= weight;
            gone.insert(key, (weight, answer));
        }
        if weight > half_weight_max {
            return gone;
        }
        if self.young_weight + weight > half_weight_max {
            gone = std::mem::replace(&mut self.old, std::mem::take(&mut self.young));
            self.young_weight = 0;
        }
        self.young_weight += weight;
        self.young.insert(key, (weight, answer));
        gone
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(recent: &Recent<u32, u32>) -> Vec<u32> {
        let halves = recent.halves.read().unwrap();
        let mut keys: Vec<u32> = halves.young.keys().chain(halves.old.keys()).copied().collect();
        keys.sort_unstable();
        keys
    }

    #[test]
    fn what_is_asked_for_stays() {
        let recent = Recent::new(8);
        for number in 0..100 {
            recent.keep(number, 1, number);
            assert_eq!(recent.get(&0), Some(0), "after {number}");
            assert!(kept(&recent).len() <= 8);
        }
        assert_eq!(recent.get(&50), None);
        assert_eq!(recent.get(&99), Some(99));
    }

    #[test]
    fn never_is_all_forgotten() {
        let recent = Recent::new(8);
        for number in 0..100 {
            recent.keep(number, 1, number);
            assert!(number < 4 || kept(&recent).len() >= 4, "after {number}");
        }
    }

    #[test]
    fn a_later_answer_takes_the_place_of_an_earlier_one() {
        let recent = Recent::new(4);
        recent.keep(1, 1, 10);
        recent.keep(2, 2, 20);
        recent.keep(1, 1, 11);
        assert_eq!((recent.get(&1), kept(&recent)), (Some(11), vec![1, 2]));
        recent.keep(1, 1, 12);
        assert_eq!((recent.get(&1), kept(&recent)), (Some(12), vec![1, 2]));
    }

    #[test]
    fn weight_counts() {
        let recent = Recent::new(10);
        recent.keep(1, 3, 1);
        recent.keep(2, 3, 2);
        recent.keep(3, 3, 3);
        assert_eq!(kept(&recent), [2, 3]);
        recent.keep(2, 6, 2);
        assert_eq!(kept(&recent), [3], "too heavy, and the lighter answer no longer holds");
    }
}
