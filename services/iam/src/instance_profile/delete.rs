//! Deleting instance profiles.

use api_iam::{DeleteInstanceProfile, DeleteInstanceProfileRequest};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use crate::entity::{checks, find, remove};
use crate::record::InstanceProfile;
use crate::{Iam, wording};

impl Handle<DeleteInstanceProfile> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &DeleteInstanceProfileRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<DeleteInstanceProfile, InstanceProfile>(at, &input.instance_profile_name)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DeleteInstanceProfile>,
    ) -> Result<Answer<DeleteInstanceProfile>, Fault> {
        let scope = crate::scope(cx)?;
        let name = input.into_inner().instance_profile_name;
        Ok(Answer::write(move |tx| {
            let profile: InstanceProfile = find(tx, &scope, &name)?;
            if profile.role.is_some() {
                return Err(wording::must_first("remove roles from instance profile"));
            }
            remove(tx, &scope, &profile)
        }))
    }
}
