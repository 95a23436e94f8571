//! The role's policy misses the bucket by a letter.

use api_iam::{PutRolePolicy, PutRolePolicyRequest};
use client::Client;

use super::{SMALL_KEY, scene};
use crate::commands::Failure;
use crate::commands::demo::calls::must;
use crate::commands::demo::documents;
use crate::commands::demo::stage::Stage;
use crate::commands::demo::steps::forecast::import::Import;
use crate::commands::demo::steps::setup::{BUCKET, role};
use crate::explain::{Refused, Wish};

const ROLE: &str = "ForecastRoleMisspelt";
/// `BUCKET` without its last letter.
const MISSPELT: &str = "electricity-reading";
const POLICY: &str = "ForecastBucketAccessPolicy";

pub(super) async fn play(stage: &Stage, ana: &Client, dataset: &str) -> Result<(), Failure> {
    scene::tried(stage, "c", "ana imports with a role whose policy misspells the bucket");
    role(stage, ROLE, documents::trust(&stage.account, &stage.account, &stage.region)).await?;
    allow_bucket(stage, MISSPELT).await?;
    let import = Import { name: "misspelt", dataset, key: SMALL_KEY, role: ROLE };
    let job = scene::fails(stage, ana, &import).await?;
    scene::told(stage, &job.status, job.message.as_deref().unwrap_or_default());

    let refused = Refused::recorded(&stage.refusal_of_a_service()?)?;
    let bucket = format!("\"Resource\": [ \"arn:aws:s3:::{BUCKET}\",");
    let objects = format!("              \"arn:aws:s3:::{BUCKET}/*\" ]");
    let wish = Wish {
        operation: "forecast:CreateDatasetImportJob",
        by: "user/ana",
        fix: &[&format!("in policy {POLICY} of role {ROLE}:"), &bucket, &objects],
    };
    scene::explained(stage, "the account's trail has the decision:", &refused, &wish);

    allow_bucket(stage, BUCKET).await?;
    scene::works(stage, ana, &Import { name: "spelt_right", ..import }).await
}

async fn allow_bucket(stage: &Stage, bucket: &str) -> Result<(), Failure> {
    let policy = PutRolePolicyRequest {
        role_name: ROLE.into(),
        policy_name: POLICY.into(),
        policy_document: documents::bucket_access(bucket),
    };
    must::<PutRolePolicy>(&stage.root, policy).await?;
    Ok(())
}
