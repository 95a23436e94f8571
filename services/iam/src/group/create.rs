//! Making groups.

use api_iam::{CreateGroup, CreateGroupRequest, CreateGroupResponse};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::view;
use crate::Iam;
use crate::entity::checks::{self, New};
use crate::entity::{Kind, insert, vacant};
use crate::record::{Group, Identity};
use crate::tags::Tags;

impl Handle<CreateGroup> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &CreateGroupRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let new = New { name: &input.group_name, path: input.path.as_deref(), boundary: None, tags: &[] };
        checks::create::<CreateGroup, Group>(at, &new)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<CreateGroup>,
    ) -> Result<Answer<CreateGroup>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        let identity = Identity::new(cx, Kind::Group, input.group_name, input.path, None, Tags::new())?;
        let group = Group { identity };
        Ok(Answer::write(move |tx| {
            vacant::<Group>(tx, &scope, &group.identity.name)?;
            insert(tx, &scope, &group)?;
            Ok(CreateGroupResponse { group: view::whole(scope.account, &group) })
        }))
    }
}
