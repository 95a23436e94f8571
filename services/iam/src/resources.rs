//! What governs the resources of IAM.

use std::sync::Arc;

use ::policy::{NamedPolicy, PolicyKind};
use kernel::{Fault, ResourceFacts, Resources};
use names::{Arn, Scope};
use store::Snapshot;

use crate::entity::Entity;
use crate::policy::PolicyArn;
use crate::record::{InstanceProfile, MfaDevice, OidcProvider, Role, SamlProvider, ServerCertificate, User};
use crate::tags::Tags;
use crate::{Iam, by_arn, directory, generation, policy};

/// Actions that create something on what is there.
const CREATED_ON: &[&str] = &[
    "iam:CreatePolicyVersion",
    "iam:CreateAccessKey",
    "iam:CreateLoginProfile",
    "iam:CreateServiceSpecificCredential",
];

/// The facts of a role's ARN: for STS with the trust policy, for all others without.
pub(crate) struct RoleAnswer {
    for_sts: Option<ResourceFacts>,
    for_others: Option<ResourceFacts>,
}

impl Resources for Iam {
    fn facts(&self, action: &str, arn: &Arn) -> Result<Option<ResourceFacts>, Fault> {
        // Creation is about something that isn't there; what is there under the same name must not show.
        let is_creation = action.starts_with("iam:Create") || action == "iam:UploadServerCertificate";
        if is_creation && !CREATED_ON.contains(&action) {
            return Ok(None);
        }
        match arn.resource().split('/').next() {
            Some("role") => self.role_facts(action, arn),
            Some("user") => self.base.read(|view| entity_facts::<User>(view, arn)),
            Some("instance-profile") => self.base.read(|view| entity_facts::<InstanceProfile>(view, arn)),
            Some("server-certificate") => self.base.read(|view| entity_facts::<ServerCertificate>(view, arn)),
            Some("mfa") => self.base.read(|view| by_arn::facts::<MfaDevice>(view, arn)),
            Some("oidc-provider") => self.base.read(|view| by_arn::facts::<OidcProvider>(view, arn)),
            Some("saml-provider") => self.base.read(|view| by_arn::facts::<SamlProvider>(view, arn)),
            Some("policy") => self.base.read(|view| policy_facts(view, arn)),
            _ => Ok(None),
        }
    }
}

impl Iam {
    fn role_facts(&self, action: &str, arn: &Arn) -> Result<Option<ResourceFacts>, Fault> {
        let Some(account) = arn.account_id() else { return Ok(None) };
        let answer = self.role_answer(&Scope::global(account), arn)?;
        let facts = if action.starts_with("sts:") { &answer.for_sts } else { &answer.for_others };
        Ok(facts.clone())
    }

    fn role_answer(&self, scope: &Scope, arn: &Arn) -> Result<Arc<RoleAnswer>, Fault> {
        let now = self.base.read(|view| generation::current(view, scope))?;
        if let Some(answer) = self.roles.at(arn.as_str(), now) {
            return Ok(answer);
        }
        let (read_at, role) = self
            .base
            .read(|view| Ok((generation::current(view, scope)?, directory::by_arn::<Role>(view, arn)?)))?;
        let answer = Arc::new(self.answer_of(scope, role)?);
        self.roles.keep(arn.as_str(), read_at, Arc::clone(&answer));
        Ok(answer)
    }

    fn answer_of(&self, scope: &Scope, role: Option<Role>) -> Result<RoleAnswer, Fault> {
        let Some(role) = role else { return Ok(RoleAnswer { for_sts: None, for_others: None }) };
        let trust = self.compiled.policy(&role.trust, PolicyKind::RoleTrust)?;
        let plain = ResourceFacts {
            owner: Some(scope.account),
            tags: role.identity.tags,
            ..ResourceFacts::default()
        };
        let trusting =
            ResourceFacts { policy: Some(NamedPolicy::inline(role.identity.name, trust)), ..plain.clone() };
        Ok(RoleAnswer { for_sts: Some(trusting), for_others: Some(plain) })
    }
}

fn entity_facts<E: Entity>(view: &dyn Snapshot, arn: &Arn) -> Result<Option<ResourceFacts>, Fault> {
    let found: Option<E> = directory::by_arn(view, arn)?;
    let facts = |tags: &Tags| ResourceFacts {
        owner: arn.account_id(),
        tags: tags.clone(),
        ..ResourceFacts::default()
    };
    Ok(found.map(|entity| facts(&entity.identity().tags)))
}

fn policy_facts(view: &dyn Snapshot, arn: &Arn) -> Result<Option<ResourceFacts>, Fault> {
    let (Some(account), Ok(parsed)) = (arn.account_id(), PolicyArn::parse(arn.as_str())) else {
        return Ok(None);
    };
    let found = policy::find_local(view, &Scope::global(account), &parsed)?;
    Ok(found.map(|found| ResourceFacts {
        owner: Some(account),
        tags: found.tags,
        ..ResourceFacts::default()
    }))
}
