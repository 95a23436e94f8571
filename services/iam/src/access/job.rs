//! Asking for a report of the services last accessed.

use std::collections::{BTreeMap, BTreeSet};

use ::policy::Principal;
use api_iam::{
    GenerateServiceLastAccessedDetails, GenerateServiceLastAccessedDetailsRequest,
    GenerateServiceLastAccessedDetailsResponse,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted, Session, entropy};
use names::{Scope, Timestamp};
use store::Snapshot;

use super::kept;
use super::services::SERVICES;
use crate::entity::Kind;
use crate::policy::{self, PolicyArn};
use crate::record::{Access, AccessJob, MEMBERS, ServiceUse, Used, member_key, users_of};
use crate::simulate::Source;
use crate::{Iam, by_arn, quota, wording};

impl Handle<GenerateServiceLastAccessedDetails> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &GenerateServiceLastAccessedDetailsRequest, _: &At<'_>) -> Result<Checks, Fault> {
        by_arn::checks::<GenerateServiceLastAccessedDetails>(&input.arn)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GenerateServiceLastAccessedDetails>,
    ) -> Result<Answer<GenerateServiceLastAccessedDetails>, Fault> {
        let scope = crate::scope(cx)?;
        let by_action = input.granularity.as_deref() == Some("ACTION_LEVEL");
        let job = AccessJob {
            created: cx.now().truncated(),
            owner: asking(cx.session())?,
            by_action,
            ..cx.read(|view| self.access_report(view, &scope, &input.arn, by_action))?
        };
        let id = entropy::uuid(&*cx.base().entropy);
        Ok(Answer::write(move |tx| {
            kept::add(tx, &scope, &id, &job)?;
            Ok(GenerateServiceLastAccessedDetailsResponse { job_id: Some(id.clone()) })
        }))
    }
}

/// Who asks for reports and may read them: a user, or a role in whichever of its sessions.
pub(super) fn asking(session: &Session) -> Result<String, Fault> {
    match session.principal() {
        Principal::User { unique_id, .. } => Ok(unique_id.clone()),
        Principal::AssumedRole { role_unique_id, .. } => Ok(role_unique_id.clone()),
        Principal::Root { account } | Principal::FederatedUser { account, .. } => Ok(account.clone()),
        _ => Err(Fault::internal("a report that nobody asks for")),
    }
}

/// Services and unique ids.
type About = (Vec<String>, Vec<String>);

impl Iam {
    fn access_report(
        &self,
        view: &dyn Snapshot,
        scope: &Scope,
        arn: &str,
        by_action: bool,
    ) -> Result<AccessJob, Fault> {
        let (services, entities) = self.about(view, scope, arn)?;
        let mut accesses = self.accesses_of(view, scope, &entities)?;
        let services = services.into_iter().map(|service| {
            let of_service = accesses.remove(&service).unwrap_or_default();
            service_use(service, of_service, by_action)
        });
        Ok(AccessJob {
            created: Timestamp::default(),
            owner: String::new(),
            by_action,
            services: services.collect(),
            entities,
        })
    }

    /// The services that the policies of an ARN give access to, and the users and roles that have them.
    fn about(&self, view: &dyn Snapshot, scope: &Scope, arn: &str) -> Result<About, Fault> {
        if let Ok(policy) = PolicyArn::parse(arn) {
            let found = policy::find(view, scope, &policy)?.ok_or_else(|| wording::no_policy(arn))?;
            let compiled = self.compiled.policy(found.document(), ::policy::PolicyKind::Identity)?;
            let users = users_of(view, scope, arn, None, quota::USERS as usize)?;
            let mut entities = BTreeSet::new();
            // A boundary gives nothing, and a group what its members use.
            for (id, _) in users.into_iter().map(|(_, user)| user).filter(|(_, uses)| uses.attached) {
                match id.starts_with("AGPA") {
                    true => entities.extend(members(view, scope, &id)?),
                    false => drop(entities.insert(id)),
                }
            }
            let services = granted(|prefix| compiled.grants_service(prefix));
            return Ok((services, entities.into_iter().collect()));
        }
        let source = Source::find(view, scope, arn)?;
        let policies = self.policies_of_source(view, scope, &source)?;
        let services = granted(|prefix| policies.iter().any(|named| named.policy.grants_service(prefix)));
        let entities = match source.kind {
            Kind::Group => members(view, scope, &source.identity.id)?,
            _ => vec![source.identity.id],
        };
        Ok((services, entities))
    }
}

/// The unique ids of a group's members.
fn members(view: &dyn Snapshot, scope: &Scope, group: &str) -> Result<Vec<String>, Fault> {
    let members = MEMBERS.list(view, scope, &member_key(group, ""), None, quota::USERS as usize)?;
    Ok(members.into_iter().map(|(_, member)| member.user).collect())
}

fn service_use(service: String, accesses: BTreeMap<String, Access>, by_action: bool) -> ServiceUse {
    let mut actions: BTreeMap<String, (String, Used)> = BTreeMap::new();
    let mut users = Vec::new();
    for (id, access) in accesses {
        for (name, used) in access.actions.into_iter().filter(|_| by_action) {
            if actions.get(&name).is_none_or(|(_, known)| known.at < used.at) {
                actions.insert(name, (id.clone(), used));
            }
        }
        users.push((id, access.last));
    }
    users.sort_by_key(|(_, last)| std::cmp::Reverse(last.at));
    ServiceUse { service, users, actions }
}

fn granted(is_granted: impl Fn(&str) -> bool) -> Vec<String> {
    let prefixes = SERVICES.iter().map(|(prefix, _)| *prefix);
    prefixes.filter(|prefix| is_granted(prefix)).map(str::to_owned).collect()
}
