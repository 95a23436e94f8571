//! Access keys and credentials, by example.

mod common;

use api_iam::*;
use common::*;
use kernel::CredentialError;

fn of(name: &str) -> CreateAccessKeyRequest {
    CreateAccessKeyRequest { user_name: Some(name.into()) }
}

#[tokio::test]
async fn a_user_has_two_keys_at_most() {
    let world = World::new().await;
    world.user("ann", "").await;
    let key = world.root::<CreateAccessKey>(of("ann")).await.unwrap().access_key;
    assert_eq!((key.access_key_id.len(), key.secret_access_key.len()), (20, 40));
    assert!(key.access_key_id.starts_with("AKIA"));
    assert_eq!(key.status, "Active");
    let third = world.root::<CreateAccessKey>(of("ann")).await;
    refused(third, "LimitExceeded", 409, "Cannot exceed quota for AccessKeysPerUser: 2");
    let found = world.kernel.credential(&key.access_key_id, None).unwrap();
    assert_eq!(found.secret_access_key, key.secret_access_key);
    assert_eq!(found.principal.shown(), "arn:aws:iam::111122223333:user/ann");
}

#[tokio::test]
async fn a_key_stops_working_at_once() {
    let world = World::new().await;
    let ann = world.user("ann", "").await;
    let id = ann.access_key_id().unwrap().to_owned();
    let find = || world.kernel.credential(&id, None).map(|_| ());
    let switch = |status: &str| {
        world.root::<UpdateAccessKey>(UpdateAccessKeyRequest {
            user_name: Some("ann".into()),
            access_key_id: id.clone(),
            status: status.into(),
        })
    };
    assert_eq!(find(), Ok(()));
    assert_eq!(world.kernel.credential(&id, Some("token")).map(|_| ()), Err(CredentialError::BadToken));
    switch("Inactive").await.unwrap();
    assert_eq!(find(), Err(CredentialError::Inactive));
    switch("Active").await.unwrap();
    assert_eq!(find(), Ok(()));
    let message = "Operation does not support status Expired";
    refused(switch("Expired").await, "InvalidInput", 400, message);
    let delete = || DeleteAccessKeyRequest { user_name: Some("ann".into()), access_key_id: id.clone() };
    world.root::<DeleteAccessKey>(delete()).await.unwrap();
    assert_eq!(find(), Err(CredentialError::Unknown));
    let message = format!("The Access Key with id {id} cannot be found.");
    refused(world.root::<DeleteAccessKey>(delete()).await, "NoSuchEntity", 404, &message);
    refused(switch("Active").await, "NoSuchEntity", 404, &message);
    assert_eq!(
        world.kernel.credential("AKIANOBODYNOBODY0000", None).map(|_| ()),
        Err(CredentialError::Unknown)
    );
}

#[tokio::test]
async fn keys_without_a_name_are_the_callers() {
    let world = World::new().await;
    let ann = world.user("ann", "iam:*AccessKey*").await;
    let made =
        world.run::<CreateAccessKey>(&ann, CreateAccessKeyRequest::default()).await.unwrap().access_key;
    assert_eq!(made.user_name, "ann");
    let keys = world.run::<ListAccessKeys>(&ann, ListAccessKeysRequest::default()).await.unwrap();
    assert_eq!(keys.access_key_metadata.len(), 2);
    let root = world.root::<CreateAccessKey>(CreateAccessKeyRequest::default()).await.unwrap().access_key;
    let found = world.kernel.credential(&root.access_key_id, None).unwrap();
    assert_eq!(found.principal.shown(), "arn:aws:iam::111122223333:root");
    let keys = world.root::<ListAccessKeys>(ListAccessKeysRequest::default()).await.unwrap();
    assert_eq!(keys.access_key_metadata.len(), 2);
}

