//! Whom a command asks, and with whose keys: the usual AWS settings, or the latest `deputy dev`.
//!
//! Without an endpoint the environment's keys are not used either: they are somebody's keys of AWS, and a command of
//! ours never sends them anywhere else.

use std::env;
use std::path::Path;

use client::{Client, Keys};
use kernel::{Clock, SystemClock};
use names::{Region, Timestamp};
use server::Ready;

use crate::args::general::General;
use crate::commands::run_file;
use crate::profile::Profile;
use crate::report::{Exit, Problem};

/// A server to ask.
pub(crate) struct Connection {
    pub(crate) client: Client,
    pub(crate) region: Region,
    /// Whether calls go over TLS, which policies see.
    pub(crate) is_secure: bool,
}

impl Connection {
    /// By `--profile`, the environment, the profile that the environment names, or the latest `deputy dev`.
    pub(crate) fn open(general: &General) -> Result<Self, Problem> {
        let named = general.profile.clone().or_else(|| variable("AWS_PROFILE"));
        let profile = named.map(|name| Profile::find(&name)).transpose()?.unwrap_or_default();
        let explicit = general.profile.is_some();
        let setting = |name: &str, variable_name: &str| {
            let of_profile = || profile.get(name).map(str::to_owned);
            if explicit {
                of_profile().or_else(|| variable(variable_name))
            } else {
                variable(variable_name).or_else(of_profile)
            }
        };
        let Some(endpoint) = setting("endpoint_url", "AWS_ENDPOINT_URL") else {
            if explicit {
                return Err(Problem::usage("the profile has no endpoint_url")
                    .hint("deputy never asks AWS itself; add endpoint_url to the profile"));
            }
            return Self::of_dev(general);
        };
        let keys = match (explicit, from_environment()) {
            (false, Some(keys)) => Some(keys),
            _ => profile.keys()?,
        };
        let keys = keys.ok_or_else(|| {
            Problem::usage("there are no keys to sign with")
                .hint("set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY")
        })?;
        let region = setting("region", "AWS_REGION").or_else(|| variable("AWS_DEFAULT_REGION"));
        let ca_bundle = setting("ca_bundle", "AWS_CA_BUNDLE");
        Self::new(general, &endpoint, ca_bundle.as_deref(), region, keys)
    }

    fn of_dev(general: &General) -> Result<Self, Problem> {
        let missing = |why: &str| {
            Problem::new(Exit::Unreachable, "NoServer", format!("no running server found ({why})"))
                .hint("start `deputy dev`, or set AWS_ENDPOINT_URL and the keys of a server")
        };
        let path = run_file::dev().ok_or_else(|| missing("there is no home directory"))?;
        let ready = Ready::read(&path).map_err(|error| missing(&error.to_string()))?;
        let account = ready.accounts.first().ok_or_else(|| missing("it has no account"))?;
        let (id, secret) = account
            .access_key_id
            .clone()
            .zip(account.secret_access_key.clone())
            .ok_or_else(|| missing("it tells no keys"))?;
        let keys = Keys { access_key_id: id, secret_access_key: secret, session_token: None };
        Self::new(general, &ready.endpoint, ready.ca_bundle.as_deref(), Some(ready.region.clone()), keys)
    }

    fn new(
        general: &General,
        endpoint: &str,
        ca_bundle: Option<&str>,
        region: Option<String>,
        keys: Keys,
    ) -> Result<Self, Problem> {
        let region = general.region.clone().or(region).unwrap_or_else(|| "us-east-1".to_owned());
        let region: Region =
            region.parse().map_err(|error: names::NameError| Problem::usage(error.to_string()))?;
        let client = Client::new(endpoint, ca_bundle.map(Path::new), region.as_str(), Some(keys), now)?;
        Ok(Self { client, region, is_secure: endpoint.starts_with("https://") })
    }
}

/// The present instant.
pub(crate) fn now() -> Timestamp {
    SystemClock.now()
}

fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

fn from_environment() -> Option<Keys> {
    let (id, secret) = variable("AWS_ACCESS_KEY_ID").zip(variable("AWS_SECRET_ACCESS_KEY"))?;
    Some(Keys { access_key_id: id, secret_access_key: secret, session_token: variable("AWS_SESSION_TOKEN") })
}
