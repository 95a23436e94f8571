//! Sessions that users make for others.

use api_sts::{
    GetCallerIdentity, GetCallerIdentityRequest, GetFederationToken, GetFederationTokenRequest,
    PolicyDescriptorType,
};
use kernel::{Fault, Session};

use crate::world::*;

fn for_bob() -> GetFederationTokenRequest {
    GetFederationTokenRequest { name: "bob".into(), ..Default::default() }
}

async fn federate(world: &World, user: &Session, wish: GetFederationTokenRequest) -> Result<Session, Fault> {
    let answer = world.run::<GetFederationToken>(user, wish).await?;
    Ok(world.session(&answer.credentials.unwrap()).unwrap())
}

#[tokio::test]
async fn a_federated_user_is_answered_like_this() {
    let world = World::new().await;
    let user = world.user("ann", &[ASSUME, PROBE]).await;
    let wish = GetFederationTokenRequest { policy: Some(policy(&[EVERYTHING])), ..for_bob() };
    let answer = world.run::<GetFederationToken>(&user, wish).await.unwrap();
    let who = answer.federated_user.unwrap();
    let arn = format!("arn:aws:sts::{OURS}:federated-user/bob");
    assert_eq!((who.arn, who.federated_user_id), (arn.clone(), format!("{OURS}:bob")));
    assert!(answer.packed_policy_size.unwrap() > 0);
    let credentials = answer.credentials.unwrap();
    assert_eq!(credentials.expiration.seconds(), NOW + 43_200);
    let session = world.session(&credentials).unwrap();
    let identity =
        world.run::<GetCallerIdentity>(&session, GetCallerIdentityRequest::default()).await.unwrap();
    assert_eq!((identity.arn, identity.user_id), (Some(arn), Some(format!("{OURS}:bob"))));
}

#[tokio::test]
async fn permissions_are_those_of_user_and_session_policy_both() {
    let world = World::new().await;
    let user = world.user("ann", &[ASSUME, PROBE]).await;
    let other = r#"{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}"#;
    let managed = |arn: &str| Some(vec![PolicyDescriptorType { arn: Some(arn.to_owned()) }]);
    let cases = [
        (None, None, false),
        (Some(policy(&[PROBE])), None, true),
        (Some(policy(&[other])), None, false),
        (None, managed("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"), true),
        (None, managed("arn:aws:iam::aws:policy/IAMReadOnlyAccess"), false),
    ];
    for (policy, policy_arns, passes) in cases {
        let shown = format!("{policy:?} {policy_arns:?}");
        let wish = GetFederationTokenRequest { policy, policy_arns, ..for_bob() };
        let session = federate(&world, &user, wish).await.unwrap();
        assert_eq!(world.probe(&session).await.is_ok(), passes, "{shown}");
    }
    let wish = GetFederationTokenRequest { policy: Some(policy(&[EVERYTHING])), ..for_bob() };
    let session = federate(&world, &user, wish).await.unwrap();
    world.probe(&session).await.unwrap();
    world.allow("ann", &[ASSUME]).await;
    denied(world.probe(&session).await);
}

#[tokio::test]
async fn root_may_and_then_the_session_policy_is_all() {
    let world = World::new().await;
    let wish =
        |statements: &[&str]| GetFederationTokenRequest { policy: Some(policy(statements)), ..for_bob() };
    let answer = world.run::<GetFederationToken>(&world.root, wish(&[PROBE])).await.unwrap();
    let credentials = answer.credentials.unwrap();
    assert_eq!(credentials.expiration.seconds(), NOW + 3600);
    world.probe(&world.session(&credentials).unwrap()).await.unwrap();
    denied(world.probe(&federate(&world, &world.root, wish(&[ASSUME])).await.unwrap()).await);
    denied(world.probe(&federate(&world, &world.root, for_bob()).await.unwrap()).await);
}

#[tokio::test]
async fn the_permission_is_on_the_federated_user() {
    let world = World::new().await;
    let only = format!(
        r#"{{"Effect":"Allow","Action":"sts:GetFederationToken","Resource":"arn:aws:sts::{OURS}:federated-user/bob"}}"#
    );
    let user = world.user("ann", &[&only]).await;
    federate(&world, &user, for_bob()).await.unwrap();
    let message = format!(
        "User: {} is not authorized to perform: sts:GetFederationToken on resource: \
         arn:aws:sts::{OURS}:federated-user/eve because no identity-based policy allows the sts:GetFederationToken action",
        user_arn("ann")
    );
    let eve = GetFederationTokenRequest { name: "eve".into(), ..for_bob() };
    refused(federate(&world, &user, eve).await, "AccessDenied", 403, &message);
    let tagged = GetFederationTokenRequest { tags: Some(vec![tag("Team", "a")]), ..for_bob() };
    denied(federate(&world, &user, tagged).await);
}

#[tokio::test]
async fn tags_count_as_those_of_the_principal() {
    let world = World::new().await;
    let user = world.user("ann", &[ASSUME, PROBE]).await;
    let rule = r#"{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/Team":"a"}}}"#;
    let wish = |value: &str| GetFederationTokenRequest {
        policy: Some(policy(&[rule])),
        tags: Some(vec![tag("Team", value)]),
        ..for_bob()
    };
    world.probe(&federate(&world, &user, wish("a")).await.unwrap()).await.unwrap();
    denied(world.probe(&federate(&world, &user, wish("b")).await.unwrap()).await);
    let twice = GetFederationTokenRequest { tags: Some(vec![tag("a", "1"), tag("A", "2")]), ..for_bob() };
    let message = "Duplicate tag keys found. Please note that Tag keys are case insensitive.";
    refused(federate(&world, &user, twice).await, "InvalidParameterValue", 400, message);
}

#[tokio::test]
async fn a_federated_user_reaches_neither_iam_nor_sts() {
    let world = World::new().await;
    let user = world.user("ann", &[EVERYTHING]).await;
    let role = world.role("Build", &trusting(r#"{"AWS":"*"}"#), &[]).await;
    let wish = GetFederationTokenRequest { policy: Some(policy(&[EVERYTHING])), ..for_bob() };
    let session = federate(&world, &user, wish).await.unwrap();
    let message = "The security token included in the request is invalid";
    let list = world.run::<api_iam::ListUsers>(&session, Default::default()).await;
    refused(list, "InvalidClientTokenId", 403, message);
    let message = "Cannot call AssumeRole with session credentials";
    refused(world.assume(&session, request(&role)).await, "AccessDenied", 403, message);
    let message = "Cannot call GetFederationToken with session credentials";
    refused(federate(&world, &session, for_bob()).await, "AccessDenied", 403, message);
}
