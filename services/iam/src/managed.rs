//! AWS managed policies: the same for every account, and nobody's to change.
//!
//! Only the versions in force are known. The documents come with the server, from `data/managed-policies` and
//! `data/service-linked-roles`, where READMEs name sources and licences.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use names::Timestamp;
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::base32;

/// An AWS managed policy.
#[derive(Debug)]
pub(crate) struct AwsPolicy {
    pub(crate) name: &'static str,
    pub(crate) path: &'static str,
    pub(crate) arn: &'static str,
    /// `ANPA…`, always the same for a policy.
    pub(crate) id: String,
    /// `v3`, …
    pub(crate) default_version: &'static str,
    pub(crate) created: Timestamp,
    pub(crate) updated: Timestamp,
    pub(crate) document: &'static str,
}

/// The form of the files.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct File {
    #[serde(borrow)]
    policy_name: &'static str,
    arn: &'static str,
    path: &'static str,
    default_version_id: &'static str,
    create_date: &'static str,
    update_date: &'static str,
    document: &'static RawValue,
}

/// All of them, by ARN. A file that is not of the form is left out; a test counts them.
pub(crate) fn all() -> &'static BTreeMap<&'static str, AwsPolicy> {
    static POLICIES: OnceLock<BTreeMap<&'static str, AwsPolicy>> = OnceLock::new();
    POLICIES.get_or_init(|| {
        let texts = FILES.iter().copied().chain(OF_SERVICE_LINKED_ROLES.lines());
        texts.filter_map(read).map(|policy| (policy.arn, policy)).collect()
    })
}

fn read(text: &'static str) -> Option<AwsPolicy> {
    let file: File = serde_json::from_str(text).ok()?;
    Some(AwsPolicy {
        name: file.policy_name,
        path: file.path,
        arn: file.arn,
        id: stable_id(file.arn),
        default_version: file.default_version_id,
        created: Timestamp::parse_iso8601(file.create_date)?,
        updated: Timestamp::parse_iso8601(file.update_date)?,
        document: file.document.get(),
    })
}

/// The real ids are not published, so one is made of the ARN: 85 bits of two FNV-1a hashes.
fn stable_id(arn: &str) -> String {
    let bits = u128::from(fnv(arn.bytes())) << 64 | u128::from(fnv(arn.bytes().rev()));
    format!("ANPA{}", base32::letters(bits, 17))
}

fn fnv(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// One a line.
const OF_SERVICE_LINKED_ROLES: &str = include_str!("../../../data/service-linked-roles/policies.jsonl");

macro_rules! files {
    ($($name:literal)+) => {
        &[$(include_str!(concat!("../../../data/managed-policies/", $name, ".json"))),+]
    };
}

const FILES: &[&str] = files! {
    "AWSCloudTrail_FullAccess"
    "AWSCloudTrail_ReadOnlyAccess"
    "AWSCodeCommitFullAccess"
    "AWSCodeCommitPowerUser"
    "AWSCodeCommitReadOnly"
    "AWSGlueConsoleFullAccess"
    "AWSGlueServiceRole"
    "AWSKeyManagementServiceMultiRegionKeysServiceRolePolicy"
    "AWSKeyManagementServicePowerUser"
    "AWSLambdaBasicExecutionRole"
    "AWSLambda_FullAccess"
    "AWSLambda_ReadOnlyAccess"
    "AWSRoboMaker_FullAccess"
    "AWSSSOMasterAccountAdministrator"
    "AWSSSOReadOnly"
    "AWSSSOServiceRolePolicy"
    "AdministratorAccess"
    "AmazonDynamoDBFullAccess"
    "AmazonDynamoDBReadOnlyAccess"
    "AmazonEC2ContainerRegistryFullAccess"
    "AmazonEC2ContainerRegistryPowerUser"
    "AmazonEC2ContainerRegistryPullOnly"
    "AmazonEC2ContainerRegistryReadOnly"
    "AmazonElasticFileSystemFullAccess"
    "AmazonElasticFileSystemReadOnlyAccess"
    "AmazonForecastFullAccess"
    "AmazonMacieFullAccess"
    "AmazonMacieReadOnlyAccess"
    "AmazonPersonalizeFullAccess"
    "AmazonS3FullAccess"
    "AmazonS3ReadOnlyAccess"
    "AmazonSageMakerCanvasForecastAccess"
    "AmazonSageMakerFeatureStoreAccess"
    "AmazonSageMakerFullAccess"
    "AmazonSageMakerGroundTruthExecution"
    "AmazonSageMakerNotebooksServiceRolePolicy"
    "AmazonSageMakerReadOnly"
    "AmazonVPCFullAccess"
    "AmazonVPCReadOnlyAccess"
    "CloudTrailServiceRolePolicy"
    "CloudWatchFullAccess"
    "CloudWatchFullAccessV2"
    "CloudWatchLogsFullAccess"
    "CloudWatchLogsReadOnlyAccess"
    "CloudWatchReadOnlyAccess"
    "IAMFullAccess"
    "IAMReadOnlyAccess"
    "IAMUserChangePassword"
    "PowerUserAccess"
    "ReadOnlyAccess"
    "SecretsManagerReadWrite"
    "SecurityAudit"
    "ViewOnlyAccess"
};

#[cfg(test)]
mod tests {
    use super::*;
    use policy::{Document, Policy, PolicyKind};

    #[test]
    fn every_file_is_a_policy_that_compiles() {
        assert_eq!(all().len(), FILES.len() + OF_SERVICE_LINKED_ROLES.lines().count());
        for policy in all().values() {
            let document = Document::read(policy.document, PolicyKind::Identity).unwrap();
            assert!(Policy::compile(&document).statement_count() > 0, "{}", policy.arn);
        }
    }

    #[test]
    fn ids_are_stable_and_of_their_own() {
        let ids: std::collections::BTreeSet<&str> = all().values().map(|policy| policy.id.as_str()).collect();
        assert_eq!(ids.len(), all().len());
        assert!(ids.iter().all(|id| id.len() == 21 && id.starts_with("ANPA")));
    }
}
