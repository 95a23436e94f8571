//! Switching access keys on and off.

use api_iam::{UpdateAccessKey, UpdateAccessKeyRequest};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::Owner;
use crate::record::{KEYS, key_of};
use crate::{Iam, generation, wording};

impl Handle<UpdateAccessKey> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &UpdateAccessKeyRequest, at: &At<'_>) -> Result<Checks, Fault> {
        Owner::of(at.session, input.user_name.as_deref())?.checks::<UpdateAccessKey>(at)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<UpdateAccessKey>,
    ) -> Result<Answer<UpdateAccessKey>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        let owner = Owner::of(cx.session(), input.user_name.as_deref())?;
        let active = is_active(&input.status)?;
        Ok(Answer::write(move |tx| {
            let (owner, _) = owner.resolve(tx, &scope)?;
            let place = key_of(&owner, &input.access_key_id);
            let key = KEYS.get(tx, &scope, &place)?;
            let mut key = key.ok_or_else(|| wording::no_key(&input.access_key_id))?;
            key.active = active;
            KEYS.put(tx, &scope, &place, &key)?;
            generation::raise(tx, &scope)
        }))
    }
}

/// The model also knows `Expired`, which only time sets, and no other.
pub(crate) fn is_active(status: &str) -> Result<bool, Fault> {
    match status {
        "Active" => Ok(true),
        "Inactive" => Ok(false),
        _ => Err(wording::unsupported_status(status)),
    }
}
