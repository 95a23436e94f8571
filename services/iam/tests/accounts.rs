//! What an account has as a whole: alias, summary, password policy and the passwords of users.

#![expect(clippy::unwrap_used, reason = "a test ends where its report cannot be read")]

mod common;

use api_iam::*;
use common::*;

#[tokio::test]
async fn an_account_has_one_alias_that_nobody_else_has() {
    let world = World::new().await;
    let create = |alias: &str| CreateAccountAliasRequest { account_alias: alias.into() };
    world.root::<CreateAccountAlias>(create("books")).await.unwrap();
    world.root::<CreateAccountAlias>(create("papers")).await.unwrap();
    let list = || world.root::<ListAccountAliases>(ListAccountAliasesRequest::default());
    assert_eq!(list().await.unwrap().account_aliases, ["papers"]);
    let other = world.iam.bootstrap(OTHER.parse().unwrap(), None).await.unwrap();
    let other = session(&world.kernel, &other.access_key_id);
    let message = "The account alias papers already exists.";
    refused(
        world.run::<CreateAccountAlias>(&other, create("papers")).await,
        "EntityAlreadyExists",
        409,
        message,
    );
    world.run::<CreateAccountAlias>(&other, create("books")).await.unwrap();
    let delete = |alias: &str| DeleteAccountAliasRequest { account_alias: alias.into() };
    let message = "The account alias with name books cannot be found.";
    refused(world.root::<DeleteAccountAlias>(delete("books")).await, "NoSuchEntity", 404, message);
    world.root::<DeleteAccountAlias>(delete("papers")).await.unwrap();
    assert!(list().await.unwrap().account_aliases.is_empty());
    let message = "1 validation error detected: Value at 'accountAlias' failed to satisfy constraint: Member \
                   must satisfy regular expression pattern: ^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$";
    refused(world.root::<CreateAccountAlias>(create("a--b")).await, "ValidationError", 400, message);
}

#[tokio::test]
async fn the_summary_counts() {
    let world = World::new().await;
    world.user("ann", "").await;
    world.group("Readers", None).await;
    world.role("Build").await;
    world.profile("Build", None).await;
    world.policy("List", &allow("iam:ListRoles", "*")).await;
    let summary = world.root::<GetAccountSummary>(()).await.unwrap().summary_map.unwrap();
    let counted = ["Users", "Groups", "Roles", "InstanceProfiles", "Policies", "PolicyVersionsInUse"];
    for name in counted {
        assert_eq!(summary[name], 1, "{name}");
    }
    assert_eq!(summary["GroupsPerUserQuota"], 10);
    assert_eq!(summary["AccountAccessKeysPresent"], 1);
}

#[tokio::test]
async fn the_password_policy_is_enforced() {
    let world = World::new().await;
    world.user("ann", "").await;
    let message = format!("The Password Policy with domain name {ACCOUNT} cannot be found.");
    refused(world.root::<GetAccountPasswordPolicy>(()).await, "NoSuchEntity", 404, &message);
    let message = "Password should have a minimum length of 8";
    refused(world.login("ann", "Ab1-").await, "PasswordPolicyViolation", 400, message);
    assert!(world.login("ann", "onlylowercase").await.is_err());
    let policy = UpdateAccountPasswordPolicyRequest {
        minimum_password_length: Some(14),
        require_symbols: Some(true),
        max_password_age: Some(90),
        password_reuse_prevention: Some(2),
        ..Default::default()
    };
    world.root::<UpdateAccountPasswordPolicy>(policy).await.unwrap();
    let shown = world.root::<GetAccountPasswordPolicy>(()).await.unwrap().password_policy;
    assert_eq!((shown.minimum_password_length, shown.expire_passwords), (Some(14), Some(true)));
    assert_eq!(shown.require_numbers, Some(false));
    let message = "Password should have at least one symbol";
    refused(world.login("ann", "Correcthorse7777").await, "PasswordPolicyViolation", 400, message);
    world.login("ann", PASSWORD).await.unwrap();
    let message = "Login Profile for user ann already exists.";
    refused(world.login("ann", PASSWORD).await, "EntityAlreadyExists", 409, message);
    world.root::<DeleteAccountPasswordPolicy>(()).await.unwrap();
    assert!(world.root::<DeleteAccountPasswordPolicy>(()).await.is_err());
}

