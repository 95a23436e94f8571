//! Making users.

use std::collections::BTreeSet;

use api_iam::{CreateUser, CreateUserRequest, CreateUserResponse};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::view;
use crate::Iam;
use crate::entity::checks::{self, New};
use crate::entity::{Kind, insert, vacant};
use crate::record::{Identity, User};
use crate::tags::{self, Keys};

impl Handle<CreateUser> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &CreateUserRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let new = New {
            name: &input.user_name,
            path: input.path.as_deref(),
            boundary: input.permissions_boundary.as_deref(),
            tags: input.tags.as_deref().unwrap_or_default(),
        };
        checks::create::<CreateUser, User>(at, &new)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<CreateUser>,
    ) -> Result<Answer<CreateUser>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        let tags = tags::accept(input.tags.unwrap_or_default(), Keys::CaseIgnored)?;
        let (name, path, boundary) = (input.user_name, input.path, input.permissions_boundary);
        let identity = Identity::new(cx, Kind::User, name, path, boundary, tags)?;
        let user = User { identity, groups: BTreeSet::new() };
        Ok(Answer::write(move |tx| {
            vacant::<User>(tx, &scope, &user.identity.name)?;
            insert(tx, &scope, &user)?;
            Ok(CreateUserResponse { user: Some(view::whole(scope.account, &user)) })
        }))
    }
}
