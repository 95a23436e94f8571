//! Managed policies as session policies.

use ::policy::{NamedPolicy, PolicyKind};
use kernel::{Fault, ManagedPolicies};
use names::{AccountId, Scope};

use crate::policy::PolicyArn;
use crate::{Iam, policy};

impl ManagedPolicies for Iam {
    /// A policy of AWS or of the session's own account. An ARN that is none names no policy.
    fn policy(&self, account: AccountId, arn: &str) -> Result<Option<NamedPolicy>, Fault> {
        let Ok(parsed) = PolicyArn::parse(arn) else { return Ok(None) };
        let scope = Scope::global(account);
        self.base.read(|view| {
            let Some(found) = policy::find(view, &scope, &parsed)? else { return Ok(None) };
            let compiled = self.compiled.policy(found.document(), PolicyKind::Session)?;
            Ok(Some(NamedPolicy::managed(arn, compiled)))
        })
    }
}
