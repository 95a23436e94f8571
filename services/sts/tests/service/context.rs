//! The condition keys of sessions: each is what the server knows, and none is what a client says.

use std::collections::BTreeMap;

use api_sts::{
    AssumeRoleRequest, GetFederationToken, GetFederationTokenRequest, GetSessionToken, GetSessionTokenRequest,
};
use kernel::{Origin, Session};

use crate::world::*;

/// The keys that the gate sees for a session that may not probe.
async fn seen(world: &World, session: &Session) -> BTreeMap<String, Vec<String>> {
    denied(world.probe(session).await);
    world.keys_seen()
}

#[track_caller]
fn check(keys: &BTreeMap<String, Vec<String>>, expected: &[(&str, &str)], absent: &[&str]) {
    for (key, value) in expected {
        let values = keys.get(*key).map(|values| values.join(","));
        assert_eq!(values.as_deref(), Some(*value), "{key}");
    }
    for key in absent {
        assert_eq!(keys.get(*key), None, "{key}");
    }
}

#[tokio::test]
async fn of_a_user_with_a_key() {
    let world = World::new().await;
    let user = world.user("ann", &[]).await;
    let keys = seen(&world, &user).await;
    let id = user.principal().unique_id().unwrap();
    let expected = [
        ("aws:principalarn", &*user_arn("ann")),
        ("aws:principalaccount", OURS),
        ("aws:principaltype", "User"),
        ("aws:userid", id),
        ("aws:username", "ann"),
        ("aws:principalisawsservice", "false"),
        ("aws:viaawsservice", "false"),
        ("aws:sourceip", "203.0.113.7"),
        ("aws:securetransport", "true"),
        ("aws:useragent", "tester"),
        ("aws:requestedregion", "us-east-1"),
        ("aws:currenttime", "2026-11-25T07:08:09Z"),
        ("aws:epochtime", "1795590489"),
    ];
    let absent = [
        "aws:tokenissuetime",
        "aws:multifactorauthpresent",
        "aws:multifactorauthage",
        "aws:sourceidentity",
        "aws:federatedprovider",
        "aws:referer",
        "aws:calledvia",
        "aws:sourcearn",
        "aws:sourceaccount",
    ];
    check(&keys, &expected, &absent);
}

#[tokio::test]
async fn of_a_session_of_a_role() {
    let world = World::new().await;
    let user = world.user("ann", &[ASSUME]).await;
    let role = world.role("Build", &trusting_us(), &[]).await;
    let wish = AssumeRoleRequest {
        tags: Some(vec![tag("Team", "demand")]),
        source_identity: Some("ana".into()),
        ..request(&role)
    };
    let session = world.assume(&user, wish).await.unwrap();
    world.pass(10);
    let keys = seen(&world, &session).await;
    let expected = [
        ("aws:principalarn", &*role),
        ("aws:principaltype", "AssumedRole"),
        ("aws:tokenissuetime", "2026-11-25T07:08:09Z"),
        ("aws:multifactorauthpresent", "false"),
        ("aws:sourceidentity", "ana"),
        ("aws:principaltag/team", "demand"),
    ];
    // What was said when the role was assumed does not hold for later calls.
    let absent = [
        "aws:username",
        "aws:multifactorauthage",
        "sts:sourceidentity",
        "sts:rolesessionname",
        "sts:externalid",
        "aws:requesttag/team",
        "aws:tagkeys",
        "aws:federatedprovider",
    ];
    check(&keys, &expected, &absent);
}

#[tokio::test]
async fn of_a_session_of_a_user_with_a_code() {
    let world = World::new().await;
    let user = world.user("ann", &[]).await;
    let serial = "arn:aws:iam::111122223333:mfa/ann";
    world.devices.0.lock().unwrap().push((user_arn("ann"), serial.into(), "123456".into()));
    let request = GetSessionTokenRequest {
        duration_seconds: None,
        serial_number: Some(serial.into()),
        token_code: Some("123456".into()),
    };
    let answer = world.run::<GetSessionToken>(&user, request).await.unwrap();
    let session = world.session(&answer.credentials.unwrap()).unwrap();
    world.pass(90);
    let keys = seen(&world, &session).await;
    let expected = [
        ("aws:principaltype", "User"),
        ("aws:username", "ann"),
        ("aws:multifactorauthpresent", "true"),
        ("aws:multifactorauthage", "90"),
        ("aws:tokenissuetime", "2026-11-25T07:08:09Z"),
    ];
    check(&keys, &expected, &[]);
}

