//! Which policies hold for a session.

use std::sync::Arc;

use ::policy::{NamedPolicy, PolicyKind};
use kernel::{Fault, Identities, IdentityFacts, Session};
use names::Scope;
use store::Snapshot;

use crate::policy::PolicyArn;
use crate::record::Identity;
use crate::{Iam, directory, generation, policy};

impl Identities for Iam {
    /// The user's or role's facts. Whoever was deleted has none, also if a namesake came after.
    fn of(&self, session: &Session) -> Result<Arc<IdentityFacts>, Fault> {
        let (Some(account), Some(id)) = (session.account(), session.principal().unique_id()) else {
            return Ok(Arc::clone(&self.nobody));
        };
        let scope = Scope::global(account);
        let now = self.base.read(|view| generation::current(view, &scope))?;
        if let Some(facts) = self.identities.at(id, now) {
            return Ok(facts);
        }
        let (read_at, facts) = self.base.read(|view| {
            let facts = self.facts(view, &scope, id)?;
            Ok((generation::current(view, &scope)?, Arc::new(facts)))
        })?;
        self.identities.keep(id, read_at, Arc::clone(&facts));
        Ok(facts)
    }
}

impl Iam {
    fn facts(&self, view: &dyn Snapshot, scope: &Scope, id: &str) -> Result<IdentityFacts, Fault> {
        let Some((_, _, identity)) =
            directory::by_id(view, id)?.filter(|(account, ..)| *account == scope.account)
        else {
            return Ok(IdentityFacts::default());
        };
        let boundary = match &identity.boundary {
            Some(arn) => Some(self.managed(view, scope, arn, PolicyKind::Boundary)?),
            None => None,
        };
        Ok(IdentityFacts {
            policies: self.policies_of(view, scope, &identity)?.into(),
            boundary,
            tags: identity.tags,
        })
    }

    fn policies_of(
        &self,
        view: &dyn Snapshot,
        scope: &Scope,
        identity: &Identity,
    ) -> Result<Vec<NamedPolicy>, Fault> {
        let mut policies = Vec::with_capacity(identity.inline.len() + identity.attached.len());
        for (name, text) in &identity.inline {
            let compiled = self.compiled.policy(text, PolicyKind::Identity)?;
            policies.push(NamedPolicy::inline(name.as_str(), compiled));
        }
        for arn in &identity.attached {
            policies.push(self.managed(view, scope, arn, PolicyKind::Identity)?);
        }
        Ok(policies)
    }

    /// A managed policy that somebody uses. One that is gone must not widen anything, so it is an error.
    fn managed(
        &self,
        view: &dyn Snapshot,
        scope: &Scope,
        arn: &str,
        kind: PolicyKind,
    ) -> Result<NamedPolicy, Fault> {
        let found = policy::find(view, scope, &PolicyArn::parse(arn)?)?;
        let found = found.ok_or_else(|| Fault::internal(format!("policy `{arn}` is in use and missing")))?;
        Ok(NamedPolicy::managed(arn, self.compiled.policy(found.document(), kind)?))
    }
}
