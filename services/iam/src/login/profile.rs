//! Login profiles as an administrator handles them.

use api_iam::{
    CreateLoginProfile, CreateLoginProfileRequest, CreateLoginProfileResponse, DeleteLoginProfile,
    DeleteLoginProfileRequest, GetLoginProfile, GetLoginProfileRequest, GetLoginProfileResponse,
    LoginProfile, UpdateLoginProfile, UpdateLoginProfileRequest,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::change::{accept, replaced};
use crate::entity::{checks, find, look};
use crate::key::user_name;
use crate::record::{LOGINS, Login, PasswordHash, User};
use crate::{Iam, generation, wording};

impl Handle<CreateLoginProfile> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &CreateLoginProfileRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<CreateLoginProfile, User>(at, &user_name(at.session, input.user_name.as_deref())?)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<CreateLoginProfile>,
    ) -> Result<Answer<CreateLoginProfile>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        let name = user_name(cx.session(), input.user_name.as_deref())?;
        let Some(password) = input.password else {
            return Err(wording::null("password"));
        };
        accept(cx, &scope, &password)?;
        let now = cx.now().truncated();
        let login = Login {
            created: now,
            changed: now,
            reset_required: input.password_reset_required.unwrap_or(false),
            password: PasswordHash::of(&*cx.base().entropy, password).await?,
            earlier: Vec::new(),
        };
        Ok(Answer::write(move |tx| {
            let user: User = find(tx, &scope, &name)?;
            if !LOGINS.insert(tx, &scope, &user.identity.id, &login)? {
                return Err(wording::login_exists(&user.identity.name));
            }
            generation::raise(tx, &scope)?;
            Ok(CreateLoginProfileResponse { login_profile: shown(&user, &login) })
        }))
    }
}

fn shown(user: &User, login: &Login) -> LoginProfile {
    LoginProfile {
        user_name: user.identity.name.clone(),
        create_date: login.created,
        password_reset_required: Some(login.reset_required),
    }
}

impl Handle<GetLoginProfile> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &GetLoginProfileRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<GetLoginProfile, User>(at, &user_name(at.session, input.user_name.as_deref())?)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetLoginProfile>,
    ) -> Result<Answer<GetLoginProfile>, Fault> {
        let name = user_name(cx.session(), input.user_name.as_deref())?;
        look::<GetLoginProfile, User>(cx, &name, |snapshot, scope, user| {
            let login = LOGINS.get(snapshot, scope, &user.identity.id)?;
            let login = login.ok_or_else(|| wording::no_login(&user.identity.name))?;
            Ok(GetLoginProfileResponse { login_profile: shown(user, &login) })
        })
    }
}

impl Handle<UpdateLoginProfile> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &UpdateLoginProfileRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<UpdateLoginProfile, User>(at, &input.user_name)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<UpdateLoginProfile>,
    ) -> Result<Answer<UpdateLoginProfile>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        let fresh = match input.password {
            Some(password) => {
                accept(cx, &scope, &password)?;
                Some(PasswordHash::of(&*cx.base().entropy, password).await?)
            }
            None => None,
        };
        let (name, reset) = (input.user_name, input.password_reset_required);
        let now = cx.now().truncated();
        Ok(Answer::write(move |tx| {
            let user: User = find(tx, &scope, &name)?;
            let login = LOGINS.get(tx, &scope, &user.identity.id)?;
            let mut login = login.ok_or_else(|| wording::no_login(&user.identity.name))?;
            if let Some(fresh) = &fresh {
                login = replaced(login, fresh.clone(), now);
            }
            login.reset_required = reset.unwrap_or(login.reset_required);
            LOGINS.put(tx, &scope, &user.identity.id, &login)?;
            generation::raise(tx, &scope)
        }))
    }
}

impl Handle<DeleteLoginProfile> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &DeleteLoginProfileRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<DeleteLoginProfile, User>(at, &user_name(at.session, input.user_name.as_deref())?)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DeleteLoginProfile>,
    ) -> Result<Answer<DeleteLoginProfile>, Fault> {
        let scope = crate::scope(cx)?;
        let name = user_name(cx.session(), input.user_name.as_deref())?;
        Ok(Answer::write(move |tx| {
            let user: User = find(tx, &scope, &name)?;
            if !LOGINS.delete(tx, &scope, &user.identity.id)? {
                return Err(wording::no_login(&user.identity.name));
            }
            generation::raise(tx, &scope)
        }))
    }
}
