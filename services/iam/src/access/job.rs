//! Asking for a report of the services last accessed.

use std::time::Duration;

use api_iam::{
    GenerateServiceLastAccessedDetails, GenerateServiceLastAccessedDetailsRequest,
    GenerateServiceLastAccessedDetailsResponse,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted, entropy};
use names::Scope;
use store::{Snapshot, Transaction};

use super::services::SERVICES;
use crate::entity::Kind;
use crate::policy::{self, PolicyArn};
use crate::record::{ACCESS_JOBS, AccessJob, MEMBERS, member_key, users_of};
use crate::simulate::Source;
use crate::{Iam, by_arn, quota, wording};

/// How long reports can be read.
const KEPT: Duration = Duration::from_secs(7 * 24 * 3600);
/// Expired reports removed at once.
const SWEPT: usize = 1000;

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
        let (services, entities) = cx.read(|view| self.about(view, &scope, &input.arn))?;
        let now = cx.now().truncated();
        let by_action = input.granularity.as_deref() == Some("ACTION_LEVEL");
        let job = AccessJob { created: now, by_action, entities, services };
        let id = entropy::uuid(&*cx.base().entropy);
        Ok(Answer::write(move |tx| {
            sweep(tx, &scope, &job)?;
            ACCESS_JOBS.put(tx, &scope, &id, &job)?;
            Ok(GenerateServiceLastAccessedDetailsResponse { job_id: Some(id.clone()) })
        }))
    }
}

fn sweep(tx: &mut dyn Transaction, scope: &Scope, new: &AccessJob) -> Result<(), Fault> {
    for (id, old) in ACCESS_JOBS.list(tx, scope, "", None, SWEPT)? {
        if new.created - old.created > KEPT {
            ACCESS_JOBS.delete(tx, scope, &id)?;
        }
    }
    Ok(())
}

/// Services and unique ids.
type About = (Vec<String>, Vec<String>);

impl Iam {
    /// The services that the policies of an ARN give access to, and the users and roles that have them.
    fn about(&self, view: &dyn Snapshot, scope: &Scope, arn: &str) -> Result<About, Fault> {
        if let Ok(policy) = PolicyArn::parse(arn) {
            let found = policy::find(view, scope, &policy)?.ok_or_else(|| wording::no_policy(arn))?;
            let compiled = self.compiled.policy(found.document(), ::policy::PolicyKind::Identity)?;
            let users = users_of(view, scope, arn, None, quota::USERS as usize)?;
            let entities = users.into_iter().map(|(id, _)| id).filter(|id| !id.starts_with("AGPA"));
            return Ok((granted(|prefix| compiled.grants_service(prefix)), entities.collect()));
        }
        let source = Source::find(view, scope, arn)?;
        let policies = self.policies_of_source(view, scope, &source)?;
        let services = granted(|prefix| policies.iter().any(|named| named.policy.grants_service(prefix)));
        let entities = match source.kind {
            Kind::Group => {
                let prefix = member_key(&source.identity.id, "");
                let members = MEMBERS.list(view, scope, &prefix, None, quota::USERS as usize)?;
                members.into_iter().map(|(_, member)| member.user).collect()
            }
            _ => vec![source.identity.id],
        };
        Ok((services, entities))
    }
}

fn granted(is_granted: impl Fn(&str) -> bool) -> Vec<String> {
    let prefixes = SERVICES.iter().map(|(prefix, _)| *prefix);
    prefixes.filter(|prefix| is_granted(prefix)).map(str::to_owned).collect()
}
