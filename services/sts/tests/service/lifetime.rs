//! When sessions end.

use api_sts::{
    AssumeRole, Credentials, GetFederationToken, GetFederationTokenRequest, GetSessionToken,
    GetSessionTokenRequest,
};
use kernel::CredentialError;

use crate::world::*;

#[tokio::test]
async fn a_session_ends_when_it_says() {
    let world = World::new().await;
    let user = world.user("ann", &[ASSUME]).await;
    let role = world.role("Build", &trusting_us(), &[]).await;
    let credentials = world.run::<AssumeRole>(&user, request(&role)).await.unwrap().credentials.unwrap();
    world.pass(3599);
    assert!(world.session(&credentials).is_ok());
    world.pass(1);
    assert_eq!(world.session(&credentials).unwrap_err(), CredentialError::Expired);
}

/// One of each kind, all made by or of the same user or role.
async fn of_each_kind(world: &World) -> Vec<Credentials> {
    let user = world.user("ann", &[ASSUME]).await;
    let role = world.role("Build", &trusting_us(), &[]).await;
    let own = GetSessionTokenRequest { duration_seconds: None, serial_number: None, token_code: None };
    let others = GetFederationTokenRequest { name: "bob".into(), ..Default::default() };
    vec![
        world.run::<GetSessionToken>(&user, own).await.unwrap().credentials.unwrap(),
        world.run::<GetFederationToken>(&user, others).await.unwrap().credentials.unwrap(),
        world.run::<AssumeRole>(&user, request(&role)).await.unwrap().credentials.unwrap(),
    ]
}

#[tokio::test]
async fn a_session_ends_with_its_user_or_role_also_if_a_namesake_comes() {
    let world = World::new().await;
    let all = of_each_kind(&world).await;
    let keys = world.run::<api_iam::ListAccessKeys>(
        &world.root,
        api_iam::ListAccessKeysRequest { user_name: Some("ann".into()), ..Default::default() },
    );
    for key in keys.await.unwrap().access_key_metadata {
        let delete = api_iam::DeleteAccessKeyRequest {
            user_name: Some("ann".into()),
            access_key_id: key.access_key_id.unwrap(),
        };
        world.run::<api_iam::DeleteAccessKey>(&world.root, delete).await.unwrap();
    }
    // Without its user's key a session goes on.
    assert!(all.iter().all(|credentials| world.session(credentials).is_ok()));
    let inline = api_iam::DeleteUserPolicyRequest { user_name: "ann".into(), policy_name: "inline".into() };
    world.run::<api_iam::DeleteUserPolicy>(&world.root, inline).await.unwrap();
    let user = api_iam::DeleteUserRequest { user_name: "ann".into() };
    world.run::<api_iam::DeleteUser>(&world.root, user).await.unwrap();
    world
        .run::<api_iam::DeleteRole>(&world.root, api_iam::DeleteRoleRequest { role_name: "Build".into() })
        .await
        .unwrap();
    for credentials in &all {
        assert_eq!(world.session(credentials).unwrap_err(), CredentialError::Unknown);
    }
    of_each_kind(&world).await;
    for credentials in &all {
        assert_eq!(world.session(credentials).unwrap_err(), CredentialError::Unknown);
    }
}

#[tokio::test]
async fn a_renamed_user_is_the_same_user() {
    let world = World::new().await;
    let all = of_each_kind(&world).await;
    let rename = api_iam::UpdateUserRequest {
        user_name: "ann".into(),
        new_user_name: Some("eve".into()),
        new_path: None,
    };
    world.run::<api_iam::UpdateUser>(&world.root, rename).await.unwrap();
    assert_eq!(world.session(&all[0]).unwrap().principal().shown(), user_arn("eve"));
}

#[tokio::test]
async fn a_token_works_only_whole_and_with_its_own_key() {
    let world = World::new().await;
    let all = of_each_kind(&world).await;
    for (credentials, other) in all.iter().zip(all.iter().cycle().skip(1)) {
        let id = &credentials.access_key_id;
        let token = &credentials.session_token;
        let middle = token.len() / 2;
        let flipped = if token.get(middle..=middle) == Some("A") { "B" } else { "A" };
        let changed = format!("{}{flipped}{}", &token[..middle], &token[middle + 1..]);
        for forged in [changed.as_str(), &token[..token.len() - 4], "x", "", &other.session_token] {
            let found = world.kernel.credential(id, Some(forged)).map(|_| ());
            assert_eq!(found, Err(CredentialError::BadToken), "{forged}");
        }
        assert_eq!(world.kernel.credential(id, None).map(|_| ()), Err(CredentialError::Unknown));
    }
}
