//! Names and secrets of service-specific credentials.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::Entropy;

use crate::record::ServiceCredential;

/// Bytes of chance in a secret: with its ending, 60 letters of base 64.
const SECRET_BYTES: usize = 44;

/// What a service takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A user name and a password.
    Password,
    /// One text, in which the alias can be read after this.
    ApiKey(&'static str),
}

/// The services that take such credentials.
///
/// Source: "CreateServiceSpecificCredential" in the IAM API reference; what keys begin with was recorded in 2026.
const SERVICES: [(&str, Form); 6] = [
    ("aws-external-anthropic.amazonaws.com", Form::ApiKey("AEAA")),
    ("bedrock.amazonaws.com", Form::ApiKey("ABSK")),
    ("cassandra.amazonaws.com", Form::Password),
    ("cloudwatch.amazonaws.com", Form::ApiKey("APIAACWM")),
    ("codecommit.amazonaws.com", Form::Password),
    ("logs.amazonaws.com", Form::ApiKey("ACWL")),
];

/// A service by its name, whose case does not matter, with the name as it is kept and as policies test it.
pub(super) fn service(name: &str) -> Option<(&'static str, Form)> {
    SERVICES.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name))
}

/// What the service of a stored credential takes.
pub(super) fn form(kept: &str) -> Form {
    service(kept).map_or(Form::Password, |(_, form)| form)
}

/// `ann-at-111122223333`, or `ann+1-at-111122223333` where that is taken, and so on.
pub(super) fn name(user: &str, account: &str, held: &[ServiceCredential]) -> String {
    let numbered = (0usize..=held.len()).map(|number| match number {
        0 => format!("{user}-at-{account}"),
        _ => format!("{user}+{number}-at-{account}"),
    });
    let mut free = numbered.filter(|name| held.iter().all(|held| held.name != *name));
    free.next().unwrap_or_default()
}

/// A new secret.
pub(super) fn new(form: Form, name: &str, entropy: &dyn Entropy) -> String {
    let mut chance = [0; SECRET_BYTES];
    entropy.fill(&mut chance);
    let secret = STANDARD.encode(chance);
    match form {
        Form::Password => secret,
        Form::ApiKey(prefix) => format!("{prefix}{}", STANDARD.encode(format!("{name}:{secret}"))),
    }
}
