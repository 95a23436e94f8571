//! Looking at a user.

use api_iam::{GetUser, GetUserRequest, GetUserResponse};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::view;
use crate::Iam;
use crate::entity::look;
use crate::key::Owner;
use crate::record::{ACCOUNTS, User};

impl Handle<GetUser> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &GetUserRequest, at: &At<'_>) -> Result<Checks, Fault> {
        Owner::of(at.session, input.user_name.as_deref())?.checks::<GetUser>(at)
    }

    async fn handle<'a>(&'a self, cx: &'a Cx, input: Permitted<GetUser>) -> Result<Answer<GetUser>, Fault> {
        let name = match Owner::of(cx.session(), input.user_name.as_deref())? {
            Owner::User(name) => name,
            Owner::Root => return root(cx),
        };
        look::<GetUser, User>(cx, &name, |_, scope, user| {
            Ok(GetUserResponse { user: view::whole(scope.account, user) })
        })
    }
}

fn root(cx: &Cx) -> Result<Answer<GetUser>, Fault> {
    let id = cx.account()?;
    let account = cx.read(|snapshot| Ok(ACCOUNTS.get(snapshot, id.as_str())?))?;
    let account = account.ok_or_else(|| Fault::internal(format!("account `{id}` has no record")))?;
    Ok(Answer::Output(GetUserResponse { user: view::root(id, &account) }))
}
