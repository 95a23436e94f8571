//! Sessions made from sessions.

use api_sts::AssumeRoleRequest;

use crate::world::*;

async fn two(world: &World, first: AssumeRoleRequest) -> (kernel::Session, String) {
    let user = world.user("ann", &[EVERYTHING]).await;
    let second = world.role("Second", &trusting_us(), &[EVERYTHING]).await;
    (world.assume(&user, first).await.unwrap(), second)
}

#[tokio::test]
async fn a_chain_lasts_at_most_an_hour() {
    let world = World::new().await;
    let first = world.role("First", &trusting_us(), &[EVERYTHING]).await;
    let long = AssumeRoleRequest { duration_seconds: Some(43_200), ..request(&first) };
    let (session, second) = two(&world, long).await;
    let lasting = |seconds| AssumeRoleRequest { duration_seconds: Some(seconds), ..request(&second) };
    let message =
        "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.";
    refused(world.assume(&session, lasting(3601)).await, "ValidationError", 400, message);
    let chained = world.assume(&session, lasting(3600)).await.unwrap();
    assert!(chained.temporary().unwrap().chained);
}

#[tokio::test]
async fn the_role_limits_a_session_that_is_not_chained() {
    let world = World::new().await;
    let user = world.user("ann", &[ASSUME]).await;
    let role = world.role("First", &trusting_us(), &[]).await;
    let change = api_iam::UpdateRoleRequest {
        role_name: "First".into(),
        max_session_duration: Some(7200),
        ..Default::default()
    };
    world.run::<api_iam::UpdateRole>(&world.root, change).await.unwrap();
    let lasting = |seconds| AssumeRoleRequest { duration_seconds: Some(seconds), ..request(&role) };
    let message = "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.";
    refused(world.assume(&user, lasting(7201)).await, "ValidationError", 400, message);
    assert!(world.assume(&user, lasting(7200)).await.is_ok());
}

#[tokio::test]
async fn transitive_tags_pass_on_and_cannot_be_overridden() {
    let world = World::new().await;
    let first = world.role("First", &trusting_us(), &[EVERYTHING]).await;
    let tagged = AssumeRoleRequest {
        tags: Some(vec![tag("Team", "demand"), tag("Dropped", "1")]),
        transitive_tag_keys: Some(vec!["team".into()]),
        ..request(&first)
    };
    let (session, second) = two(&world, tagged).await;
    let chained = world.assume(&session, request(&second)).await.unwrap();
    let own = chained.temporary().unwrap();
    assert_eq!(own.tags.iter().collect::<Vec<_>>(), [(&"Team".to_owned(), &"demand".to_owned())]);
    assert!(own.passes_on("Team"));
    let overriding = AssumeRoleRequest { tags: Some(vec![tag("TEAM", "other")]), ..request(&second) };
    let message = "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key \
                   from the calling session.";
    refused(world.assume(&session, overriding).await, "InvalidParameterValue", 400, message);
    // What is passed on has to be trusted again.
    let plain = policy(&[&format!(
        r#"{{"Effect":"Allow","Principal":{{"AWS":"{OURS}"}},"Action":"sts:AssumeRole"}}"#
    )]);
    let deaf = world.role("Deaf", &plain, &[]).await;
    denied(world.assume(&session, request(&deaf)).await);
}

#[tokio::test]
async fn a_source_identity_stays_and_cannot_be_changed() {
    let world = World::new().await;
    let first = world.role("First", &trusting_us(), &[EVERYTHING]).await;
    let (session, second) =
        two(&world, AssumeRoleRequest { source_identity: Some("ana".into()), ..request(&first) }).await;
    let as_whom = |name: &str| AssumeRoleRequest { source_identity: Some(name.into()), ..request(&second) };
    for wish in [request(&second), as_whom("ana")] {
        let chained = world.assume(&session, wish).await.unwrap();
        assert_eq!(chained.temporary().unwrap().source_identity.as_deref(), Some("ana"));
    }
    let message = "The source identity of the calling session is set and cannot be changed.";
    refused(world.assume(&session, as_whom("eve")).await, "AccessDenied", 403, message);
    let plain = policy(&[&format!(
        r#"{{"Effect":"Allow","Principal":{{"AWS":"{OURS}"}},"Action":"sts:AssumeRole"}}"#
    )]);
    let deaf = world.role("Deaf", &plain, &[]).await;
    denied(world.assume(&session, request(&deaf)).await);
}
