//! What the sessions that users make of themselves have in common.

use kernel::{Cx, Fault};
use policy::Principal;

use crate::holder::Holder;

/// The duration when none is asked for: twelve hours.
const SECONDS_DEFAULT: u32 = 43_200;
/// Sessions of the root user last at most an hour; longer ones are shortened.
const ROOT_SECONDS_MAX: u32 = 3600;

/// The user who asks, as the holder of a session.
pub(crate) fn holder(cx: &Cx) -> Result<Holder, Fault> {
    match cx.session().principal() {
        Principal::Root { .. } => Ok(Holder::Root),
        Principal::User { arn, unique_id, name, .. } => {
            Ok(Holder::User { arn: arn.clone(), id: unique_id.clone(), name: name.clone() })
        }
        _ => Err(users_only()),
    }
}

/// Services and sessions cannot make such sessions.
pub(crate) fn users_only() -> Fault {
    Fault::new("AccessDenied", 403, "Only users can call this operation")
}

/// How long the session lasts.
pub(crate) fn seconds(cx: &Cx, asked: Option<i32>) -> u32 {
    let seconds = asked.and_then(|seconds| u32::try_from(seconds).ok()).unwrap_or(SECONDS_DEFAULT);
    match cx.session().principal() {
        Principal::Root { .. } => seconds.min(ROOT_SECONDS_MAX),
        _ => seconds,
    }
}
