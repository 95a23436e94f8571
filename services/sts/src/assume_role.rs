//! `AssumeRole`: a session of a role, where its trust policy allows.

use std::collections::BTreeMap;
use std::time::Duration;

use api_sts::errors::{MALFORMED_POLICY_DOCUMENT, PACKED_POLICY_TOO_LARGE};
use api_sts::{AssumeRole, AssumeRoleRequest, AssumeRoleResponse, AssumedRoleUser, Credentials};
use kernel::entropy::{access_key_id, secret_access_key};
use kernel::{Answer, At, Check, Checks, Cx, Effect, Fault, Handle, Permitted, RoleFacts, Temporary};
use names::Arn;
use policy::{Document, PolicyKind, Principal};

use crate::Sts;
use crate::credentials::PREFIX;
use crate::token::Token;

/// A session made from a session lasts at most an hour ("role chaining").
const CHAINED_SECONDS_MAX: u32 = 3600;
/// The duration when none is asked for.
const SECONDS_DEFAULT: u32 = 3600;
/// The plaintext limit of an inline session policy, in characters.
const POLICY_CHARACTERS_MAX: usize = 2048;
/// Room for session policies and tags together; `PackedPolicySize` is the share of it that is used.
const PACKED_BYTES_MAX: usize = 4096;

impl Handle<AssumeRole> for Sts {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &AssumeRoleRequest, at: &At<'_>) -> Result<Checks, Fault> {
        if matches!(at.session.principal(), Principal::Root { .. }) {
            // Refused whatever the policies say; still a refusal, so it is asked as a question nobody grants.
            return Err(Fault::new("AccessDenied", 403, "Roles may not be assumed by root accounts."));
        }
        let role = role_arn(&input.role_arn)?;
        let ask = |action: &str| conditions(Check::new(action, role.as_str()), input, at.session.temporary());
        let mut checks = Checks::of(ask("sts:AssumeRole"));
        if input.tags.as_ref().is_some_and(|tags| !tags.is_empty()) {
            checks = checks.and(ask("sts:TagSession"));
        }
        if input.source_identity.is_some() {
            checks = checks.and(ask("sts:SetSourceIdentity"));
        }
        Ok(checks)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<AssumeRole>,
    ) -> Result<Answer<AssumeRole>, Fault> {
        refuse_unbuilt(&input)?;
        tags_consistent(&input, cx.session().temporary())?;
        same_source_identity(&input, cx.session().temporary())?;
        let role = cx.directory().role(&role_arn(&input.role_arn)?)?;
        let role = role.ok_or_else(|| Fault::internal("a role that was permitted has gone"))?;
        let caller = cx.session().temporary();
        let seconds = duration(&input, &role, caller)?;
        if let Some(text) = &input.policy {
            session_policy(text)?;
        }
        let (tags, transitive) = tags(&input, caller);
        let now = cx.now().truncated();
        let entropy = &*self.base.entropy;
        let token = Token {
            access_key_id: access_key_id(entropy, PREFIX, role.account),
            secret_access_key: secret_access_key(entropy),
            role: role.arn.clone(),
            role_id: role.id.clone(),
            session_name: input.role_session_name.clone(),
            account: role.account,
            issued: now,
            expires: now + Duration::from_secs(u64::from(seconds)),
            policy: input.policy.clone(),
            tags,
            transitive,
            source_identity: caller
                .and_then(|own| own.source_identity.clone())
                .or(input.source_identity.clone()),
            chained: caller.is_some(),
        };
        let packed = packed_percent(&token)?;
        let output = AssumeRoleResponse {
            credentials: Some(Credentials {
                access_key_id: token.access_key_id.clone(),
                secret_access_key: token.secret_access_key.clone(),
                session_token: token.seal(self)?,
                expiration: token.expires,
            }),
            assumed_role_user: Some(AssumedRoleUser {
                assumed_role_id: format!("{}:{}", role.id, token.session_name),
                arn: token.session_arn(),
            }),
            packed_policy_size: packed,
            source_identity: token.source_identity,
        };
        Ok(Answer::Output(output))
    }
}

/// What the next issue brings answers clearly until then.
fn refuse_unbuilt(input: &AssumeRoleRequest) -> Result<(), Fault> {
    let unbuilt = |what: &str| Fault::new("NotImplemented", 501, format!("{what} is not implemented yet."));
    if input.policy_arns.as_ref().is_some_and(|arns| !arns.is_empty()) {
        return Err(unbuilt("AssumeRole with PolicyArns"));
    }
    if input.serial_number.is_some() || input.token_code.is_some() {
        return Err(unbuilt("AssumeRole with SerialNumber and TokenCode"));
    }
    if input.provided_contexts.as_ref().is_some_and(|contexts| !contexts.is_empty()) {
        return Err(unbuilt("AssumeRole with ProvidedContexts"));
    }
    Ok(())
}

fn role_arn(text: &str) -> Result<Arn, Fault> {
    let invalid = || Fault::new("ValidationError", 400, format!("{text} is invalid"));
    let arn: Arn = text.parse().map_err(|_| invalid())?;
    let is_role = arn.service() == "iam" && arn.account_id().is_some() && arn.resource_of("role").is_some();
    if is_role { Ok(arn) } else { Err(invalid()) }
}

