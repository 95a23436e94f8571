//! Codes of multi-factor authentication.

use api_sts::{AssumeRoleRequest, GetSessionToken, GetSessionTokenRequest};
use kernel::Session;

use crate::world::*;

const SERIAL: &str = "arn:aws:iam::111122223333:mfa/ann";

fn with(serial: Option<&str>, code: Option<&str>) -> GetSessionTokenRequest {
    GetSessionTokenRequest {
        duration_seconds: None,
        serial_number: serial.map(str::to_owned),
        token_code: code.map(str::to_owned),
    }
}

async fn ann(world: &World, statements: &[&str]) -> Session {
    world.devices.0.lock().unwrap().push((user_arn("ann"), SERIAL.to_owned(), "123456".to_owned()));
    world.user("ann", statements).await
}

#[tokio::test]
async fn a_trust_policy_may_ask_for_a_fresh_code() {
    let world = World::new().await;
    let user = ann(&world, &[ASSUME]).await;
    let conditions =
        r#"{"Bool":{"aws:MultiFactorAuthPresent":"true"},"NumericLessThan":{"aws:MultiFactorAuthAge":"60"}}"#;
    let role =
        world.role("Build", &trusting_if(&format!(r#"{{"AWS":"{OURS}"}}"#), conditions), &[PROBE]).await;
    denied(world.assume(&user, request(&role)).await);
    let coded = AssumeRoleRequest {
        serial_number: Some(SERIAL.into()),
        token_code: Some("123456".into()),
        ..request(&role)
    };
    // The session of the role does not tell of it.
    let of_role = world.assume(&user, coded).await.unwrap();
    assert_eq!(of_role.temporary().unwrap().mfa_at, None);

    // A session of the user that was made with a code is as good, while the code is not older than asked.
    let answer = world.run::<GetSessionToken>(&user, with(Some(SERIAL), Some("123456"))).await.unwrap();
    let session = world.session(&answer.credentials.unwrap()).unwrap();
    world.pass(59);
    world.assume(&session, request(&role)).await.unwrap();
    world.pass(1);
    denied(world.assume(&session, request(&role)).await);
}

#[tokio::test]
async fn wrong_codes_and_devices_are_refused() {
    let world = World::new().await;
    let user = ann(&world, &[ASSUME]).await;
    let eve = world.user("eve", &[ASSUME]).await;
    let unknown = "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is \
                   valid and associated with this user.";
    let wrong = "MultiFactorAuthentication failed with invalid MFA one time pass code. ";
    let half =
        "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.";
    let cases = [
        (&user, Some(SERIAL), Some("654321"), wrong),
        (&user, Some("GAHT12345678"), Some("123456"), unknown),
        (&eve, Some(SERIAL), Some("123456"), unknown),
        (&user, Some(SERIAL), None, half),
        (&user, None, Some("123456"), half),
    ];
    let role = world.role("Build", &trusting_us(), &[]).await;
    for (who, serial, code, message) in cases {
        refused(world.run::<GetSessionToken>(who, with(serial, code)).await, "AccessDenied", 403, message);
        let wish = AssumeRoleRequest {
            serial_number: serial.map(str::to_owned),
            token_code: code.map(str::to_owned),
            ..request(&role)
        };
        refused(world.assume(who, wish).await, "AccessDenied", 403, message);
    }
}
