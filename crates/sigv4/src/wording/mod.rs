//! Failures in the words of AWS, which clients match and people search for.
//!
//! The texts are those of "Troubleshoot Signature Version 4 signing for AWS API requests", "Error
//! responses" of S3, and of the answers that clients publish when they ask for help.

mod general;
mod s3;

use crate::error::SigError;

/// In which way a service names its errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// Query services, such as IAM and STS: `SignatureDoesNotMatch`, 403.
    Query,
    /// JSON services, such as KMS and Forecast: `InvalidSignatureException`, 400.
    Json,
    /// REST services in JSON: the names of JSON, the statuses of Query.
    RestJson,
    /// S3, which has a world of its own.
    S3,
}

/// An error as the client sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The error code.
    pub code: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// The message.
    pub message: String,
    /// Further elements of S3's error document, in order: name and text.
    pub details: Vec<(&'static str, String)>,
}

impl SigError {
    /// This failure, as a service of that dialect answers it.
    pub fn refusal(&self, dialect: Dialect) -> Refusal {
        match dialect {
            Dialect::S3 => s3::refusal(self),
            Dialect::Query | Dialect::Json | Dialect::RestJson => general::refusal(self, dialect),
        }
    }
}

impl Refusal {
    /// Adds an element of S3's error document.
    fn with(mut self, name: &'static str, text: &str) -> Self {
        self.details.push((name, text.to_owned()));
        self
    }
}

/// Cases AWS has no words for get ours, as a sentence.
fn sentence(error: &SigError) -> String {
    let text = error.to_string().replace('`', "'");
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    format!("{}{}.", first.map(String::from).unwrap_or_default(), letters.as_str())
}

fn expires_words(error: &SigError) -> &'static str {
    match error {
        SigError::PresignedTooLong => {
            "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must \
             be less than 604800 seconds"
        }
        SigError::PresignedTooShort => "X-Amz-Expires must be non-negative",
        _ => "X-Amz-Expires should be a number",
    }
}
