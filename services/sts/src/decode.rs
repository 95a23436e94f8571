//! `DecodeAuthorizationMessage`: why something was refused, for those who may know.
//!
//! Where AWS takes the encoded message alone, a refusal of the caller's own account may also be named by its request
//! id, its event id or the words of its message, which is all that most clients show of it.

use api_sts::errors::INVALID_AUTHORIZATION_MESSAGE;
use api_sts::{
    DecodeAuthorizationMessage, DecodeAuthorizationMessageRequest, DecodeAuthorizationMessageResponse,
};
use kernel::trail::{Decision, Record};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use serde_json::{Value, json};

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
        let message = decoded(&record, refused);
        Ok(Answer::Output(DecodeAuthorizationMessageResponse { decoded_message: Some(message.to_string()) }))
    }
}

/// The fields that AWS has, then those of ours: which call it was, and `explanation`, which also tells in which
/// policy each statement is and what others would have needed.
///
/// Source: "DecodeAuthorizationMessage" in the STS API reference, and messages that AWS has decoded.
fn decoded(record: &Record, refused: &Decision) -> Value {
    let explanation = refused.explanation.as_ref();
    json!({
        "allowed": false,
        // Also where the explanation was too long to keep.
        "explicitDeny": !refused.statements.is_empty(),
        "matchedStatements": { "items": denying(explanation) },
        "failures": { "items": [] },
        "context": {
            "principal": {
                "id": record.identity.principal_id,
                "name": name(record.identity.arn.as_deref()),
                "arn": record.identity.arn,
            },
            "action": refused.action,
            "resource": refused.resource,
            "conditions": { "items": conditions(refused) },
        },
        "requestId": record.request_id,
        "eventId": record.event_id,
        "eventTime": record.time.iso8601(),
        "message": record.error_message,
        "explanation": explanation,
        "eventSource": record.event_source,
        "eventName": record.event_name,
        "invokedBy": record.identity.invoked_by,
        "sourceArn": record.source_arn,
    })
}

/// The statements that deny, with what they say.
fn denying(explanation: Option<&Value>) -> Vec<Value> {
    let matched = explanation.and_then(|all| all.get("matched")).and_then(Value::as_array);
    let denying = matched.into_iter().flatten().filter(|of| {
        of.get("effect").and_then(Value::as_str).is_some_and(|effect| effect.eq_ignore_ascii_case("deny"))
    });
    let shown = denying.map(|statement| {
        let says = |element: &str| statement.pointer(&format!("/says/{element}")).and_then(Value::as_array);
        let values = |element: &str| items(says(element).into_iter().flatten());
        json!({
            "statementId": statement.get("sid").and_then(Value::as_str).unwrap_or_default(),
            "effect": "DENY",
            "principals": values("principals"),
            "principalGroups": items([]),
            "actions": values("actions"),
            "resources": values("resources"),
            "conditions": { "items": says("conditions").into_iter().flatten().map(condition).collect::<Vec<_>>() },
        })
    });
    shown.collect()
}

/// A key of a condition and what the statement compares it with.
fn condition(condition: &Value) -> Value {
    let values = condition.get("values").and_then(Value::as_array);
    json!({ "key": condition.get("key"), "values": items(values.into_iter().flatten()) })
}

fn items<'v>(values: impl IntoIterator<Item = &'v Value>) -> Value {
    let items: Vec<Value> = values.into_iter().map(|value| json!({ "value": value })).collect();
    json!({ "items": items })
}

fn conditions(refused: &Decision) -> Vec<Value> {
    let item = |(key, values): (&String, &Vec<String>)| {
        let values: Vec<Value> = values.iter().map(|value| json!({ "value": value })).collect();
        json!({ "key": key, "values": { "items": values } })
    };
    refused.conditions.iter().map(item).collect()
}

/// What follows the last slash or colon of an ARN.
fn name(arn: Option<&str>) -> Option<&str> {
    arn?.rsplit(['/', ':']).next()
}
