//! Where the record of a refusal is found by what a refused caller holds of it: the request id, the event id, or
//! the very words of the message.
//!
//! Only refusals are indexed, each in the account whose trail has it. The words lead to the newest refusal that
//! used them: a policy that was changed meanwhile is then the one explained.

use aws_lc_rs::digest::{SHA256, digest};
use names::{AccountId, Scope};
use store::{Snapshot, StoreError, Table, Transaction};

use crate::trail::{Record, Reference};

/// By account. The keys are request ids, event ids and digests of messages, which no two kinds have in common.
const REFUSALS: Table<Reference> = Table::new("trail/refusal");

/// Notes where a record is, if it is one of a refusal that belongs to an account.
pub(crate) fn note(tx: &mut dyn Transaction, record: &Record) -> Result<(), StoreError> {
    let refused = record.error_code.is_some() && record.decisions.iter().any(|decision| !decision.allowed);
    let Some((account, reference)) = record.account.zip(Reference::to(record)).filter(|_| refused) else {
        return Ok(());
    };
    let scope = Scope::global(account);
    REFUSALS.put(tx, &scope, &record.request_id, &reference)?;
    REFUSALS.put(tx, &scope, &record.event_id, &reference)?;
    match &record.error_message {
        Some(message) => REFUSALS.put(tx, &scope, &words(message), &reference),
        None => Ok(()),
    }
}

/// The refusal that an id or a message names, in this account.
pub(crate) fn find(
    snapshot: &dyn Snapshot,
    account: AccountId,
    text: &str,
) -> Result<Option<Record>, StoreError> {
    let scope = Scope::global(account);
    for key in [text, &words(text)] {
        if let Some(reference) = REFUSALS.get(snapshot, &scope, key)? {
            return reference.follow(snapshot);
        }
    }
    Ok(None)
}

fn words(message: &str) -> String {
    hex::encode(digest(&SHA256, message.trim().as_bytes()))
}
