//! ARNs of managed policies.

use kernel::Fault;
use names::Arn;

use crate::wording;

/// The ARN of a managed policy: `arn:aws:iam::ACCOUNT:policy/path/name`, with `aws` for the account of AWS.
#[derive(Debug, Clone)]
pub(crate) struct PolicyArn {
    // Invariant: an ARN of IAM whose resource begins with `policy/` and ends in a name.
    arn: Arn,
}

impl PolicyArn {
    /// Reads one.
    pub(crate) fn parse(text: &str) -> Result<Self, Fault> {
        let arn: Arn = text.parse().map_err(|_| wording::unparsed_arn(text))?;
        let is_policy = arn.partition() == "aws" && arn.service() == "iam" && arn.region().is_empty();
        let is_owned = arn.account() == "aws" || arn.account_id().is_some();
        let is_named = arn.resource_of("policy").is_some_and(|rest| !rest.is_empty() && !rest.ends_with('/'));
        if is_policy && is_owned && is_named { Ok(Self { arn }) } else { Err(wording::invalid_arn(text)) }
    }

    /// The whole text.
    pub(crate) fn as_str(&self) -> &str {
        self.arn.as_str()
    }

    /// Whether it is a policy of AWS.
    pub(crate) fn is_aws(&self) -> bool {
        self.arn.account() == "aws"
    }

    /// What follows the last slash.
    pub(crate) fn name(&self) -> &str {
        self.split().1
    }

    /// With a slash at both ends.
    pub(crate) fn path(&self) -> &str {
        self.split().0
    }

    fn split(&self) -> (&str, &str) {
        let path_and_name = self.arn.resource().strip_prefix("policy").unwrap_or_default();
        let after_slash = path_and_name.rfind('/').map_or(0, |slash| slash + 1);
        path_and_name.split_at(after_slash)
    }
}
