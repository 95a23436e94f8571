//! The gate table: for every served operation, what an anonymous, an unprivileged, an explicitly denied and a
//! permitted caller get. Rows come from the models, so a new operation appears by itself; the table is checked
//! in beside this file, and `UPDATE_TABLES=1` writes it anew.
//!
//! The same run looks at the trail: one record for each call, and nothing sensitive in any.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use client::{CallError, Client, Keys};
use kernel::{Clock, SystemClock, trail};
use names::{Scope, Timestamp};
use server::{Config, Place, Server};
use shape::{FromValue, OperationModel, ServiceModel, Value};

const ACCOUNT: &str = "111122223333";
const BUCKET: &str = "gate-table-bucket";
const ALLOW_ALL: &str =
    r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#;
const DENY_ALL: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"*","Resource":"*"}]}"#;

/// Operations that every signed caller may use, as AWS documents them.
const SIGNED_ONLY: [&str; 2] = ["sts:GetCallerIdentity", "sts:GetSessionToken"];
/// Operations whose input is itself the proof of who calls; the sample proves nothing.
const PROVEN_BY_INPUT: [&str; 2] = ["sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"];
/// What the permitted caller is refused all the same, and why.
const REFUSED_ANYWAY: [(&str, &str); 2] = [
    (
        "iam:GetAccessKeyLastUsed",
        "the sample names a key that the account does not have, and AWS says no more of it",
    ),
    ("sts:AssumeRole", "the sample names a role that does not exist, so no trust policy lets anybody in"),
];

fn now() -> Timestamp {
    SystemClock.now()
}

async fn start() -> (Server, Client) {
    let config = Config {
        place: Place::Memory,
        listen: ([127, 0, 0, 1], 0).into(),
        plain_http: false,
        region: "us-east-1".parse().unwrap(),
        accounts: vec![server::Account { id: ACCOUNT.parse().unwrap(), root_key: None }],
        tls_names: Vec::new(),
        issuer_networks: Vec::new(),
        grace: Duration::from_secs(1),
    };
    let server = Server::start(config).await.unwrap();
    let ready = server.ready();
    let key = &ready.accounts[0];
    let keys = Keys {
        access_key_id: key.access_key_id.clone().unwrap(),
        secret_access_key: key.secret_access_key.clone().unwrap(),
        session_token: None,
    };
    let bundle = ready.ca_bundle.as_deref().map(Path::new);
    let root = Client::new(&ready.endpoint, bundle, &ready.region, Some(keys), now).unwrap();
    (server, root)
}

/// A user with one inline policy, or none.
async fn user(root: &Client, name: &str, policy: Option<&str>) -> (Client, String) {
    let request = api_iam::CreateUserRequest { user_name: name.to_owned(), ..Default::default() };
    root.call::<api_iam::CreateUser>(request).await.unwrap();
    if let Some(document) = policy {
        let request = api_iam::PutUserPolicyRequest {
            user_name: name.to_owned(),
            policy_name: "all".to_owned(),
            policy_document: document.to_owned(),
        };
        root.call::<api_iam::PutUserPolicy>(request).await.unwrap();
    }
    let request = api_iam::CreateAccessKeyRequest { user_name: Some(name.to_owned()) };
    let key = root.call::<api_iam::CreateAccessKey>(request).await.unwrap().access_key;
    let keys = Keys {
        access_key_id: key.access_key_id.clone(),
        secret_access_key: key.secret_access_key,
        session_token: None,
    };
    (root.with_keys(Some(keys)), key.access_key_id)
}

/// The bucket is there for each row, also after the one that deletes it.
async fn make_bucket(root: &Client) {
    let request = api_s3::CreateBucketRequest { bucket: BUCKET.to_owned(), ..Default::default() };
    root.call::<api_s3::CreateBucket>(request).await.unwrap();
}

/// A valid input of the operation, on the bucket that exists.
fn input(operation: &OperationModel) -> Value {
    let mut sample = shape::sample(operation.input, 0);
    if let Value::Structure(slots) = &mut sample {
        for (member, slot) in operation.input.members().iter().zip(slots) {
            match (member.name, slot.is_some()) {
                ("Bucket", true) if operation.name != "CreateBucket" => {
                    *slot = Some(Value::String(BUCKET.to_owned()))
                }
                ("CopySource", true) => *slot = Some(Value::String(format!("{BUCKET}/sample"))),
                _ => {}
            }
        }
    }
    sample
}

async fn outcome(
    client: &Client,
    service: &'static ServiceModel,
    operation: &'static OperationModel,
) -> String {
    match client.call_value(service, operation, &input(operation)).await {
        Ok(output) => refused_entries(operation, output).unwrap_or_else(|| "ok".to_owned()),
        Err(CallError::Refused(refusal)) => format!("{} {}", refusal.status, refusal.code),
        Err(other) => panic!("{}: {other}", operation.name),
    }
}

