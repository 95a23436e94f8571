//! Whose a temporary credential is, now.
//!
//! A session token tells who its holder was when it was issued. Users are renamed and deleted since; what the
//! rest of the server sees is who the holder is at this call.

use std::sync::Arc;

use names::Arn;
use policy::Principal;

use crate::{Credential, CredentialError, Directory};

/// The credential with its holder as the directory knows it. One whose holder has gone is no credential.
pub(crate) fn now(directory: &dyn Directory, mut found: Credential) -> Result<Credential, CredentialError> {
    if found.temporary.is_none() {
        return Ok(found);
    }
    let arn = |unique_id: &str| match directory.arn(unique_id) {
        Ok(Some(arn)) => Ok(arn),
        Ok(None) => Err(CredentialError::Unknown),
        Err(fault) => {
            tracing::error!(cause = fault.cause.as_deref(), "the holder of a session could not be read");
            Err(CredentialError::Unknown)
        }
    };
    let mut holder = (*found.principal).clone();
    match &mut holder {
        Principal::User { arn: own, name, unique_id, .. } => {
            let now = arn(unique_id)?;
            last(&now).clone_into(name);
            *own = now.into();
        }
        Principal::AssumedRole { role_unique_id, .. } => {
            arn(role_unique_id)?;
        }
        // The root user's sessions have the account in the place of a unique id.
        Principal::FederatedUser { user_arn, user_unique_id, account, .. } if user_unique_id != account => {
            *user_arn = arn(user_unique_id)?.into();
        }
        _ => {
            let exists = directory.account_exists(found.account).unwrap_or(false);
            exists.then_some(()).ok_or(CredentialError::Unknown)?;
        }
    }
    found.principal = Arc::new(holder);
    Ok(found)
}

fn last(arn: &Arn) -> &str {
    arn.resource().rsplit('/').next().unwrap_or_default()
}
