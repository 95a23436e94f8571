//! Which users and roles use a managed policy, and as what.

use kernel::Fault;
use names::Scope;
use serde::{Deserialize, Serialize};
use store::{Snapshot, Table, Transaction, join};

/// By policy ARN and unique id.
const USES: Table<Uses> = Table::new("iam/policy-use");
/// The same, counted by policy ARN.
const USAGES: Table<Usage> = Table::new("iam/policy-usage");

/// How one user or role uses one policy.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Uses {
    pub(crate) attached: bool,
    pub(crate) boundary: bool,
}

/// How many users and roles use a policy.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Usage {
    pub(crate) attached: u32,
    pub(crate) boundary: u32,
}

/// A way to use a policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    Attached,
    Boundary,
}

/// How many use a policy.
pub(crate) fn usage(view: &dyn Snapshot, scope: &Scope, arn: &str) -> Result<Usage, Fault> {
    Ok(USAGES.get(view, scope, arn)?.unwrap_or_default())
}

/// One user of a policy, by unique id.
pub(crate) type User = (String, Uses);

/// Those who use a policy, from after `after` on; the key of each is its unique id.
pub(crate) fn users_of(
    view: &dyn Snapshot,
    scope: &Scope,
    arn: &str,
    after: Option<&str>,
    limit: usize,
) -> Result<Vec<(String, User)>, Fault> {
    let prefix = join(&[arn, ""]);
    let after = after.map(|id| join(&[arn, id]));
    let found = USES.list(view, scope, &prefix, after.as_deref(), limit)?;
    let id = |key: &str| key.strip_prefix(&prefix).unwrap_or_default().to_owned();
    Ok(found.into_iter().map(|(key, uses)| (id(&key), (id(&key), uses))).collect())
}

/// Notes that a user or role now uses a policy this way, or no longer does.
pub(crate) fn mark(
    tx: &mut dyn Transaction,
    scope: &Scope,
    arn: &str,
    id: &str,
    way: Use,
    used: bool,
) -> Result<(), Fault> {
    let key = join(&[arn, id]);
    let before = USES.get(tx, scope, &key)?.unwrap_or_default();
    let after = match way {
        Use::Attached => Uses { attached: used, ..before },
        Use::Boundary => Uses { boundary: used, ..before },
    };
    if after == Uses::default() {
        USES.delete(tx, scope, &key)?;
    } else {
        USES.put(tx, scope, &key, &after)?;
    }
    recount(tx, scope, arn, before, after)
}

fn recount(
    tx: &mut dyn Transaction,
    scope: &Scope,
    arn: &str,
    before: Uses,
    after: Uses,
) -> Result<(), Fault> {
    let moved = |count: u32, before: bool, after: bool| {
        count.saturating_add(u32::from(after)).saturating_sub(u32::from(before))
    };
    let old = usage(tx, scope, arn)?;
    let new = Usage {
        attached: moved(old.attached, before.attached, after.attached),
        boundary: moved(old.boundary, before.boundary, after.boundary),
    };
    if new == Usage::default() {
        USAGES.delete(tx, scope, arn)?;
        return Ok(());
    }
    Ok(USAGES.put(tx, scope, arn, &new)?)
}