/// Source: "UpdateAccountPasswordPolicy" in the IAM API reference: an expired password keeps users out of the
/// console, also for good where expiry is hard, but with access keys they may always set a new one.
#[tokio::test]
async fn an_expired_password_may_be_changed_with_access_keys() {
    let world = World::new().await;
    let ann = world.user("ann", "iam:ChangePassword").await;
    world.login("ann", PASSWORD).await.unwrap();
    let policy = UpdateAccountPasswordPolicyRequest {
        max_password_age: Some(90),
        hard_expiry: Some(true),
        ..Default::default()
    };
    world.root::<UpdateAccountPasswordPolicy>(policy).await.unwrap();
    let shown = world.root::<GetAccountPasswordPolicy>(()).await.unwrap().password_policy;
    assert_eq!((shown.expire_passwords, shown.hard_expiry), (Some(true), Some(true)));
    assert_eq!(rotation(&world).await, "2027-02-23T07:08:09Z");
    world.pass(91 * 86_400);
    assert_eq!(rotation(&world).await, "2027-02-23T07:08:09Z");
    let change =
        ChangePasswordRequest { old_password: PASSWORD.into(), new_password: "Other-horse-8".into() };
    world.run::<ChangePassword>(&ann, change).await.unwrap();
    let get = GetLoginProfileRequest { user_name: Some("ann".into()) };
    let login = world.root::<GetLoginProfile>(get).await.unwrap().login_profile;
    assert_eq!(login.password_reset_required, Some(false));
    world.pass(5 * 3600);
    assert_eq!(rotation(&world).await, "2027-05-25T07:08:09Z");
    let policy = UpdateAccountPasswordPolicyRequest::default();
    world.root::<UpdateAccountPasswordPolicy>(policy).await.unwrap();
    let shown = world.root::<GetAccountPasswordPolicy>(()).await.unwrap().password_policy;
    assert_eq!((shown.expire_passwords, shown.max_password_age), (Some(false), None));
    world.pass(5 * 3600);
    assert_eq!(rotation(&world).await, "N/A");
}

/// `password_next_rotation` of the user ann in a new credential report.
async fn rotation(world: &World) -> String {
    world.root::<GenerateCredentialReport>(()).await.unwrap();
    let report = world.root::<GetCredentialReport>(()).await.unwrap().content.unwrap();
    let report = String::from_utf8(report.to_vec()).unwrap();
    let row = report.lines().find(|line| line.starts_with("ann,")).unwrap();
    row.split(',').nth(6).unwrap().to_owned()
}

#[tokio::test]
async fn users_change_their_passwords_if_the_account_lets_them() {
    let world = World::new().await;
    let ann = world.user("ann", "").await;
    world.login("ann", PASSWORD).await.unwrap();
    let change = |old: &str, new: &str| {
        let input = ChangePasswordRequest { old_password: old.into(), new_password: new.into() };
        world.run::<ChangePassword>(&ann, input)
    };
    denied(change(PASSWORD, "Another-horse-8").await, "ann", "iam:ChangePassword", "user ann");
    let policy = UpdateAccountPasswordPolicyRequest {
        allow_users_to_change_password: Some(true),
        password_reuse_prevention: Some(2),
        ..Default::default()
    };
    world.root::<UpdateAccountPasswordPolicy>(policy).await.unwrap();
    refused(change("wrong", "Another-horse-8").await, "AccessDenied", 403, "The old password was incorrect.");
    change(PASSWORD, "Another-horse-8").await.unwrap();
    let message = "Policy constraint violation with password reuse prevention during password change.";
    refused(change("Another-horse-8", PASSWORD).await, "PasswordPolicyViolation", 400, message);
    world.grant("ann", &statement("Deny", "iam:ChangePassword", "*")).await;
    assert!(change("Another-horse-8", "Third-horse-9").await.is_err());
    let root = world.root::<ChangePassword>(ChangePasswordRequest {
        old_password: PASSWORD.into(),
        new_password: PASSWORD.into(),
    });
    refused(root.await, "InvalidUserType", 400, "Only IAM Users can change their own password.");
}

#[tokio::test]
async fn a_login_profile_keeps_its_user() {
    let world = World::new().await;
    let create = CreateUserRequest { user_name: "ann".into(), ..Default::default() };
    world.root::<CreateUser>(create).await.unwrap();
    let get = || GetLoginProfileRequest { user_name: Some("ann".into()) };
    let message = "Login Profile for User ann cannot be found.";
    refused(world.root::<GetLoginProfile>(get()).await, "NoSuchEntity", 404, message);
    world.login("ann", PASSWORD).await.unwrap();
    let reset = UpdateLoginProfileRequest {
        user_name: "ann".into(),
        password: None,
        password_reset_required: Some(true),
    };
    world.root::<UpdateLoginProfile>(reset).await.unwrap();
    let shown = world.root::<GetLoginProfile>(get()).await.unwrap().login_profile;
    assert_eq!(shown.password_reset_required, Some(true));
    let user = || DeleteUserRequest { user_name: "ann".into() };
    let message = "Cannot delete entity, must delete login profile first.";
    refused(world.root::<DeleteUser>(user()).await, "DeleteConflict", 409, message);
    let delete = || DeleteLoginProfileRequest { user_name: Some("ann".into()) };
    world.root::<DeleteLoginProfile>(delete()).await.unwrap();
    assert!(world.root::<DeleteLoginProfile>(delete()).await.is_err());
    world.root::<DeleteUser>(user()).await.unwrap();
}
