//! Users, by example.

mod common;

use api_iam::*;
use common::*;

fn named(name: &str) -> CreateUserRequest {
    CreateUserRequest { user_name: name.into(), ..Default::default() }
}

#[tokio::test]
async fn a_user_is_shown_as_it_was_made() {
    let world = World::new().await;
    let input = CreateUserRequest {
        path: Some("/team/".into()),
        tags: Some(vec![tag("team", "demand")]),
        ..named("Ann")
    };
    let made = world.root::<CreateUser>(input).await.unwrap().user.unwrap();
    let get = GetUserRequest { user_name: Some("ann".into()) };
    assert_eq!(world.root::<GetUser>(get).await.unwrap().user, made);
    assert_eq!(made.arn, "arn:aws:iam::111122223333:user/team/Ann");
    assert!(made.user_id.starts_with("AIDA"), "{}", made.user_id);
    refused(
        world.root::<CreateUser>(named("ANN")).await,
        "EntityAlreadyExists",
        409,
        "User with name ANN already exists.",
    );
    let gone = world.root::<GetUser>(GetUserRequest { user_name: Some("bob".into()) }).await;
    refused(gone, "NoSuchEntity", 404, "The user with name bob cannot be found.");
}

#[tokio::test]
async fn get_user_without_a_name_is_about_the_caller() {
    let world = World::new().await;
    let ann = world.user("ann", "iam:GetUser").await;
    let own = world.run::<GetUser>(&ann, GetUserRequest::default()).await.unwrap().user;
    assert_eq!(own.arn, "arn:aws:iam::111122223333:user/ann");
    let root = world.root::<GetUser>(GetUserRequest::default()).await.unwrap().user;
    assert_eq!((root.arn.as_str(), root.user_id.as_str()), ("arn:aws:iam::111122223333:root", ACCOUNT));
    let role = world.role("Build").await;
    let nobody = world.run::<GetUser>(&world.role_session(&role), GetUserRequest::default()).await;
    refused(nobody, "ValidationError", 400, "Must specify userName when calling with non-User credentials");
}

#[tokio::test]
async fn a_user_is_renamed_and_moved_with_all_it_has() {
    let world = World::new().await;
    let ann = world.user("ann", "iam:ListAccessKeys").await;
    world.user("bob", "").await;
    let rename = |from: &str, to: &str| {
        world.root::<UpdateUser>(UpdateUserRequest {
            user_name: from.into(),
            new_user_name: Some(to.into()),
            new_path: Some("/moved/".into()),
        })
    };
    refused(rename("ann", "Bob").await, "EntityAlreadyExists", 409, "User with name Bob already exists.");
    refused(rename("none", "x").await, "NoSuchEntity", 404, "The user with name none cannot be found.");
    rename("ann", "Ann").await.unwrap();
    rename("ann", "Anna").await.unwrap();
    let gone = world.root::<GetUser>(GetUserRequest { user_name: Some("ann".into()) }).await;
    refused(gone, "NoSuchEntity", 404, "The user with name ann cannot be found.");
    // The key still works, and now authenticates the new name.
    let again = session(&world.kernel, ann.access_key_id().unwrap());
    assert_eq!(again.principal().shown(), "arn:aws:iam::111122223333:user/moved/Anna");
    let keys = world.run::<ListAccessKeys>(&again, ListAccessKeysRequest::default()).await.unwrap();
    assert_eq!(keys.access_key_metadata.len(), 1);
    assert_eq!(keys.access_key_metadata[0].user_name.as_deref(), Some("Anna"));
}

#[tokio::test]
async fn a_user_with_anything_is_not_deleted() {
    let world = World::new().await;
    let ann = world.user("ann", "s3:*").await;
    let arn = world.policy("Read", &allow("s3:Get*", "*")).await;
    let attach = AttachUserPolicyRequest { user_name: "ann".into(), policy_arn: arn.clone() };
    world.root::<AttachUserPolicy>(attach).await.unwrap();
    let delete = || world.root::<DeleteUser>(DeleteUserRequest { user_name: "ann".into() });
    let conflict = |what| format!("Cannot delete entity, must {what} first.");
    refused(delete().await, "DeleteConflict", 409, &conflict("detach all policies"));
    let detach = DetachUserPolicyRequest { user_name: "ann".into(), policy_arn: arn };
    world.root::<DetachUserPolicy>(detach).await.unwrap();
    refused(delete().await, "DeleteConflict", 409, &conflict("delete policies"));
    let remove = DeleteUserPolicyRequest { user_name: "ann".into(), policy_name: "test".into() };
    world.root::<DeleteUserPolicy>(remove).await.unwrap();
    refused(delete().await, "DeleteConflict", 409, &conflict("delete access keys"));
    let key = DeleteAccessKeyRequest {
        user_name: Some("ann".into()),
        access_key_id: ann.access_key_id().unwrap().into(),
    };
    world.root::<DeleteAccessKey>(key).await.unwrap();
    delete().await.unwrap();
}

