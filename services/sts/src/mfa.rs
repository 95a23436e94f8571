//! Codes of multi-factor authentication, where a request brings one.

use kernel::{At, Check, Fault, MfaCheck};
use policy::Principal;

/// Verifies the code of a request. Whether there was one.
pub(crate) fn verified(at: &At<'_>, serial: Option<&str>, code: Option<&str>) -> Result<bool, Fault> {
    let (serial, code) = match (serial, code) {
        (None, None) => return Ok(false),
        (Some(serial), Some(code)) => (serial, code),
        _ => return Err(failed("must provide both MFA serial number and one time pass code.")),
    };
    let user = match at.session.principal() {
        Principal::User { arn, .. } => Some(arn.clone()),
        Principal::Root { account } => Some(format!("arn:aws:iam::{account}:root")),
        _ => None,
    };
    let check = match (user, at.mfa()) {
        (Some(user), Some(devices)) => devices.verify(&user, serial, code, at.now())?,
        _ => MfaCheck::NoSuchDevice,
    };
    match check {
        MfaCheck::Verified => Ok(true),
        MfaCheck::NoSuchDevice => Err(failed(
            "unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.",
        )),
        MfaCheck::WrongCode => Err(Fault::new(
            "AccessDenied",
            403,
            "MultiFactorAuthentication failed with invalid MFA one time pass code. ",
        )),
    }
}

/// The check as it looks right after a code was verified.
pub(crate) fn just_now(check: Check, is_verified: bool) -> Check {
    if !is_verified {
        return check;
    }
    check.key("aws:MultiFactorAuthPresent", "true").key("aws:MultiFactorAuthAge", "0")
}

fn failed(why: &str) -> Fault {
    Fault::new("AccessDenied", 403, format!("MultiFactorAuthentication failed, {why}"))
}
