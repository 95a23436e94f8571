//! Sessions that users make of themselves.

use api_sts::{
    AssumeRoleRequest, DecodeAuthorizationMessage, DecodeAuthorizationMessageRequest, GetAccessKeyInfo,
    GetAccessKeyInfoRequest, GetCallerIdentity, GetCallerIdentityRequest, GetFederationToken,
    GetFederationTokenRequest, GetSessionToken, GetSessionTokenRequest,
};
use kernel::Session;

use crate::world::*;

fn lasting(seconds: Option<i32>) -> GetSessionTokenRequest {
    GetSessionTokenRequest { duration_seconds: seconds, serial_number: None, token_code: None }
}

async fn of(world: &World, user: &Session) -> Session {
    let answer = world.run::<GetSessionToken>(user, lasting(None)).await.unwrap();
    world.session(&answer.credentials.unwrap()).unwrap()
}

#[tokio::test]
async fn a_session_is_its_user_and_may_what_the_user_may() {
    let world = World::new().await;
    let deny = r#"{"Effect":"Deny","Action":"sts:GetSessionToken","Resource":"*"}"#;
    // No permission is asked, and none can be withheld.
    let user = world.user("ann", &[PROBE, deny]).await;
    let session = of(&world, &user).await;
    let identity =
        world.run::<GetCallerIdentity>(&session, GetCallerIdentityRequest::default()).await.unwrap();
    assert_eq!(identity.arn, Some(user_arn("ann")));
    world.probe(&session).await.unwrap();
    world.allow("ann", &[ASSUME]).await;
    denied(world.probe(&session).await);
}

#[tokio::test]
async fn durations_follow_the_kind_of_user() {
    let world = World::new().await;
    let user = world.user("ann", &[]).await;
    let cases = [
        (&user, None, 43_200),
        (&user, Some(129_600), 129_600),
        (&world.root, None, 3600),
        (&world.root, Some(7200), 3600),
        (&world.root, Some(900), 900),
    ];
    for (who, asked, lasts) in cases {
        let answer = world.run::<GetSessionToken>(who, lasting(asked)).await.unwrap();
        assert_eq!(answer.credentials.unwrap().expiration.seconds(), NOW + lasts, "{asked:?}");
    }
}

#[tokio::test]
async fn without_a_code_a_session_does_not_reach_iam() {
    let world = World::new().await;
    let user = world.user("ann", &[EVERYTHING]).await;
    let session = of(&world, &user).await;
    let message = "The security token included in the request is invalid";
    let list = || world.run::<api_iam::ListUsers>(&session, Default::default());
    refused(list().await, "InvalidClientTokenId", 403, message);

    let serial = "arn:aws:iam::111122223333:mfa/ann";
    world.devices.0.lock().unwrap().push((user_arn("ann"), serial.into(), "123456".into()));
    let coded = GetSessionTokenRequest {
        serial_number: Some(serial.into()),
        token_code: Some("123456".into()),
        ..lasting(None)
    };
    let answer = world.run::<GetSessionToken>(&user, coded).await.unwrap();
    let session = world.session(&answer.credentials.unwrap()).unwrap();
    world.run::<api_iam::ListUsers>(&session, Default::default()).await.unwrap();
}

#[tokio::test]
async fn of_sts_a_session_reaches_two_operations() {
    let world = World::new().await;
    let user = world.user("ann", &[EVERYTHING]).await;
    let role = world.role("Build", &trusting_us(), &[]).await;
    let session = of(&world, &user).await;
    // Not a chain, so as long as the role allows.
    let long = AssumeRoleRequest { duration_seconds: Some(43_200), ..request(&role) };
    world.assume(&session, long).await.unwrap();
    let closed = |name: &str| format!("Cannot call {name} with session credentials");
    let again = world.run::<GetSessionToken>(&session, lasting(None)).await;
    refused(again, "AccessDenied", 403, &closed("GetSessionToken"));
    let federation = GetFederationTokenRequest { name: "bob".into(), ..Default::default() };
    let federation = world.run::<GetFederationToken>(&session, federation).await;
    refused(federation, "AccessDenied", 403, &closed("GetFederationToken"));
    let info = GetAccessKeyInfoRequest { access_key_id: session.access_key_id().unwrap().into() };
    let info = world.run::<GetAccessKeyInfo>(&session, info).await;
    refused(info, "AccessDenied", 403, &closed("GetAccessKeyInfo"));
    let decode = DecodeAuthorizationMessageRequest { encoded_message: "message".into() };
    let decode = world.run::<DecodeAuthorizationMessage>(&session, decode).await;
    refused(decode, "AccessDenied", 403, &closed("DecodeAuthorizationMessage"));
}

#[tokio::test]
async fn sessions_of_roles_make_none() {
    let world = World::new().await;
    let user = world.user("ann", &[EVERYTHING]).await;
    let role = world.role("Build", &trusting_us(), &[EVERYTHING]).await;
    let session = world.assume(&user, request(&role)).await.unwrap();
    let made = world.run::<GetSessionToken>(&session, lasting(None)).await;
    refused(made, "AccessDenied", 403, "Cannot call GetSessionToken with session credentials");
}

#[tokio::test]
async fn nobody_gets_none() {
    let world = World::new().await;
    let made = world.run::<GetSessionToken>(&Session::anonymous(), lasting(None)).await;
    refused(made, "MissingAuthenticationToken", 403, "Request is missing Authentication Token");
}
