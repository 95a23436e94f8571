//! What is remembered: a change holds at once, and costs those it is not about nothing but a look.

#![expect(clippy::unwrap_used, reason = "a test ends where its world answers nothing")]

mod common;

use std::sync::Arc;

use api_iam::*;
use common::*;
use kernel::{Identities, IdentityFacts, Session};

impl World {
    fn facts(&self, session: &Session) -> Arc<IdentityFacts> {
        self.iam.of(session).unwrap()
    }

    async fn second_policy(&self, name: &str, document: &str) {
        let input = PutUserPolicyRequest {
            user_name: name.into(),
            policy_name: "second".into(),
            policy_document: document.into(),
        };
        self.root::<PutUserPolicy>(input).await.unwrap();
    }
}

#[tokio::test]
async fn nothing_is_read_again_without_a_change() {
    let world = World::new().await;
    let ann = world.user("ann", "s3:*").await;
    assert!(Arc::ptr_eq(&world.facts(&ann), &world.facts(&ann)));
}

#[tokio::test]
async fn a_change_for_others_compiles_nothing_again() {
    let world = World::new().await;
    let ann = world.user("ann", "s3:*").await;
    world.second_policy("ann", &allow("sqs:*", "*")).await;
    let before = world.facts(&ann);
    world.user("ben", "iam:*").await;
    let after = world.facts(&ann);
    assert!(!Arc::ptr_eq(&before, &after), "the account has changed, so the store was asked");
    assert_eq!(after.policies.len(), 2);
    assert!(
        after.policies.is_shared_with(&before.policies),
        "the policies and the index over them are the same"
    );
}

#[tokio::test]
async fn a_change_of_one_policy_leaves_the_others_compiled() {
    let world = World::new().await;
    let ann = world.user("ann", "s3:*").await;
    world.second_policy("ann", &allow("sqs:*", "*")).await;
    let before = world.facts(&ann);
    world.second_policy("ann", &allow("sns:*", "*")).await;
    let after = world.facts(&ann);
    assert!(!after.policies.is_shared_with(&before.policies));
    let same: Vec<bool> = before
        .policies
        .iter()
        .zip(&*after.policies)
        .map(|(a, b)| Arc::ptr_eq(&a.policy, &b.policy))
        .collect();
    let names: Vec<&str> = after.policies.iter().map(|named| named.source.shown()).collect();
    assert_eq!((names, same), (vec!["second", "test"], vec![false, true]));
}
