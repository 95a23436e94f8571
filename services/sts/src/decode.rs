//! `DecodeAuthorizationMessage`: why something was refused, for those who may know.
//!
//! Where AWS takes the encoded message alone, a refusal of the caller's own account may also be named by its request
//! id, its event id or the words of its message, which is all that most clients show of it.

use api_sts::errors::INVALID_AUTHORIZATION_MESSAGE;
use api_sts::{
    DecodeAuthorizationMessage, DecodeAuthorizationMessageRequest, DecodeAuthorizationMessageResponse,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use serde_json::json;

use crate::Sts;

impl Handle<DecodeAuthorizationMessage> for Sts {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, _: &DecodeAuthorizationMessageRequest, _: &At<'_>) -> Result<Checks, Fault> {
        Ok(Checks::on::<DecodeAuthorizationMessage>("*"))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DecodeAuthorizationMessage>,
    ) -> Result<Answer<DecodeAuthorizationMessage>, Fault> {
        let invalid = || Fault::of(&INVALID_AUTHORIZATION_MESSAGE, "Message is not valid.");
        let record = cx.refusal(&input.encoded_message)?.ok_or_else(invalid)?;
        if record.account != Some(cx.account()?) {
            return Err(invalid());
        }
        let refused = record.decisions.iter().find(|decision| !decision.allowed).ok_or_else(invalid)?;
        let message = json!({
            "allowed": false,
            "requestId": record.request_id,
            "eventId": record.event_id,
            "eventTime": record.time.iso8601(),
            "message": record.error_message,
            "context": {
                "principal": { "id": record.identity.principal_id, "arn": record.identity.arn },
                "action": refused.action,
                "resource": refused.resource,
            },
            "matchedStatements": refused.statements,
            "explanation": refused.explanation,
            "eventSource": record.event_source,
            "eventName": record.event_name,
            "invokedBy": record.identity.invoked_by,
            "sourceArn": record.source_arn,
        });
        Ok(Answer::Output(DecodeAuthorizationMessageResponse { decoded_message: Some(message.to_string()) }))
    }
}
