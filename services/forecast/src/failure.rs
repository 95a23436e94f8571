//! How jobs fail: with a message for the customer, or on our side and tried again.

use std::time::Duration;

use kernel::{Fault, JobCx, Next, Step};
use names::{Arn, Scope};
use serde::{Deserialize, Serialize};

use crate::Forecast;
use crate::kind::Kind;
use crate::record::{self, Resource, for_kind};

/// A step that fails on our side is tried so often.
const ATTEMPTS_MAX: u32 = 4;
/// And after this long.
const RETRY_AFTER: Duration = Duration::from_secs(2);

/// The tries of a job's present step.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Attempts(u32);

impl Attempts {
    /// What becomes of a step: it may be tried again, if its failure was ours.
    pub(crate) fn settle(&mut self, cx: &JobCx, outcome: Result<Step, Fault>) -> Result<Step, Fault> {
        match outcome {
            Ok(step) => {
                self.0 = 0;
                Ok(step)
            }
            Err(fault) if is_ours(&fault) && self.0 + 1 < ATTEMPTS_MAX => {
                self.0 += 1;
                tracing::warn!(job = cx.id, %fault, cause = fault.cause.as_deref(), "step failed and will be tried again");
                Ok(Step { next: Next::Wait(cx.now() + RETRY_AFTER), write: None })
            }
            Err(fault) => Err(fault),
        }
    }
}

impl Forecast {
    /// What a failed resource was refused, if that is why it failed: the encoded authorization message that
    /// `sts:DecodeAuthorizationMessage` opens for those who may know.
    pub fn refusal(&self, scope: &Scope, arn: &Arn) -> Result<Option<String>, Fault> {
        let Some((kind, _)) = Kind::of(arn) else { return Ok(None) };
        self.base.read(
            |view| for_kind!(kind, R => Ok(record::get::<R>(view, scope, arn)?.common().refusal.clone())),
        )
    }
}

/// The service could not become the role.
pub(crate) fn of_role(role: &Arn, fault: Fault) -> Fault {
    explained(fault, |why| {
        format!(
            "Unable to assume the role {role}. Its trust policy must allow forecast.amazonaws.com to assume it for \
             this resource: {why}"
        )
    })
}

/// The role could not do what the job needs at an S3 path.
pub(crate) fn of_path(path: &str, role: &Arn, fault: Fault) -> Fault {
    explained(fault, |why| format!("Unable to access the S3 path {path} using the role {role}: {why}"))
}

/// A customer's failure gets its message; ours stays as it is.
fn explained(mut fault: Fault, message: impl FnOnce(&str) -> String) -> Fault {
    if !is_ours(&fault) {
        fault.message = message(&fault.message);
    }
    fault
}

/// Whether trying again may help.
fn is_ours(fault: &Fault) -> bool {
    fault.status >= 500 && fault.status != 501
}
