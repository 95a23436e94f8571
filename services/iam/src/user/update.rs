//! Renaming and moving users.

use api_iam::{UpdateUser, UpdateUserRequest};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use names::Scope;
use store::Transaction;

use crate::Iam;
use crate::entity::{checks, find, move_to};
use crate::record::User;

impl Handle<UpdateUser> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &UpdateUserRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let (path, name) = (input.new_path.as_deref(), input.new_user_name.as_deref());
        checks::moved::<UpdateUser, User>(at, &input.user_name, path, name)
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

fn update(tx: &mut dyn Transaction, scope: &Scope, input: &UpdateUserRequest) -> Result<(), Fault> {
    let mut user: User = find(tx, scope, &input.user_name)?;
    move_to(tx, scope, &mut user, input.new_path.as_deref(), input.new_user_name.as_deref())
}
