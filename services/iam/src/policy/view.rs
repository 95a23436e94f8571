//! Managed policies as the API shows them.

use api_iam as api;
use names::AccountId;

use super::Found;
use crate::managed::AwsPolicy;
use crate::record::{Policy, Usage, Version};
use crate::{document, tags};

/// `v3`.
pub(crate) fn version_id(number: u32) -> String {
    format!("v{number}")
}

/// The whole policy.
pub(crate) fn policy(found: &Found, account: AccountId, usage: Usage) -> api::Policy {
    match found {
        Found::Aws(policy) => api::Policy { tags: Some(Vec::new()), ..of_aws(policy, usage) },
        Found::Local(policy) => api::Policy {
            description: policy.description.clone(),
            tags: Some(tags::shown(&policy.tags)),
            ..of_account(policy, account, usage)
        },
    }
}

/// A policy of AWS.
pub(crate) fn of_aws(policy: &AwsPolicy, usage: Usage) -> api::Policy {
    api::Policy {
        policy_name: Some(policy.name.to_owned()),
        policy_id: Some(policy.id.clone()),
        arn: Some(policy.arn.to_owned()),
        path: Some(policy.path.to_owned()),
        default_version_id: Some(policy.default_version.to_owned()),
        create_date: Some(policy.created),
        update_date: Some(policy.updated),
        ..counted(usage)
    }
}

/// A policy of the account without description and tags, as lists have it.
pub(crate) fn of_account(policy: &Policy, account: AccountId, usage: Usage) -> api::Policy {
    api::Policy {
        policy_name: Some(policy.name.clone()),
        policy_id: Some(policy.id.clone()),
        arn: Some(policy.arn(account)),
        path: Some(policy.path.clone()),
        default_version_id: Some(version_id(policy.default_version)),
        create_date: Some(policy.created),
        update_date: Some(policy.updated),
        ..counted(usage)
    }
}

fn counted(usage: Usage) -> api::Policy {
    api::Policy {
        attachment_count: i32::try_from(usage.attached).ok(),
        permissions_boundary_usage_count: i32::try_from(usage.boundary).ok(),
        is_attachable: Some(true),
        ..api::Policy::default()
    }
}

/// A version without its document.
pub(crate) fn version(policy: &Policy, version: &Version) -> api::PolicyVersion {
    api::PolicyVersion {
        document: None,
        version_id: Some(version_id(version.number)),
        is_default_version: Some(version.number == policy.default_version),
        create_date: Some(version.created),
    }
}

/// The only version of a policy of AWS that is known, without its document.
pub(crate) fn aws_version(policy: &AwsPolicy) -> api::PolicyVersion {
    api::PolicyVersion {
        document: None,
        version_id: Some(policy.default_version.to_owned()),
        is_default_version: Some(true),
        create_date: Some(policy.updated),
    }
}

/// A version with its document.
pub(crate) fn with_document(version: api::PolicyVersion, text: &str) -> api::PolicyVersion {
    api::PolicyVersion { document: Some(document::encoded(text)), ..version }
}
