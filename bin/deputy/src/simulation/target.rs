//! What is asked for: a resource with its owner, its tags and its policy.

use std::collections::BTreeMap;

use api_forecast::{ListTagsForResource, ListTagsForResourceRequest};
use api_s3::{GetBucketPolicy, GetBucketPolicyRequest, GetPublicAccessBlock, GetPublicAccessBlockRequest};
use client::Client;
use policy::{NamedPolicy, PolicyKind};

use super::policies::stored;
use crate::account::{Account, PolicyText};
use crate::report::Problem;

/// A resource.
#[derive(Debug, Clone, Default)]
pub(crate) struct Target {
    pub(crate) resource: String,
    /// Where the ARN or the server tells it.
    pub(crate) owner: Option<String>,
    pub(crate) tags: BTreeMap<String, String>,
    pub(crate) policy: Option<NamedPolicy>,
    /// Whether it is a user or role that exists.
    pub(crate) is_entity: bool,
    /// The ARN of its permissions boundary, where it is one.
    pub(crate) boundary: Option<String>,
    /// The text of the policy, for those who look for the principals in it.
    pub(crate) policy_text: Option<String>,
    /// For buckets: whether a public policy lets in the owner's account and AWS services only.
    pub(crate) restricts_public: bool,
}

impl Target {
    /// A resource of which nothing is known but its name.
    pub(crate) fn bare(resource: &str) -> Self {
        let account = resource.split(':').nth(4).filter(|account| !account.is_empty());
        Self { resource: resource.to_owned(), owner: account.map(str::to_owned), ..Self::default() }
    }

    /// What the server keeps of a resource that is asked for by this action. What other accounts keep of theirs
    /// cannot be read; `owner` is who owns it, where that is told.
    pub(crate) async fn find(
        client: &Client,
        account: &mut Account<'_>,
        action: &str,
        resource: &str,
        owner: Option<&str>,
        warnings: &mut Vec<String>,
    ) -> Result<Self, Problem> {
        let mut target = Self::bare(resource);
        if resource != "*" && !resource.starts_with("arn:") {
            warnings.push(format!("{resource} is no ARN, so only \"*\" in a policy speaks of it"));
        }
        if let Some(owner) = owner {
            target.owner = Some(owner.to_owned());
            if owner != account.id {
                warnings.push(format!("{resource} is of account {owner}, so a policy it has is not known"));
                return Ok(target);
            }
        }
        let tail = resource.splitn(6, ':').nth(5).unwrap_or_default();
        let service = resource.split(':').nth(2).unwrap_or_default();
        let is_own = target.owner.as_deref() == Some(account.id.as_str());
        match service {
            "s3" => target.read_bucket(client, account, action, tail, warnings).await?,
            "iam" if !is_own => {
                warnings.push(format!("{resource} is of another account, so its policy is not known"));
            }
            "iam" => target.read_principal(account, action, tail, warnings).await?,
            "forecast" if is_own && !action.starts_with("forecast:Create") => target.read_tags(client).await,
            _ => {}
        }
        Ok(target)
    }

    fn set_policy(&mut self, name: &str, document: String, kind: PolicyKind) -> Result<(), Problem> {
        let text = PolicyText { arn: None, name: name.to_owned(), document };
        self.policy = Some(stored(&text, kind)?);
        self.policy_text = Some(text.document);
        Ok(())
    }

