//! Facts about services, from `data/service-authorization`.

use std::collections::BTreeMap;

use ::policy::{Facts, ServiceFacts};
use serde::Deserialize;

use crate::report::Problem;

/// Services of which the data has only some actions.
const PARTIAL: [&str; 1] = ["ec2"];

macro_rules! services {
    ($($name:literal)*) => {
        [$(include_str!(concat!("../../../../../data/service-authorization/", $name, ".json"))),*]
    };
}

const SERVICES: &[&str] = &services![
    "cloudtrail"
    "cloudwatch"
    "codecommit"
    "dynamodb"
    "ec2"
    "ecr"
    "elasticfilesystem"
    "forecast"
    "glue"
    "iam"
    "identitystore"
    "kms"
    "lambda"
    "logs"
    "macie2"
    "personalize"
    "robomaker"
    "s3"
    "sagemaker"
    "secretsmanager"
    "sso"
    "sts"
];

const GLOBAL_KEYS: &str =
    include_str!("../../../../../data/service-authorization/global-condition-keys.json");

#[derive(Deserialize)]
struct GlobalKey {
    #[serde(rename = "type")]
    kind: String,
}

/// Reads all of them.
pub(in crate::commands) fn load() -> Result<Facts, Problem> {
    let unreadable = |error: serde_json::Error| {
        Problem::failed(format!("the facts about services cannot be read: {error}"))
    };
    let services: Result<Vec<ServiceFacts>, _> =
        SERVICES.iter().map(|text| serde_json::from_str(text)).collect();
    let mut services = services.map_err(unreadable)?;
    for service in &mut services {
        service.partial = PARTIAL.contains(&service.service.as_str());
    }
    let keys: BTreeMap<String, GlobalKey> = serde_json::from_str(GLOBAL_KEYS).map_err(unreadable)?;
    Ok(Facts::new(services, keys.into_iter().map(|(key, facts)| (key, facts.kind)).collect()))
}
