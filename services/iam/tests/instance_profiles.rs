//! Instance profiles as an administrator meets them.

mod common;

use api_iam::*;
use common::*;

fn add(profile: &str, role: &str) -> AddRoleToInstanceProfileRequest {
    AddRoleToInstanceProfileRequest { instance_profile_name: profile.into(), role_name: role.into() }
}

fn get(profile: &str) -> GetInstanceProfileRequest {
    GetInstanceProfileRequest { instance_profile_name: profile.into() }
}

#[tokio::test]
async fn a_profile_holds_one_role() {
    let world = World::new().await;
    let profile = world.profile("Build", Some("/team/")).await;
    assert_eq!(profile.arn, format!("arn:aws:iam::{ACCOUNT}:instance-profile/team/Build"));
    assert!(profile.instance_profile_id.starts_with("AIPA") && profile.roles.is_empty());
    world.role("Build").await;
    world.role("Other").await;
    world.root::<AddRoleToInstanceProfile>(add("build", "Build")).await.unwrap();
    let message = "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1";
    let second = world.root::<AddRoleToInstanceProfile>(add("Build", "Other")).await;
    refused(second, "LimitExceeded", 409, message);
    let shown = world.root::<GetInstanceProfile>(get("Build")).await.unwrap().instance_profile;
    assert_eq!(shown.roles[0].role_name, "Build");
    let of_role = ListInstanceProfilesForRoleRequest { role_name: "Build".into(), ..Default::default() };
    let of_role = world.root::<ListInstanceProfilesForRole>(of_role).await.unwrap();
    assert_eq!(of_role.instance_profiles[0].instance_profile_name, "Build");

    let message = "Cannot delete entity, must remove roles from instance profile first.";
    let delete_role = || DeleteRoleRequest { role_name: "Build".into() };
    refused(world.root::<DeleteRole>(delete_role()).await, "DeleteConflict", 409, message);
    let delete = || DeleteInstanceProfileRequest { instance_profile_name: "Build".into() };
    refused(world.root::<DeleteInstanceProfile>(delete()).await, "DeleteConflict", 409, message);
    let remove = RemoveRoleFromInstanceProfileRequest {
        instance_profile_name: "Build".into(),
        role_name: "Build".into(),
    };
    world.root::<RemoveRoleFromInstanceProfile>(remove).await.unwrap();
    world.root::<DeleteRole>(delete_role()).await.unwrap();
    world.root::<DeleteInstanceProfile>(delete()).await.unwrap();
    let message = "Instance Profile Build cannot be found.";
    refused(world.root::<GetInstanceProfile>(get("Build")).await, "NoSuchEntity", 404, message);
}

#[tokio::test]
async fn adding_a_role_needs_permission_to_pass_it_to_ec2() {
    let world = World::new().await;
    let ann = world.user("ann", "iam:AddRoleToInstanceProfile").await;
    world.profile("Build", None).await;
    world.role("Build").await;
    let resource = format!("arn:aws:iam::{ACCOUNT}:role/Build");
    let refusal = world.run::<AddRoleToInstanceProfile>(&ann, add("Build", "Build")).await;
    denied(refusal, "ann", "iam:PassRole", &resource);
    let to = |service: &str| {
        let both = allow("iam:AddRoleToInstanceProfile iam:PassRole", "*");
        let condition = format!(
            r#""Resource":"*","Condition":{{"StringEqualsIfExists":{{"iam:PassedToService":"{service}"}}}}"#
        );
        both.replace(r#""Resource":"*""#, &condition)
    };
    world.grant("ann", &to("forecast.amazonaws.com")).await;
    assert!(world.run::<AddRoleToInstanceProfile>(&ann, add("Build", "Build")).await.is_err());
    world.grant("ann", &to("ec2.amazonaws.com")).await;
    world.run::<AddRoleToInstanceProfile>(&ann, add("Build", "Build")).await.unwrap();
}

#[tokio::test]
async fn tags_keep_their_case_and_govern() {
    let world = World::new().await;
    world.profile("Build", None).await;
    let tags = TagInstanceProfileRequest {
        instance_profile_name: "Build".into(),
        tags: vec![tag("team", "a"), tag("Team", "b")],
    };
    world.root::<TagInstanceProfile>(tags).await.unwrap();
    let list = ListInstanceProfileTagsRequest { instance_profile_name: "Build".into(), ..Default::default() };
    assert_eq!(world.root::<ListInstanceProfileTags>(list).await.unwrap().tags.len(), 2);
    let ann = world.user("ann", "").await;
    let with_tag = allow("iam:GetInstanceProfile", "*").replace(
        r#""Resource":"*""#,
        r#""Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/team":["a","b"]}}"#,
    );
    world.grant("ann", &with_tag).await;
    world.run::<GetInstanceProfile>(&ann, get("Build")).await.unwrap();
    let untag = UntagInstanceProfileRequest {
        instance_profile_name: "Build".into(),
        tag_keys: vec!["team".into(), "Team".into()],
    };
    world.root::<UntagInstanceProfile>(untag).await.unwrap();
    assert!(world.run::<GetInstanceProfile>(&ann, get("Build")).await.is_err());
}