fn conditions(check: Check, input: &AssumeRoleRequest, caller: Option<&Temporary>) -> Check {
    let mut check = check.key("sts:RoleSessionName", &*input.role_session_name);
    if let Some(id) = &input.external_id {
        check = check.key("sts:ExternalId", &**id);
    }
    if let Some(seconds) = input.duration_seconds {
        check = check.key("sts:DurationSeconds", seconds.to_string());
    }
    if let Some(identity) = &input.source_identity {
        check = check.key("sts:SourceIdentity", &**identity);
    }
    let (tags, transitive) = tags(input, caller);
    check = check.request_tags(tags.iter().map(|(key, value)| (&**key, &**value)));
    if transitive.is_empty() { check } else { check.keys("sts:TransitiveTagKeys", transitive) }
}

/// The new session's tags, and which of them pass on: those asked for, over the transitive ones of the
/// caller's own session.
fn tags(input: &AssumeRoleRequest, caller: Option<&Temporary>) -> (BTreeMap<String, String>, Vec<String>) {
    let mut tags = BTreeMap::new();
    let mut transitive = input.transitive_tag_keys.clone().unwrap_or_default();
    for tag in input.tags.iter().flatten() {
        tags.insert(tag.key.clone(), tag.value.clone());
    }
    for (key, value) in caller.iter().flat_map(|own| own.tags.iter().filter(|(key, _)| own.passes_on(key))) {
        tags.insert(key.clone(), value.clone());
        transitive.push(key.clone());
    }
    transitive.sort();
    transitive.dedup();
    (tags, transitive)
}

/// Keys ignore case: no key twice, only transitive what is there, and nothing over what the caller's session
/// passes on.
fn tags_consistent(input: &AssumeRoleRequest, caller: Option<&Temporary>) -> Result<(), Fault> {
    let invalid = |message: &str| Err(Fault::new("InvalidParameterValue", 400, message));
    let same = |one: &str, other: &str| one.eq_ignore_ascii_case(other);
    let tags = input.tags.as_deref().unwrap_or_default();
    let is_twice = |at: usize, key: &str| tags.iter().take(at).any(|tag| same(&tag.key, key));
    if tags.iter().enumerate().any(|(at, tag)| is_twice(at, &tag.key)) {
        return invalid("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    }
    let mut transitive = input.transitive_tag_keys.iter().flatten();
    if transitive.any(|key| !tags.iter().any(|tag| same(&tag.key, key))) {
        return invalid("The specified transitive tag key must be included in the requested tags.");
    }
    let mut passed_on = caller.iter().flat_map(|own| own.tags.keys().filter(|key| own.passes_on(key)));
    if passed_on.any(|key| tags.iter().any(|tag| same(&tag.key, key))) {
        return invalid(
            "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key \
             from the calling session.",
        );
    }
    Ok(())
}

/// Once set, a source identity stays for all sessions made from the one it was set on. The gate was asked about
/// the one in the request, so another must not be taken for it.
fn same_source_identity(input: &AssumeRoleRequest, caller: Option<&Temporary>) -> Result<(), Fault> {
    match (caller.and_then(|own| own.source_identity.as_ref()), &input.source_identity) {
        (Some(own), Some(asked)) if own != asked => Err(Fault::new(
            "ValidationError",
            400,
            "The requested SourceIdentity differs from that of the calling session, which cannot be changed.",
        )),
        _ => Ok(()),
    }
}

fn duration(input: &AssumeRoleRequest, role: &RoleFacts, caller: Option<&Temporary>) -> Result<u32, Fault> {
    let seconds =
        input.duration_seconds.and_then(|seconds| u32::try_from(seconds).ok()).unwrap_or(SECONDS_DEFAULT);
    let invalid = |message: &str| Err(Fault::new("ValidationError", 400, message));
    if caller.is_some() && seconds > CHAINED_SECONDS_MAX {
        return invalid(
            "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.",
        );
    }
    if seconds > role.session_seconds_max {
        return invalid("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    }
    Ok(seconds)
}

fn session_policy(text: &str) -> Result<(), Fault> {
    let length = text.chars().count();
    if length > POLICY_CHARACTERS_MAX {
        let message = format!(
            "1 validation error detected: Value at 'policy' failed to satisfy constraint: \
             Member must have length less than or equal to {POLICY_CHARACTERS_MAX}"
        );
        return Err(Fault::new("ValidationError", 400, message));
    }
    match Document::parse(text, PolicyKind::Session) {
        Ok(_) => Ok(()),
        Err(rejection) => Err(Fault::of(&MALFORMED_POLICY_DOCUMENT, rejection.message)),
    }
}

/// The share of the room for policies and tags that this session takes; absent when it has neither.
fn packed_percent(token: &Token) -> Result<Option<i32>, Fault> {
    let tags: usize = token.tags.iter().map(|(key, value)| key.len() + value.len() + 2).sum();
    let bytes = tags + token.policy.as_ref().map_or(0, String::len);
    if bytes == 0 {
        return Ok(None);
    }
    let percent = (bytes * 100).div_ceil(PACKED_BYTES_MAX);
    if percent > 100 {
        let message =
            format!("Packed policy consumes {percent}% of allotted space, please use smaller policy.");
        return Err(Fault::of(&PACKED_POLICY_TOO_LARGE, message));
    }
    Ok(i32::try_from(percent).ok())
}
