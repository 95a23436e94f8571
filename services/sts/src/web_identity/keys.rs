//! The keys of issuers, kept for a while.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError};

use kernel::{Fault, OidcProvider, issuer_name};
use names::Timestamp;
use serde::Deserialize;
use tokio::sync::Mutex;

use super::fetch::{self, Reach};
use super::key_set::KeySet;
use super::{pin, wording};

/// Keys are read anew after that, so that one that was withdrawn stops counting.
const FRESH_SECONDS: i64 = 3600;
/// An issuer is not asked more often, whatever keys tokens name: anybody may send tokens.
const ASK_AGAIN_SECONDS: i64 = 30;
/// More issuers are not kept; beyond, all are forgotten.
const ISSUERS_MAX: usize = 1024;

/// The keys of all issuers that were asked lately.
pub(crate) struct Keys {
    reach: Reach,
    issuers: std::sync::Mutex<HashMap<String, Arc<Mutex<Issuer>>>>,
}

/// What is known of an issuer. Locked while it is asked, so that it is asked once.
#[derive(Default)]
struct Issuer {
    asked: Option<Timestamp>,
    keys: Option<Arc<KeySet>>,
    failure: Option<Fault>,
}

/// The part of `/.well-known/openid-configuration` that matters.
#[derive(Deserialize)]
struct Configuration {
    issuer: String,
    jwks_uri: String,
}

impl Keys {
    pub(crate) fn new(reach: Reach) -> Self {
        Self { reach, issuers: std::sync::Mutex::default() }
    }

    /// The keys of a provider's issuer; they have the named one, if the issuer has it.
    pub(super) async fn of(
        &self,
        provider: &OidcProvider,
        key_id: Option<&str>,
        now: Timestamp,
    ) -> Result<Arc<KeySet>, Fault> {
        let issuer = self.issuer(provider);
        let mut issuer = issuer.lock().await;
        let age = issuer.asked.map(|asked| now.seconds() - asked.seconds());
        let is_known = |keys: &KeySet| keys.named(key_id).next().is_some();
        if let Some(keys) = issuer.keys.as_ref().filter(|keys| is_known(keys))
            && age.is_some_and(|age| age < FRESH_SECONDS)
        {
            return Ok(Arc::clone(keys));
        }
        if age.is_none_or(|age| age >= ASK_AGAIN_SECONDS) {
            let asked = self.ask(provider).await;
            issuer.asked = Some(now);
            issuer.failure = asked.as_ref().err().cloned();
            issuer.keys = asked.ok().map(Arc::new);
        }
        match (&issuer.keys, &issuer.failure) {
            (Some(keys), _) => Ok(Arc::clone(keys)),
            (None, Some(failure)) => Err(failure.clone()),
            (None, None) => Err(wording::no_key()),
        }
    }

    /// Apart for each set of thumbprints, so that a corrected one counts at once.
    fn issuer(&self, provider: &OidcProvider) -> Arc<Mutex<Issuer>> {
        let name = format!("{} {}", provider.url, provider.thumbprints.join(" "));
        let mut issuers = self.issuers.lock().unwrap_or_else(PoisonError::into_inner);
        if issuers.len() >= ISSUERS_MAX && !issuers.contains_key(&name) {
            issuers.clear();
        }
        Arc::clone(issuers.entry(name).or_default())
    }

    async fn ask(&self, provider: &OidcProvider) -> Result<KeySet, Fault> {
        let tls = Arc::new(pin::config(&provider.thumbprints).map_err(Fault::internal)?);
        let base = provider.url.trim_end_matches('/');
        let url = format!("{base}/.well-known/openid-configuration");
        let configuration: Configuration = fetch::json(&url, &tls, self.reach).await?;
        let name = |issuer: &str| issuer_name(issuer).trim_end_matches('/').to_owned();
        if name(&configuration.issuer) != name(base) {
            return Err(wording::no_key());
        }
        fetch::json(&configuration.jwks_uri, &tls, self.reach).await
    }
}
