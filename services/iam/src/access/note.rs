//! Uses of services, which may be lost for a minute rather than cost a write for each call.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use kernel::Fault;
use names::{AccountId, Scope, Timestamp};
use store::{Snapshot, StoreError, Transaction};

use crate::Iam;
use crate::record::{ACCESSES, Access, UNIQUE_IDS, Used, access_key_of};

/// Between two writes.
const PAUSE: Duration = Duration::from_secs(60);
/// More are not remembered; beyond, all that is stored is forgotten.
const SEEN_MAX: usize = 65_536;
/// No service has as many operations.
const SERVICES_MAX: usize = 1000;

/// The uses since the server began.
#[derive(Default)]
pub(crate) struct Accesses {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// By unique id and service.
    seen: HashMap<String, Seen>,
    written_at: Timestamp,
}

struct Seen {
    account: AccountId,
    id: String,
    access: Access,
    stored: bool,
}

/// By service and unique id.
pub(crate) type AccessesOf = BTreeMap<String, BTreeMap<String, Access>>;

/// What is to be written: accounts, ids, keys and uses.
type Batch = Vec<(AccountId, String, String, Access)>;

impl Accesses {
    fn note(&self, account: AccountId, id: &str, service: &str, action: &str, used: Used) -> Option<Batch> {
        let now = used.at;
        let mut state = self.lock();
        if state.seen.len() >= SEEN_MAX {
            state.seen.retain(|_, seen| !seen.stored);
        }
        let fresh = || Seen {
            account,
            id: id.to_owned(),
            access: Access { last: used.clone(), actions: BTreeMap::new() },
            stored: false,
        };
        let seen = state.seen.entry(access_key_of(id, service)).or_insert_with(fresh);
        seen.access.actions.insert(action.to_owned(), used.clone());
        (seen.access.last, seen.stored) = (used, false);
        (now - state.written_at >= PAUSE).then(|| state.batch(now))
    }

    fn of(&self, key: &str) -> Option<Access> {
        self.lock().seen.get(key).map(|seen| seen.access.clone())
    }

    /// What these did since the server began, with the service.
    fn of_all(&self, ids: &HashSet<&str>) -> Vec<(String, String, Access)> {
        let state = self.lock();
        let theirs = state.seen.iter().filter(|(_, seen)| ids.contains(&*seen.id));
        theirs
            .filter_map(|(key, seen)| {
                let service = key.strip_prefix(&access_key_of(&seen.id, ""))?;
                Some((seen.id.clone(), service.to_owned(), seen.access.clone()))
            })
            .collect()
    }

    /// The services that somebody used since the server began.
    fn services(&self, prefix: &str) -> Vec<String> {
        let state = self.lock();
        state.seen.keys().filter_map(|key| key.strip_prefix(prefix)).map(str::to_owned).collect()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn batch(&mut self, now: Timestamp) -> Batch {
        self.written_at = now;
        let fresh = self.seen.iter_mut().filter(|(_, seen)| !seen.stored);
        fresh
            .map(|(key, seen)| {
                seen.stored = true;
                (seen.account, seen.id.clone(), key.clone(), seen.access.clone())
            })
            .collect()
    }
}

impl Iam {
    /// Notes that a user or role used an operation.
    pub(crate) fn note_access(&self, account: AccountId, id: &str, service: &str, action: &str, used: Used) {
        if let Some(batch) = self.accesses.note(account, id, service, action, used) {
            // The write is under way at once and nobody waits for it.
            drop(self.base.store.write(Box::new(move |tx| write(tx, &batch))));
        }
    }

    /// What users and roles last did, by service and unique id.
    pub(crate) fn accesses_of(
        &self,
        view: &dyn Snapshot,
        scope: &Scope,
        ids: &[String],
    ) -> Result<AccessesOf, Fault> {
        let mut found = AccessesOf::new();
        for id in ids {
            let prefix = access_key_of(id, "");
            for (key, access) in ACCESSES.list(view, scope, &prefix, None, SERVICES_MAX)? {
                let service = key.strip_prefix(&prefix).unwrap_or_default().to_owned();
                found.entry(service).or_default().insert(id.clone(), access);
            }
        }
        for (id, service, fresh) in self.accesses.of_all(&ids.iter().map(String::as_str).collect()) {
            let of_service = found.entry(service).or_default();
            let access = match of_service.remove(&id) {
                Some(stored) => merged(stored, fresh),
                None => fresh,
            };
            of_service.insert(id, access);
        }
        Ok(found)
    }

    /// The last use of anything by a user or role.
    pub(crate) fn last_access(
        &self,
        view: &dyn Snapshot,
        scope: &Scope,
        id: &str,
    ) -> Result<Option<Used>, Fault> {
        let prefix = access_key_of(id, "");
        let stored = ACCESSES.list(view, scope, &prefix, None, SERVICES_MAX)?;
        let stored = stored.into_iter().map(|(_, access)| access.last);
        let services = self.accesses.services(&prefix);
        let fresh = services.iter().filter_map(|service| self.accesses.of(&access_key_of(id, service)));
        Ok(stored.chain(fresh.map(|access| access.last)).max_by_key(|used| used.at))
    }
}

fn merged(stored: Access, fresh: Access) -> Access {
    let mut actions = stored.actions;
    actions.extend(fresh.actions);
    let last = if fresh.last.at >= stored.last.at { fresh.last } else { stored.last };
    Access { last, actions }
}

fn write(tx: &mut dyn Transaction, batch: &Batch) -> Result<(), StoreError> {
    for (account, id, key, fresh) in batch {
        if !UNIQUE_IDS.exists(tx, id)? {
            continue;
        }
        let scope = Scope::global(*account);
        let access = match ACCESSES.get(tx, &scope, key)? {
            Some(stored) => merged(stored, fresh.clone()),
            None => fresh.clone(),
        };
        ACCESSES.put(tx, &scope, key, &access)?;
    }
    Ok(())
}

/// Removes what was noted of a user or role that is deleted.
pub(crate) fn forget(tx: &mut dyn Transaction, scope: &Scope, id: &str) -> Result<(), Fault> {
    for (key, _) in ACCESSES.list(tx, scope, &access_key_of(id, ""), None, SERVICES_MAX)? {
        ACCESSES.delete(tx, scope, &key)?;
    }
    Ok(())
}
