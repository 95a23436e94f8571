//! Refusals of assertions, in the words that AWS uses for them.

use api_sts::errors::{EXPIRED_TOKEN, IDP_REJECTED_CLAIM, INVALID_IDENTITY_TOKEN};
use kernel::Fault;

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

pub(super) fn no_provider() -> Fault {
    invalid("Specified provider doesn't exist")
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

pub(super) fn not_encrypted() -> Fault {
    invalid("The SAML provider requires encrypted assertions")
}

pub(super) fn not_decrypted() -> Fault {
    invalid("The SAML assertion could not be decrypted with a private key of the SAML provider")
}

pub(super) fn unsupported_encryption() -> Fault {
    invalid("The SAML assertion must be encrypted with AES, and its key with RSA-OAEP under one hash")
}

pub(super) fn unsigned_encryption() -> Fault {
    invalid("A response whose assertion is encrypted with AES-CBC must itself be signed; or use AES-GCM")
}
