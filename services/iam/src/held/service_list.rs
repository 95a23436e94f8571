//! Listing service-specific credentials, of one user or of all.

use api_iam::{
    ListServiceSpecificCredentials, ListServiceSpecificCredentialsRequest,
    ListServiceSpecificCredentialsResponse, ServiceSpecificCredentialMetadata,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use names::{Scope, Timestamp};
use store::Snapshot;

use super::service::state;
use super::service_secret::{self, Form};
use super::{Held, all};
use crate::entity::{Kind, checks, find};
use crate::key::user_name;
use crate::paging::{Page, PageRequest};
use crate::record::{ServiceCredential, User};
use crate::{Iam, directory, scope_at, wording};

impl Handle<ListServiceSpecificCredentials> for Iam {
    const EFFECT: Effect = Effect::Read;

    /// Those of all users are asked for on all users.
    fn checks(&self, input: &ListServiceSpecificCredentialsRequest, at: &At<'_>) -> Result<Checks, Fault> {
        if input.all_users == Some(true) {
            let everybody = crate::arn(scope_at(at)?.account, "user", "/", "*");
            return Ok(Checks::on::<ListServiceSpecificCredentials>(everybody));
        }
        let name = user_name(at.session, input.user_name.as_deref())?;
        checks::on::<ListServiceSpecificCredentials, User>(at, &name)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ListServiceSpecificCredentials>,
    ) -> Result<Answer<ListServiceSpecificCredentials>, Fault> {
        let scope = crate::scope(cx)?;
        let request = PageRequest::new(input.marker.as_deref(), input.max_items)?;
        let wanted = match input.service_name.as_deref() {
            None | Some("") => None,
            Some(name) => {
                let known = service_secret::service(name);
                let (service, _) = known.ok_or_else(|| wording::unsupported_service(name))?;
                Some(service)
            }
        };
        let now = cx.now();
        let is_wanted = |held: &ServiceCredential| wanted.is_none_or(|wanted| held.service == wanted);
        let page = match (input.all_users == Some(true), &input.user_name) {
            (true, Some(_)) => return Err(wording::all_or_one()),
            (true, None) => cx.read(|view| of_all(view, &scope, &request, &is_wanted, now))?,
            (false, name) => {
                let name = user_name(cx.session(), name.as_deref())?;
                cx.read(|view| {
                    let user: User = find(view, &scope, &name)?;
                    let held: Vec<ServiceCredential> = all(view, &scope, &user.identity.id)?;
                    let held = held.iter().filter(|held| is_wanted(held));
                    request.of_list(held.map(|held| shown(&user.identity.name, held, now)))
                })?
            }
        };
        Ok(Answer::Output(ListServiceSpecificCredentialsResponse {
            is_truncated: page.is_truncated(),
            service_specific_credentials: Some(page.items),
            marker: page.marker,
        }))
    }
}

fn of_all(
    view: &dyn Snapshot,
    scope: &Scope,
    request: &PageRequest,
    is_wanted: &dyn Fn(&ServiceCredential) -> bool,
    now: Timestamp,
) -> Result<Page<ServiceSpecificCredentialMetadata>, Fault> {
    request.of_records(
        |after, limit| {
            let found = ServiceCredential::TABLE.list(view, scope, "", after, limit)?;
            Ok(found.into_iter().map(|(key, held)| (key.clone(), (key, held))).collect())
        },
        |(key, held)| {
            let owner = store::split(&key).into_iter().next().unwrap_or_default();
            let user = directory::by_id(view, &owner)?
                .filter(|(_, kind, _)| *kind == Kind::User && is_wanted(&held));
            Ok(user.map(|(_, _, user)| shown(&user.name, &held, now)))
        },
    )
}

fn shown(user: &str, held: &ServiceCredential, now: Timestamp) -> ServiceSpecificCredentialMetadata {
    let is_key = service_secret::form(&held.service) != Form::Password;
    let name = |wanted: bool| wanted.then(|| held.name.clone());
    ServiceSpecificCredentialMetadata {
        user_name: user.to_owned(),
        status: state(held, now),
        service_user_name: name(!is_key),
        service_credential_alias: name(is_key),
        create_date: held.created,
        expiration_date: held.expires,
        service_specific_credential_id: held.id.clone(),
        service_name: held.service.clone(),
    }
}
