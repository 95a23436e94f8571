//! Session tags that cannot be, and what they count for.

use api_sts::AssumeRoleRequest;

use crate::world::*;

async fn check(tags: &[(&str, &str)], transitive: &[&str], message: &str) {
    let world = World::new().await;
    let user = world.user("ann", &[ASSUME]).await;
    let role = world.role("Build", &trusting_us(), &[]).await;
    let wish = AssumeRoleRequest {
        tags: Some(tags.iter().map(|(key, value)| tag(key, value)).collect()),
        transitive_tag_keys: Some(transitive.iter().map(ToString::to_string).collect()),
        ..request(&role)
    };
    refused(world.assume(&user, wish).await, "InvalidParameterValue", 400, message);
}

#[tokio::test]
async fn tags_that_cannot_be() {
    let twice = "Duplicate tag keys found. Please note that Tag keys are case insensitive.";
    check(&[("a", "1"), ("A", "2")], &[], twice).await;
    let reserved = "Tag keys beginning with aws: are reserved for system use.";
    check(&[("aws:TokenIssueTime", "2000-01-01T00:00:00Z")], &[], reserved).await;
    check(&[("AWS:x", "1")], &[], reserved).await;
    let absent = "The specified transitive tag key must be included in the requested tags.";
    check(&[("a", "1")], &["b"], absent).await;
}

#[tokio::test]
async fn tags_need_permission_on_both_sides() {
    let world = World::new().await;
    let plain = policy(&[&format!(
        r#"{{"Effect":"Allow","Principal":{{"AWS":"{OURS}"}},"Action":"sts:AssumeRole"}}"#
    )]);
    let deaf = world.role("Deaf", &plain, &[]).await;
    let role = world.role("Build", &trusting_us(), &[]).await;
    let may = world.user("may", &[ASSUME]).await;
    let only = r#"{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}"#;
    let may_not = world.user("may-not", &[only]).await;
    let tagged = |role: &str| AssumeRoleRequest { tags: Some(vec![tag("Team", "a")]), ..request(role) };
    denied(world.assume(&may, tagged(&deaf)).await);
    denied(world.assume(&may_not, tagged(&role)).await);
    assert!(world.assume(&may_not, request(&role)).await.is_ok());
    assert!(world.assume(&may, tagged(&role)).await.is_ok());
}

#[tokio::test]
async fn tags_of_the_session_go_before_those_of_the_role() {
    let world = World::new().await;
    let user = world.user("ann", &[ASSUME]).await;
    let rule = r#"{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/Team":"a"}}}"#;
    let role = world.role("Build", &trusting_us(), &[rule]).await;
    let tags = api_iam::TagRoleRequest {
        role_name: "Build".into(),
        tags: vec![api_iam::Tag { key: "team".into(), value: "b".into() }],
    };
    world.run::<api_iam::TagRole>(&world.root, tags).await.unwrap();
    let plain = world.assume(&user, request(&role)).await.unwrap();
    denied(world.probe(&plain).await);
    let tagged = AssumeRoleRequest { tags: Some(vec![tag("Team", "a")]), ..request(&role) };
    let tagged = world.assume(&user, tagged).await.unwrap();
    world.probe(&tagged).await.unwrap();
}
