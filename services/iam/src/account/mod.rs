//! What an account has as a whole.

mod alias;
mod details;
mod password_policy;
mod preferences;
mod summary;

use kernel::Checks;
use shape::Operation;

/// The operation on the account, which refusals show as `*`.
pub(crate) fn checks<Op: Operation>() -> Checks {
    Checks::on::<Op>("*").map(|check| check.named("*"))
}
