//! Why a call failed.

use http::HeaderMap;
use protocol::FaultParts;

/// Why a call failed.
#[derive(Debug, thiserror::Error)]
pub enum CallError {
    /// The server answered with an error.
    #[error("{0}")]
    Refused(Box<Refusal>),
    /// The server could not be reached, or the connection broke.
    #[error("the server could not be reached: {0}")]
    Transport(String),
    /// The request could not be made, or the answer not be read.
    #[error("{0}")]
    Local(String),
}

impl CallError {
    /// The error the server answered with.
    #[must_use]
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            Self::Transport(_) | Self::Local(_) => None,
        }
    }
}

/// An error answer.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{code}: {message}")]
pub struct Refusal {
    /// The code on the wire.
    pub code: String,
    /// The message.
    pub message: String,
    /// The HTTP status.
    pub status: u16,
    /// The request id.
    pub request_id: Option<String>,
    /// What `sts:DecodeAuthorizationMessage` opens, where the gate refused.
    pub authorization_message: Option<String>,
}

impl Refusal {
    pub(crate) fn new(fault: FaultParts, headers: &HeaderMap) -> Self {
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        Self {
            code: fault.code,
            message: fault.message,
            status: fault.status,
            request_id: text("x-amzn-requestid").or_else(|| text("x-amz-request-id")),
            authorization_message: text("x-deputy-authorization-message"),
        }
    }
}
