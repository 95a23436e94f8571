//! Login profiles: the passwords of users.

mod change;
mod hash;
mod profile;
mod rules;

use kernel::Fault;
use names::Scope;
use store::Snapshot;

use crate::record::PASSWORD_POLICIES;

/// What users of an account may do that lets them change their passwords.
///
/// Source: "Permit IAM users to change their own passwords" in the IAM user guide. A deny still wins.
pub(crate) const MAY_CHANGE: &str = r#"{"Version":"2012-10-17","Statement":[
    {"Effect":"Allow","Action":"iam:ChangePassword","Resource":"arn:aws:iam::*:user/*"},
    {"Effect":"Allow","Action":"iam:GetAccountPasswordPolicy","Resource":"*"}]}"#;

/// Whether the account lets all users change their own passwords.
pub(crate) fn users_may_change(view: &dyn Snapshot, scope: &Scope) -> Result<bool, Fault> {
    Ok(PASSWORD_POLICIES.get(view, scope, "")?.is_some_and(|policy| policy.users_may_change))
}
