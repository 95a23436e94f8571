//! Why something was refused.

use api_sts::{DecodeAuthorizationMessage, DecodeAuthorizationMessageRequest};
use kernel::Fault;
use serde_json::{Value, json};

use crate::world::*;

async fn decode(world: &World, who: &kernel::Session, encoded: &str) -> Result<Value, Fault> {
    let request = DecodeAuthorizationMessageRequest { encoded_message: encoded.to_owned() };
    let answer = world.run::<DecodeAuthorizationMessage>(who, request).await?;
    Ok(serde_json::from_str(&answer.decoded_message.unwrap()).unwrap())
}

#[tokio::test]
async fn a_refusal_is_told_in_the_fields_that_aws_documents() {
    let world = World::new().await;
    let deny = r#"{"Sid":"No","Effect":"Deny","Action":["s3:List*","s3:Get*"],"Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}}"#;
    let user = world.user("ann", &[ASSUME, deny]).await;
    let encoded = world.probe(&user).await.unwrap_err().encoded.unwrap();
    let decoded = decode(&world, &user, &encoded).await.unwrap();
    assert_eq!((&decoded["allowed"], &decoded["explicitDeny"]), (&json!(false), &json!(true)));
    let items = |values: &[&str]| json!({ "items": values.iter().map(|value| json!({ "value": value })).collect::<Vec<_>>() });
    let statement = json!({
        "statementId": "No",
        "effect": "DENY",
        "principals": items(&[]),
        "principalGroups": items(&[]),
        "actions": items(&["s3:List*", "s3:Get*"]),
        "resources": items(&["*"]),
        "conditions": { "items": [{ "key": "aws:SourceIp", "values": items(&["203.0.113.0/24"]) }] },
    });
    assert_eq!(decoded["matchedStatements"]["items"], json!([statement]));
    assert_eq!(decoded["failures"]["items"], json!([]));
    let context = &decoded["context"];
    let id = user.principal().unique_id().unwrap();
    assert_eq!(context["principal"], json!({"id": id, "name": "ann", "arn": user_arn("ann")}));
    assert_eq!((&context["action"], &context["resource"]), (&json!("s3:ListAllMyBuckets"), &json!("*")));
    let conditions = context["conditions"]["items"].as_array().unwrap();
    let address = json!({"key": "aws:sourceip", "values": {"items": [{"value": "203.0.113.7"}]}});
    assert!(conditions.contains(&address), "{conditions:?}");
    assert!(decoded["explanation"].is_object());
}

#[tokio::test]
async fn an_implicit_denial_has_no_statements() {
    let world = World::new().await;
    let user = world.user("ann", &[ASSUME]).await;
    let encoded = world.probe(&user).await.unwrap_err().encoded.unwrap();
    let decoded = decode(&world, &user, &encoded).await.unwrap();
    assert_eq!(
        (&decoded["explicitDeny"], &decoded["matchedStatements"]["items"]),
        (&json!(false), &json!([]))
    );
}

#[tokio::test]
async fn only_those_who_may_and_only_of_their_account() {
    let world = World::new().await;
    let user = world.user("ann", &[]).await;
    let encoded = world.probe(&user).await.unwrap_err().encoded.unwrap();
    denied(decode(&world, &user, &encoded).await);
    assert!(decode(&world, &world.root, &encoded).await.is_ok());
    for (who, message) in [(&world.their_root, &*encoded), (&world.root, "garbled")] {
        let outcome = decode(&world, who, message).await;
        refused(outcome, "InvalidAuthorizationMessageException", 400, "Message is not valid.");
    }
}
