//! The command line.

pub(crate) mod decisions;
pub(crate) mod general;
pub(crate) mod policy;

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use ipnet::IpNet;
use names::{AccountId, Region};
use server::{Account, RootKey};

/// Managed machine-learning services that act on a customer's data only through the roles the customer granted.
#[derive(Debug, Parser)]
#[command(name = "deputy", version, max_term_width = 100, after_help = EXIT_CODES)]
pub(crate) struct Args {
    /// Which log lines to write to standard error, as `level` or `target=level,…`.
    #[arg(
        long,
        global = true,
        env = "DEPUTY_LOG",
        default_value = "warn",
        value_name = "LEVELS",
        help_heading = "General"
    )]
    pub(crate) log: String,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve in memory on loopback, for tests and first tries.
    Dev(Dev),
    /// Serve from a data directory.
    Serve(Serve),
    /// Print what a shell needs so that AWS clients talk to a running Deputy.
    Env(Env),
    /// Play the whole way on real data: grant a role, forecast, and three refusals.
    Demo(Demo),
    /// Tell why something was refused, and what would allow it.
    #[command(after_long_help = EXPLAIN_EXAMPLES)]
    Explain(decisions::Explain),
    /// Tell whether somebody may do something, and why; nothing is done or stored.
    #[command(after_long_help = SIMULATE_EXAMPLES)]
    Simulate(Box<decisions::Simulate>),
    /// List who may do something.
    #[command(after_long_help = WHO_CAN_EXAMPLES)]
    WhoCan(decisions::WhoCan),
    /// Show all that a user or role may, as one policy.
    Can(decisions::Can),
    /// Decide requests under given policies, offline: a JSON object a line in, one a line out.
    #[command(after_long_help = EVAL_FORMAT)]
    Eval(Eval),
    /// Check policies: what is wrong with one, what it gives, what a change gives, what nobody is to have.
    #[command(subcommand)]
    Policy(policy::PolicyCommand),
}

/// How commands end.
const EXIT_CODES: &str = "\
Exit codes: 0 done, 1 failed, 2 mistake in the command line or in a file,
            3 not as expected, 4 denied, 5 server not reachable.";

/// How `deputy explain` is used.
const EXPLAIN_EXAMPLES: &str = "\
Examples:
  deputy explain 7c1f0e52-7b1f-4b7e-9d3e-0a3c51f0c2aa --fix
  deputy explain 'User: arn:aws:iam::111122223333:user/ana is not authorized…'
  aws s3 cp s3://retail-sales/train.csv . 2>&1 | deputy explain -

It takes the permission sts:DecodeAuthorizationMessage on *.";

/// How `deputy simulate` is used.
const SIMULATE_EXAMPLES: &str = "\
Examples:
  May a user read an object?
    deputy simulate --principal user/ana --action s3:GetObject \\
        --resource arn:aws:s3:::retail-sales/train.csv

  May Forecast assume a role, working for this account? May the role read it?
    deputy simulate --principal role/ForecastRole --as-service forecast \\
        --source-account 111122223333 --action s3:GetObject \\
        --resource arn:aws:s3:::retail-sales/train.csv

  Would another policy allow it? End with exit code 3 if not.
    deputy simulate --principal user/ana --policy new.json \\
        --action iam:ListUsers --expect allowed

What the server keeps (policies, boundaries, tags, trust) is read with your own
rights. Keys that only a real call has, as aws:SourceIp, go into --context.";

/// How `deputy who-can` is used.
const WHO_CAN_EXAMPLES: &str = "\
Examples:
  deputy who-can s3:GetObject arn:aws:s3:::retail-sales/train.csv
  deputy who-can sts:AssumeRole arn:aws:iam::111122223333:role/ForecastRole
  deputy who-can iam:CreateUser --query 'principals[].principal' --output text

It takes the permission iam:GetAccountAuthorizationDetails on *, and those to
read the policy of the resource.";

