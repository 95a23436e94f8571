//! Service-specific credentials.

use std::sync::Arc;

use api_iam::{
    CreateServiceSpecificCredential, CreateServiceSpecificCredentialRequest,
    CreateServiceSpecificCredentialResponse, DeleteServiceSpecificCredential,
    DeleteServiceSpecificCredentialRequest, ResetServiceSpecificCredential,
    ResetServiceSpecificCredentialRequest, ResetServiceSpecificCredentialResponse, ServiceSpecificCredential,
    UpdateServiceSpecificCredential, UpdateServiceSpecificCredentialRequest,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted, entropy};
use names::{Scope, Timestamp};
use shape::Operation;
use store::Snapshot;

use super::service_secret::{self, Form};
use super::{Held, all, find, remove, save, status};
use crate::entity::checks;
use crate::key::{Owner, is_active, user_name};
use crate::record::{CREDENTIAL_OWNERS, ServiceCredential, User, key_of};
use crate::{Iam, days_after, quota, scope_at, wording};

/// What policies test.
const SERVICE_KEY: &str = "iam:ServiceSpecificCredentialServiceName";
const AGE_KEY: &str = "iam:ServiceSpecificCredentialAgeDays";

/// The state of a credential at an instant.
pub(super) fn state(credential: &ServiceCredential, now: Timestamp) -> String {
    match credential.expires {
        Some(expires) if expires <= now => "Expired".to_owned(),
        _ => status(credential.active),
    }
}

/// The credential with its secret, which is told only when it is new.
fn shown(user: &str, held: &ServiceCredential, secret: &str, now: Timestamp) -> ServiceSpecificCredential {
    let is_key = service_secret::form(&held.service) != Form::Password;
    let name = |wanted: bool| wanted.then(|| held.name.clone());
    let secret = |wanted: bool| wanted.then(|| secret.to_owned());
    ServiceSpecificCredential {
        create_date: held.created,
        expiration_date: held.expires,
        service_name: held.service.clone(),
        service_user_name: name(!is_key),
        service_password: secret(!is_key),
        service_credential_alias: name(is_key),
        service_credential_secret: secret(is_key),
        service_specific_credential_id: held.id.clone(),
        user_name: user.to_owned(),
        status: state(held, now),
    }
}

impl Handle<CreateServiceSpecificCredential> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &CreateServiceSpecificCredentialRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let checks = checks::on::<CreateServiceSpecificCredential, User>(at, &input.user_name)?;
        Ok(checks.map(|check| {
            let known = service_secret::service(&input.service_name).map(|(service, _)| service);
            let check = check.key(SERVICE_KEY, known.unwrap_or(&input.service_name));
            match input.credential_age_days {
                Some(days) => check.key(AGE_KEY, days.to_string()),
                None => check,
            }
        }))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<CreateServiceSpecificCredential>,
    ) -> Result<Answer<CreateServiceSpecificCredential>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        let (service, form) = service_secret::service(&input.service_name)
            .ok_or_else(|| wording::unsupported_service(&input.service_name))?;
        let now = cx.now().truncated();
        let expires = input.credential_age_days.map(|days| days_after(now, i64::from(days)));
        let id = entropy::unique_id(&*cx.base().entropy, "ACCA");
        let owner = Owner::User(input.user_name);
        let (seal, chance) = (Arc::clone(&self.service_seal), Arc::clone(&cx.base().entropy));
        Ok(Answer::write(move |tx| {
            let (owner, user) = owner.resolve(tx, &scope)?;
            let mut held: Vec<ServiceCredential> = all(tx, &scope, &owner)?;
            held.retain(|held| held.service == service);
            if held.len() >= quota::SERVICE_CREDENTIALS {
                let limit = quota::SERVICE_CREDENTIALS;
                return Err(wording::over_quota("ContextSpecificCredentialsPerUserPerContext", limit));
            }
            let name = service_secret::name(&user, scope.account.as_str(), &held);
            let secret = service_secret::new(form, &name, &*chance);
            let credential = ServiceCredential {
                id: id.clone(),
                service: service.to_owned(),
                name,
                secret: seal.seal(&*chance, secret.as_bytes()),
                active: true,
                created: now,
                expires,
            };
            CREDENTIAL_OWNERS.put(tx, &scope, &id, &owner)?;
            save(tx, &scope, &owner, &credential)?;
            let shown = shown(&user, &credential, &secret, now);
            Ok(CreateServiceSpecificCredentialResponse { service_specific_credential: Some(shown) })
        }))
    }
}

