//! Groups, and who is a member.

use names::Scope;
use serde::{Deserialize, Serialize};
use store::{Table, Transaction, join};

use kernel::Fault;

use super::{Identity, User};

/// A group. Its members are in [`MEMBERS`].
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Group {
    pub(crate) identity: Identity,
}

/// A membership, by the unique ids of group and user. Users know their groups, too.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Member {
    pub(crate) user: String,
}

/// The members of all groups.
pub(crate) const MEMBERS: Table<Member> = Table::new("iam/group-member");

/// The key of a membership; with an empty user, the prefix of all of a group's.
pub(crate) fn member_key(group: &str, user: &str) -> String {
    join(&[group, user])
}

/// Makes a user a member; one who is stays so.
pub(crate) fn join_group(
    tx: &mut dyn Transaction,
    scope: &Scope,
    group: &Group,
    user: &mut User,
) -> Result<(), Fault> {
    user.groups.insert(group.identity.id.clone());
    let member = Member { user: user.identity.id.clone() };
    Ok(MEMBERS.put(tx, scope, &member_key(&group.identity.id, &member.user), &member)?)
}

/// Ends a membership, if there is one.
pub(crate) fn leave_group(
    tx: &mut dyn Transaction,
    scope: &Scope,
    group: &Group,
    user: &mut User,
) -> Result<(), Fault> {
    user.groups.remove(&group.identity.id);
    MEMBERS.delete(tx, scope, &member_key(&group.identity.id, &user.identity.id))?;
    Ok(())
}
