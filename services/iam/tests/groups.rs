//! Groups as an administrator meets them.

mod common;

use api_iam::*;
use common::*;

#[tokio::test]
async fn the_policies_of_a_group_hold_for_its_members_at_once() {
    let world = World::new().await;
    let ann = world.user("ann", "").await;
    let group = world.group("Readers", Some("/team/")).await;
    assert_eq!(group.arn, format!("arn:aws:iam::{ACCOUNT}:group/team/Readers"));
    assert!(group.group_id.starts_with("AGPA"));
    let put = PutGroupPolicyRequest {
        group_name: "readers".into(),
        policy_name: "list".into(),
        policy_document: allow("iam:ListRoles", "*"),
    };
    world.root::<PutGroupPolicy>(put).await.unwrap();
    let arn = world.policy("Users", &allow("iam:ListUsers", "*")).await;
    let attach = AttachGroupPolicyRequest { group_name: "Readers".into(), policy_arn: arn.clone() };
    world.root::<AttachGroupPolicy>(attach).await.unwrap();
    let roles = || world.run::<ListRoles>(&ann, ListRolesRequest::default());
    assert!(roles().await.is_err());
    world.join("Readers", "ann").await.unwrap();
    roles().await.unwrap();
    world.run::<ListUsers>(&ann, ListUsersRequest::default()).await.unwrap();
    let rename = UpdateGroupRequest {
        group_name: "Readers".into(),
        new_group_name: Some("Lookers".into()),
        new_path: Some("/other/".into()),
    };
    world.root::<UpdateGroup>(rename).await.unwrap();
    roles().await.unwrap();
    let entities = ListEntitiesForPolicyRequest { policy_arn: arn, ..Default::default() };
    let entities = world.root::<ListEntitiesForPolicy>(entities).await.unwrap();
    assert_eq!(entities.policy_groups.unwrap()[0].group_name.as_deref(), Some("Lookers"));
    let leave = RemoveUserFromGroupRequest { group_name: "Lookers".into(), user_name: "ann".into() };
    world.root::<RemoveUserFromGroup>(leave).await.unwrap();
    assert!(roles().await.is_err());
}

#[tokio::test]
async fn members_are_shown_in_pages_and_groups_by_user() {
    let world = World::new().await;
    world.group("Readers", None).await;
    world.group("Authors", None).await;
    for name in ["ann", "bob", "eve"] {
        world.user(name, "").await;
        world.join("Readers", name).await.unwrap();
        world.join("Readers", name).await.unwrap();
    }
    world.join("Authors", "bob").await.unwrap();
    let (mut names, mut marker) = (Vec::new(), None);
    loop {
        let get = GetGroupRequest { group_name: "Readers".into(), marker, max_items: Some(2) };
        let page = world.root::<GetGroup>(get).await.unwrap();
        names.extend(page.users.into_iter().map(|user| user.user_name));
        marker = page.marker;
        if marker.is_none() {
            break;
        }
    }
    names.sort();
    assert_eq!(names, ["ann", "bob", "eve"]);
    let of_bob = ListGroupsForUserRequest { user_name: "bob".into(), ..Default::default() };
    let groups = world.root::<ListGroupsForUser>(of_bob).await.unwrap().groups;
    let names: Vec<_> = groups.into_iter().map(|group| group.group_name).collect();
    assert_eq!(names, ["Authors", "Readers"]);
    let all = world.root::<ListGroups>(ListGroupsRequest::default()).await.unwrap();
    assert_eq!(all.groups.len(), 2);
}

#[tokio::test]
async fn names_are_unique_and_full_groups_stay() {
    let world = World::new().await;
    world.user("ann", "").await;
    world.group("Readers", None).await;
    let again = CreateGroupRequest { group_name: "READERS".into(), path: None };
    let message = "Group with name READERS already exists.";
    refused(world.root::<CreateGroup>(again).await, "EntityAlreadyExists", 409, message);
    world.join("Readers", "ann").await.unwrap();
    let message = "Cannot delete entity, must remove users from group first.";
    let delete = || DeleteGroupRequest { group_name: "Readers".into() };
    refused(world.root::<DeleteGroup>(delete()).await, "DeleteConflict", 409, message);
    let key = world.root::<ListAccessKeys>(ListAccessKeysRequest {
        user_name: Some("ann".into()),
        ..Default::default()
    });
    let id = key.await.unwrap().access_key_metadata[0].access_key_id.clone().unwrap();
    let key = DeleteAccessKeyRequest { user_name: Some("ann".into()), access_key_id: id };
    world.root::<DeleteAccessKey>(key).await.unwrap();
    let user = || DeleteUserRequest { user_name: "ann".into() };
    refused(world.root::<DeleteUser>(user()).await, "DeleteConflict", 409, message);
    let leave = RemoveUserFromGroupRequest { group_name: "Readers".into(), user_name: "ann".into() };
    world.root::<RemoveUserFromGroup>(leave).await.unwrap();
    world.root::<DeleteUser>(user()).await.unwrap();
    world.root::<DeleteGroup>(delete()).await.unwrap();
    let message = "The group with name Readers cannot be found.";
    refused(world.root::<DeleteGroup>(delete()).await, "NoSuchEntity", 404, message);
}

#[tokio::test]
async fn a_user_is_in_ten_groups_at_most() {
    let world = World::new().await;
    world.user("ann", "").await;
    for number in 0..10 {
        let name = format!("g{number}");
        world.group(&name, None).await;
        world.join(&name, "ann").await.unwrap();
    }
    world.group("more", None).await;
    let message = "Cannot exceed quota for GroupsPerUser: 10";
    refused(world.join("more", "ann").await, "LimitExceeded", 409, message);
}
