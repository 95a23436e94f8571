//! The condition keys of a question: those that the server would set, made by the server's own code, and over them
//! those that are given.
//!
//! A simulation has no connection, so the keys of one are left out (`aws:SourceIp`, `aws:UserAgent`) unless given.

use std::collections::BTreeMap;

use kernel::{KeySources, Way};
use policy::{Context, NamedPolicy, Principal, Value};

use super::{Origin, Question};

/// The TLS version that clients of today agree on with the server.
const TLS_VERSION: &str = "1.3";

impl Question<'_> {
    /// What the global keys are made of.
    pub(super) fn sources(&self) -> KeySources<'_> {
        let here = self.circumstances;
        let (way, via, source) = match &here.origin {
            Origin::Network => {
                let way = Way::Network {
                    source_ip: None,
                    is_secure: here.is_secure,
                    user_agent: None,
                    referer: None,
                };
                (way, Vec::new(), None)
            }
            Origin::Service { name, source } => (Way::Service(name), Vec::new(), Some(source)),
            Origin::Forwarded { service } => (Way::Service(service), vec![service.as_str()], None),
        };
        KeySources {
            now: here.now,
            region: here.region.as_str(),
            way,
            via,
            source_arn: source.and_then(|source| source.arn.as_deref()),
            source_account: source.and_then(|source| source.account.as_deref()),
            principal: &self.caller.principal,
            account: self.caller.principal.account(),
            tags: &self.caller.tags,
            temporary: self.caller.temporary.as_ref(),
            federated: None,
        }
    }

    /// The keys that a service adds for its own actions, and over them those that are given.
    pub(super) fn own_keys(&self) -> Context<'static> {
        let mut keys = Context::new();
        if self.action.starts_with("s3:") {
            for (name, value) in self.of_s3() {
                keys.set(name, value);
            }
        }
        if self.action.starts_with("iam:") && self.action != "iam:PassRole" && self.target.is_entity {
            for (name, value) in
                server::iam_existing_keys(self.action, self.target.boundary.as_deref(), &self.target.tags)
            {
                keys.set(name, value);
            }
        }
        for (name, value) in self.given {
            keys.insert(name.clone().into(), value.clone());
        }
        keys
    }

    /// How S3 sees a call that is signed in its header.
    fn of_s3(&self) -> Vec<(&'static str, String)> {
        let here = self.circumstances;
        let tls = (here.origin == Origin::Network && here.is_secure).then_some(TLS_VERSION);
        let is_signed = self.caller.principal != Principal::Anonymous;
        let of_call = server::s3_call_keys(is_signed.then_some(server::SIGNED_IN_HEADER), tls);
        let owner = self.owner().filter(|_| self.target.resource != server::ANY_BUCKET);
        of_call.chain(owner.into_iter().flat_map(server::s3_resource_keys)).collect()
    }
}

/// The keys that policies look at and that have no value.
pub(super) fn missing(context: &Context<'_>, policies: &[&NamedPolicy]) -> Vec<String> {
    let looked_at = policies.iter().flat_map(|named| named.policy.context_keys());
    let lacks = |key: &&str| context.get(&key.to_ascii_lowercase()).is_none();
    let mut missing: Vec<String> = looked_at.filter(lacks).map(str::to_owned).collect();
    missing.sort_unstable();
    missing.dedup();
    missing
}

/// The keys by name, as JSON has them.
pub(super) fn json(context: &Context<'_>) -> serde_json::Value {
    let of = |value: &Value<'_>| match value {
        Value::Single(value) => serde_json::Value::from(value.as_ref()),
        Value::Multi(values) => serde_json::Value::from(values.clone()),
    };
    let keys: BTreeMap<&str, serde_json::Value> =
        context.iter().map(|(name, value)| (name, of(value))).collect();
    serde_json::json!(keys)
}
