//! The policies that a simulation takes, under the names its results give them.

use std::collections::BTreeSet;
use std::sync::Arc;

use ::policy::{Document, NamedPolicy, Policy, PolicyKind};
use kernel::Fault;
use names::{Arn, Scope};
use store::Snapshot;

use crate::entity::{Entity, Kind};
use crate::policy::PolicyArn;
use crate::record::{Group, Identity, Role, User};
use crate::{Iam, directory, group, policy, wording};

/// Policies given as text, named by their place in a list.
pub(super) fn given(list: &str, texts: &[String], kind: PolicyKind) -> Result<Vec<NamedPolicy>, Fault> {
    let named = texts.iter().zip(1..).map(|(text, number)| {
        let document =
            Document::parse(text, kind).map_err(|refused| wording::invalid_input(&refused.message))?;
        Ok(NamedPolicy::inline(format!("{list}.{number}"), Arc::new(Policy::compile(&document))))
    });
    named.collect()
}

/// The permissions boundary given as text, which is one at most: of two, none could be left out.
pub(super) fn given_boundary(texts: &[String]) -> Result<Option<NamedPolicy>, Fault> {
    if texts.len() > 1 {
        let message = "The list of Permissions Boundary policies cannot exceed 1 items.";
        return Err(wording::invalid_input(message));
    }
    Ok(given("PermissionsBoundaryPolicyInputList", texts, PolicyKind::Boundary)?.pop())
}

/// What kind of policy a simulated resource has, as its service tells.
pub(super) fn kind_of_resource(resource: &str) -> PolicyKind {
    match resource.split(':').nth(2) {
        Some("iam") => PolicyKind::RoleTrust,
        Some("kms") => PolicyKind::KmsKey,
        _ => PolicyKind::S3Bucket,
    }
}

/// The policy of simulated resources.
pub(super) fn of_resource(text: &str, kind: PolicyKind) -> Result<NamedPolicy, Fault> {
    let document = Document::read(text, kind).map_err(|refused| wording::invalid_input(&refused.message))?;
    Ok(NamedPolicy::inline("ResourcePolicy", Arc::new(Policy::compile(&document))))
}

/// A user, group or role whose policies are simulated.
pub(crate) struct Source {
    pub(crate) kind: Kind,
    pub(crate) identity: Identity,
}

impl Source {
    /// The one of an ARN in the account.
    pub(crate) fn find(view: &dyn Snapshot, scope: &Scope, text: &str) -> Result<Self, Fault> {
        let unclear = || wording::unclear_entity(text);
        let arn: Arn = text.parse().map_err(|_| unclear())?;
        let name = arn.resource().rsplit('/').next().unwrap_or_default();
        let (kind, found) = match arn.resource().split('/').next() {
            _ if arn.service() != "iam" => return Err(unclear()),
            Some("user") => (Kind::User, entity::<User>(view, &arn)?),
            Some("group") => (Kind::Group, entity::<Group>(view, &arn)?),
            Some("role") => (Kind::Role, entity::<Role>(view, &arn)?),
            _ => return Err(unclear()),
        };
        let own = found.filter(|_| arn.account_id() == Some(scope.account));
        let identity = own.ok_or_else(|| wording::no_entity(kind, name))?;
        Ok(Self { kind, identity })
    }
}

fn entity<E: Entity>(view: &dyn Snapshot, arn: &Arn) -> Result<Option<Identity>, Fault> {
    Ok(directory::by_arn::<E>(view, arn)?.map(|entity| entity.identity().clone()))
}

impl Iam {
    /// All policies that a source has, with its groups'. A managed one counts once, however often it is attached.
    pub(crate) fn policies_of_source(
        &self,
        view: &dyn Snapshot,
        scope: &Scope,
        source: &Source,
    ) -> Result<Vec<NamedPolicy>, Fault> {
        let mut policies = Vec::new();
        let mut managed = BTreeSet::new();
        self.add_source(view, scope, source.kind, &source.identity, &mut managed, &mut policies)?;
        if source.kind == Kind::User {
            for group in group::of_user(view, scope, &source.identity)? {
                self.add_source(view, scope, Kind::Group, &group.identity, &mut managed, &mut policies)?;
            }
        }
        Ok(policies)
    }

    fn add_source(
        &self,
        view: &dyn Snapshot,
        scope: &Scope,
        kind: Kind,
        identity: &Identity,
        managed: &mut BTreeSet<String>,
        policies: &mut Vec<NamedPolicy>,
    ) -> Result<(), Fault> {
        for (name, text) in &identity.inline {
            let compiled = self.compiled.policy(text, PolicyKind::Identity)?;
            let id = format!("{}_{}_{name}", kind.word(), identity.name);
            policies.push(NamedPolicy::inline(id, compiled));
        }
        for arn in identity.attached.iter().filter(|arn| managed.insert((*arn).clone())) {
            policies.push(self.managed_source(view, scope, arn, PolicyKind::Identity)?);
        }
        Ok(())
    }

    /// A managed policy, which results know by its name.
    pub(super) fn managed_source(
        &self,
        view: &dyn Snapshot,
        scope: &Scope,
        arn: &str,
        kind: PolicyKind,
    ) -> Result<NamedPolicy, Fault> {
        let arn = PolicyArn::parse(arn)?;
        let found = policy::find(view, scope, &arn)?;
        let found = found
            .ok_or_else(|| Fault::internal(format!("policy `{}` is in use and missing", arn.as_str())))?;
        Ok(NamedPolicy::inline(arn.name(), self.compiled.policy(found.document(), kind)?))
    }
}
