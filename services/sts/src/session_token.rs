//! `GetSessionToken`: a session of the user who asks, for a while and perhaps with a code.

use api_sts::{GetSessionToken, GetSessionTokenRequest, GetSessionTokenResponse};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use crate::token::Token;
use crate::{Sts, mfa, user_session};

impl Handle<GetSessionToken> for Sts {
    const EFFECT: Effect = Effect::Write;

    /// "No permissions are required for users to perform this operation". That sessions may not is the
    /// kernel's rule.
    fn checks(&self, input: &GetSessionTokenRequest, at: &At<'_>) -> Result<Checks, Fault> {
        mfa::verified(at, input.serial_number.as_deref(), input.token_code.as_deref())?;
        Ok(Checks::signed_only())
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetSessionToken>,
    ) -> Result<Answer<GetSessionToken>, Fault> {
        let holder = user_session::holder(cx)?;
        let seconds = user_session::seconds(cx, input.duration_seconds);
        let token = Token {
            // The code was verified before.
            mfa_at: input.token_code.as_ref().map(|_| cx.now().truncated()),
            ..Token::new(self, holder, cx.account()?, seconds)
        };
        Ok(Answer::Output(GetSessionTokenResponse { credentials: Some(token.credentials(self)?) }))
    }
}
