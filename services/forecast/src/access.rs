//! The checks of this service's operations.

use kernel::{Checks, Fault, Service};
use names::{Arn, Scope};
use shape::Operation;

use crate::{Forecast, wording};

/// Tags of a request, as it has them.
pub(crate) type Tags = Option<Vec<api_forecast::Tag>>;

/// May the caller do this with the tags asked for?
pub(crate) fn tagged<Op: Operation>(resource: &str, tags: &Tags) -> Checks {
    let pairs: Vec<(String, String)> =
        tags.iter().flatten().map(|tag| (tag.key.clone(), tag.value.clone())).collect();
    Checks::on::<Op>(resource)
        .map(|check| check.request_tags(pairs.iter().map(|(key, value)| (key.as_str(), value.as_str()))))
}

/// And may the caller pass the role? A role that cannot be passed at all is not asked about: the handler
/// refuses it, once the caller is known to be allowed the operation.
pub(crate) fn passing(checks: Checks, scope: &Scope, role: &str, associated: &Arn) -> Checks {
    match role_of(scope, role) {
        Ok(role) => checks.pass_role(&role, Forecast::PRINCIPAL, associated.as_str()),
        Err(_) => checks,
    }
}

/// The role that a client named, of the client's own account.
pub(crate) fn role_of(scope: &Scope, text: &str) -> Result<Arn, Fault> {
    let invalid = || wording::invalid(format!("The role ARN {text} is not valid"));
    let role: Arn = text.parse().map_err(|_| invalid())?;
    if role.partition() != "aws"
        || role.service() != "iam"
        || role.resource_of("role").is_none_or(str::is_empty)
    {
        return Err(invalid());
    }
    if role.account() != scope.account.as_str() {
        return Err(wording::invalid(format!(
            "Cross-account pass role is not allowed. The role {text} does not belong to account {}",
            scope.account
        )));
    }
    Ok(role)
}
