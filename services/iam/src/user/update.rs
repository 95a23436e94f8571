//! Renaming and moving users.

use api_iam::{UpdateUser, UpdateUserRequest};
use kernel::{Answer, At, Check, Checks, Cx, Effect, Fault, Handle, Permitted};
use names::Scope;
use store::Transaction;

use crate::entity::{Entity, Kind, checks, find, save, vacant};
use crate::record::{Holder, UNIQUE_IDS, User};
use crate::{Iam, arn, name_key, scope_at};

impl Handle<UpdateUser> for Iam {
    const EFFECT: Effect = Effect::Write;

    /// Asked for the user as it is and as it shall be.
    ///
    /// Source: "UpdateUser" in the IAM API reference.
    fn checks(&self, input: &UpdateUserRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let checks = checks::on::<UpdateUser, User>(at, &input.user_name)?;
        if input.new_user_name.is_none() && input.new_path.is_none() {
            return Ok(checks);
        }
        let scope = scope_at(at)?;
        let path = match &input.new_path {
            Some(path) => path.clone(),
            None => at.read(|view| path_of(view, &scope, &input.user_name))?,
        };
        let name = input.new_user_name.as_ref().unwrap_or(&input.user_name);
        let target = Check::new("iam:UpdateUser", arn(scope.account, "user", &path, name));
        Ok(checks.and(target.named(format!("user {name}"))))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<UpdateUser>,
    ) -> Result<Answer<UpdateUser>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        Ok(Answer::write(move |tx| update(tx, &scope, &input)))
    }
}

fn path_of(view: &dyn store::Snapshot, scope: &Scope, name: &str) -> Result<String, Fault> {
    let user: Option<User> = User::TABLE.get(view, scope, &name_key(name))?;
    Ok(user.map_or_else(|| "/".to_owned(), |user| user.identity.path))
}

fn update(tx: &mut dyn Transaction, scope: &Scope, input: &UpdateUserRequest) -> Result<(), Fault> {
    let mut user: User = find(tx, scope, &input.user_name)?;
    if let Some(path) = &input.new_path {
        user.identity.path.clone_from(path);
    }
    if let Some(name) = &input.new_user_name {
        rename(tx, scope, &mut user, name)?;
    }
    save(tx, scope, &user)
}

fn rename(tx: &mut dyn Transaction, scope: &Scope, user: &mut User, name: &str) -> Result<(), Fault> {
    let (old, new) = (name_key(&user.identity.name), name_key(name));
    if old != new {
        vacant::<User>(tx, scope, name)?;
        User::TABLE.delete(tx, scope, &old)?;
        let holder = Holder { account: scope.account, kind: Kind::User, key: new };
        UNIQUE_IDS.put(tx, &user.identity.id, &holder)?;
    }
    user.identity.name = name.to_owned();
    Ok(())
}
