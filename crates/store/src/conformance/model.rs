//! Random histories, compared with a sorted map.

use std::collections::BTreeMap;

use super::{Fresh, done, wait};
use crate::{Entry, Order, Snapshot, Store, StoreError, Transaction};

const HISTORIES: u64 = 8;
const WRITES: usize = 40;
const STEPS_MAX: u64 = 12;

type Model = BTreeMap<Vec<u8>, Vec<u8>>;

/// After any puts, deletes, commits and rollbacks, every range reads as a sorted map's would, also within the
/// transaction.
pub fn any_history_ends_as_in_a_sorted_map(fresh: Fresh<'_>) {
    for seed in 1..=HISTORIES {
        let store = fresh();
        let mut dice = Dice(seed);
        let mut model = Model::new();
        for _ in 0..WRITES {
            write(&*store, &mut model, &mut dice);
            done(store.read(&mut |view| compare(view, &model, &mut dice)));
        }
    }
}

fn write(store: &dyn Store, model: &mut Model, dice: &mut Dice) {
    let (mut changed, mut own) = (model.clone(), dice.fork());
    let keep = dice.below(4) > 0;
    let written = wait(store.update(move |tx| {
        for _ in 0..own.below(STEPS_MAX) {
            step(tx, &mut changed, &mut own)?;
        }
        compare(tx, &changed, &mut own)?;
        if keep { Ok(changed.clone()) } else { Err(StoreError::Aborted) }
    }));
    match written {
        Ok(changed) => *model = changed,
        Err(error) => assert!(!keep && matches!(error, StoreError::Aborted), "{error}"),
    }
}

fn step(tx: &mut dyn Transaction, model: &mut Model, dice: &mut Dice) -> Result<(), StoreError> {
    let key = dice.key();
    if dice.below(3) == 0 {
        model.remove(&key);
        return tx.delete(&key);
    }
    let value = dice.key();
    tx.put(&key, &value)?;
    model.insert(key, value);
    Ok(())
}

fn compare(view: &dyn Snapshot, model: &Model, dice: &mut Dice) -> Result<(), StoreError> {
    let (from, to, limit) = (dice.key(), dice.key(), dice.below(6) as usize);
    let within = model.iter().filter(|(key, _)| **key >= from && **key < to);
    let mut expected: Vec<Entry> =
        within.map(|(key, value)| Entry { key: key.clone(), value: value.clone() }).collect();
    let ascending = expected.iter().take(limit).cloned().collect::<Vec<_>>();
    assert_eq!(view.range(&from, &to, limit, Order::Ascending)?, ascending);
    expected.reverse();
    expected.truncate(limit);
    assert_eq!(view.range(&from, &to, limit, Order::Descending)?, expected);
    assert_eq!(view.get(&from)?.as_ref(), model.get(&from));
    Ok(())
}

/// Numbers that look random and repeat from the same seed (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, bound: u64) -> u64 {
        (self.roll() >> 11) % bound
    }

    /// A short key out of few bytes, so that keys meet and continue each other.
    fn key(&mut self) -> Vec<u8> {
        let length = self.below(4);
        (0..length).map(|_| [0, b'a', b'b', 0xff][self.below(4) as usize]).collect()
    }

    fn fork(&mut self) -> Self {
        Self(self.roll())
    }
}
