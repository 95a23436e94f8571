//! Deleting groups.

use api_iam::{DeleteGroup, DeleteGroupRequest};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use crate::entity::{bare, checks, find, remove};
use crate::record::{Group, MEMBERS, member_key};
use crate::{Iam, wording};

impl Handle<DeleteGroup> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &DeleteGroupRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<DeleteGroup, Group>(at, &input.group_name)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DeleteGroup>,
    ) -> Result<Answer<DeleteGroup>, Fault> {
        let scope = crate::scope(cx)?;
        let name = input.into_inner().group_name;
        Ok(Answer::write(move |tx| {
            let group: Group = find(tx, &scope, &name)?;
            if MEMBERS.first(tx, &scope, &member_key(&group.identity.id, ""))?.is_some() {
                return Err(wording::must_first("remove users from group"));
            }
            bare(&group.identity)?;
            remove(tx, &scope, &group)
        }))
    }
}
