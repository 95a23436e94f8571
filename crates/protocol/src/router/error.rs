//! Why a request has no operation.

use shape::{Protocol, ServiceModel};

/// A request that goes nowhere, with the protocol to say so in.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{problem}")]
pub struct RouteError {
    /// The service, where that much was clear.
    pub service: Option<&'static ServiceModel>,
    /// The protocol the client speaks, as far as can be told.
    pub protocol: Protocol,
    /// What is wrong; its text is the message for the client.
    pub problem: RouteProblem,
}

/// Why a request goes nowhere.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RouteProblem {
    /// `X-Amz-Target` is absent or names nothing that is served.
    #[error("The requested operation is not known")]
    UnknownOperation,
    /// A form without `Action`.
    #[error("Missing Action")]
    MissingAction,
    /// A form whose action is not served in that version.
    #[error("Could not find operation {action} for version {version}")]
    InvalidAction {
        /// The action asked for.
        action: String,
        /// The version asked for.
        version: String,
    },
    /// A form that cannot be read.
    #[error("The form is malformed or has too many fields")]
    MalformedForm,
    /// A sub-resource or operation that exists at AWS and is not served.
    #[error("A header or query you provided implies functionality that is not implemented")]
    NotImplemented,
    /// The resource does not know this HTTP method.
    #[error("The specified method is not allowed against this resource.")]
    MethodNotAllowed,
    /// The path is not percent-encoded UTF-8.
    #[error("Couldn't parse the specified URI.")]
    InvalidUri,
    /// The credential scope names a service that is not served.
    #[error("The service `{0}` is not served")]
    UnknownService(String),
}

impl RouteError {
    pub(super) fn new(
        service: Option<&'static ServiceModel>,
        protocol: Protocol,
        problem: RouteProblem,
    ) -> Self {
        Self { service, protocol, problem }
    }

    /// The code on the wire.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self.problem {
            RouteProblem::UnknownOperation => "UnknownOperationException",
            RouteProblem::MissingAction => "MissingAction",
            RouteProblem::InvalidAction { .. } => "InvalidAction",
            RouteProblem::MalformedForm => "MalformedInput",
            RouteProblem::NotImplemented => "NotImplemented",
            RouteProblem::MethodNotAllowed => "MethodNotAllowed",
            RouteProblem::InvalidUri => "InvalidURI",
            RouteProblem::UnknownService(_) => "UnknownServiceException",
        }
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self.problem {
            RouteProblem::NotImplemented => 501,
            RouteProblem::MethodNotAllowed => 405,
            RouteProblem::UnknownOperation if self.protocol == Protocol::RestJson => 404,
            _ => 400,
        }
    }
}