#[tokio::test]
async fn the_last_use_is_told_and_written_once_a_minute() {
    let store = std::sync::Arc::new(store::Memory::new());
    let master = || kernel::MasterKey::from_bytes([7; 32]);
    let world = World::over(store.clone(), master(), ACCOUNT).await;
    let ann = world.user("ann", "").await;
    let id = ann.access_key_id().unwrap().to_owned();
    let input = || GetAccessKeyLastUsedRequest { access_key_id: id.clone() };
    let never = world.root::<GetAccessKeyLastUsed>(input()).await.unwrap();
    assert_eq!(never.user_name.as_deref(), Some("ann"));
    let used = never.access_key_last_used.unwrap();
    assert_eq!((used.last_used_date, used.service_name.as_str(), used.region.as_str()), (None, "N/A", "N/A"));
    world.kernel.credential_used(&id, "s3", "us-east-1");
    world.pass(30);
    world.kernel.credential_used(&id, "iam", "eu-west-1");
    let used = world.root::<GetAccessKeyLastUsed>(input()).await.unwrap().access_key_last_used.unwrap();
    assert_eq!(
        (used.service_name.as_str(), used.last_used_date.unwrap().iso8601().as_str()),
        ("iam", "2026-11-25T07:08:39Z")
    );
    // Another server sees what was written.
    let other = World::over(store, master(), ACCOUNT).await;
    let seen = |used: GetAccessKeyLastUsedResponse| used.access_key_last_used.unwrap().service_name;
    assert_eq!(seen(other.root::<GetAccessKeyLastUsed>(input()).await.unwrap()), "s3");
    world.pass(31);
    world.kernel.credential_used(&id, "sts", "eu-west-1");
    assert_eq!(seen(other.root::<GetAccessKeyLastUsed>(input()).await.unwrap()), "sts");
    let unknown = GetAccessKeyLastUsedRequest { access_key_id: "AKIANOBODYNOBODY0000".into() };
    let message = format!(
        "User: arn:aws:iam::{ACCOUNT}:root is not authorized to perform iam:GetAccessKeyLastUsed on resource: \
         access key AKIANOBODYNOBODY0000"
    );
    refused(world.root::<GetAccessKeyLastUsed>(unknown).await, "AccessDenied", 403, &message);
}

#[tokio::test]
async fn an_account_keeps_its_root_key() {
    let world = World::new().await;
    let account = ACCOUNT.parse().unwrap();
    assert_eq!(world.iam.bootstrap(account, None).await.unwrap(), world.root_key);
    let given = || Some(("AKIACONFIGURED000000".to_owned(), "a secret from a file".to_owned()));
    let key = world.iam.bootstrap(account, given()).await.unwrap();
    assert_eq!(key.secret_access_key, "a secret from a file");
    world.iam.bootstrap(account, given()).await.unwrap();
    let found = world.kernel.credential("AKIACONFIGURED000000", None).unwrap();
    assert_eq!(found.secret_access_key, "a secret from a file");
    assert!(world.kernel.credential(&world.root_key.access_key_id, None).is_ok());
    let stolen = world.iam.bootstrap(OTHER.parse().unwrap(), given()).await;
    let message = "The Access Key with id AKIACONFIGURED000000 belongs to somebody else.";
    refused(stolen, "InvalidInput", 400, message);
    assert_eq!(world.iam.accounts().unwrap(), [account]);
    world.iam.bootstrap(OTHER.parse().unwrap(), None).await.unwrap();
    assert_eq!(world.iam.accounts().unwrap().len(), 2);
}

#[tokio::test]
async fn no_record_of_a_call_tells_a_secret() {
    let world = World::new().await;
    world.user("ann", "").await;
    let key = world.root::<CreateAccessKey>(of("ann")).await.unwrap().access_key;
    let scope = names::Scope::new(ACCOUNT.parse().unwrap(), "us-east-1".parse().unwrap());
    let records = world.kernel.read(|view| Ok(kernel::trail::newest(view, &scope, 10)?)).unwrap();
    let text = serde_json::to_string(&records).unwrap();
    assert!(text.contains("CreateAccessKey") && text.contains(&key.access_key_id));
    assert!(!text.contains(&key.secret_access_key));
}
