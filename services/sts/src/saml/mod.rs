//! `AssumeRoleWithSAML`: a session of a role for whoever holds an assertion of an identity provider.
//!
//! The call needs no signature: the assertion is the proof. Which provider may vouch is the account's decision,
//! and for which role is the trust policy's and the provider's own, which lists roles in the assertion.

mod assertion;
mod attributes;
mod conditions;
mod document;
mod encrypted;
mod private_key;
mod profile;
mod provider;
mod signature;
mod wording;

use api_sts::{AssumeRoleWithSAML, AssumeRoleWithSAMLRequest, AssumeRoleWithSAMLResponse};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::{Answer, At, Checks, Claim, Cx, Effect, Fault, Federated, Handle, Permitted, SamlProvider};
use names::{Arn, Timestamp};

use crate::Sts;
use crate::federation::{self, permitted};
use crate::role_session::{Wish, role, role_arn};
use crate::session_tags::{SessionTags, consistent};
use crate::token::Token;

impl Handle<AssumeRoleWithSAML> for Sts {
    const EFFECT: Effect = Effect::Write;

    async fn federated<'a>(
        &'a self,
        input: &'a AssumeRoleWithSAMLRequest,
        at: &'a At<'a>,
    ) -> Result<Option<Federated>, Fault> {
        let role = role_arn(&input.role_arn)?;
        let arn = provider_arn(&input.principal_arn)?;
        if arn.account_id() != role.account_id() {
            return Err(wording::not_authorized());
        }
        let provider = match at.identity_providers() {
            Some(providers) => providers.saml(&arn)?,
            None => None,
        };
        let provider = provider.ok_or_else(wording::no_provider)?;
        saml_response(&input.saml_assertion, &provider, &role, &arn, at.now()).map(Some)
    }

    fn checks(&self, input: &AssumeRoleWithSAMLRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let name = session_name(permitted(at.session)?)?;
        federation::checks(at, "sts:AssumeRoleWithSAML", &input.role_arn, name, input.duration_seconds)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<AssumeRoleWithSAML>,
    ) -> Result<Answer<AssumeRoleWithSAML>, Fault> {
        let federated = permitted(cx.session())?;
        consistent(&federation::tag_list(federated), &federated.transitive_tag_keys, None)?;
        let SessionTags { tags, transitive } = federation::tags(federated);
        let wish = Wish {
            role: role(cx, &input.role_arn)?,
            session_name: session_name(federated)?,
            duration_seconds: input.duration_seconds,
            longest_seconds: federated.session_seconds_max,
            policy: input.policy.as_deref(),
            policy_arns: input.policy_arns.as_deref(),
            chained: false,
        };
        let opened = wish.open(self, cx, |token| Token {
            tags,
            transitive,
            source_identity: federated.source_identity.clone(),
            provider: Some(federated.provider.clone()),
            claims: federated.claims.clone(),
            ..token
        })?;
        Ok(Answer::Output(AssumeRoleWithSAMLResponse {
            credentials: Some(opened.credentials),
            assumed_role_user: Some(opened.user),
            packed_policy_size: opened.packed_percent,
            subject: Some(federated.subject.clone()),
            subject_type: federated.subject_type.clone(),
            issuer: Some(federated.issuer.clone()),
            audience: Some(federated.audience.clone()),
            name_qualifier: one(federated, assertion::NAME_QUALIFIER),
            source_identity: opened.source_identity,
        }))
    }
}

/// What a response (in base 64) says of a caller who wants the role, if this provider signed it.
///
/// # Errors
///
/// The refusal as the client sees it.
pub fn saml_response(
    encoded: &str,
    provider: &SamlProvider,
    role: &Arn,
    arn: &Arn,
    now: Timestamp,
) -> Result<Federated, Fault> {
    if provider.valid_until.is_some_and(|until| until < now) {
        return Err(wording::invalid("The SAML provider's metadata document has expired"));
    }
    let xml = STANDARD.decode(encoded).ok();
    let xml = xml.and_then(|bytes| String::from_utf8(bytes).ok()).ok_or_else(wording::not_base64)?;
    assertion::accept(&xml, provider, role, arn, now)
}

fn session_name(federated: &Federated) -> Result<&str, Fault> {
    federated.session_name.as_deref().ok_or_else(|| Fault::internal("an assertion without session name"))
}

fn one(federated: &Federated, key: &str) -> Option<String> {
    match federated.claims.get(key) {
        Some(Claim::One(value)) => Some(value.clone()),
        _ => None,
    }
}

fn provider_arn(text: &str) -> Result<Arn, Fault> {
    let invalid = || Fault::new("ValidationError", 400, format!("{text} is invalid"));
    let arn: Arn = text.parse().map_err(|_| invalid())?;
    let is_provider = arn.service() == "iam" && arn.resource_of("saml-provider").is_some();
    if is_provider { Ok(arn) } else { Err(invalid()) }
}
