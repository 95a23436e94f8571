//! Policy documents on their way in and out.

use api_iam::errors::MALFORMED_POLICY_DOCUMENT;
use kernel::Fault;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use policy::{Document, PolicyKind, Reason, Rejection};

/// Everything but the unreserved characters of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Accepts a document, or says what IAM says.
pub(crate) fn accept(text: &str, kind: PolicyKind) -> Result<Document, Fault> {
    Document::parse(text, kind).map_err(|rejection| refusal(&rejection))
}

/// What IAM answers to a refused document.
pub(crate) fn refusal(rejection: &Rejection) -> Fault {
    match rejection.reason {
        Reason::Characters => Fault::new("ValidationError", 400, rejection.message.clone()),
        _ => Fault::of(&MALFORMED_POLICY_DOCUMENT, rejection.message.clone()),
    }
}

/// A document as the API returns it: percent-encoded, as "GetRolePolicy" in the IAM API reference tells.
pub(crate) fn encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}
