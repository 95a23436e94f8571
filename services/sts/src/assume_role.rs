//! `AssumeRole`: a session of a role, where its trust policy allows.

use api_sts::{AssumeRole, AssumeRoleRequest, AssumeRoleResponse};
use kernel::{Answer, At, Check, Checks, Cx, Effect, Fault, Handle, Permitted, Session, Temporary};
use policy::Principal;

use crate::role_session::{Wish, role, role_arn};
use crate::session_tags::{SessionTags, consistent};
use crate::token::Token;
use crate::{Sts, mfa};

impl Handle<AssumeRole> for Sts {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &AssumeRoleRequest, at: &At<'_>) -> Result<Checks, Fault> {
        if matches!(at.session.principal(), Principal::Root { .. }) {
            // Whatever the policies say.
            return Err(Fault::new("AccessDenied", 403, "Roles may not be assumed by root accounts."));
        }
        let role = role_arn(&input.role_arn)?;
        let caller = at.session.temporary();
        let tags = tags(input, caller);
        let is_verified = mfa::verified(at, input.serial_number.as_deref(), input.token_code.as_deref())?;
        let ask = |action: &str| {
            let check = conditions(Check::new(action, role.as_str()), input, caller);
            mfa::just_now(tags.on(check), is_verified)
        };
        let mut checks = Checks::of(ask("sts:AssumeRole"));
        // What the caller's session passes on has to be allowed again.
        if !tags.tags.is_empty() {
            checks = checks.and(ask("sts:TagSession"));
        }
        if source_identity(input, caller).is_some() {
            checks = checks.and(ask("sts:SetSourceIdentity"));
        }
        Ok(checks)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<AssumeRole>,
    ) -> Result<Answer<AssumeRole>, Fault> {
        refuse_contexts(&input)?;
        let caller = cx.session().temporary();
        let transitive = input.transitive_tag_keys.as_deref().unwrap_or_default();
        consistent(input.tags.as_deref().unwrap_or_default(), transitive, caller)?;
        let source_identity = kept_source_identity(&input, caller)?;
        let SessionTags { tags, transitive } = tags(&input, caller);
        let wish = Wish {
            role: role(cx, &input.role_arn)?,
            session_name: &input.role_session_name,
            duration_seconds: input.duration_seconds,
            longest_seconds: None,
            policy: input.policy.as_deref(),
            policy_arns: input.policy_arns.as_deref(),
            chained: is_role_session(cx.session()),
        };
        // A code decides who may assume the role, and no more: the session tells nothing of it ("Secure API access
        // with MFA" in the IAM user guide).
        let opened = wish.open(self, cx, |token| Token {
            tags,
            transitive,
            source_identity,
            provider: caller.and_then(|own| own.provider.clone()),
            ..token
        })?;
        let output = AssumeRoleResponse {
            credentials: Some(opened.credentials),
            assumed_role_user: Some(opened.user),
            packed_policy_size: opened.packed_percent,
            source_identity: opened.source_identity,
        };
        Ok(mfa::answer(cx, input.serial_number.clone(), input.token_code.clone(), output))
    }
}

/// Contexts come from IAM Identity Center, which is not here.
fn refuse_contexts(input: &AssumeRoleRequest) -> Result<(), Fault> {
    match input.provided_contexts.as_deref().unwrap_or_default().first() {
        None => Ok(()),
        Some(context) => {
            let provider = context.provider_arn.as_deref().unwrap_or_default();
            let message = format!("The context provider {provider} is not known.");
            Err(Fault::new("InvalidParameterValue", 400, message))
        }
    }
}

/// Sessions of users may last as long as the role allows; only those of roles chain.
fn is_role_session(session: &Session) -> bool {
    matches!(session.principal(), Principal::AssumedRole { .. })
}

fn conditions(check: Check, input: &AssumeRoleRequest, caller: Option<&Temporary>) -> Check {
    let mut check = check.key("sts:RoleSessionName", &*input.role_session_name);
    if let Some(id) = &input.external_id {
        check = check.key("sts:ExternalId", &**id);
    }
    if let Some(seconds) = input.duration_seconds {
        check = check.key("sts:DurationSeconds", seconds.to_string());
    }
    if let Some(identity) = source_identity(input, caller) {
        check = check.key("sts:SourceIdentity", identity);
    }
    check
}

fn tags(input: &AssumeRoleRequest, caller: Option<&Temporary>) -> SessionTags {
    let asked = input.tags.as_deref().unwrap_or_default();
    SessionTags::of(asked, input.transitive_tag_keys.as_deref().unwrap_or_default(), caller)
}

/// The source identity that the session shall have: as asked, or as the caller's session has it.
fn source_identity<'s>(input: &'s AssumeRoleRequest, caller: Option<&'s Temporary>) -> Option<&'s str> {
    let own = caller.and_then(|own| own.source_identity.as_deref());
    input.source_identity.as_deref().or(own)
}

/// Once set, a source identity holds for all sessions made from that one.
fn kept_source_identity(
    input: &AssumeRoleRequest,
    caller: Option<&Temporary>,
) -> Result<Option<String>, Fault> {
    let own = caller.and_then(|own| own.source_identity.as_deref());
    let wanted = source_identity(input, caller);
    if own.is_some() && wanted != own {
        let message = "The source identity of the calling session is set and cannot be changed.";
        return Err(Fault::new("AccessDenied", 403, message));
    }
    Ok(wanted.map(str::to_owned))
}
