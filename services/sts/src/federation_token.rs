//! `GetFederationToken`: a session that a user makes for somebody else, within the user's own rights.

use api_sts::{FederatedUser, GetFederationToken, GetFederationTokenRequest, GetFederationTokenResponse};
use kernel::{Answer, At, Check, Checks, Cx, Effect, Fault, Handle, Permitted};
use policy::Principal;

use crate::holder::{Holder, federated_arn};
use crate::session_tags::{SessionTags, consistent};
use crate::token::Token;
use crate::{Sts, session_policy, user_session};

impl Handle<GetFederationToken> for Sts {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &GetFederationTokenRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let arn = federated_arn(at.scope()?.account, &input.name);
        let tags = tags(input);
        let ask = |action: &str| {
            let check = tags.on(Check::new(action, &*arn));
            match input.duration_seconds {
                Some(seconds) => check.key("sts:DurationSeconds", seconds.to_string()),
                None => check,
            }
        };
        let checks = Checks::of(ask("sts:GetFederationToken"));
        Ok(if tags.tags.is_empty() { checks } else { checks.and(ask("sts:TagSession")) })
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetFederationToken>,
    ) -> Result<Answer<GetFederationToken>, Fault> {
        let account = cx.account()?;
        consistent(input.tags.as_deref().unwrap_or_default(), &[], None)?;
        let policy_arns =
            session_policy::accept(cx, account, input.policy.as_deref(), input.policy_arns.as_deref())?;
        let token = Token {
            policy: input.policy.clone(),
            policy_arns,
            tags: tags(&input).tags,
            ..Token::new(
                self,
                holder(cx, &input.name)?,
                account,
                user_session::seconds(cx, input.duration_seconds),
            )
        };
        Ok(Answer::Output(GetFederationTokenResponse {
            packed_policy_size: session_policy::packed_percent(&token)?,
            credentials: Some(token.credentials(self)?),
            federated_user: Some(FederatedUser {
                federated_user_id: format!("{account}:{}", input.name),
                arn: federated_arn(account, &input.name),
            }),
        }))
    }
}

fn tags(input: &GetFederationTokenRequest) -> SessionTags {
    SessionTags::of(input.tags.as_deref().unwrap_or_default(), &[], None)
}

fn holder(cx: &Cx, name: &str) -> Result<Holder, Fault> {
    let (user_arn, user_id) = match cx.session().principal() {
        Principal::User { arn, unique_id, .. } => (arn.clone(), unique_id.clone()),
        Principal::Root { account } => (format!("arn:aws:iam::{account}:root"), account.clone()),
        _ => return Err(user_session::users_only()),
    };
    Ok(Holder::Federated { name: name.to_owned(), user_arn, user_id })
}
