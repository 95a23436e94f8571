//! Where policies come from: files, standard input, and the server.

use std::io::Read;
use std::path::Path;

use ::policy::{Document, PolicyKind, Rejection};
use api_s3::{GetBucketPolicy, GetBucketPolicyRequest};

use crate::account::Account;
use crate::args::policy::How;
use crate::connection::Connection;
use crate::report::Problem;
use crate::simulation::policies::{parsed, text_of};

/// No policy is longer.
const TEXT_BYTES_MAX: u64 = 1 << 20;

/// The text of a policy.
#[derive(Debug)]
pub(super) struct Source {
    /// The file, the ARN, or `standard input`.
    pub(super) name: String,
    pub(super) text: String,
    /// Where the policy is used: as told, by what the ARN names, or as the text seems.
    pub(super) kind: PolicyKind,
}

impl Source {
    pub(super) async fn read(name: &str, how: &How) -> Result<Self, Problem> {
        let (name, text, known) = if name == "-" {
            ("standard input", standard_input()?, None)
        } else if name.starts_with("arn:") {
            let (text, kind) = of_server(name, how).await?;
            (name, text, Some(kind))
        } else {
            (name, text_of(Path::new(name))?, None)
        };
        let told = how.kind.map(Into::into).or(known);
        let kind = told.unwrap_or_else(|| Document::likely_kind(&text));
        Ok(Self { name: name.to_owned(), text, kind })
    }

    /// The same policy as one of another kind.
    pub(super) fn of_kind(self, kind: PolicyKind) -> Self {
        Self { kind, ..self }
    }

    /// The document, which has to be one that AWS accepts.
    pub(super) fn document(&self) -> Result<Document, Problem> {
        let refused = |rejection: Rejection| {
            let problem = Problem::usage(format!("{}: {}", self.name, rejection.message));
            problem.hint(rejection.hint.unwrap_or_else(|| format!("deputy policy lint {}", self.name)))
        };
        parsed(&self.text, self.kind).map_err(refused)
    }
}

/// Every source, in order. Standard input can be read but once.
pub(super) async fn all(names: &[&str], how: &How) -> Result<Vec<Source>, Problem> {
    if names.iter().filter(|name| **name == "-").count() > 1 {
        return Err(Problem::usage("standard input can be only one of the policies")
            .hint("write the other one to a file"));
    }
    let mut sources = Vec::new();
    for name in names {
        sources.push(Source::read(name, how).await?);
    }
    Ok(sources)
}

fn standard_input() -> Result<String, Problem> {
    let mut text = String::new();
    let read = std::io::stdin().lock().take(TEXT_BYTES_MAX).read_to_string(&mut text);
    read.map_err(|error| {
        Problem::usage(format!("standard input cannot be read: {error}")).hint("give a policy as UTF-8 text")
    })?;
    Ok(text)
}

async fn of_server(arn: &str, how: &How) -> Result<(String, PolicyKind), Problem> {
    let connection = Connection::open(&how.general)?;
    let mut account = Account::of(&connection.client).await?;
    let tail = arn.splitn(6, ':').nth(5).unwrap_or_default();
    let service = arn.split(':').nth(2).unwrap_or_default();
    match (service, tail.split_once('/')) {
        ("iam", Some(("policy", _))) => Ok((account.policy(arn).await?.document, PolicyKind::Identity)),
        ("iam", Some(("role", path))) => {
            let name = path.rsplit('/').next().unwrap_or_default();
            let trust = account.role(name).await?.trust.unwrap_or_default();
            Ok((trust, PolicyKind::RoleTrust))
        }
        ("s3", None) => {
            let request =
                GetBucketPolicyRequest { bucket: tail.to_owned(), ..GetBucketPolicyRequest::default() };
            let answer = connection.client.call::<GetBucketPolicy>(request).await?;
            Ok((answer.policy.unwrap_or_default(), PolicyKind::S3Bucket))
        }
        _ => Err(Problem::usage(format!("{arn} has no policy that can be read")).hint(
            "the ARN of a managed policy, of a role for its trust policy, or of a bucket; for all that a user or role \
             may: deputy can ARN",
        )),
    }
}