/// The user's credential of an id. AWS words it otherwise where the id is another user's.
fn held_by(
    view: &dyn Snapshot,
    scope: &Scope,
    owner: &str,
    user: &str,
    id: &str,
) -> Result<ServiceCredential, Fault> {
    let held = ServiceCredential::TABLE.get(view, scope, &key_of(owner, id))?;
    if held.is_none() && CREDENTIAL_OWNERS.exists(view, scope, id)? {
        return Err(wording::credential_of_other(user, id));
    }
    held.ok_or_else(|| ServiceCredential::missing(id))
}

/// The operation on a credential's user, with the service that the credential is for.
fn checks_on<Op: Operation>(at: &At<'_>, user: Option<&str>, id: &str) -> Result<Checks, Fault> {
    let (scope, name) = (scope_at(at)?, user_name(at.session, user)?);
    let service = at.read(|view| {
        let Ok((owner, _)) = Owner::User(name.clone()).resolve(view, &scope) else { return Ok(None) };
        Ok(find::<ServiceCredential>(view, &scope, &owner, id).ok().map(|held| held.service))
    })?;
    let checks = checks::on::<Op, User>(at, &name)?;
    Ok(match service {
        Some(service) => checks.map(|check| check.key(SERVICE_KEY, service.as_str())),
        None => checks,
    })
}

impl Handle<ResetServiceSpecificCredential> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &ResetServiceSpecificCredentialRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let id = &input.service_specific_credential_id;
        checks_on::<ResetServiceSpecificCredential>(at, input.user_name.as_deref(), id)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ResetServiceSpecificCredential>,
    ) -> Result<Answer<ResetServiceSpecificCredential>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        let owner = Owner::User(user_name(cx.session(), input.user_name.as_deref())?);
        let (seal, chance) = (Arc::clone(&self.service_seal), Arc::clone(&cx.base().entropy));
        let now = cx.now();
        Ok(Answer::write(move |tx| {
            let (owner, user) = owner.resolve(tx, &scope)?;
            let id = &input.service_specific_credential_id;
            let mut held = held_by(tx, &scope, &owner, &user, id)?;
            let secret = service_secret::new(service_secret::form(&held.service), &held.name, &*chance);
            held.secret = seal.seal(&*chance, secret.as_bytes());
            save(tx, &scope, &owner, &held)?;
            let shown = shown(&user, &held, &secret, now);
            Ok(ResetServiceSpecificCredentialResponse { service_specific_credential: Some(shown) })
        }))
    }
}

impl Handle<UpdateServiceSpecificCredential> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &UpdateServiceSpecificCredentialRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let id = &input.service_specific_credential_id;
        checks_on::<UpdateServiceSpecificCredential>(at, input.user_name.as_deref(), id)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<UpdateServiceSpecificCredential>,
    ) -> Result<Answer<UpdateServiceSpecificCredential>, Fault> {
        let input = input.into_inner();
        let owner = Owner::User(user_name(cx.session(), input.user_name.as_deref())?);
        let active = is_active(&input.status)?;
        let scope = crate::scope(cx)?;
        Ok(Answer::write(move |tx| {
            let (owner, user) = owner.resolve(tx, &scope)?;
            let mut held = held_by(tx, &scope, &owner, &user, &input.service_specific_credential_id)?;
            held.active = active;
            save(tx, &scope, &owner, &held)
        }))
    }
}

impl Handle<DeleteServiceSpecificCredential> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &DeleteServiceSpecificCredentialRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let id = &input.service_specific_credential_id;
        checks_on::<DeleteServiceSpecificCredential>(at, input.user_name.as_deref(), id)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DeleteServiceSpecificCredential>,
    ) -> Result<Answer<DeleteServiceSpecificCredential>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        let owner = Owner::User(user_name(cx.session(), input.user_name.as_deref())?);
        Ok(Answer::write(move |tx| {
            let (owner, user) = owner.resolve(tx, &scope)?;
            let held = held_by(tx, &scope, &owner, &user, &input.service_specific_credential_id)?;
            CREDENTIAL_OWNERS.delete(tx, &scope, &held.id)?;
            remove::<ServiceCredential>(tx, &scope, &owner, &held.id).map(drop)
        }))
    }
}
