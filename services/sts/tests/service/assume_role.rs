//! What a session of a role is, and what its holder may.

use api_sts::{
    AssumeRole, GetAccessKeyInfo, GetAccessKeyInfoRequest, GetCallerIdentity, GetCallerIdentityRequest,
};

use crate::world::*;

#[tokio::test]
async fn an_assumed_role_is_answered_like_this() {
    let world = World::new().await;
    let user = world.user("ann", &[ASSUME]).await;
    let role = world.role("Build", &trusting_us(), &[PROBE]).await;
    let answer = world.run::<AssumeRole>(&user, request(&role)).await.unwrap();
    let credentials = answer.credentials.unwrap();
    let who = answer.assumed_role_user.unwrap();
    assert_eq!(who.arn, format!("arn:aws:sts::{OURS}:assumed-role/Build/session"));
    assert!(credentials.access_key_id.starts_with("ASIA"));
    assert_eq!(credentials.expiration.seconds(), NOW + 3600);
    assert_eq!((answer.packed_policy_size, answer.source_identity), (None, None));

    let session = world.session(&credentials).unwrap();
    let identity =
        world.run::<GetCallerIdentity>(&session, GetCallerIdentityRequest::default()).await.unwrap();
    assert_eq!((identity.arn.unwrap(), identity.user_id.unwrap()), (who.arn, who.assumed_role_id));
    world.probe(&session).await.unwrap();
    denied(world.run::<api_iam::ListUsers>(&session, Default::default()).await);
}

#[tokio::test]
async fn what_the_role_may_changes_for_its_sessions_at_once() {
    let world = World::new().await;
    let user = world.user("ann", &[ASSUME]).await;
    let role = world.role("Build", &trusting_us(), &[PROBE]).await;
    let session = world.assume(&user, request(&role)).await.unwrap();
    world.probe(&session).await.unwrap();
    let name = api_iam::DeleteRolePolicyRequest { role_name: "Build".into(), policy_name: "inline".into() };
    world.run::<api_iam::DeleteRolePolicy>(&world.root, name).await.unwrap();
    denied(world.probe(&session).await);
}

#[tokio::test]
async fn sessions_are_revoked_by_the_time_of_their_issue() {
    let world = World::new().await;
    let user = world.user("ann", &[ASSUME]).await;
    let role = world.role("Build", &trusting_us(), &[PROBE]).await;
    let old = world.assume(&user, request(&role)).await.unwrap();
    world.pass(60);
    let revoke = format!(
        r#"{{"Effect":"Deny","Action":"*","Resource":"*","Condition":{{"DateLessThan":{{"aws:TokenIssueTime":"{}"}}}}}}"#,
        world.kernel.now().iso8601()
    );
    let request_revoking = api_iam::PutRolePolicyRequest {
        role_name: "Build".into(),
        policy_name: "AWSRevokeOlderSessions".into(),
        policy_document: policy(&[&revoke]),
    };
    world.run::<api_iam::PutRolePolicy>(&world.root, request_revoking).await.unwrap();
    denied(world.probe(&old).await);
    let new = world.assume(&user, request(&role)).await.unwrap();
    world.probe(&new).await.unwrap();
}

#[tokio::test]
async fn the_account_of_a_key_for_those_who_may_ask() {
    let world = World::new().await;
    let user = world.user("ann", &[ASSUME]).await;
    let stranger = world.user("eve", &[]).await;
    let role = world.role_in(&world.their_root, "Build", &trusting_us(), &[]).await;
    let session = world.assume(&user, request(&role)).await.unwrap();
    let ask = |key: &str| GetAccessKeyInfoRequest { access_key_id: key.to_owned() };
    for (of, account) in [(&user, OURS), (&session, THEIRS), (&world.their_root, THEIRS)] {
        let info = world.run::<GetAccessKeyInfo>(&user, ask(of.access_key_id().unwrap())).await.unwrap();
        assert_eq!(info.account.as_deref(), Some(account));
    }
    denied(world.run::<GetAccessKeyInfo>(&stranger, ask(user.access_key_id().unwrap())).await);
}

#[tokio::test]
async fn provided_contexts_come_from_nobody_known() {
    let world = World::new().await;
    let user = world.user("ann", &[ASSUME]).await;
    let role = world.role("Build", &trusting_us(), &[]).await;
    let context = api_sts::ProvidedContext {
        provider_arn: Some("arn:aws:iam::aws:contextProvider/IdentityCenter".into()),
        context_assertion: Some("assertion".into()),
    };
    let wish = api_sts::AssumeRoleRequest { provided_contexts: Some(vec![context]), ..request(&role) };
    let message = "The context provider arn:aws:iam::aws:contextProvider/IdentityCenter is not known.";
    refused(world.assume(&user, wish).await, "InvalidParameterValue", 400, message);
}
