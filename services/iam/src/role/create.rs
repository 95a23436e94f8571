//! Making roles.

use api_iam::{CreateRole, CreateRoleRequest, CreateRoleResponse};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::view;
use crate::entity::checks::{self, New};
use crate::entity::{Kind, insert, vacant};
use crate::record::{Identity, Role};
use crate::tags::{self, Keys};
use crate::{Iam, trust, wording};

/// How long sessions last at most, where the role does not say.
const SESSION_SECONDS_DEFAULT: u32 = 3600;

impl Handle<CreateRole> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &CreateRoleRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let new = New {
            name: &input.role_name,
            path: input.path.as_deref(),
            boundary: input.permissions_boundary.as_deref(),
            tags: input.tags.as_deref().unwrap_or_default(),
        };
        checks::create::<CreateRole, Role>(at, &new)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<CreateRole>,
    ) -> Result<Answer<CreateRole>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        let tags = tags::accept(input.tags.unwrap_or_default(), Keys::CaseIgnored)?;
        let document = trust::accept(&input.assume_role_policy_document)?;
        let role = Role {
            identity: Identity::new(
                cx,
                Kind::Role,
                input.role_name,
                input.path,
                input.permissions_boundary,
                tags,
            )?,
            trust: String::new(),
            description: input.description,
            session_seconds_max: session_seconds(input.max_session_duration)?,
        };
        Ok(Answer::write(move |tx| {
            vacant::<Role>(tx, &scope, &role.identity.name)?;
            let role = Role { trust: trust::bind(tx, &document)?, ..role.clone() };
            insert(tx, &scope, &role)?;
            Ok(CreateRoleResponse { role: view::changed(tx, &scope, &role)? })
        }))
    }
}

/// `MaxSessionDuration`: one to twelve hours.
pub(super) fn session_seconds(given: Option<i32>) -> Result<u32, Fault> {
    let Some(given) = given else { return Ok(SESSION_SECONDS_DEFAULT) };
    let refuse = |constraint| Err(wording::constraint("maxSessionDuration", constraint));
    match u32::try_from(given) {
        Ok(seconds @ 3600..=43_200) => Ok(seconds),
        Ok(43_201..) => refuse("Member must have value less than or equal to 43200"),
        _ => refuse("Member must have value greater than or equal to 3600"),
    }
}
