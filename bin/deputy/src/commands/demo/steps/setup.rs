//! Part one: who may do what. The one thing the root user is needed for.

use api_iam::{
    AttachRolePolicy, AttachRolePolicyRequest, CreateAccessKey, CreateAccessKeyRequest, CreatePolicy,
    CreatePolicyRequest, CreateRole, CreateRoleRequest, CreateUser, CreateUserRequest, PutUserPolicy,
    PutUserPolicyRequest,
};
use api_s3::{CreateBucket, CreateBucketRequest, PutObject, PutObjectRequest};
use client::{Client, Keys};
use shape::Body;

use crate::commands::Failure;
use crate::commands::demo::calls::{given, must};
use crate::commands::demo::documents;
use crate::commands::demo::numbers::grouped;
use crate::commands::demo::readings::{CLIENTS, TRAINING};
use crate::commands::demo::stage::Stage;

pub(crate) const BUCKET: &str = "electricity-readings";
/// Where the data set is in the bucket.
pub(crate) const DATA_KEY: &str = "hourly/tts.csv";
pub(crate) const ROLE: &str = "ForecastRole";

/// Sets the stage; gives the client of the analyst, who plays the rest.
pub(crate) async fn play(stage: &Stage) -> Result<Client, Failure> {
    let screen = stage.screen;
    let ana = user(stage, "ana", "Analyst", &documents::analyst(BUCKET, &stage.account)).await?;
    screen.done("user ana with an access key of her own; from here on, root only changes policies");
    screen.detail(
        "may use the bucket and Forecast, pass ForecastRole to Forecast, and read why she is refused",
    );

    must::<CreateBucket>(&ana, CreateBucketRequest { bucket: BUCKET.into(), ..Default::default() }).await?;
    upload(&ana, DATA_KEY, TRAINING).await?;
    let rows = grouped(TRAINING.lines().count());
    screen.done(&format!("s3://{BUCKET}/{DATA_KEY}"));
    screen.detail(&format!(
        "{rows} rows: electricity use of {} clients, each hour of January to November 2014",
        CLIENTS.len()
    ));

    let policy_arn = bucket_policy(stage).await?;
    let trust = documents::trust(&stage.account, &stage.account, &stage.region);
    role(stage, ROLE, trust).await?;
    must::<AttachRolePolicy>(&stage.root, AttachRolePolicyRequest { role_name: ROLE.into(), policy_arn })
        .await?;
    screen.done("policy AWSS3BucketAccess and role ForecastRole, as AWS's guide prints them");
    screen.detail(&format!("s3:Get*, s3:List* and s3:PutObject on {BUCKET}, for forecast.amazonaws.com,"));
    screen.detail(&format!(
        "acting for account {} on arn:aws:forecast:{}:{}:*",
        stage.account, stage.region, stage.account
    ));
    Ok(ana)
}

/// A user with one inline policy; gives the client that signs with the user's new key.
pub(crate) async fn user(stage: &Stage, name: &str, policy: &str, document: &str) -> Result<Client, Failure> {
    let root = &stage.root;
    must::<CreateUser>(root, CreateUserRequest { user_name: name.into(), ..Default::default() }).await?;
    user_policy(stage, name, policy, document).await?;
    let key = CreateAccessKeyRequest { user_name: Some(name.into()) };
    let key = must::<CreateAccessKey>(root, key).await?.access_key;
    Ok(root.with_keys(Some(Keys {
        access_key_id: key.access_key_id,
        secret_access_key: key.secret_access_key,
        session_token: None,
    })))
}

/// Writes an inline policy of a user.
pub(crate) async fn user_policy(
    stage: &Stage,
    user: &str,
    policy: &str,
    document: &str,
) -> Result<(), Failure> {
    let request = PutUserPolicyRequest {
        user_name: user.into(),
        policy_name: policy.into(),
        policy_document: document.into(),
    };
    must::<PutUserPolicy>(&stage.root, request).await?;
    Ok(())
}

/// A role that trusts as `trust` says; gives its ARN.
pub(crate) async fn role(stage: &Stage, name: &str, trust: String) -> Result<String, Failure> {
    let request = CreateRoleRequest {
        role_name: name.into(),
        assume_role_policy_document: trust,
        ..Default::default()
    };
    Ok(must::<CreateRole>(&stage.root, request).await?.role.arn)
}

/// Writes an object.
pub(crate) async fn upload(client: &Client, key: &str, text: &'static str) -> Result<(), Failure> {
    let request = PutObjectRequest {
        bucket: BUCKET.into(),
        key: key.into(),
        body: Some(Body::from(shape::types::Bytes::from_static(text.as_bytes()))),
        ..Default::default()
    };
    must::<PutObject>(client, request).await?;
    Ok(())
}

/// The ARN of one of the story's roles.
pub(crate) fn role_arn(stage: &Stage, name: &str) -> String {
    format!("arn:aws:iam::{}:role/{name}", stage.account)
}

async fn bucket_policy(stage: &Stage) -> Result<String, Failure> {
    let request = CreatePolicyRequest {
        policy_name: "AWSS3BucketAccess".into(),
        policy_document: documents::bucket_access(BUCKET),
        ..Default::default()
    };
    let policy = given(must::<CreatePolicy>(&stage.root, request).await?.policy, "Policy")?;
    given(policy.arn, "Arn")
}
