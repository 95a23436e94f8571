//! Deleting users.

use api_iam::{DeleteUser, DeleteUserRequest};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use crate::entity::{bare, checks, find, remove};
use crate::record::{DEVICES_OF_USERS, KEYS, LOGINS, User, device_key, key_of};
use crate::{Iam, held, wording};

impl Handle<DeleteUser> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &DeleteUserRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<DeleteUser, User>(at, &input.user_name)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DeleteUser>,
    ) -> Result<Answer<DeleteUser>, Fault> {
        let scope = crate::scope(cx)?;
        let name = input.into_inner().user_name;
        Ok(Answer::write(move |tx| {
            let user: User = find(tx, &scope, &name)?;
            bare(&user.identity)?;
            if !user.groups.is_empty() {
                return Err(wording::must_first("remove users from group"));
            }
            if KEYS.first(tx, &scope, &key_of(&user.identity.id, ""))?.is_some() {
                return Err(wording::must_first("delete access keys"));
            }
            held::none_left(tx, &scope, &user.identity.id)?;
            if DEVICES_OF_USERS.first(tx, &scope, &device_key(&user.identity.id, ""))?.is_some() {
                return Err(wording::must_first("delete MFA device"));
            }
            if LOGINS.exists(tx, &scope, &user.identity.id)? {
                return Err(wording::must_first("delete login profile"));
            }
            remove(tx, &scope, &user)
        }))
    }
}
