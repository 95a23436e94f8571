//! An account's generation: a number that every change of its IAM data raises, in the change's transaction.
//!
//! One small read thus tells whether anything remembered of the account still holds.

use kernel::Fault;
use names::Scope;
use store::{Snapshot, Table, Transaction};

const GENERATIONS: Table<u64> = Table::new("iam/generation");

/// The generation of a snapshot.
pub(crate) fn current(view: &dyn Snapshot, scope: &Scope) -> Result<u64, Fault> {
    Ok(GENERATIONS.get(view, scope, "")?.unwrap_or_default())
}

/// The account's data changes in this transaction.
pub(crate) fn raise(tx: &mut dyn Transaction, scope: &Scope) -> Result<(), Fault> {
    let next = current(tx, scope)? + 1;
    Ok(GENERATIONS.put(tx, scope, "", &next)?)
}
