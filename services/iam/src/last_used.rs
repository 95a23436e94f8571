//! Last uses of access keys, which may be lost for a minute rather than cost a write for each call.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use names::{AccountId, Scope, Timestamp};
use store::{StoreError, Transaction};

use crate::Iam;
use crate::record::{KEY_OWNERS, LAST_USED, LastUsed};

/// Between two writes.
const PAUSE: Duration = Duration::from_secs(60);
/// More keys are not remembered; beyond, all that is stored is forgotten.
const KEYS_MAX: usize = 65_536;

/// The last uses since the server began.
#[derive(Default)]
pub(crate) struct Pending {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    uses: HashMap<String, Used>,
    written_at: Timestamp,
}

struct Used {
    account: AccountId,
    last: LastUsed,
    stored: bool,
}

/// What is to be written: accounts, key ids and their last uses.
type Batch = Vec<(AccountId, String, LastUsed)>;

impl Pending {
    /// The last use of a key, as far as it is remembered.
    pub(crate) fn of(&self, id: &str) -> Option<LastUsed> {
        self.lock().uses.get(id).map(|used| used.last.clone())
    }

    /// Notes a use, and gives what is to be written if it is time to.
    fn note(&self, account: AccountId, id: &str, last: LastUsed) -> Option<Batch> {
        let now = last.at;
        let mut state = self.lock();
        if state.uses.len() >= KEYS_MAX {
            state.uses.retain(|_, used| !used.stored);
        }
        state.uses.insert(id.to_owned(), Used { account, last, stored: false });
        (now - state.written_at >= PAUSE).then(|| state.batch(now))
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn batch(&mut self, now: Timestamp) -> Batch {
        self.written_at = now;
        let fresh = self.uses.iter_mut().filter(|(_, used)| !used.stored);
        fresh
            .map(|(id, used)| {
                used.stored = true;
                (used.account, id.clone(), used.last.clone())
            })
            .collect()
    }
}

impl Iam {
    /// Notes a use of a key.
    pub(crate) fn note_use(&self, account: AccountId, id: &str, last: LastUsed) {
        if let Some(batch) = self.last_used.note(account, id, last) {
            // The write is under way at once and nobody waits for it.
            drop(self.base.store.write(Box::new(move |tx| write(tx, &batch))));
        }
    }
}

fn write(tx: &mut dyn Transaction, batch: &Batch) -> Result<(), StoreError> {
    for (account, id, last) in batch {
        if KEY_OWNERS.exists(tx, id)? {
            LAST_USED.put(tx, &Scope::global(*account), id, last)?;
        }
    }
    Ok(())
}
