//! Reading a report of the services last accessed.

use api_iam::{
    EntityDetails, EntityInfo, GetServiceLastAccessedDetails, GetServiceLastAccessedDetailsRequest,
    GetServiceLastAccessedDetailsResponse, GetServiceLastAccessedDetailsWithEntities,
    GetServiceLastAccessedDetailsWithEntitiesRequest, GetServiceLastAccessedDetailsWithEntitiesResponse,
    ServiceLastAccessed, TrackedActionLastAccessed,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use names::Scope;
use store::Snapshot;

use super::services;
use crate::paging::PageRequest;
use crate::record::{ACCESS_JOBS, Access, AccessJob};
use crate::{Iam, account, directory, wording};

impl Handle<GetServiceLastAccessedDetails> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, _: &GetServiceLastAccessedDetailsRequest, _: &At<'_>) -> Result<Checks, Fault> {
        Ok(account::checks::<GetServiceLastAccessedDetails>())
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetServiceLastAccessedDetails>,
    ) -> Result<Answer<GetServiceLastAccessedDetails>, Fault> {
        let scope = crate::scope(cx)?;
        let request = PageRequest::new(input.marker.as_deref(), input.max_items)?;
        let output = cx.read(|view| {
            let job = job(view, &scope, &input.job_id)?;
            let page = request.of_list(&job.services)?;
            let services = page.items.iter().map(|service| self.service(view, &scope, &job, service));
            Ok(GetServiceLastAccessedDetailsResponse {
                job_status: "COMPLETED".to_owned(),
                job_type: Some(if job.by_action { "ACTION_LEVEL" } else { "SERVICE_LEVEL" }.to_owned()),
                job_creation_date: job.created,
                services_last_accessed: services.collect::<Result<_, _>>()?,
                job_completion_date: job.created,
                is_truncated: page.is_truncated(),
                marker: page.marker.clone(),
                error: None,
            })
        })?;
        Ok(Answer::Output(output))
    }
}

fn job(view: &dyn Snapshot, scope: &Scope, id: &str) -> Result<AccessJob, Fault> {
    ACCESS_JOBS.get(view, scope, id)?.ok_or_else(|| wording::no_job(id))
}

impl Iam {
    /// Who of the report used a service, the latest first.
    fn accessing(
        &self,
        view: &dyn Snapshot,
        scope: &Scope,
        job: &AccessJob,
        service: &str,
    ) -> Result<Vec<(String, Access)>, Fault> {
        let mut found = Vec::new();
        for id in &job.entities {
            found.extend(self.access(view, scope, id, service)?.map(|access| (id.clone(), access)));
        }
        found.sort_by_key(|(_, access)| std::cmp::Reverse(access.last.at));
        Ok(found)
    }

    fn service(
        &self,
        view: &dyn Snapshot,
        scope: &Scope,
        job: &AccessJob,
        service: &str,
    ) -> Result<ServiceLastAccessed, Fault> {
        let accesses = self.accessing(view, scope, job, service)?;
        let last = accesses.first();
        let entity = last.map(|(id, _)| directory::arn(view, id)).transpose()?.flatten();
        let tracked = job.by_action.then(|| actions(view, &accesses)).transpose()?;
        Ok(ServiceLastAccessed {
            service_name: services::name(service).to_owned(),
            service_namespace: service.to_owned(),
            last_authenticated: last.map(|(_, access)| access.last.at),
            last_authenticated_entity: entity.map(String::from),
            last_authenticated_region: last.map(|(_, access)| access.last.region.clone()),
            total_authenticated_entities: i32::try_from(accesses.len()).ok(),
            tracked_actions_last_accessed: tracked,
        })
    }
}

/// Each operation used, by whom last.
fn actions(
    view: &dyn Snapshot,
    accesses: &[(String, Access)],
) -> Result<Vec<TrackedActionLastAccessed>, Fault> {
    let mut names: Vec<&String> = accesses.iter().flat_map(|(_, access)| access.actions.keys()).collect();
    names.sort_unstable();
    names.dedup();
    let mut tracked = Vec::new();
    for name in names {
        let uses = accesses.iter().filter_map(|(id, access)| Some((id, access.actions.get(name)?)));
        let Some((id, used)) = uses.max_by_key(|(_, used)| used.at) else { continue };
        tracked.push(TrackedActionLastAccessed {
            action_name: Some(name.clone()),
            last_accessed_entity: directory::arn(view, id)?.map(String::from),
            last_accessed_time: Some(used.at),
            last_accessed_region: Some(used.region.clone()),
        });
    }
    Ok(tracked)
}

impl Handle<GetServiceLastAccessedDetailsWithEntities> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(
        &self,
        _: &GetServiceLastAccessedDetailsWithEntitiesRequest,
        _: &At<'_>,
    ) -> Result<Checks, Fault> {
        Ok(account::checks::<GetServiceLastAccessedDetailsWithEntities>())
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetServiceLastAccessedDetailsWithEntities>,
    ) -> Result<Answer<GetServiceLastAccessedDetailsWithEntities>, Fault> {
        let scope = crate::scope(cx)?;
        let request = PageRequest::new(input.marker.as_deref(), input.max_items)?;
        let output = cx.read(|view| {
            let job = job(view, &scope, &input.job_id)?;
            let page = request.of_list(self.accessing(view, &scope, &job, &input.service_namespace)?)?;
            let details = page.items.iter().map(|(id, access)| entity(view, id, access));
            Ok(GetServiceLastAccessedDetailsWithEntitiesResponse {
                job_status: "COMPLETED".to_owned(),
                job_creation_date: job.created,
                job_completion_date: job.created,
                entity_details_list: details.filter_map(Result::transpose).collect::<Result<_, _>>()?,
                is_truncated: page.is_truncated(),
                marker: page.marker.clone(),
                error: None,
            })
        })?;
        Ok(Answer::Output(output))
    }
}

fn entity(view: &dyn Snapshot, id: &str, access: &Access) -> Result<Option<EntityDetails>, Fault> {
    let found = directory::by_id(view, id)?;
    Ok(found.map(|(account, kind, identity)| EntityDetails {
        entity_info: EntityInfo {
            arn: identity.arn(account, kind.word()),
            r#type: kind.word().to_ascii_uppercase(),
            id: identity.id,
            path: Some(identity.path),
            name: identity.name,
        },
        last_authenticated: Some(access.last.at),
    }))
}