#[tokio::test]
async fn of_a_federated_user() {
    let world = World::new().await;
    let user = world.user("ann", &[ASSUME]).await;
    let wish = GetFederationTokenRequest { name: "bob".into(), ..Default::default() };
    let answer = world.run::<GetFederationToken>(&user, wish).await.unwrap();
    let session = world.session(&answer.credentials.unwrap()).unwrap();
    let keys = seen(&world, &session).await;
    let arn = format!("arn:aws:sts::{OURS}:federated-user/bob");
    let id = format!("{OURS}:bob");
    let expected =
        [("aws:principalarn", &*arn), ("aws:principaltype", "FederatedUser"), ("aws:userid", &*id)];
    check(&keys, &expected, &["aws:username"]);
}

#[tokio::test]
async fn of_assuming_a_role() {
    let world = World::new().await;
    let user = world.user("ann", &[]).await;
    let role = world.role("Build", &trusting_us(), &[]).await;
    let wish = AssumeRoleRequest {
        external_id: Some("contract-7".into()),
        duration_seconds: Some(900),
        source_identity: Some("ana".into()),
        tags: Some(vec![tag("Team", "demand"), tag("Stage", "test")]),
        transitive_tag_keys: Some(vec!["Team".into()]),
        ..request(&role)
    };
    denied(world.assume(&user, wish).await);
    let expected = [
        ("sts:externalid", "contract-7"),
        ("sts:durationseconds", "900"),
        ("sts:rolesessionname", "session"),
        ("sts:sourceidentity", "ana"),
        ("sts:transitivetagkeys", "Team"),
        ("aws:requesttag/team", "demand"),
        ("aws:tagkeys", "Team,Stage"),
        ("aws:resourceaccount", OURS),
    ];
    let mut keys = world.keys_seen();
    keys.entry("aws:tagkeys".into()).and_modify(|tags| tags.sort_by(|one, other| other.cmp(one)));
    check(&keys, &expected, &["aws:sourceidentity", "aws:multifactorauthpresent"]);
}

/// Everything a client may write freely, filled with what it would like to be.
#[tokio::test]
async fn nothing_that_a_client_writes_sets_a_key_of_the_servers() {
    let world = World::new().await;
    let user = world.user("ann", &[ASSUME]).await;
    let role = world.role("Build", &trusting_us(), &[]).await;
    let claims = "aws:MultiFactorAuthPresent=true&aws:SourceIp=10.0.0.1&aws:PrincipalArn=arn:aws:iam::1:root";
    let plain = seen(&world, &user).await;
    let mut call = world.call();
    if let Origin::Network(network) = &mut call.origin {
        network.user_agent = Some(claims.to_owned());
        network.referer = Some(claims.to_owned());
        network.host = Some(claims.to_owned());
    }
    let outcome = world.kernel.run::<api_s3::ListBuckets>(
        &user,
        &call,
        api_s3::ListBucketsRequest {
            prefix: Some(claims.to_owned()),
            continuation_token: Some(claims.to_owned()),
            ..Default::default()
        },
    );
    denied(outcome.await);
    for (key, values) in world.keys_seen() {
        match key.as_str() {
            "aws:useragent" | "aws:referer" => assert_eq!(values, [claims]),
            key => assert_eq!(plain.get(key), Some(&values), "{key}"),
        }
    }

    // Tags cannot bear names of keys, and their keys stay within `aws:RequestTag/`.
    let tagged =
        AssumeRoleRequest { tags: Some(vec![tag("x/../aws:SourceIp", "10.0.0.1")]), ..request(&role) };
    let session = world.assume(&user, tagged).await.unwrap();
    let keys = seen(&world, &session).await;
    check(&keys, &[("aws:sourceip", "203.0.113.7"), ("aws:principaltag/x/../aws:sourceip", "10.0.0.1")], &[]);
}
