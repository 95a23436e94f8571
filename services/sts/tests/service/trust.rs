//! Who may assume a role: trust and identity policies together.

use crate::world::*;

#[derive(Clone, Copy, Debug)]
enum Expect {
    Allowed,
    /// Without a reason, as AWS tells it.
    Untrusted,
    NoIdentity,
    Explicit,
}

async fn check(principal: &str, statements: &[&str], expect: Expect) {
    let world = World::new().await;
    let user = world.user("ann", statements).await;
    let principal = principal.replace("{user}", &user_arn("ann")).replace("{account}", OURS);
    let role = world.role("Build", &trusting(&principal), &[]).await;
    let outcome = world.assume(&user, request(&role)).await;
    let base =
        format!("User: {} is not authorized to perform: sts:AssumeRole on resource: {role}", user_arn("ann"));
    match expect {
        Expect::Allowed => assert!(outcome.is_ok(), "{principal}: {outcome:?}"),
        Expect::Untrusted => refused(outcome, "AccessDenied", 403, &base),
        Expect::NoIdentity => {
            let reason = " because no identity-based policy allows the sts:AssumeRole action";
            refused(outcome, "AccessDenied", 403, &(base + reason));
        }
        Expect::Explicit => {
            let reason = " with an explicit deny in an identity-based policy";
            refused(outcome, "AccessDenied", 403, &(base + reason));
        }
    }
}

#[tokio::test]
async fn trust_and_identity_within_an_account() {
    let deny = r#"{"Effect":"Deny","Action":"sts:AssumeRole","Resource":"*"}"#;
    check(r#"{"AWS":"{user}"}"#, &[], Expect::Allowed).await;
    check(r#"{"AWS":"*"}"#, &[], Expect::Allowed).await;
    check(r#"{"AWS":"{account}"}"#, &[], Expect::NoIdentity).await;
    check(r#"{"AWS":"{account}"}"#, &[ASSUME], Expect::Allowed).await;
    check(r#"{"AWS":"arn:aws:iam::{account}:root"}"#, &[EVERYTHING], Expect::Allowed).await;
    check(r#"{"Service":"forecast.amazonaws.com"}"#, &[EVERYTHING], Expect::Untrusted).await;
    check(r#"{"AWS":"444455556666"}"#, &[EVERYTHING], Expect::Untrusted).await;
    check(r#"{"Federated":"arn:aws:iam::{account}:oidc-provider/issuer"}"#, &[EVERYTHING], Expect::Untrusted)
        .await;
    check(r#"{"AWS":"{user}"}"#, &[EVERYTHING, deny], Expect::Explicit).await;
}

#[tokio::test]
async fn across_accounts_both_sides_must_agree() {
    let world = World::new().await;
    let trusting = world.role_in(&world.their_root, "Trusting", &trusting_us(), &[]).await;
    let closed = trusting_if(&format!(r#"{{"AWS":"{THEIRS}"}}"#), "{}");
    let closed = world.role_in(&world.their_root, "Closed", &closed, &[]).await;
    let may = world.user("may", &[ASSUME]).await;
    let may_not = world.user("may-not", &[]).await;
    assert!(world.assume(&may, request(&trusting)).await.is_ok());
    denied(world.assume(&may_not, request(&trusting)).await);
    denied(world.assume(&may, request(&closed)).await);
}

#[tokio::test]
async fn root_assumes_no_roles() {
    let world = World::new().await;
    let role = world.role("Build", &trusting_us(), &[]).await;
    let outcome = world.assume(&world.root, request(&role)).await;
    refused(outcome, "AccessDenied", 403, "Roles may not be assumed by root accounts.");
}

#[tokio::test]
async fn a_role_that_is_not_there_is_refused_like_one_that_does_not_trust() {
    let world = World::new().await;
    let user = world.user("ann", &[EVERYTHING]).await;
    let role = format!("arn:aws:iam::{OURS}:role/none");
    let message =
        format!("User: {} is not authorized to perform: sts:AssumeRole on resource: {role}", user_arn("ann"));
    refused(world.assume(&user, request(&role)).await, "AccessDenied", 403, &message);
}

#[tokio::test]
async fn the_external_id_keeps_strangers_out() {
    let world = World::new().await;
    let trust =
        trusting_if(&format!(r#"{{"AWS":"{OURS}"}}"#), r#"{"StringEquals":{"sts:ExternalId":"contract-7"}}"#);
    let role = world.role_in(&world.their_root, "Build", &trust, &[]).await;
    let user = world.user("ann", &[ASSUME]).await;
    let with = |id: Option<&str>| kernel_request(&role, id);
    denied(world.assume(&user, with(None)).await);
    denied(world.assume(&user, with(Some("contract-8"))).await);
    assert!(world.assume(&user, with(Some("contract-7"))).await.is_ok());
}

fn kernel_request(role: &str, external_id: Option<&str>) -> api_sts::AssumeRoleRequest {
    api_sts::AssumeRoleRequest { external_id: external_id.map(str::to_owned), ..request(role) }
}

#[tokio::test]
async fn a_trust_policy_may_ask_for_a_short_session() {
    let world = World::new().await;
    let conditions = r#"{"NumericLessThanEquals":{"sts:DurationSeconds":"900"}}"#;
    let role = world.role("Build", &trusting_if(&format!(r#"{{"AWS":"{OURS}"}}"#), conditions), &[]).await;
    let user = world.user("ann", &[ASSUME]).await;
    let lasting = |seconds| api_sts::AssumeRoleRequest { duration_seconds: Some(seconds), ..request(&role) };
    denied(world.assume(&user, lasting(901)).await);
    assert!(world.assume(&user, lasting(900)).await.is_ok());
}
