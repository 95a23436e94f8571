//! Making and looking at instance profiles.

use api_iam::{
    CreateInstanceProfile, CreateInstanceProfileRequest, CreateInstanceProfileResponse, GetInstanceProfile,
    GetInstanceProfileRequest, GetInstanceProfileResponse,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::view;
use crate::Iam;
use crate::entity::checks::{self, New};
use crate::entity::{Kind, insert, look, vacant};
use crate::record::{Identity, InstanceProfile};
use crate::tags::{self, Keys};

impl Handle<CreateInstanceProfile> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &CreateInstanceProfileRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let new = New {
            name: &input.instance_profile_name,
            path: input.path.as_deref(),
            boundary: None,
            tags: input.tags.as_deref().unwrap_or_default(),
        };
        checks::create::<CreateInstanceProfile, InstanceProfile>(at, &new)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<CreateInstanceProfile>,
    ) -> Result<Answer<CreateInstanceProfile>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        let tags = tags::accept(input.tags.unwrap_or_default(), Keys::CaseKept)?;
        let (kind, name) = (Kind::InstanceProfile, input.instance_profile_name);
        let identity = Identity::new(cx, kind, name, input.path, None, tags)?;
        let profile = InstanceProfile { identity, role: None };
        Ok(Answer::write(move |tx| {
            vacant::<InstanceProfile>(tx, &scope, &profile.identity.name)?;
            insert(tx, &scope, &profile)?;
            Ok(CreateInstanceProfileResponse { instance_profile: view::whole(tx, &scope, &profile)? })
        }))
    }
}

impl Handle<GetInstanceProfile> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &GetInstanceProfileRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<GetInstanceProfile, InstanceProfile>(at, &input.instance_profile_name)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetInstanceProfile>,
    ) -> Result<Answer<GetInstanceProfile>, Fault> {
        let name = &input.instance_profile_name;
        look::<GetInstanceProfile, InstanceProfile>(cx, name, |snapshot, scope, profile| {
            Ok(GetInstanceProfileResponse { instance_profile: view::looked_at(snapshot, scope, profile)? })
        })
    }
}
