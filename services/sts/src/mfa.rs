//! Codes of multi-factor authentication, where a request brings one.

use kernel::{Answer, At, Check, Cx, Fault, MfaCheck};
use shape::Operation;

/// Verifies the code of a request. Whether there was one.
pub(crate) fn verified(at: &At<'_>, serial: Option<&str>, code: Option<&str>) -> Result<bool, Fault> {
    let (serial, code) = match (serial, code) {
        (None, None) => return Ok(false),
        (Some(serial), Some(code)) => (serial, code),
        _ => return Err(failed("must provide both MFA serial number and one time pass code.")),
    };
    let check = match at.mfa() {
        Some(devices) => devices.verify(at.session.principal(), serial, code, at.now())?,
        None => MfaCheck::NoSuchDevice,
    };
    match check {
        MfaCheck::Verified => Ok(true),
        MfaCheck::NoSuchDevice => Err(failed(
            "unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.",
        )),
        MfaCheck::WrongCode => Err(wrong_code()),
    }
}

/// The answer of a call that may have brought a code, which is then used up in the same transaction.
pub(crate) fn answer<Op: Operation>(
    cx: &Cx,
    serial: Option<String>,
    code: Option<String>,
    output: Op::Output,
) -> Answer<Op> {
    let (Some(serial), Some(code), Some(devices)) = (serial, code, cx.mfa()) else {
        return Answer::Output(output);
    };
    let (user, now) = (cx.session().principal().clone(), cx.now());
    Answer::write(move |tx| {
        if devices.spend(tx, &user, &serial, &code, now)? { Ok(output.clone()) } else { Err(wrong_code()) }
    })
}

fn wrong_code() -> Fault {
    let message = "MultiFactorAuthentication failed with invalid MFA one time pass code. ";
    Fault::new("AccessDenied", 403, message)
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