#[tokio::test]
async fn users_policies_tags_and_boundaries_work_as_those_of_roles() {
    let world = World::new().await;
    world.root::<CreateUser>(named("ann")).await.unwrap();
    let put = |chars: usize| {
        world.root::<PutUserPolicy>(PutUserPolicyRequest {
            user_name: "ann".into(),
            policy_name: "p".into(),
            policy_document: allow("s3:Get*", &format!("arn:aws:s3:::{}", "b".repeat(chars))),
        })
    };
    let message = "Maximum policy size of 2048 bytes exceeded for user ann";
    refused(put(2000).await, "LimitExceeded", 409, message);
    put(1000).await.unwrap();
    let list = ListUserPoliciesRequest { user_name: "ann".into(), ..Default::default() };
    assert_eq!(world.root::<ListUserPolicies>(list).await.unwrap().policy_names, ["p"]);
    let get = GetUserPolicyRequest { user_name: "ann".into(), policy_name: "q".into() };
    let message = "The user policy with name q cannot be found.";
    refused(world.root::<GetUserPolicy>(get).await, "NoSuchEntity", 404, message);

    let add = TagUserRequest { user_name: "ann".into(), tags: vec![tag("a", "1"), tag("b", "2")] };
    world.root::<TagUser>(add).await.unwrap();
    let untag = UntagUserRequest { user_name: "ann".into(), tag_keys: vec!["A".into()] };
    world.root::<UntagUser>(untag).await.unwrap();
    let list = ListUserTagsRequest { user_name: "ann".into(), ..Default::default() };
    assert_eq!(world.root::<ListUserTags>(list).await.unwrap().tags, [tag("b", "2")]);

    let boundary = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";
    let put =
        PutUserPermissionsBoundaryRequest { user_name: "ann".into(), permissions_boundary: boundary.into() };
    world.root::<PutUserPermissionsBoundary>(put).await.unwrap();
    let get = || world.root::<GetUser>(GetUserRequest { user_name: Some("ann".into()) });
    let shown = get().await.unwrap().user.permissions_boundary.unwrap();
    assert_eq!(shown.permissions_boundary_arn.as_deref(), Some(boundary));
    let delete = DeleteUserPermissionsBoundaryRequest { user_name: "ann".into() };
    world.root::<DeleteUserPermissionsBoundary>(delete).await.unwrap();
    assert_eq!(get().await.unwrap().user.permissions_boundary, None);

    let attach = AttachUserPolicyRequest { user_name: "ann".into(), policy_arn: boundary.into() };
    world.root::<AttachUserPolicy>(attach).await.unwrap();
    let list = ListAttachedUserPoliciesRequest { user_name: "ann".into(), ..Default::default() };
    let attached = world.root::<ListAttachedUserPolicies>(list).await.unwrap().attached_policies.unwrap();
    assert_eq!(attached[0].policy_name.as_deref(), Some("AmazonS3ReadOnlyAccess"));
}

#[tokio::test]
async fn users_are_listed_by_path() {
    let world = World::new().await;
    for (name, path) in [("b", "/x/"), ("a", "/")] {
        world.root::<CreateUser>(CreateUserRequest { path: Some(path.into()), ..named(name) }).await.unwrap();
    }
    let list = |prefix: Option<&str>| {
        world.root::<ListUsers>(ListUsersRequest {
            path_prefix: prefix.map(str::to_owned),
            ..Default::default()
        })
    };
    let names = |users: Vec<User>| users.into_iter().map(|user| user.user_name).collect::<Vec<_>>();
    assert_eq!(names(list(None).await.unwrap().users), ["a", "b"]);
    assert_eq!(names(list(Some("/x/")).await.unwrap().users), ["b"]);
}
