//! Trust policies and the principals they name, by example.

#![expect(clippy::unwrap_used, reason = "a test ends where its world cannot be made")]

mod common;

use api_iam::*;
use common::*;
use kernel::{Directory, Resources, Session};
use names::Arn;
use policy::{Context, Policies, Request};

/// Whether a role's trust policy lets a session assume it.
fn admits(world: &World, role: &str, session: &Session) -> bool {
    let arn: Arn = format!("arn:aws:iam::{ACCOUNT}:role/{role}").parse().unwrap();
    let facts = world.iam.facts("sts:AssumeRole", &arn).unwrap().unwrap();
    let context = Context::new();
    let request =
        Request::new(session.principal(), "sts:AssumeRole", arn.as_str(), &context).owned_by(ACCOUNT);
    policy::evaluate(&request, &Policies { resource: facts.policy, ..Policies::default() }).is_allowed()
}

async fn shown(world: &World, role: &str) -> String {
    let got = world.root::<GetRole>(GetRoleRequest { role_name: role.into() }).await.unwrap().role;
    decoded(&got.assume_role_policy_document.unwrap())
}

#[tokio::test]
async fn a_named_user_is_meant_and_no_later_namesake() {
    let world = World::new().await;
    let ann = world.user("ann", "").await;
    let id = ann.principal().unique_id().unwrap().to_owned();
    let arn = format!("arn:aws:iam::{ACCOUNT}:user/ann");
    let trust = trusting(&format!(r#"{{"AWS": ["{arn}"]}}"#));
    world.role_trusting("Build", &trust).await.unwrap();
    assert_eq!(shown(&world, "Build").await, trust);
    assert!(admits(&world, "Build", &ann));

    let key = DeleteAccessKeyRequest {
        user_name: Some("ann".into()),
        access_key_id: ann.access_key_id().unwrap().into(),
    };
    world.root::<DeleteAccessKey>(key).await.unwrap();
    world.root::<DeleteUser>(DeleteUserRequest { user_name: "ann".into() }).await.unwrap();
    assert_eq!(shown(&world, "Build").await, trust.replace(&arn, &id));
    let namesake = world.user("ann", "").await;
    assert_ne!(namesake.principal().unique_id(), Some(id.as_str()));
    assert!(!admits(&world, "Build", &namesake));
    assert_eq!(shown(&world, "Build").await, trust.replace(&arn, &id));

    // What was read cannot be saved again: the id is nobody's.
    let update = UpdateAssumeRolePolicyRequest {
        role_name: "Build".into(),
        policy_document: shown(&world, "Build").await,
    };
    let message = format!("Invalid principal in policy: \"AWS\":\"{id}\"");
    let again = world.root::<UpdateAssumeRolePolicy>(update).await;
    refused(again, "MalformedPolicyDocument", 400, &message);
}

#[tokio::test]
async fn roles_and_their_sessions_are_bound_too() {
    let world = World::new().await;
    let caller = world.role("Caller").await;
    let entity = trusting(&format!(r#"{{"AWS":"{}"}}"#, caller.arn));
    let session = trusting(&format!(r#"{{"AWS":"arn:aws:sts::{ACCOUNT}:assumed-role/Caller/build"}}"#));
    world.role_trusting("ByRole", &entity).await.unwrap();
    world.role_trusting("BySession", &session).await.unwrap();
    assert_eq!((shown(&world, "ByRole").await, shown(&world, "BySession").await), (entity, session));
    let old = world.role_session(&caller);
    assert!(admits(&world, "ByRole", &old) && admits(&world, "BySession", &old));
    world.root::<DeleteRole>(DeleteRoleRequest { role_name: "Caller".into() }).await.unwrap();
    let new = world.role_session(&world.role("Caller").await);
    assert!(!admits(&world, "ByRole", &new) && !admits(&world, "BySession", &new));
    let document = shown(&world, "BySession").await;
    assert!(document.contains(&format!(r#""{}:build""#, caller.role_id)), "{document}");
}

#[tokio::test]
async fn a_renamed_user_is_still_meant() {
    let world = World::new().await;
    let ann = world.user("ann", "").await;
    let trust = trusting(&format!(r#"{{"AWS":"arn:aws:iam::{ACCOUNT}:user/ann"}}"#));
    world.role_trusting("Build", &trust).await.unwrap();
    let rename =
        UpdateUserRequest { user_name: "ann".into(), new_user_name: Some("eve".into()), new_path: None };
    world.root::<UpdateUser>(rename).await.unwrap();
    assert!(shown(&world, "Build").await.contains("user/eve"));
    assert!(admits(&world, "Build", &session(&world.kernel, ann.access_key_id().unwrap())));
}

#[tokio::test]
async fn principals_must_exist_or_at_least_be_possible() {
    let world = World::new().await;
    world.role("There").await;
    let fine = [
        r#""*""#.to_owned(),
        format!(r#"{{"AWS":"{OTHER}"}}"#),
        format!(r#"{{"AWS":"arn:aws:iam::{OTHER}:root"}}"#),
        format!(
            r#"{{"AWS":["arn:aws:iam::{ACCOUNT}:role/There","{ACCOUNT}"],"Service":"forecast.amazonaws.com"}}"#
        ),
        format!(r#"{{"Federated":"arn:aws:iam::{ACCOUNT}:saml-provider/idp"}}"#),
    ];
    for (number, principal) in fine.iter().enumerate() {
        world.role_trusting(&format!("R{number}"), &trusting(principal)).await.unwrap();
    }
    let invalid = [
        format!("arn:aws:iam::{ACCOUNT}:user/none"),
        format!("arn:aws:iam::{ACCOUNT}:role/path/There"),
        format!("arn:aws:iam::{OTHER}:role/There"),
        format!("arn:aws:iam::{ACCOUNT}:role/*"),
        format!("arn:aws:sts::{ACCOUNT}:assumed-role/None/session"),
        "arn:aws:s3:::bucket".to_owned(),
        "somebody".to_owned(),
        // In another partition, though something of that name is here.
        format!("arn:aws-cn:iam::{ACCOUNT}:root"),
        format!("arn:aws-cn:iam::{ACCOUNT}:role/There"),
        format!("arn:aws-us-gov:sts::{ACCOUNT}:assumed-role/There/session"),
        format!("arn:aws-cn:sts::{ACCOUNT}:federated-user/bob"),
    ];
    for principal in invalid {
        let message = format!("Invalid principal in policy: \"AWS\":\"{principal}\"");
        let made = world.role_trusting("X", &trusting(&format!(r#"{{"AWS":"{principal}"}}"#))).await;
        refused(made, "MalformedPolicyDocument", 400, &message);
    }
    let made = world.role_trusting("X", &trusting(r#"{"Service":"forecast"}"#)).await;
    let message = "Invalid principal in policy: \"SERVICE\":\"forecast\"";
    refused(made, "MalformedPolicyDocument", 400, message);
    let elsewhere = format!(r#"{{"Federated":"arn:aws-cn:iam::{ACCOUNT}:saml-provider/idp"}}"#);
    let made = world.role_trusting("X", &trusting(&elsewhere)).await;
    let message = "Federated principals must be valid domain names or SAML metadata ARNs";
    refused(made, "MalformedPolicyDocument", 400, message);
}

#[tokio::test]
async fn trust_policies_are_refused_in_iams_words() {
    let world = World::new().await;
    let statement = |inside: &str| format!(r#"{{"Version":"2012-10-17","Statement":[{{{inside}}}]}}"#);
    let cases = [
        (statement(r#""Effect":"Allow","Action":"sts:AssumeRole""#), "Missing required field Principal"),
        (
            statement(r#""Effect":"Allow","Principal":"*","Action":"sts:AssumeRole","Resource":"*""#),
            "Has prohibited field Resource",
        ),
        (
            statement(r#""Effect":"Allow","Principal":"*","Action":"s3:GetObject""#),
            "AssumeRole policy may only specify STS AssumeRole actions.",
        ),
    ];
    for (document, message) in cases {
        refused(world.role_trusting("X", &document).await, "MalformedPolicyDocument", 400, message);
    }
    let long = trusting(&format!(r#"{{"Federated":"{}"}}"#, "i".repeat(2048)));
    let message = "Cannot exceed quota for ACLSizePerRole: 2048";
    refused(world.role_trusting("X", &long).await, "LimitExceeded", 409, message);
    // An ARN within a condition is text, and is neither looked up nor bound.
    let conditioned = statement(&format!(
        r#""Effect":"Allow","Principal":{{"AWS":"{ACCOUNT}"}},"Action":"sts:AssumeRole","Condition":{{"ArnEquals":{{"aws:PrincipalArn":"arn:aws:iam::{ACCOUNT}:user/none"}}}}"#
    ));
    world.role_trusting("Y", &conditioned).await.unwrap();
    assert_eq!(shown(&world, "Y").await, conditioned);
}

#[tokio::test]
async fn the_trust_policy_governs_sts_only() {
    let world = World::new().await;
    let role = world.role("Build").await;
    let tags = TagRoleRequest { role_name: "Build".into(), tags: vec![tag("team", "demand")] };
    world.root::<TagRole>(tags).await.unwrap();
    let arn: Arn = role.arn.parse().unwrap();
    let facts = |action: &str| world.iam.facts(action, &arn).unwrap().unwrap();
    assert!(facts("sts:AssumeRole").policy.is_some());
    assert!(facts("iam:PassRole").policy.is_none());
    assert_eq!(facts("iam:PassRole").tags.get("team").map(String::as_str), Some("demand"));
    assert_eq!(facts("iam:GetRole").owner.unwrap().as_str(), ACCOUNT);
    let other: Arn = format!("{}x", role.arn).parse().unwrap();
    assert!(world.iam.facts("sts:AssumeRole", &other).unwrap().is_none());
}

#[tokio::test]
async fn the_directory_knows_who_exists() {
    let world = World::new().await;
    let role = world.role("Build").await;
    let arn: Arn = role.arn.parse().unwrap();
    let facts = world.iam.role(&arn).unwrap().unwrap();
    assert_eq!((facts.id.as_str(), facts.session_seconds_max), (role.role_id.as_str(), 3600));
    assert_eq!(world.iam.unique_id(&arn).unwrap().as_deref(), Some(role.role_id.as_str()));
    assert_eq!(Directory::arn(&*world.iam, &role.role_id).unwrap(), Some(arn.clone()));
    assert_eq!(
        world.iam.access_key_account(&world.root_key.access_key_id).unwrap().unwrap().as_str(),
        ACCOUNT
    );
    assert!(world.iam.account_exists(ACCOUNT.parse().unwrap()).unwrap());
    assert!(!world.iam.account_exists(OTHER.parse().unwrap()).unwrap());
    world.root::<DeleteRole>(DeleteRoleRequest { role_name: "Build".into() }).await.unwrap();
    assert!(world.iam.role(&arn).unwrap().is_none());
    assert_eq!(Directory::arn(&*world.iam, &role.role_id).unwrap(), None);
}
