//! The keys of issuers, kept for a while.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use kernel::{Fault, OidcProvider, issuer_name};
use names::Timestamp;
use serde::Deserialize;

use super::fetch;
use super::key_set::KeySet;
use super::reach::Reach;
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
    issuers: Mutex<HashMap<String, Arc<Issuer>>>,
}

/// An issuer. Whose key is known does not wait for what others ask it.
#[derive(Default)]
struct Issuer {
    known: Mutex<Known>,
    /// Held while it is asked, so that it is asked once.
    asking: tokio::sync::Mutex<()>,
}

/// What is known of an issuer.
#[derive(Default, Clone)]
struct Known {
    /// When it was asked last, with or without an answer.
    asked: Option<Timestamp>,
    /// Its keys, and when it told them. A later failure takes none of them away.
    keys: Option<(Timestamp, Arc<KeySet>)>,
    failure: Option<Fault>,
}

impl Known {
    fn fresh(&self, now: Timestamp) -> Option<&Arc<KeySet>> {
        let (read, keys) = self.keys.as_ref()?;
        (now.seconds() - read.seconds() < FRESH_SECONDS).then_some(keys)
    }

    /// The keys, if the named one is among them.
    fn with(&self, key_id: Option<&str>, now: Timestamp) -> Option<&Arc<KeySet>> {
        self.fresh(now).filter(|keys| keys.named(key_id).next().is_some())
    }

    fn is_worth_asking(&self, key_id: Option<&str>, now: Timestamp) -> bool {
        let may_be_asked =
            self.asked.is_none_or(|asked| now.seconds() - asked.seconds() >= ASK_AGAIN_SECONDS);
        may_be_asked && self.with(key_id, now).is_none()
    }
}

/// The part of `/.well-known/openid-configuration` that matters.
#[derive(Deserialize)]
struct Configuration {
    issuer: String,
    jwks_uri: String,
}

impl Keys {
    pub(crate) fn new(reach: Reach) -> Self {
        Self { reach, issuers: Mutex::default() }
    }

    /// The keys of a provider's issuer; they have the named one, if the issuer has it.
    pub(super) async fn of(
        &self,
        provider: &OidcProvider,
        key_id: Option<&str>,
        now: Timestamp,
    ) -> Result<Arc<KeySet>, Fault> {
        let issuer = self.issuer(provider);
        let known = || issuer.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(keys) = known().with(key_id, now) {
            return Ok(Arc::clone(keys));
        }
        let _asking = issuer.asking.lock().await;
        // Perhaps somebody else has asked meanwhile.
        if known().is_worth_asking(key_id, now) {
            let asked = self.ask(provider).await;
            let mut known = known();
            known.asked = Some(now);
            match asked {
                Ok(keys) => (known.keys, known.failure) = (Some((now, Arc::new(keys))), None),
                Err(failure) => known.failure = Some(failure),
            }
        }
        let known = known();
        match (known.fresh(now), &known.failure) {
            (Some(keys), _) => Ok(Arc::clone(keys)),
            (None, Some(failure)) => Err(failure.clone()),
            (None, None) => Err(wording::no_key()),
        }
    }

    /// Apart for each set of thumbprints, so that a corrected one counts at once.
    fn issuer(&self, provider: &OidcProvider) -> Arc<Issuer> {
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
        let configuration: Configuration = fetch::json(&url, &tls, &self.reach).await?;
        let name = |issuer: &str| issuer_name(issuer).trim_end_matches('/').to_owned();
        if name(&configuration.issuer) != name(base) {
            return Err(wording::no_key());
        }
        fetch::json(&configuration.jwks_uri, &tls, &self.reach).await
    }
}
