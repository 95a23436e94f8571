//! Which policies hold for a session.

use std::sync::Arc;

use ::policy::{NamedPolicy, PolicyKind};
use kernel::{Fault, Identities, IdentityFacts, Session};
use names::{Scope, Timestamp};
use store::Snapshot;

use crate::entity::Kind;
use crate::policy::PolicyArn;
use crate::record::{Identity, Used};
use crate::{Iam, directory, generation, group as groups, login, policy};

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
        let before = self.identities.last(id).map(|(_, facts)| facts);
        let (read_at, facts) = self.base.read(|view| {
            let facts = self.facts(view, &scope, id, before.as_deref())?;
            Ok((generation::current(view, &scope)?, Arc::new(facts)))
        })?;
        self.identities.keep(id, read_at, Arc::clone(&facts));
        Ok(facts)
    }

    fn used(&self, session: &Session, service: &str, operation: &str, region: &str, at: Timestamp) {
        if let (Some(account), Some(id)) = (session.account(), session.principal().unique_id()) {
            let used = Used { at: at.truncated(), region: region.to_owned() };
            self.note_access(account, id, service, operation, used);
        }
    }
}

impl Iam {
    /// The facts as the store has them. `before` is what they were.
    fn facts(
        &self,
        view: &dyn Snapshot,
        scope: &Scope,
        id: &str,
        before: Option<&IdentityFacts>,
    ) -> Result<IdentityFacts, Fault> {
        let Some((_, kind, identity)) =
            directory::by_id(view, id)?.filter(|(account, ..)| *account == scope.account)
        else {
            return Ok(IdentityFacts::default());
        };
        let boundary = match &identity.boundary {
            Some(arn) => Some(self.managed(view, scope, arn, PolicyKind::Boundary)?),
            None => None,
        };
        let mut policies = Vec::new();
        self.add_policies(view, scope, &identity, &mut policies)?;
        if kind == Kind::User {
            for group in groups::of_user(view, scope, &identity)? {
                self.add_policies(view, scope, &group.identity, &mut policies)?;
            }
        }
        if kind == Kind::User && login::users_may_change(view, scope)? {
            let compiled = self.compiled.policy(login::MAY_CHANGE, PolicyKind::Identity)?;
            policies.push(NamedPolicy::inline("AllowUsersToChangePassword", compiled));
        }
        // Most changes in an account are about others: then the index over these policies still serves.
        let policies = match before {
            Some(before) if before.policies.consists_of(&policies) => before.policies.clone(),
            _ => policies.into(),
        };
        Ok(IdentityFacts { policies, boundary, tags: identity.tags })
    }

    fn add_policies(
        &self,
        view: &dyn Snapshot,
        scope: &Scope,
        identity: &Identity,
        policies: &mut Vec<NamedPolicy>,
    ) -> Result<(), Fault> {
        for (name, text) in &identity.inline {
            let compiled = self.compiled.policy(text, PolicyKind::Identity)?;
            policies.push(NamedPolicy::inline(name.as_str(), compiled));
        }
        for arn in &identity.attached {
            policies.push(self.managed(view, scope, arn, PolicyKind::Identity)?);
        }
        Ok(())
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
