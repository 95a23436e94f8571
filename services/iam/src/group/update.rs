//! Renaming and moving groups.

use api_iam::{UpdateGroup, UpdateGroupRequest};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use crate::Iam;
use crate::entity::{checks, find, move_to};
use crate::record::Group;

impl Handle<UpdateGroup> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &UpdateGroupRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let (path, name) = (input.new_path.as_deref(), input.new_group_name.as_deref());
        checks::moved::<UpdateGroup, Group>(at, &input.group_name, path, name)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<UpdateGroup>,
    ) -> Result<Answer<UpdateGroup>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        Ok(Answer::write(move |tx| {
            let mut group: Group = find(tx, &scope, &input.group_name)?;
            move_to(tx, &scope, &mut group, input.new_path.as_deref(), input.new_group_name.as_deref())
        }))
    }
}
