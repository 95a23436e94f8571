//! What sessions of users may not call, whatever their policies say.
//!
//! Source: "Compare AWS STS credentials" in the IAM user guide.

use policy::Principal;
use shape::{OperationModel, ServiceModel};

use crate::{Fault, Session};

/// Refuses the calls that are closed to the caller's kind of session.
pub(crate) fn check(
    session: &Session,
    service: &ServiceModel,
    operation: &OperationModel,
) -> Result<(), Fault> {
    let Some(temporary) = session.temporary() else { return Ok(()) };
    match (session.principal(), service.prefix) {
        (Principal::User { .. } | Principal::Root { .. }, "iam") if temporary.mfa_at.is_none() => {
            Err(not_for_iam())
        }
        (Principal::FederatedUser { .. }, "iam") => Err(not_for_iam()),
        (Principal::User { .. } | Principal::Root { .. }, "sts") => {
            open(operation, &["AssumeRole", "GetCallerIdentity"])
        }
        (Principal::FederatedUser { .. }, "sts") => open(operation, &["GetCallerIdentity"]),
        (_, "sts") if ["GetSessionToken", "GetFederationToken"].contains(&operation.name) => {
            open(operation, &[])
        }
        _ => Ok(()),
    }
}

/// IAM takes such tokens for invalid.
fn not_for_iam() -> Fault {
    Fault::new("InvalidClientTokenId", 403, "The security token included in the request is invalid")
}

fn open(operation: &OperationModel, those: &[&str]) -> Result<(), Fault> {
    if those.contains(&operation.name) {
        return Ok(());
    }
    let message = format!("Cannot call {} with session credentials", operation.name);
    Err(Fault::new("AccessDenied", 403, message))
}
