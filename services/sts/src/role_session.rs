//! What the ways to assume a role have in common.

use api_sts::{AssumedRoleUser, Credentials, PolicyDescriptorType};
use kernel::{Cx, Fault, RoleFacts};
use names::Arn;

use crate::Sts;
use crate::holder::{Holder, session_arn};
use crate::session_policy;
use crate::token::Token;

/// A session made from a session lasts at most an hour ("role chaining").
const CHAINED_SECONDS_MAX: u32 = 3600;
/// The duration when none is asked for.
const SECONDS_DEFAULT: u32 = 3600;

/// What a request says of the session it wants.
pub(crate) struct Wish<'r> {
    pub(crate) role: RoleFacts,
    pub(crate) session_name: &'r str,
    pub(crate) duration_seconds: Option<i32>,
    /// What an identity provider allows; a longer session is shortened.
    pub(crate) longest_seconds: Option<u32>,
    pub(crate) policy: Option<&'r str>,
    pub(crate) policy_arns: Option<&'r [PolicyDescriptorType]>,
    /// Whether the caller is itself a session of a role.
    pub(crate) chained: bool,
}

/// A session of a role, as answers tell it.
pub(crate) struct Opened {
    pub(crate) credentials: Credentials,
    pub(crate) user: AssumedRoleUser,
    pub(crate) packed_percent: Option<i32>,
    pub(crate) source_identity: Option<String>,
}

impl Wish<'_> {
    /// Makes the session; `complete` adds what only one way to assume a role knows.
    pub(crate) fn open(
        self,
        sts: &Sts,
        cx: &Cx,
        complete: impl FnOnce(Token) -> Token,
    ) -> Result<Opened, Fault> {
        let seconds = self.seconds()?;
        let account = self.role.account;
        let policy_arns = session_policy::accept(cx, account, self.policy, self.policy_arns)?;
        let user = AssumedRoleUser {
            assumed_role_id: format!("{}:{}", self.role.id, self.session_name),
            arn: session_arn(account, &self.role.arn, self.session_name),
        };
        let holder = Holder::Role {
            role: self.role.arn,
            id: self.role.id,
            session_name: self.session_name.to_owned(),
        };
        let token = complete(Token {
            policy: self.policy.map(str::to_owned),
            policy_arns,
            chained: self.chained,
            ..Token::new(sts, holder, account, seconds)
        });
        Ok(Opened {
            packed_percent: session_policy::packed_percent(&token)?,
            credentials: token.credentials(sts)?,
            user,
            source_identity: token.source_identity,
        })
    }

    fn seconds(&self) -> Result<u32, Fault> {
        let asked = self.duration_seconds.and_then(|seconds| u32::try_from(seconds).ok());
        let seconds = asked.unwrap_or(SECONDS_DEFAULT);
        let invalid = |message: &str| Err(Fault::new("ValidationError", 400, message));
        if self.chained && seconds > CHAINED_SECONDS_MAX {
            return invalid(
                "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.",
            );
        }
        if seconds > self.role.session_seconds_max {
            return invalid(
                "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
            );
        }
        Ok(self.longest_seconds.map_or(seconds, |longest| longest.min(seconds)))
    }
}

/// The ARN of a role in a request.
pub(crate) fn role_arn(text: &str) -> Result<Arn, Fault> {
    let invalid = || Fault::new("ValidationError", 400, format!("{text} is invalid"));
    let arn: Arn = text.parse().map_err(|_| invalid())?;
    let is_role = arn.service() == "iam" && arn.account_id().is_some() && arn.resource_of("role").is_some();
    if is_role { Ok(arn) } else { Err(invalid()) }
}

/// The role that a permitted request names.
pub(crate) fn role(cx: &Cx, text: &str) -> Result<RoleFacts, Fault> {
    let role = cx.directory().role(&role_arn(text)?)?;
    role.ok_or_else(|| Fault::internal("a role that was permitted has gone"))
}