/// `DeleteObjects` succeeds as a whole and refuses each key in an entry of its own, as AWS documents it.
fn refused_entries(operation: &OperationModel, output: Value) -> Option<String> {
    if operation.name != "DeleteObjects" {
        return None;
    }
    let output = api_s3::DeleteObjectsOutput::from_value(output).unwrap();
    let code = output.errors?.into_iter().next()?.code?;
    Some(format!("200 {code} (each key)"))
}

fn is_denied(outcome: &str) -> bool {
    // An answer to HEAD has no body, so its code is its status.
    outcome.contains("AccessDenied") || outcome.starts_with("403 ")
}

#[tokio::test(flavor = "multi_thread")]
async fn gate_table() {
    let (server, root) = start().await;
    let anonymous = root.with_keys(None);
    let (unprivileged, unprivileged_key) = user(&root, "gate-unprivileged", None).await;
    let (denied, denied_key) = user(&root, "gate-denied", Some(DENY_ALL)).await;
    let (permitted, permitted_key) = user(&root, "gate-permitted", Some(ALLOW_ALL)).await;

    let mut table = format!(
        "{:<40} {:<38} {:<28} {:<28} {}\n",
        "operation", "anonymous", "unprivileged", "explicitly denied", "permitted"
    );
    let mut calls = 0;
    let mut services: Vec<&'static ServiceModel> = server.kernel().services().to_vec();
    services.sort_by_key(|service| (service.prefix, service.endpoint_prefix));
    for service in services {
        let mut operations = service.operations.to_vec();
        operations.sort_by_key(|operation| operation.name);
        for operation in operations {
            let name = format!("{}:{}", service.prefix, operation.name);
            make_bucket(&root).await;
            let row = [
                outcome(&anonymous, service, operation).await,
                outcome(&unprivileged, service, operation).await,
                outcome(&denied, service, operation).await,
                outcome(&permitted, service, operation).await,
            ];
            calls += 1;
            assert_ne!(row[0], "ok", "{name} serves the anonymous");
            if PROVEN_BY_INPUT.contains(&name.as_str()) {
                assert!(
                    row.iter().all(|outcome| *outcome == row[0]),
                    "{name} looks at the signature: {row:?}"
                );
            } else if SIGNED_ONLY.contains(&name.as_str()) {
                assert_eq!(row[1..], ["ok", "ok", "ok"], "{name}");
            } else {
                assert!(is_denied(&row[1]), "{name} does not ask for a permission: {}", row[1]);
                assert!(is_denied(&row[2]), "{name} does not heed an explicit deny: {}", row[2]);
                let anyway = REFUSED_ANYWAY.iter().any(|(operation, _)| *operation == name);
                assert_eq!(is_denied(&row[3]), anyway, "{name} for the permitted: {}", row[3]);
            }
            assert!(!row.iter().any(|outcome| outcome.starts_with("500")), "{name}: {row:?}");
            writeln!(table, "{name:<40} {:<38} {:<28} {:<28} {}", row[0], row[1], row[2], row[3]).unwrap();
        }
    }
    compare(&table);

    let scope = Scope::new(ACCOUNT.parse().unwrap(), "us-east-1".parse().unwrap());
    let records = server.kernel().read(|view| Ok(trail::newest(view, &scope, usize::MAX)?)).unwrap();
    let mut per_key: BTreeMap<String, usize> = BTreeMap::new();
    for record in &records {
        *per_key.entry(record.identity.access_key_id.clone().unwrap_or_default()).or_default() += 1;
    }
    for key in [unprivileged_key, denied_key, permitted_key] {
        assert_eq!(per_key.get(&key), Some(&calls), "one record for each call of {key}");
    }
    secrets_stay_out(&records);
    server.stop().await;
}

/// Secret keys and session tokens are made during the run, so their shapes are looked for.
fn secrets_stay_out(records: &[trail::Record]) {
    let text = serde_json::to_string(records).unwrap();
    assert!(!text.contains("\"secretAccessKey\":\"") || text.contains(shape::HIDDEN));
    for record in records {
        let response = serde_json::to_value(&record.response_elements).unwrap();
        for secret in
            ["/accessKey/secretAccessKey", "/credentials/secretAccessKey", "/credentials/sessionToken"]
        {
            if let Some(found) = response.pointer(secret) {
                assert_eq!(found, shape::HIDDEN, "{secret} in the record of {}", record.event_name);
            }
        }
    }
}

fn compare(table: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gate_table.txt");
    if std::env::var_os("UPDATE_TABLES").is_some() {
        std::fs::write(&path, table).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    for (kept, found) in kept.lines().zip(table.lines()) {
        assert_eq!(found, kept, "the gate table changed; UPDATE_TABLES=1 writes it anew, if that is right");
    }
    assert_eq!(table.lines().count(), kept.lines().count(), "the gate table has other rows");
}
