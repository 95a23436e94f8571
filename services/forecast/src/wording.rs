//! What clients are told. Where AWS's wording is known, it is AWS's.

use api_forecast::errors;
use kernel::Fault;
use names::Arn;

use crate::kind::Kind;
use crate::status::Status;

pub(crate) fn invalid(message: impl Into<String>) -> Fault {
    Fault::of(&errors::INVALID_INPUT, message)
}

pub(crate) fn exists(kind: Kind, arn: &Arn) -> Fault {
    Fault::of(
        &errors::RESOURCE_ALREADY_EXISTS,
        format!("A {} already exists with the arn: {arn}", kind.noun()),
    )
}

pub(crate) fn not_found(arn: &str) -> Fault {
    Fault::of(&errors::RESOURCE_NOT_FOUND, format!("No resource found {arn}"))
}

pub(crate) fn in_use(message: impl Into<String>) -> Fault {
    Fault::of(&errors::RESOURCE_IN_USE, message)
}

/// The resource is not in the state that the operation needs.
pub(crate) fn not_ready(kind: Kind, arn: &Arn, status: Status) -> Fault {
    in_use(format!("The {} {arn} is not ready: its status is {}", kind.noun(), status.as_str()))
}

pub(crate) fn limit(message: impl Into<String>) -> Fault {
    Fault::of(&errors::LIMIT_EXCEEDED, message)
}

pub(crate) fn bad_token() -> Fault {
    Fault::of(&errors::INVALID_NEXT_TOKEN, "The token is not valid. Tokens expire after 24 hours.")
}

/// Something this server does not do yet; better said than ignored.
pub(crate) fn not_implemented(what: &str) -> Fault {
    invalid(format!("{what} is not implemented yet."))
}