/// What `deputy eval` reads and writes.
const EVAL_FORMAT: &str = r#"Each line read is an object:
  {"id": ANY,
   "policies": {"identity": [DOC...], "resource": DOC, "boundary": DOC,
                "session": DOC, "scp": [[DOC...]...], "rcp": [[DOC...]...],
                "vpce": DOC},
   "request": {"principal": WHO, "action": "service:Name",
               "resource": ARN or "*", "resourceAccount": ID,
               "context": {KEY: "value" or ["value"...]},
               "serviceLinkedRole": false},
   "settings": {"s3RestrictPublicBuckets": false,
                "bucketPolicyIsPublic": false},
   "grants": [{"KeyId": ARN, "GranteePrincipal": WHO,
               "RetiringPrincipal": WHO, "Operations": ["Decrypt"...],
               "Constraints": {"EncryptionContextSubset": {...},
                               "EncryptionContextEquals": {...}}}]}

A DOC is a policy as JSON or as text; every one may be left out. scp and rcp
have one list for each level of the organization, the root first. WHO is an
ARN, an account, a service such as forecast.amazonaws.com, an identity
provider's ARN or host, or "anonymous". The context is complete: nothing is
derived. A role with a path is recognised by aws:PrincipalArn, a service-linked
one too, and unique ids by aws:userid. The kind of the resource policy follows
the resource: a role's trust policy, a KMS key's policy, a bucket's policy
(which may name no other bucket), or that of any other resource. Empty lines
are skipped.

Each line written is an object:
  {"id": ANY, "decision": "allow" or "explicit_deny" or "implicit_deny",
   "layer": L or null,
   "matched": [{"layer": L, "policy": N or [LEVEL, N], "statement": N,
                "sid": TEXT or null}],
   "message": TEXT or null}

layer is the kind of policy that denies: identity, boundary, session, resource,
scp, rcp or vpce. matched has the statements, counted from 0, that deny in an
explicit_deny, and those that allow otherwise (layer grant for grants). message
is AWS's wording of the refusal. A document that AWS would refuse is answered
with
  {"id": ANY, "error": {"code": TEXT, "message": TEXT}}
and so is a line that cannot be read, with the code InvalidInput."#;

/// `deputy eval`
#[derive(Debug, clap::Args)]
pub(crate) struct Eval {
    /// The file to read; standard input otherwise.
    pub(crate) file: Option<PathBuf>,
}

/// What `dev` and `serve` share.
#[derive(Debug, clap::Args)]
pub(crate) struct Listening {
    /// The address to listen on; port 0 takes a free one.
    #[arg(long, env = "DEPUTY_LISTEN", value_name = "ADDRESS:PORT", default_value = "127.0.0.1:4566")]
    pub(crate) listen: SocketAddr,
    /// Serve without TLS. Only for loopback addresses; policies then see `aws:SecureTransport` false.
    #[arg(long)]
    pub(crate) plain_http: bool,
    /// The region told to clients. Data is kept by the region that a request is signed for.
    #[arg(long, env = "DEPUTY_REGION", default_value = "us-east-1", value_parser = region)]
    pub(crate) region: Region,
    /// A file that appears once requests are served and tells where, as JSON.
    #[arg(long, value_name = "FILE")]
    pub(crate) ready_file: Option<PathBuf>,
}

/// `deputy dev`
#[derive(Debug, clap::Args)]
pub(crate) struct Dev {
    #[command(flatten)]
    pub(crate) listening: Listening,
    /// An account to make, as `ID` or `ID:ACCESS_KEY_ID:SECRET`; may be given more than once.
    #[arg(long = "account", value_name = "ACCOUNT", value_parser = account)]
    pub(crate) accounts: Vec<Account>,
}

/// `deputy serve`
#[derive(Debug, clap::Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub(crate) listening: Listening,
    /// Where the data is kept.
    #[arg(long, env = "DEPUTY_DATA_DIR", value_name = "FOLDER", default_value = "deputy-data")]
    pub(crate) data_dir: PathBuf,
    /// An account to make if it does not exist, as `ID`; may be given more than once.
    #[arg(long = "account", value_name = "ACCOUNT", value_parser = account)]
    pub(crate) accounts: Vec<Account>,
    /// A further DNS name or address for the certificate; may be given more than once.
    #[arg(long = "tls-name", value_name = "NAME")]
    pub(crate) tls_names: Vec<String>,
    /// A network, as 10.20.0.0/16, in which web identity providers may be; otherwise they are on the Internet only. May
    /// be given more than once.
    #[arg(
        long = "issuer-network",
        value_name = "NETWORK",
        env = "DEPUTY_ISSUER_NETWORKS",
        value_delimiter = ','
    )]
    pub(crate) issuer_networks: Vec<IpNet>,
    /// How long running requests may take to finish after SIGTERM, in seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 20)]
    pub(crate) grace_seconds: u64,
}

