//! `AssumeRoleWithWebIdentity`: a session of a role for whoever holds a token of an identity provider.
//!
//! The call needs no signature: the token is the proof. Which provider may vouch is the account's decision (it
//! keeps a list), and for which role is the trust policy's, which sees the provider and its claims.

mod claims;
mod fetch;
mod jwt;
mod key_set;
mod keys;
mod known_issuers;
mod pin;
mod reach;
mod wording;

use api_sts::{
    AssumeRoleWithWebIdentity, AssumeRoleWithWebIdentityRequest, AssumeRoleWithWebIdentityResponse,
};
use kernel::{
    Answer, At, Checks, Cx, Effect, Fault, Federated, Handle, OidcProvider, Permitted, issuer_name,
};
use names::{AccountId, Arn, Timestamp};

use crate::Sts;
use crate::federation::{self, permitted};
use crate::role_session::{Wish, role, role_arn};
use crate::session_tags::{SessionTags, consistent};
use crate::token::Token;

pub use key_set::KeySet;
pub(crate) use keys::Keys;
pub(crate) use reach::Reach;

impl Handle<AssumeRoleWithWebIdentity> for Sts {
    const EFFECT: Effect = Effect::Write;

    async fn federated<'a>(
        &'a self,
        input: &'a AssumeRoleWithWebIdentityRequest,
        at: &'a At<'a>,
    ) -> Result<Option<Federated>, Fault> {
        if input.provider_id.is_some() {
            // Only for access tokens of providers that AWS knows by itself.
            return Err(wording::not_a_jwt());
        }
        let role = role_arn(&input.role_arn)?;
        let account = role.account_id().ok_or_else(|| Fault::internal("a role without account"))?;
        let token = jwt::Unverified::read(&input.web_identity_token)?;
        let arn = provider_arn(account, &token.issuer);
        let provider = match at.identity_providers() {
            Some(providers) => providers.oidc(&arn)?,
            None => None,
        };
        let provider = provider.ok_or_else(|| wording::no_provider(&token.issuer))?;
        let keys = self.keys.of(&provider, token.key_id(), at.now()).await?;
        vouched(&token, &keys, &provider, &arn, at.now()).map(Some)
    }

    fn checks(&self, input: &AssumeRoleWithWebIdentityRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let (name, seconds) = (&input.role_session_name, input.duration_seconds);
        federation::checks(at, "sts:AssumeRoleWithWebIdentity", &input.role_arn, name, seconds)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<AssumeRoleWithWebIdentity>,
    ) -> Result<Answer<AssumeRoleWithWebIdentity>, Fault> {
        let federated = permitted(cx.session())?;
        consistent(&federation::tag_list(federated), &federated.transitive_tag_keys, None)?;
        let SessionTags { tags, transitive } = federation::tags(federated);
        let wish = Wish {
            role: role(cx, &input.role_arn)?,
            session_name: &input.role_session_name,
            duration_seconds: input.duration_seconds,
            longest_seconds: None,
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
        Ok(Answer::Output(AssumeRoleWithWebIdentityResponse {
            credentials: Some(opened.credentials),
            subject_from_web_identity_token: Some(federated.subject.clone()),
            assumed_role_user: Some(opened.user),
            packed_policy_size: opened.packed_percent,
            provider: Some(federated.provider.clone()),
            audience: Some(federated.audience.clone()),
            source_identity: opened.source_identity,
        }))
    }
}

/// What a token says, if one of these keys signed it for the provider of this ARN.
///
/// # Errors
///
/// The refusal as the client sees it.
pub fn web_identity(
    token: &str,
    keys: &KeySet,
    provider: &OidcProvider,
    arn: &Arn,
    now: Timestamp,
) -> Result<Federated, Fault> {
    vouched(&jwt::Unverified::read(token)?, keys, provider, arn, now)
}

fn vouched(
    token: &jwt::Unverified<'_>,
    keys: &KeySet,
    provider: &OidcProvider,
    arn: &Arn,
    now: Timestamp,
) -> Result<Federated, Fault> {
    claims::accept(token.verify(keys)?, provider, arn.as_str(), now)
}

/// `arn:aws:iam::ACCOUNT:oidc-provider/HOST/PATH`.
fn provider_arn(account: AccountId, issuer: &str) -> Arn {
    Arn::iam(account, &format!("oidc-provider/{}", issuer_name(issuer)))
}
