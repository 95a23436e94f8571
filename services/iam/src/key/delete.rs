//! Deleting access keys.

use api_iam::{DeleteAccessKey, DeleteAccessKeyRequest};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::Owner;
use crate::record::{KEY_OWNERS, KEYS, LAST_USED, key_of};
use crate::{Iam, generation, wording};

impl Handle<DeleteAccessKey> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &DeleteAccessKeyRequest, at: &At<'_>) -> Result<Checks, Fault> {
        Owner::of(at.session, input.user_name.as_deref())?.checks::<DeleteAccessKey>(at)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DeleteAccessKey>,
    ) -> Result<Answer<DeleteAccessKey>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        let owner = Owner::of(cx.session(), input.user_name.as_deref())?;
        Ok(Answer::write(move |tx| {
            let (owner, _) = owner.resolve(tx, &scope)?;
            if !KEYS.delete(tx, &scope, &key_of(&owner, &input.access_key_id))? {
                return Err(wording::no_key(&input.access_key_id));
            }
            KEY_OWNERS.delete(tx, &input.access_key_id)?;
            LAST_USED.delete(tx, &scope, &input.access_key_id)?;
            generation::raise(tx, &scope)
        }))
    }
}
