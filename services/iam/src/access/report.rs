//! Reading a report of the services last accessed.

use std::collections::HashSet;

use api_iam::{
    EntityDetails, EntityInfo, GetServiceLastAccessedDetails, GetServiceLastAccessedDetailsRequest,
    GetServiceLastAccessedDetailsResponse, GetServiceLastAccessedDetailsWithEntities,
    GetServiceLastAccessedDetailsWithEntitiesRequest, GetServiceLastAccessedDetailsWithEntitiesResponse,
    ServiceLastAccessed, TrackedActionLastAccessed,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted, Session};
use names::Scope;
use store::Snapshot;

use super::job::asking;
use super::services;
use crate::paging::PageRequest;
use crate::record::{ACCESS_JOBS, AccessJob, ServiceUse, Used};
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
            let job = job(view, &scope, &input.job_id, cx.session())?;
            let page = request.of_list(&job.services)?;
            let services = page.items.iter().map(|service| last_accessed(view, service, job.by_action));
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

/// The report, for whom it was made.
fn job(view: &dyn Snapshot, scope: &Scope, id: &str, session: &Session) -> Result<AccessJob, Fault> {
    let asking = asking(session)?;
    let found = ACCESS_JOBS.get(view, scope, id)?.filter(|job| job.owner == asking);
    found.ok_or_else(|| wording::no_job(id))
}

fn last_accessed(
    view: &dyn Snapshot,
    service: &ServiceUse,
    by_action: bool,
) -> Result<ServiceLastAccessed, Fault> {
    let last = service.users.first();
    let entity = last.map(|(id, _)| directory::arn(view, id)).transpose()?.flatten();
    let tracked = by_action.then(|| service.actions.iter().map(|action| tracked(view, action)).collect());
    Ok(ServiceLastAccessed {
        service_name: services::name(&service.service).to_owned(),
        service_namespace: service.service.clone(),
        last_authenticated: last.map(|(_, used)| used.at),
        last_authenticated_entity: entity.map(String::from),
        last_authenticated_region: last.map(|(_, used)| used.region.clone()),
        total_authenticated_entities: i32::try_from(service.users.len()).ok(),
        tracked_actions_last_accessed: tracked.transpose()?,
    })
}

/// An operation, and by whom it was used last.
fn tracked(
    view: &dyn Snapshot,
    (name, (id, used)): (&String, &(String, Used)),
) -> Result<TrackedActionLastAccessed, Fault> {
    Ok(TrackedActionLastAccessed {
        action_name: Some(name.clone()),
        last_accessed_entity: directory::arn(view, id)?.map(String::from),
        last_accessed_time: Some(used.at),
        last_accessed_region: Some(used.region.clone()),
    })
}

/// All who could have used a service, the latest users first, and then those who did not.
fn could_use<'j>(job: &'j AccessJob, service: &str) -> Vec<(&'j String, Option<&'j Used>)> {
    let Some(service) = job.services.iter().find(|known| known.service == service) else { return Vec::new() };
    let used = service.users.iter().map(|(id, used)| (id, Some(used)));
    let known: HashSet<&String> = service.users.iter().map(|(id, _)| id).collect();
    let others = job.entities.iter().filter(|id| !known.contains(id)).map(|id| (id, None));
    used.chain(others).collect()
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
            let job = job(view, &scope, &input.job_id, cx.session())?;
            let page = request.of_list(could_use(&job, &input.service_namespace))?;
            let details = page.items.iter().map(|(id, used)| entity(view, id, *used));
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

fn entity(view: &dyn Snapshot, id: &str, used: Option<&Used>) -> Result<Option<EntityDetails>, Fault> {
    let found = directory::by_id(view, id)?;
    Ok(found.map(|(account, kind, identity)| EntityDetails {
        entity_info: EntityInfo {
            arn: identity.arn(account, kind.word()),
            r#type: kind.word().to_ascii_uppercase(),
            id: identity.id,
            path: Some(identity.path),
            name: identity.name,
        },
        last_authenticated: used.map(|used| used.at),
    }))
}
