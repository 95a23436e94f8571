//! Refusals of tokens, in the words that AWS uses for them.

use api_sts::errors::{EXPIRED_TOKEN, IDP_COMMUNICATION_ERROR, INVALID_IDENTITY_TOKEN};
use kernel::Fault;
use names::Timestamp;

pub(super) fn invalid(message: impl Into<String>) -> Fault {
    Fault::of(&INVALID_IDENTITY_TOKEN, message)
}

pub(super) fn not_a_jwt() -> Fault {
    invalid("The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)")
}

pub(super) fn no_provider(issuer: &str) -> Fault {
    invalid(format!("No OpenIDConnect provider found in your account for {issuer}"))
}

pub(super) fn missing_claim(name: &str) -> Fault {
    invalid(format!("Missing a required claim: {name}"))
}

pub(super) fn wrong_audience() -> Fault {
    invalid("Incorrect token audience")
}

pub(super) fn no_key() -> Fault {
    invalid(
        "Couldn't retrieve verification key from your identity provider, please reference \
         AssumeRoleWithWebIdentity documentation for requirements",
    )
}

pub(super) fn wrong_certificate() -> Fault {
    invalid("OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint")
}

pub(super) fn wrong_signature() -> Fault {
    invalid("The ID Token's signature could not be verified")
}

pub(super) fn expired(now: Timestamp, expires: i64) -> Fault {
    let message = format!(
        "Token expired: current date/time {} must be before the expiration date/time {expires}",
        now.seconds()
    );
    Fault::of(&EXPIRED_TOKEN, message)
}

pub(super) fn unreachable() -> Fault {
    Fault::of(
        &IDP_COMMUNICATION_ERROR,
        "The request could not be fulfilled because the identity provider (IdP) that was asked to verify the \
         incoming identity token could not be reached.",
    )
}
