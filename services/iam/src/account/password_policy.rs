//! What the account asks of passwords.

use api_iam::{
    self as api, DeleteAccountPasswordPolicy, GetAccountPasswordPolicy, GetAccountPasswordPolicyResponse,
    UpdateAccountPasswordPolicy, UpdateAccountPasswordPolicyRequest,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use crate::record::{PASSWORD_POLICIES, PasswordPolicy};
use crate::{Iam, generation, wording};

/// What `MinimumPasswordLength` is when it is not given.
const LENGTH_DEFAULT: usize = 6;

impl Handle<UpdateAccountPasswordPolicy> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, _: &UpdateAccountPasswordPolicyRequest, _: &At<'_>) -> Result<Checks, Fault> {
        Ok(super::checks::<UpdateAccountPasswordPolicy>())
    }

    /// What is not given goes back to its default.
    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<UpdateAccountPasswordPolicy>,
    ) -> Result<Answer<UpdateAccountPasswordPolicy>, Fault> {
        let scope = crate::scope(cx)?;
        let policy = policy(&input);
        Ok(Answer::write(move |tx| {
            PASSWORD_POLICIES.put(tx, &scope, "", &policy)?;
            generation::raise(tx, &scope)
        }))
    }
}

fn policy(input: &UpdateAccountPasswordPolicyRequest) -> PasswordPolicy {
    let number = |given: Option<i32>| given.and_then(|number| usize::try_from(number).ok());
    PasswordPolicy {
        length_min: number(input.minimum_password_length).unwrap_or(LENGTH_DEFAULT),
        symbols: input.require_symbols.unwrap_or_default(),
        numbers: input.require_numbers.unwrap_or_default(),
        uppercase: input.require_uppercase_characters.unwrap_or_default(),
        lowercase: input.require_lowercase_characters.unwrap_or_default(),
        users_may_change: input.allow_users_to_change_password.unwrap_or_default(),
        age_days_max: input.max_password_age.and_then(|days| u32::try_from(days).ok()),
        remembered: number(input.password_reuse_prevention),
        hard_expiry: input.hard_expiry,
    }
}

impl Handle<GetAccountPasswordPolicy> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, (): &(), _: &At<'_>) -> Result<Checks, Fault> {
        Ok(super::checks::<GetAccountPasswordPolicy>())
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        _: Permitted<GetAccountPasswordPolicy>,
    ) -> Result<Answer<GetAccountPasswordPolicy>, Fault> {
        let scope = crate::scope(cx)?;
        let policy = cx.read(|snapshot| Ok(PASSWORD_POLICIES.get(snapshot, &scope, "")?))?;
        let policy = policy.ok_or_else(|| wording::no_password_policy(scope.account))?;
        Ok(Answer::Output(GetAccountPasswordPolicyResponse { password_policy: shown(&policy) }))
    }
}

fn shown(policy: &PasswordPolicy) -> api::PasswordPolicy {
    api::PasswordPolicy {
        minimum_password_length: i32::try_from(policy.length_min).ok(),
        require_symbols: Some(policy.symbols),
        require_numbers: Some(policy.numbers),
        require_uppercase_characters: Some(policy.uppercase),
        require_lowercase_characters: Some(policy.lowercase),
        allow_users_to_change_password: Some(policy.users_may_change),
        expire_passwords: Some(policy.age_days_max.is_some()),
        max_password_age: policy.age_days_max.and_then(|days| i32::try_from(days).ok()),
        password_reuse_prevention: policy.remembered.and_then(|count| i32::try_from(count).ok()),
        hard_expiry: policy.hard_expiry,
    }
}

impl Handle<DeleteAccountPasswordPolicy> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, (): &(), _: &At<'_>) -> Result<Checks, Fault> {
        Ok(super::checks::<DeleteAccountPasswordPolicy>())
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        _: Permitted<DeleteAccountPasswordPolicy>,
    ) -> Result<Answer<DeleteAccountPasswordPolicy>, Fault> {
        let scope = crate::scope(cx)?;
        Ok(Answer::write(move |tx| {
            if !PASSWORD_POLICIES.delete(tx, &scope, "")? {
                return Err(wording::no_policy_to_delete());
            }
            generation::raise(tx, &scope)
        }))
    }
}
