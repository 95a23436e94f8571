//! The role trusts Forecast, but acting for somebody else's account.

use api_iam::{PutRolePolicy, PutRolePolicyRequest, UpdateAssumeRolePolicy, UpdateAssumeRolePolicyRequest};
use client::Client;

use super::{SMALL_KEY, scene};
use crate::commands::Failure;
use crate::commands::demo::calls::must;
use crate::commands::demo::documents;
use crate::commands::demo::stage::Stage;
use crate::commands::demo::steps::forecast::import::Import;
use crate::commands::demo::steps::setup::{BUCKET, role};
use crate::explain::{Refused, Wish};

const ROLE: &str = "ForecastRoleElsewhere";
const ELSEWHERE: &str = "999999999999";

pub(super) async fn play(stage: &Stage, ana: &Client, dataset: &str) -> Result<(), Failure> {
    scene::tried(stage, "b", "ana imports with a role whose trust policy names another account");
    role(stage, ROLE, documents::trust(ELSEWHERE, &stage.account, &stage.region)).await?;
    let policy = PutRolePolicyRequest {
        role_name: ROLE.into(),
        policy_name: "ForecastBucketAccessPolicy".into(),
        policy_document: documents::bucket_access(BUCKET),
    };
    must::<PutRolePolicy>(&stage.root, policy).await?;
    let import = Import { name: "elsewhere", dataset, key: SMALL_KEY, role: ROLE };
    let job = scene::fails(stage, ana, &import).await?;
    scene::told(stage, &job.status, job.message.as_deref().unwrap_or_default());

    let refused = Refused::recorded(&stage.refusal_of_a_service()?)?;
    let change = format!("\"aws:SourceAccount\": \"{}\"", stage.account);
    let wish = Wish {
        operation: "forecast:CreateDatasetImportJob",
        by: "user/ana",
        fix: &[&format!("in the trust policy of {ROLE}:"), &change],
    };
    scene::explained(stage, "the account's trail has the decision:", &refused, &wish);

    let trust = documents::trust(&stage.account, &stage.account, &stage.region);
    let update = UpdateAssumeRolePolicyRequest { role_name: ROLE.into(), policy_document: trust };
    must::<UpdateAssumeRolePolicy>(&stage.root, update).await?;
    scene::works(stage, ana, &Import { name: "elsewhere_trusted", ..import }).await
}
