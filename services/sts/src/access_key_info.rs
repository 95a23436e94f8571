//! `GetAccessKeyInfo`: which account a key belongs to.

use api_sts::{GetAccessKeyInfo, GetAccessKeyInfoRequest, GetAccessKeyInfoResponse};
use kernel::entropy::account_of_access_key_id;
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use crate::Sts;

impl Handle<GetAccessKeyInfo> for Sts {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, _: &GetAccessKeyInfoRequest, _: &At<'_>) -> Result<Checks, Fault> {
        Ok(Checks::on::<GetAccessKeyInfo>("*"))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetAccessKeyInfo>,
    ) -> Result<Answer<GetAccessKeyInfo>, Fault> {
        let id = &input.access_key_id;
        // The keys of sessions are not stored; their account stands in the id itself.
        let account = match cx.directory().access_key_account(id)? {
            Some(account) => Some(account),
            None => account_of_access_key_id(id),
        };
        match account {
            Some(account) if cx.directory().account_exists(account)? => {
                Ok(Answer::Output(GetAccessKeyInfoResponse { account: Some(account.to_string()) }))
            }
            _ => Err(Fault::new(
                "ValidationError",
                400,
                "The access key ID provided does not exist in our records.",
            )),
        }
    }
}
