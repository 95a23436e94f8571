//! Refusals of assertions, in the words that AWS uses for them.

use api_sts::errors::{EXPIRED_TOKEN, IDP_REJECTED_CLAIM, INVALID_IDENTITY_TOKEN};
use kernel::Fault;
use names::Arn;

pub(super) fn invalid(message: impl Into<String>) -> Fault {
    Fault::of(&INVALID_IDENTITY_TOKEN, message)
}

pub(super) fn not_base64() -> Fault {
    invalid("Invalid base64 SAMLResponse")
}

pub(super) fn not_a_response() -> Fault {
    invalid("SAML Assertion is not a valid SAML 2.0 response")
}

pub(super) fn wrong_signature() -> Fault {
    invalid("Response signature invalid")
}

pub(super) fn no_provider(arn: &Arn) -> Fault {
    invalid(format!("No SAML provider found in your account for {arn}"))
}

pub(super) fn unusable_provider() -> Fault {
    invalid("The SAML provider's metadata document has no key that signs assertions")
}

pub(super) fn missing(what: &str) -> Fault {
    invalid(format!("{what} is required in AuthnResponse"))
}

pub(super) fn expired(message: &str) -> Fault {
    Fault::of(&EXPIRED_TOKEN, message)
}

pub(super) fn rejected() -> Fault {
    Fault::of(&IDP_REJECTED_CLAIM, "The identity provider (IdP) reported that authentication failed.")
}

pub(super) fn not_authorized() -> Fault {
    Fault::new("AccessDenied", 403, "Not authorized to perform sts:AssumeRoleWithSAML")
}
