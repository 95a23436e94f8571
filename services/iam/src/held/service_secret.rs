//! Names and secrets of service-specific credentials.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::Entropy;

use crate::record::ServiceCredential;

/// Bytes of chance in a password: with its ending, 60 letters of base 64.
const PASSWORD_BYTES: usize = 44;
/// Bytes of chance in an API key.
const KEY_BYTES: usize = 32;
/// What API keys begin with.
const KEY_PREFIX: &str = "ABSK";

/// What a service takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A user name and a password.
    Password,
    /// One text, in which the alias can be read. It may be made to expire.
    ApiKey,
}

/// The services that take such credentials.
///
/// Source: "CreateServiceSpecificCredential" in the IAM API reference.
pub(super) fn form(service: &str) -> Option<Form> {
    match service {
        "cassandra.amazonaws.com" | "codecommit.amazonaws.com" => Some(Form::Password),
        "bedrock.amazonaws.com" | "logs.amazonaws.com" => Some(Form::ApiKey),
        _ => None,
    }
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
    match form {
        Form::Password => {
            let mut chance = [0; PASSWORD_BYTES];
            entropy.fill(&mut chance);
            STANDARD.encode(chance)
        }
        Form::ApiKey => {
            let mut chance = [0; KEY_BYTES];
            entropy.fill(&mut chance);
            let text = format!("{name}:{}", STANDARD.encode(chance));
            format!("{KEY_PREFIX}{}", STANDARD.encode(text))
        }
    }
}
