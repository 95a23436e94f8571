//! `GetCallerIdentity`: who one is.

use api_sts::{GetCallerIdentity, GetCallerIdentityRequest, GetCallerIdentityResponse};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use policy::Principal;

use crate::Sts;

impl Handle<GetCallerIdentity> for Sts {
    const EFFECT: Effect = Effect::Read;

    /// "No permissions are required to perform this operation", not even against an explicit deny.
    fn checks(&self, _: &GetCallerIdentityRequest, _: &At<'_>) -> Result<Checks, Fault> {
        Ok(Checks::signed_only())
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        _: Permitted<GetCallerIdentity>,
    ) -> Result<Answer<GetCallerIdentity>, Fault> {
        let principal = cx.session().principal();
        Ok(Answer::Output(GetCallerIdentityResponse {
            user_id: user_id(principal),
            account: Some(cx.account()?.to_string()),
            arn: Some(principal.shown()),
        }))
    }
}

/// `aws:userid`.
fn user_id(principal: &Principal) -> Option<String> {
    match principal {
        Principal::Root { account } => Some(account.clone()),
        Principal::User { unique_id, .. } => Some(unique_id.clone()),
        Principal::AssumedRole { role_unique_id, session_name, .. } => {
            Some(format!("{role_unique_id}:{session_name}"))
        }
        Principal::FederatedUser { account, name, .. } => Some(format!("{account}:{name}")),
        Principal::Federated { .. } | Principal::Service { .. } | Principal::Anonymous => None,
    }
}
