//! What session policies leave of a role's permissions.

use api_sts::{AssumeRole, AssumeRoleRequest, PolicyDescriptorType};

use crate::world::*;

fn named(arn: &str) -> Option<Vec<PolicyDescriptorType>> {
    Some(vec![PolicyDescriptorType { arn: Some(arn.into()) }])
}

#[tokio::test]
async fn inline_and_managed_policies_together_limit_the_role() {
    let world = World::new().await;
    let user = world.user("ann", &[ASSUME]).await;
    let role = world.role("Build", &trusting_us(), &[PROBE]).await;
    let users = r#"{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*"}"#;
    let wider = world.managed("wider", &[EVERYTHING]).await;
    let other = world.managed("other", &[users]).await;
    // Which policies, and whether the probe passes.
    let cases = [
        (Some(policy(&[PROBE])), None, true),
        (Some(policy(&[users])), None, false),
        (None, named(&wider), true),
        (None, named(&other), false),
        (Some(policy(&[PROBE])), named(&other), true),
        (None, named("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"), true),
        (None, named("arn:aws:iam::aws:policy/IAMReadOnlyAccess"), false),
    ];
    for (policy, policy_arns, passes) in cases {
        let shown = format!("{policy:?} {policy_arns:?}");
        let session =
            world.assume(&user, AssumeRoleRequest { policy, policy_arns, ..request(&role) }).await.unwrap();
        assert_eq!(world.probe(&session).await.is_ok(), passes, "{shown}");
        // The role does not allow it, so no session policy can.
        denied(world.run::<api_iam::ListUsers>(&session, Default::default()).await);
    }
}

#[tokio::test]
async fn the_refusal_names_the_session_policy() {
    let world = World::new().await;
    let user = world.user("ann", &[ASSUME]).await;
    let role = world.role("Build", &trusting_us(), &[EVERYTHING]).await;
    let wish = AssumeRoleRequest { policy: Some(policy(&[PROBE])), ..request(&role) };
    let session = world.assume(&user, wish).await.unwrap();
    let message = format!(
        "User: arn:aws:sts::{OURS}:assumed-role/Build/session is not authorized to perform: iam:ListUsers on resource: \
         arn:aws:iam::{OURS}:user/ because no session policy allows the iam:ListUsers action"
    );
    refused(
        world.run::<api_iam::ListUsers>(&session, Default::default()).await,
        "AccessDenied",
        403,
        &message,
    );
}

#[tokio::test]
async fn a_managed_session_policy_is_as_it_is_now_and_its_loss_widens_nothing() {
    let world = World::new().await;
    let user = world.user("ann", &[ASSUME]).await;
    let role = world.role("Build", &trusting_us(), &[EVERYTHING]).await;
    let arn = world.managed("limit", &[PROBE]).await;
    let wish =
        AssumeRoleRequest { policy: Some(policy(&[EVERYTHING])), policy_arns: named(&arn), ..request(&role) };
    let session = world.assume(&user, wish).await.unwrap();
    world.probe(&session).await.unwrap();
    let deny = r#"{"Effect":"Deny","Action":"s3:*","Resource":"*"}"#;
    let version = api_iam::CreatePolicyVersionRequest {
        policy_arn: arn.clone(),
        policy_document: policy(&[deny]),
        set_as_default: Some(true),
    };
    world.run::<api_iam::CreatePolicyVersion>(&world.root, version).await.unwrap();
    denied(world.probe(&session).await);
    let old = api_iam::DeletePolicyVersionRequest { policy_arn: arn.clone(), version_id: "v1".into() };
    world.run::<api_iam::DeletePolicyVersion>(&world.root, old).await.unwrap();
    world
        .run::<api_iam::DeletePolicy>(&world.root, api_iam::DeletePolicyRequest { policy_arn: arn })
        .await
        .unwrap();
    denied(world.probe(&session).await);
}

#[tokio::test]
async fn session_policies_that_cannot_be() {
    let world = World::new().await;
    let user = world.user("ann", &[ASSUME]).await;
    let role = world.role("Build", &trusting_us(), &[]).await;
    let theirs = format!("arn:aws:iam::{THEIRS}:policy/theirs");
    let cases = [
        (Some("no json".to_owned()), None, "MalformedPolicyDocument"),
        (
            Some(policy(&[r#"{"Effect":"Allow","Action":"s3:*","Resource":"no-arn"}"#])),
            None,
            "MalformedPolicyDocument",
        ),
        (None, named("arn:aws:iam::aws:policy/None"), "MalformedPolicyDocument"),
        (None, named(&theirs), "MalformedPolicyDocument"),
        (Some("x".repeat(2049)), None, "ValidationError"),
        (Some(format!("{}{}", policy(&[PROBE]), " ".repeat(1950))), named(&theirs), "ValidationError"),
        (None, Some(vec![PolicyDescriptorType { arn: Some(theirs.clone()) }; 11]), "ValidationError"),
    ];
    for (policy, policy_arns, code) in cases {
        let shown = format!("{policy:?} {policy_arns:?}");
        let outcome = world.assume(&user, AssumeRoleRequest { policy, policy_arns, ..request(&role) }).await;
        let fault = outcome.expect_err("must be refused");
        assert_eq!((&*fault.code, fault.status), (code, 400), "{shown}: {fault:?}");
    }
}

#[tokio::test]
async fn policies_and_tags_share_the_packed_room() {
    let world = World::new().await;
    let user = world.user("ann", &[ASSUME]).await;
    let role = world.role("Build", &trusting_us(), &[]).await;
    let tags = |count: usize| {
        Some((0..count).map(|number| tag(&format!("key{number}"), &"v".repeat(150))).collect())
    };
    let wish =
        |count| AssumeRoleRequest { policy: Some(policy(&[PROBE])), tags: tags(count), ..request(&role) };
    let few = world.run::<AssumeRole>(&user, wish(10)).await.unwrap().packed_policy_size.unwrap();
    let more = world.run::<AssumeRole>(&user, wish(20)).await.unwrap().packed_policy_size.unwrap();
    assert!(0 < few && few < more && more <= 100, "{few} {more}");
    let fault = world.run::<AssumeRole>(&user, wish(50)).await.expect_err("too much");
    assert_eq!((&*fault.code, fault.status), ("PackedPolicyTooLarge", 400));
}

#[tokio::test]
async fn a_session_that_is_given_out_can_be_used() {
    let world = World::new().await;
    let user = world.user("ann", &[ASSUME]).await;
    let role = world.role("Build", &trusting_us(), &[PROBE]).await;
    // White space doubles in the token, and transitive keys stand there twice.
    let policy = format!("{}{}", "\n".repeat(1900), policy(&[PROBE]));
    let keys: Vec<String> = (0..15).map(|number| format!("{number:0>120}")).collect();
    let tags = keys.iter().map(|key| tag(key, "v")).collect();
    let wish = AssumeRoleRequest {
        policy: Some(policy),
        tags: Some(tags),
        transitive_tag_keys: Some(keys),
        ..request(&role)
    };
    let answer = world.run::<AssumeRole>(&user, wish).await.unwrap();
    let credentials = answer.credentials.unwrap();
    assert!(credentials.session_token.len() > 10_000, "{}", credentials.session_token.len());
    world.probe(&world.session(&credentials).unwrap()).await.unwrap();
}