    async fn read_bucket(
        &mut self,
        client: &Client,
        account: &Account<'_>,
        action: &str,
        tail: &str,
        warnings: &mut Vec<String>,
    ) -> Result<(), Problem> {
        let bucket = tail.split('/').next().unwrap_or_default();
        if bucket.contains('*') || bucket.is_empty() || action == "s3:CreateBucket" {
            return Ok(());
        }
        let request =
            GetBucketPolicyRequest { bucket: bucket.to_owned(), ..GetBucketPolicyRequest::default() };
        let answer = match client.call::<GetBucketPolicy>(request).await {
            Ok(answer) => answer,
            Err(error) => match error.refusal().map(|refusal| refusal.code.as_str()) {
                Some("NoSuchBucketPolicy") => {
                    self.owner = Some(account.id.clone());
                    return Ok(());
                }
                Some("NoSuchBucket") => {
                    warnings.push(format!("there is no bucket {bucket}"));
                    return Ok(());
                }
                Some("MethodNotAllowed") => {
                    warnings.push(format!(
                        "{bucket} is of another account: give --resource-account and --resource-policy"
                    ));
                    return Ok(());
                }
                _ => {
                    let hint =
                        "if the bucket is of another account: --resource-account and --resource-policy";
                    return Err(Problem::from(error).hint(hint));
                }
            },
        };
        self.owner = Some(account.id.clone());
        let Some(text) = answer.policy else { return Ok(()) };
        self.set_policy(&format!("arn:aws:s3:::{bucket}"), text, PolicyKind::S3Bucket)?;
        if self.policy.as_ref().is_some_and(|named| named.policy.is_public()) {
            self.restricts_public = restricts_public(client, bucket, warnings).await;
        }
        Ok(())
    }

    /// Roles and users have tags, and roles a trust policy that STS asks.
    async fn read_principal(
        &mut self,
        account: &mut Account<'_>,
        action: &str,
        tail: &str,
        warnings: &mut Vec<String>,
    ) -> Result<(), Problem> {
        let name = tail.rsplit('/').next().unwrap_or_default();
        if name.contains('*') || name.is_empty() || is_creation(action) {
            return Ok(());
        }
        let found = match tail.split('/').next() {
            Some("role") => account.role(name).await,
            Some("user") => account.user(name).await,
            _ => {
                self.tags = account.tags_of(&self.resource).await;
                return Ok(());
            }
        };
        match found {
            Ok(holder) if holder.arn == self.resource => {
                self.is_entity = true;
                self.boundary = holder.boundary.and_then(|boundary| boundary.arn);
                self.tags = holder.tags;
                match holder.trust.filter(|_| action.starts_with("sts:")) {
                    Some(trust) => self.set_policy(name, trust, PolicyKind::RoleTrust),
                    None => Ok(()),
                }
            }
            Ok(_) => {
                warnings.push(format!("there is no {tail}: {name} has another path"));
                Ok(())
            }
            Err(problem) if problem.code == "NoSuchEntity" => {
                warnings.push(format!("there is no {tail}"));
                Ok(())
            }
            Err(problem) => Err(problem),
        }
    }

    /// Resources that are not there, or not readable, count as without tags, which is all that can be known.
    async fn read_tags(&mut self, client: &Client) {
        let request = ListTagsForResourceRequest { resource_arn: self.resource.clone() };
        if let Ok(answer) = client.call::<ListTagsForResource>(request).await {
            self.tags = answer.tags.into_iter().flatten().map(|tag| (tag.key, tag.value)).collect();
        }
    }
}

/// Whether a bucket is closed to the public whatever its policy says. Where that cannot be read, it counts as it is
/// for new buckets.
async fn restricts_public(client: &Client, bucket: &str, warnings: &mut Vec<String>) -> bool {
    let request =
        GetPublicAccessBlockRequest { bucket: bucket.to_owned(), ..GetPublicAccessBlockRequest::default() };
    match client.call::<GetPublicAccessBlock>(request).await {
        Ok(answer) => answer
            .public_access_block_configuration
            .is_some_and(|block| block.restrict_public_buckets == Some(true)),
        Err(error) => match error.refusal().map(|refusal| refusal.code.as_str()) {
            Some("NoSuchPublicAccessBlockConfiguration") => false,
            _ => {
                warnings.push(format!(
                    "whether {bucket} restricts its public policy cannot be read; new buckets do"
                ));
                true
            }
        },
    }
}

/// Creation is about something that is not there, whatever bears its name now.
fn is_creation(action: &str) -> bool {
    let of_something = ["iam:CreatePolicyVersion", "iam:CreateAccessKey", "iam:CreateLoginProfile"];
    action.starts_with("iam:Create") && !of_something.contains(&action)
}