/// `deputy env`
#[derive(Debug, clap::Args)]
pub(crate) struct Env {
    /// The data directory of the server to talk to.
    #[arg(long, env = "DEPUTY_DATA_DIR", value_name = "FOLDER", conflicts_with = "ready_file")]
    pub(crate) data_dir: Option<PathBuf>,
    /// The ready file of the server to talk to. Without either, that of the latest `deputy dev`.
    #[arg(long, value_name = "FILE")]
    pub(crate) ready_file: Option<PathBuf>,
    /// Which of the server's accounts; the first one otherwise.
    #[arg(long)]
    pub(crate) account: Option<AccountId>,
    /// The shell to write for.
    #[arg(long, default_value = "bash")]
    pub(crate) shell: Shell,
    /// Write JSON instead.
    #[arg(long)]
    pub(crate) json: bool,
    /// Write what takes the settings back.
    #[arg(long)]
    pub(crate) unset: bool,
}

/// Shells and their ways to set a variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Shell {
    /// GNU Bash.
    Bash,
    /// The Z shell.
    Zsh,
    /// fish.
    Fish,
    /// PowerShell.
    Powershell,
}

/// `deputy demo`
#[derive(Debug, clap::Args)]
pub(crate) struct Demo {
    /// Where to write the plot.
    #[arg(long, value_name = "FOLDER", default_value = "demo-output")]
    pub(crate) output: PathBuf,
}

/// Only regions that exist, since a mistyped one would quietly be an empty world of its own.
fn region(text: &str) -> Result<Region, String> {
    if !server::REGIONS.contains(&text) {
        return Err(format!("there is no region `{text}`; regions are: {}", server::REGIONS.join(", ")));
    }
    text.parse().map_err(|error: names::NameError| error.to_string())
}

fn account(text: &str) -> Result<Account, String> {
    let mut parts = text.splitn(3, ':');
    let id = parts.next().unwrap_or_default().parse().map_err(|error: names::NameError| error.to_string())?;
    let root_key = match (parts.next(), parts.next()) {
        (None, _) => None,
        (Some(id), Some(secret)) => Some(root_key(id, secret)?),
        (Some(_), None) => {
            return Err("an access key id needs its secret: ID:ACCESS_KEY_ID:SECRET".to_owned());
        }
    };
    Ok(Account { id, root_key })
}

/// IAM's own bounds for access key ids; temporary keys have another prefix and cannot be given.
fn root_key(id: &str, secret: &str) -> Result<RootKey, String> {
    let letters = id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if !(16..=128).contains(&id.len()) || !letters || id.starts_with("ASIA") {
        return Err(format!(
            "`{id}` is not an access key id: 16 to 128 letters and digits, not beginning with ASIA"
        ));
    }
    if secret.len() < 16 {
        return Err("the secret access key has fewer than 16 characters".to_owned());
    }
    Ok(RootKey { access_key_id: id.to_owned(), secret_access_key: secret.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        Args::command().debug_assert();
    }

    #[test]
    fn written_help_fits_narrow_terminals() {
        let texts = [
            EXIT_CODES,
            EXPLAIN_EXAMPLES,
            SIMULATE_EXAMPLES,
            WHO_CAN_EXAMPLES,
            EVAL_FORMAT,
            policy::DENY_LIST,
        ];
        for line in texts.iter().flat_map(|text| text.lines()) {
            assert!(line.chars().count() < crate::screen::COLUMNS_MIN, "{line}");
        }
    }

    #[test]
    fn a_region_must_exist() {
        assert!(region("eu-central-1").is_ok());
        assert!(region("eu-central-9").is_err());
    }

    #[test]
    fn an_account_may_bring_its_root_key() {
        let plain = account("111122223333").unwrap();
        assert_eq!(plain.root_key, None);
        let keyed =
            account("111122223333:AKIAIOSFODNN7EXAMPLE:wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY").unwrap();
        assert_eq!(keyed.root_key.unwrap().access_key_id, "AKIAIOSFODNN7EXAMPLE");
        assert!(account("111122223333:AKIAIOSFODNN7EXAMPLE").is_err());
        assert!(account("1111").is_err());
        assert!(account("111122223333:ASIAIOSFODNN7EXAMPLE:wJalrXUtnFEMI/K7MDENG").is_err());
    }
}
