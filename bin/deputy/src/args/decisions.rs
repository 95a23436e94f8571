//! The commands about decisions: why one was made, and what the next one will be.

use std::path::PathBuf;

use clap::ValueEnum;

use super::general::General;
use crate::simulation::besides::Level;

/// `deputy explain`
#[derive(Debug, clap::Args)]
pub(crate) struct Explain {
    /// A request id, an event id, an encoded authorization message, or an error text as it was shown; `-` reads it
    /// from standard input.
    #[arg(required = true, value_name = "ID|TEXT")]
    pub(crate) refusal: Vec<String>,
    /// Print the smallest statement that would allow it, and where it belongs.
    #[arg(long)]
    pub(crate) fix: bool,
    /// Print every statement that was tried.
    #[arg(long)]
    pub(crate) tree: bool,
    #[command(flatten)]
    pub(crate) general: General,
}

/// `deputy simulate`
#[derive(Debug, clap::Args)]
pub(crate) struct Simulate {
    /// Who asks: the ARN of a user, role, session or identity provider, `user/NAME`, `role/NAME`, an account id for
    /// its root user, a service such as `forecast.amazonaws.com`, or `anonymous`.
    #[arg(long, required_unless_present = "as_service")]
    pub(crate) principal: Option<String>,
    /// What is asked for, as `service:Action`.
    #[arg(long, value_name = "SERVICE:ACTION", value_parser = action)]
    pub(crate) action: String,
    /// The ARN it is asked for, or `*`.
    #[arg(long, value_name = "ARN", default_value = "*")]
    pub(crate) resource: String,
    /// The account that owns the resource, where neither its ARN nor the server tells.
    #[arg(long, value_name = "ACCOUNT", value_parser = account)]
    pub(crate) resource_account: Option<String>,
    /// A condition key and its value, as `KEY=VALUE`; given more than once, a key has several values.
    #[arg(long = "context", value_parser = pair, value_name = "KEY=VALUE")]
    pub(crate) context: Vec<(String, String)>,
    /// A service that asks: for itself, with the role it is to assume as `--principal`, or on behalf of a user.
    #[arg(long, value_name = "SERVICE")]
    pub(crate) as_service: Option<String>,
    /// The account on whose behalf the service asks.
    #[arg(long, value_name = "ACCOUNT", requires = "as_service", value_parser = account)]
    pub(crate) source_account: Option<String>,
    /// The resource for which the service asks.
    #[arg(long, value_name = "ARN", requires = "as_service")]
    pub(crate) source_arn: Option<String>,
    /// A policy that the principal is to have besides its own.
    #[arg(long, value_name = "FILE", help_heading = "Policies of files")]
    pub(crate) policy: Vec<PathBuf>,
    /// A permissions boundary in place of the principal's own.
    #[arg(long, value_name = "FILE", help_heading = "Policies of files")]
    pub(crate) boundary: Option<PathBuf>,
    /// A session policy.
    #[arg(long, value_name = "FILE", help_heading = "Policies of files")]
    pub(crate) session: Vec<PathBuf>,
    /// A policy of the resource in place of its own.
    #[arg(long, value_name = "FILE", help_heading = "Policies of files")]
    pub(crate) resource_policy: Option<PathBuf>,
    /// A trust policy in place of the role's own.
    #[arg(long, value_name = "FILE", help_heading = "Policies of files")]
    pub(crate) trust_policy: Option<PathBuf>,
    /// The policy of the KMS key that is asked for, or under which the object is encrypted.
    #[arg(long, value_name = "FILE", help_heading = "Policies of files")]
    pub(crate) key_policy: Option<PathBuf>,
    /// A grant on that key, or several, as `aws kms list-grants` writes them.
    #[arg(long, value_name = "FILE", help_heading = "Policies of files")]
    pub(crate) grant: Vec<PathBuf>,
    /// The service control policies of one level of the caller's organization; given once for each level, the root
    /// first.
    #[arg(long, value_name = "FILE[,FILE...]", help_heading = "Policies of files")]
    pub(crate) scp: Vec<Level>,
    /// The resource control policies of one level of the owner's organization, likewise.
    #[arg(long, value_name = "FILE[,FILE...]", help_heading = "Policies of files")]
    pub(crate) rcp: Vec<Level>,
    /// The policy of the VPC endpoint that the call comes through.
    #[arg(long, value_name = "FILE", help_heading = "Policies of files")]
    pub(crate) vpce: Option<PathBuf>,
    /// The bucket keeps strangers out while its policy is public.
    #[arg(long, help_heading = "Policies of files")]
    pub(crate) restrict_public_buckets: bool,
    /// End with exit code 3 unless it comes out so.
    #[arg(long)]
    pub(crate) expect: Option<Expected>,
    #[command(flatten)]
    pub(crate) general: General,
}

/// Outcomes to expect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Expected {
    /// It is allowed.
    Allowed,
    /// It is denied.
    Denied,
}

/// `deputy who-can`
#[derive(Debug, clap::Args)]
pub(crate) struct WhoCan {
    /// The action, as `service:Action`.
    #[arg(value_name = "SERVICE:ACTION", value_parser = action)]
    pub(crate) action: String,
    /// The ARN of the resource.
    #[arg(value_name = "ARN", default_value = "*")]
    pub(crate) resource: String,
    #[command(flatten)]
    pub(crate) general: General,
}

/// `deputy can`
#[derive(Debug, clap::Args)]
pub(crate) struct Can {
    /// The ARN of a user, role or session, `user/NAME` or `role/NAME`.
    pub(crate) principal: String,
    #[command(flatten)]
    pub(crate) general: General,
}

fn action(text: &str) -> Result<String, String> {
    match text.split_once(':') {
        Some((service, name)) if !service.is_empty() && !name.is_empty() => Ok(text.to_owned()),
        _ => Err("an action is given as SERVICE:ACTION, as in s3:GetObject".to_owned()),
    }
}

fn account(text: &str) -> Result<String, String> {
    text.parse::<names::AccountId>()
        .map(|_| text.to_owned())
        .map_err(|_| "an account is given by its twelve digits".to_owned())
}

fn pair(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((key, value)) if !key.is_empty() => Ok((key.to_owned(), value.to_owned())),
        _ => Err("a condition key is given as KEY=VALUE".to_owned()),
    }
}
