//! Users changing their own passwords.

use ::policy::Principal;
use api_iam::{ChangePassword, ChangePasswordRequest};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted, Session};
use names::{Scope, Timestamp};

use super::rules;
use crate::entity::{checks, find};
use crate::record::{LOGINS, Login, PASSWORD_POLICIES, PasswordHash, User};
use crate::{Iam, generation, wording};

/// Earlier passwords are kept as far back as a policy may ask.
const EARLIER_MAX: usize = 24;

fn user_name(session: &Session) -> Result<&str, Fault> {
    match session.principal() {
        Principal::User { name, .. } => Ok(name),
        _ => Err(wording::only_users()),
    }
}

impl Handle<ChangePassword> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, _: &ChangePasswordRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<ChangePassword, User>(at, user_name(at.session)?)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ChangePassword>,
    ) -> Result<Answer<ChangePassword>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        let name = user_name(cx.session())?;
        let (id, login) = cx.read(|snapshot| {
            let user: User = find(snapshot, &scope, name)?;
            let login = LOGINS.get(snapshot, &scope, &user.identity.id)?;
            Ok((user.identity.id, login.ok_or_else(|| wording::no_login(name))?))
        })?;
        if !login.password.matches(&input.old_password).await? {
            return Err(wording::wrong_password());
        }
        accept(cx, &scope, &input.new_password)?;
        refuse_earlier(cx, &scope, &login, &input.new_password).await?;
        let fresh = PasswordHash::of(&*cx.base().entropy, input.new_password).await?;
        let (now, proven) = (cx.now().truncated(), login.password.hash);
        Ok(Answer::write(move |tx| {
            // What was proven must still be the password.
            let login = LOGINS.get(tx, &scope, &id)?.filter(|login| login.password.hash == proven);
            let login = login.ok_or_else(wording::wrong_password)?;
            let changed = Login { reset_required: false, ..replaced(login, fresh.clone(), now) };
            LOGINS.put(tx, &scope, &id, &changed)?;
            generation::raise(tx, &scope)
        }))
    }
}

/// Refuses a password that the account's policy does not allow.
pub(super) fn accept(cx: &Cx, scope: &Scope, password: &str) -> Result<(), Fault> {
    let policy = cx.read(|snapshot| Ok(PASSWORD_POLICIES.get(snapshot, scope, "")?))?;
    rules::accept(policy.as_ref(), scope.account.as_str(), password)
}

/// Refuses a password that the user had before, where the account remembers.
async fn refuse_earlier(cx: &Cx, scope: &Scope, login: &Login, password: &str) -> Result<(), Fault> {
    let policy = cx.read(|snapshot| Ok(PASSWORD_POLICIES.get(snapshot, scope, "")?))?;
    let remembered = policy.and_then(|policy| policy.remembered).unwrap_or_default();
    for hash in std::iter::once(&login.password).chain(&login.earlier).take(remembered) {
        if hash.matches(password).await? {
            return Err(wording::weak_password(
                "Policy constraint violation with password reuse prevention during password change.",
            ));
        }
    }
    Ok(())
}

/// The login with a new password.
pub(super) fn replaced(login: Login, fresh: PasswordHash, now: Timestamp) -> Login {
    let mut earlier = login.earlier;
    earlier.insert(0, login.password);
    earlier.truncate(EARLIER_MAX);
    Login { password: fresh, earlier, changed: now, ..login }
}
