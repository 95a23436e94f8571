//! Which credential an access key is.

use std::sync::Arc;

use ::policy::Principal;
use kernel::{Credential, CredentialError, Credentials, Fault};
use names::{AccountId, Scope, Timestamp};
use store::Snapshot;

use crate::entity::Kind;
use crate::record::{KEY_OWNERS, KEYS, KeyOwner, LastUsed, ROOT, key_of};
use crate::{Iam, directory, generation};

/// What ids of temporary credentials begin with. STS answers for them.
pub(crate) const TEMPORARY: &str = "ASIA";
/// What our own ids begin with; configured root keys may begin with anything.
const LONG_TERM: &str = "AKIA";

/// What a key came out as, and whose generation tells whether it still does.
#[derive(Clone)]
pub(crate) struct Answer {
    account: AccountId,
    outcome: Result<Credential, CredentialError>,
}

impl Credentials for Iam {
    fn find(
        &self,
        access_key_id: &str,
        session_token: Option<&str>,
        _: Timestamp,
    ) -> Option<Result<Credential, CredentialError>> {
        if access_key_id.starts_with(TEMPORARY) {
            return None;
        }
        let found = self.credential(access_key_id).unwrap_or_else(|fault| {
            tracing::error!(cause = fault.cause.as_deref(), "an access key could not be read");
            Some(Err(CredentialError::Unknown))
        });
        match found {
            Some(Ok(_)) if session_token.is_some() => Some(Err(CredentialError::BadToken)),
            Some(outcome) => Some(outcome),
            None if access_key_id.starts_with(LONG_TERM) => Some(Err(CredentialError::Unknown)),
            None => None,
        }
    }

    fn used(&self, access_key_id: &str, service: &str, region: &str, at: Timestamp) {
        if let Some((_, Answer { account, .. })) = self.credentials.last(access_key_id) {
            let last =
                LastUsed { at: at.truncated(), service: service.to_owned(), region: region.to_owned() };
            self.note_use(account, access_key_id, last);
        }
    }
}

impl Iam {
    fn credential(&self, id: &str) -> Result<Option<Result<Credential, CredentialError>>, Fault> {
        if let Some((generation, answer)) = self.credentials.last(id) {
            let scope = Scope::global(answer.account);
            if self.base.read(|view| generation::current(view, &scope))? == generation {
                return Ok(Some(answer.outcome));
            }
        }
        let read = self.base.read(|view| {
            let Some(holder) = KEY_OWNERS.get(view, id)? else { return Ok(None) };
            let generation = generation::current(view, &Scope::global(holder.account))?;
            let outcome = self.read_credential(view, &holder, id)?;
            Ok(Some((generation, Answer { account: holder.account, outcome })))
        })?;
        let Some((generation, answer)) = read else { return Ok(None) };
        self.credentials.keep(id, generation, answer.clone());
        Ok(Some(answer.outcome))
    }

    fn read_credential(
        &self,
        view: &dyn Snapshot,
        holder: &KeyOwner,
        id: &str,
    ) -> Result<Result<Credential, CredentialError>, Fault> {
        let scope = Scope::global(holder.account);
        let key = KEYS.get(view, &scope, &key_of(&holder.owner, id))?;
        let (Some(key), Some(principal)) = (key, principal(view, holder)?) else {
            return Ok(Err(CredentialError::Unknown));
        };
        if !key.active {
            return Ok(Err(CredentialError::Inactive));
        }
        Ok(Ok(Credential {
            access_key_id: key.id,
            secret_access_key: self.open(&key.secret)?,
            principal: Arc::new(principal),
            account: holder.account,
            temporary: None,
        }))
    }

    /// Opens a sealed secret.
    pub(crate) fn open(&self, sealed: &str) -> Result<String, Fault> {
        let secret = self.seal.open(sealed).map_err(Fault::internal)?;
        String::from_utf8(secret).map_err(Fault::internal)
    }
}

/// Whom a key authenticates, while it exists.
fn principal(view: &dyn Snapshot, holder: &KeyOwner) -> Result<Option<Principal>, Fault> {
    let account = holder.account.to_string();
    if holder.owner == ROOT {
        return Ok(Some(Principal::Root { account }));
    }
    let user = directory::by_id(view, &holder.owner)?.filter(|(_, kind, _)| *kind == Kind::User);
    Ok(user.map(|(_, kind, identity)| Principal::User {
        arn: identity.arn(holder.account, kind.word()),
        account,
        unique_id: identity.id,
        name: identity.name,
    }))
}
