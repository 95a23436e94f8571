//! Errors as a client will see them.

use std::borrow::Cow;
use std::sync::Arc;

use shape::{ErrorModel, Protocol, ServiceModel};
use store::StoreError;

/// An error as the client will see it: code, HTTP status, message.
#[derive(Debug, Clone)]
pub struct Fault {
    /// The code on the wire.
    pub code: Cow<'static, str>,
    /// The HTTP status.
    pub status: u16,
    /// The message.
    pub message: String,
    /// Further elements of the error document, as S3 has them (`BucketName`, `Key`, …).
    pub fields: Vec<(&'static str, String)>,
    /// Further headers of the answer, as S3 has them (`x-amz-delete-marker`).
    pub headers: Option<Box<Headers>>,
    /// Whether this is a refusal by the gate. How it came about is in the record of the call.
    pub denied: bool,
    /// For refusals: the encoded authorization message, which `sts:DecodeAuthorizationMessage` opens.
    pub encoded: Option<Arc<str>>,
    /// For internal errors: the cause, which is logged and never shown.
    pub cause: Option<Arc<String>>,
}

/// Headers of an error, apart so that a fault stays small.
#[derive(Debug, Clone, Default)]
pub struct Headers(Vec<(&'static str, String)>);

impl Headers {
    /// Names and values.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(name, value)| (*name, value.as_str()))
    }
}

impl Fault {
    /// A fault of a code that the service's model does not list.
    #[must_use]
    pub fn new(code: &'static str, status: u16, message: impl Into<String>) -> Self {
        Self {
            code: Cow::Borrowed(code),
            status,
            message: message.into(),
            fields: Vec::new(),
            headers: None,
            denied: false,
            encoded: None,
            cause: None,
        }
    }

    /// A modelled fault.
    #[must_use]
    pub fn of(error: &'static ErrorModel, message: impl Into<String>) -> Self {
        Self::new(error.code, error.status, message)
    }

    /// Something went wrong on our side. The cause is logged, and the client sees the request id only.
    #[must_use]
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        let mut fault =
            Self::new("InternalFailure", 500, "We encountered an internal error. Please try again.");
        fault.cause = Some(Arc::new(cause.to_string()));
        fault
    }

    /// Constraints of the model that the input breaks.
    #[must_use]
    pub fn validation(service: &ServiceModel, message: String) -> Self {
        match service.protocol {
            Protocol::RestXml => Self::new("InvalidArgument", 400, message),
            Protocol::AwsQuery => Self::new("ValidationError", 400, message),
            Protocol::AwsJson11 | Protocol::RestJson => Self::new("ValidationException", 400, message),
        }
    }

    /// An unsigned call to something that wants a signature.
    #[must_use]
    pub fn missing_token(service: &ServiceModel) -> Self {
        match service.protocol {
            Protocol::AwsQuery => {
                Self::new("MissingAuthenticationToken", 403, "Request is missing Authentication Token")
            }
            Protocol::RestXml => Self::new("AccessDenied", 403, "Access Denied"),
            Protocol::AwsJson11 | Protocol::RestJson => {
                Self::new("MissingAuthenticationTokenException", 400, "Missing Authentication Token")
            }
        }
    }

    /// A refusal, with the code and status that the service's protocol uses for it.
    #[must_use]
    pub fn access_denied(service: &ServiceModel, message: String) -> Self {
        let mut fault = match service.protocol {
            Protocol::AwsQuery | Protocol::RestXml => Self::new("AccessDenied", 403, message),
            Protocol::AwsJson11 | Protocol::RestJson => Self::new("AccessDeniedException", 400, message),
        };
        fault.denied = true;
        fault
    }

    /// The same fault with a further element in its document.
    #[must_use]
    pub fn field(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.fields.push((name, value.into()));
        self
    }

    /// The same fault with a further header.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.get_or_insert_default().0.push((name, value.into()));
        self
    }

    /// Whether this is a refusal by the gate.
    #[must_use]
    pub fn is_denial(&self) -> bool {
        self.denied
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

impl std::error::Error for Fault {}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Self::internal(error)
    }
}

impl From<shape::Mismatch> for Fault {
    fn from(mismatch: shape::Mismatch) -> Self {
        Self::internal(mismatch)
    }
}
