//! The commands for those who write policies.

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};

use super::general::General;

/// `deputy policy`
#[derive(Debug, Subcommand)]
pub(crate) enum PolicyCommand {
    /// Look for what AWS refuses, what is unwise and what has no effect.
    ///
    /// Exit code 0: nothing but suggestions, 3: faults or more than is wise.
    Lint(Lint),
    /// Tell what a policy gives, service by service.
    Summary(Summary),
    /// Tell whether a policy allows anything that another did not, with an example.
    ///
    /// Exit code 0: nothing more, 3: more, 1: neither could be shown.
    Diff(Diff),
    /// Tell whether policies allow anything of a list that nobody is to have.
    ///
    /// Exit code 0: nothing of it, 3: some of it, 1: neither could be shown.
    #[command(after_long_help = DENY_LIST)]
    Check(Check),
}

/// `deputy policy lint`
#[derive(Debug, clap::Args)]
pub(crate) struct Lint {
    /// The policies: files, `-` for standard input, or ARNs of managed policies, roles (their trust policy) and
    /// buckets.
    #[arg(required = true, value_name = "POLICY")]
    pub(crate) policies: Vec<String>,
    #[command(flatten)]
    pub(crate) how: How,
}

/// `deputy policy summary`
#[derive(Debug, clap::Args)]
pub(crate) struct Summary {
    /// The policy: a file, `-` for standard input, or the ARN of a managed policy, role (its trust policy) or bucket.
    pub(crate) policy: String,
    #[command(flatten)]
    pub(crate) how: How,
}

/// `deputy policy diff`
#[derive(Debug, clap::Args)]
pub(crate) struct Diff {
    /// The policy as it was: a file, `-` for standard input, or an ARN.
    pub(crate) before: String,
    /// The policy as it is to be, likewise.
    pub(crate) after: String,
    #[command(flatten)]
    pub(crate) how: How,
}

/// `deputy policy check`
#[derive(Debug, clap::Args)]
pub(crate) struct Check {
    /// The policies: files, `-` for standard input, or ARNs.
    #[arg(required = true, value_name = "POLICY")]
    pub(crate) policies: Vec<String>,
    /// The list of what nobody is to have.
    #[arg(long, value_name = "FILE")]
    pub(crate) deny_list: PathBuf,
    #[command(flatten)]
    pub(crate) how: How,
}

/// What `--deny-list` takes.
pub(super) const DENY_LIST: &str = r#"The list has a line for each action, with the resource where not all are meant;
`#` begins a comment:
  iam:*
  s3:DeleteBucket
  s3:GetObject    arn:aws:s3:::payroll/*

or it is JSON, as IAM Access Analyzer takes it:
  [{"actions": ["iam:*"]},
   {"actions": ["s3:GetObject"], "resources": ["arn:aws:s3:::payroll/*"]}]

What is allowed only under a condition counts as allowed."#;

/// How policies are read and findings told.
#[derive(Debug, clap::Args)]
pub(crate) struct How {
    /// Where the policies are used; guessed otherwise.
    #[arg(long)]
    pub(crate) kind: Option<Kind>,
    /// How to tell what is found; as --output has it, if not told.
    #[arg(long, conflicts_with = "output")]
    pub(crate) format: Option<Format>,
    #[command(flatten)]
    pub(crate) general: General,
}

/// How findings are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    Text,
    /// One JSON object.
    Json,
    /// SARIF 2.1.0, for code review tools.
    Sarif,
}

/// Where a policy is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// Attached to or written into a user, group or role.
    Identity,
    /// A permissions boundary.
    Boundary,
    /// A session policy.
    Session,
    /// A role's trust policy.
    Trust,
    /// A bucket policy.
    S3,
    /// A KMS key policy.
    Kms,
    /// The policy of another resource.
    Resource,
    /// A service control policy.
    Scp,
    /// A resource control policy.
    Rcp,
    /// A VPC endpoint policy.
    Vpce,
}

impl From<Kind> for policy::PolicyKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Identity => Self::Identity,
            Kind::Boundary => Self::Boundary,
            Kind::Session => Self::Session,
            Kind::Trust => Self::RoleTrust,
            Kind::S3 => Self::S3Bucket,
            Kind::Kms => Self::KmsKey,
            Kind::Resource => Self::Resource,
            Kind::Scp => Self::Scp,
            Kind::Rcp => Self::Rcp,
            Kind::Vpce => Self::VpcEndpoint,
        }
    }
}
