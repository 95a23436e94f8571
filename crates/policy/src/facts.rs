//! What is known of services: their actions, the resources these act on, and condition keys.
//!
//! The engine decides without; only tools that judge policies ask. The facts come from the service authorization
//! reference, in the JSON form that `data/service-authorization` has.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::arn;
use crate::overlap::intersect;

/// Services, and the keys that belong to none.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    services: BTreeMap<String, ServiceFacts>,
    global_keys: BTreeMap<String, String>,
}

/// One service.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ServiceFacts {
    /// The prefix of its actions.
    pub service: String,
    /// The actions by name.
    #[serde(default)]
    pub actions: BTreeMap<String, ActionFacts>,
    /// The types of resources.
    #[serde(default)]
    pub resources: BTreeMap<String, ResourceFacts>,
    /// The type of each condition key.
    #[serde(default)]
    pub condition_keys: BTreeMap<String, String>,
    /// Whether only some of its actions are listed, so that others may exist.
    #[serde(default)]
    pub partial: bool,
}

/// An action.
#[derive(Debug, Clone, Deserialize)]
pub struct ActionFacts {
    /// `List`, `Read`, `Write`, `Permissions management` or `Tagging`; several joined by commas.
    pub access: String,
    /// The types of resources it can be limited to; none where it only takes `*`.
    #[serde(default)]
    pub resources: Vec<ActionResource>,
}

/// A type of resource an action can be limited to.
#[derive(Debug, Clone, Deserialize)]
pub struct ActionResource {
    /// The type.
    #[serde(rename = "type")]
    pub kind: String,
}

/// A type of resource.
#[derive(Debug, Clone, Deserialize)]
pub struct ResourceFacts {
    /// Its ARN, with placeholders such as `${Region}`.
    pub arn: String,
}

impl Facts {
    /// Facts about these services and the keys that belong to none, with their types.
    pub fn new(services: Vec<ServiceFacts>, global_keys: BTreeMap<String, String>) -> Facts {
        let services = services.into_iter().map(|facts| (facts.service.clone(), facts)).collect();
        let global_keys =
            global_keys.into_iter().map(|(key, kind)| (key.to_ascii_lowercase(), kind)).collect();
        Facts { services, global_keys }
    }

    /// A service by prefix, whatever its case.
    pub fn service(&self, prefix: &str) -> Option<&ServiceFacts> {
        self.services.get(&prefix.to_ascii_lowercase())
    }

    /// Every action, as `service:Name`.
    pub fn actions(&self) -> impl Iterator<Item = String> {
        self.services
            .values()
            .flat_map(|facts| facts.actions.keys().map(|name| format!("{}:{name}", facts.service)))
    }

    pub(crate) fn prefixes(&self) -> impl Iterator<Item = &str> {
        self.services.keys().map(String::as_str)
    }

    /// The type of a condition key; nothing for unknown keys.
    pub(crate) fn key_type(&self, key: &str) -> Option<&str> {
        let key = key.to_ascii_lowercase();
        let own = self.services.values().flat_map(|facts| &facts.condition_keys);
        let own = own.map(|(known, kind)| (known.to_ascii_lowercase(), kind));
        let global = self.global_keys.iter().map(|(known, kind)| (known.clone(), kind));
        global.chain(own).find(|(known, _)| is_key(known, &key)).map(|(_, kind)| kind.as_str())
    }

    /// Whether all keys of the prefix are known.
    pub(crate) fn knows_keys_of(&self, prefix: &str) -> bool {
        prefix.eq_ignore_ascii_case("aws") || self.service(prefix).is_some_and(|facts| !facts.partial)
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        let own = self.services.values().flat_map(|facts| facts.condition_keys.keys());
        own.map(String::as_str).chain(self.global_keys.keys().map(String::as_str))
    }
}

impl ServiceFacts {
    /// The actions a pattern in lower case matches; the pattern has no service.
    pub(crate) fn matching(&self, lower_pattern: &str) -> impl Iterator<Item = (&str, &ActionFacts)> {
        let pattern = crate::pattern::Pattern::new(lower_pattern);
        self.actions
            .iter()
            .filter(move |(name, _)| pattern.matches(&name.to_ascii_lowercase()))
            .map(|(name, facts)| (name.as_str(), facts))
    }

    /// Whether an action, by its whole name, acts on a resource.
    pub(crate) fn acts_on(&self, name: &str, resource: &str) -> bool {
        let Some(action) = self.actions.get(name) else { return false };
        let arns = self.arns(action);
        if arns.is_empty() { resource == "*" } else { arns.iter().any(|arn| meets(resource, arn)) }
    }

    /// The ARNs of the resources that an action can be limited to, as patterns.
    pub(crate) fn arns(&self, action: &ActionFacts) -> Vec<String> {
        let arn = |resource: &ActionResource| {
            self.resources.get(&resource.kind).map(|facts| as_pattern(&facts.arn))
        };
        action.resources.iter().filter_map(arn).collect()
    }
}

/// Whether a resource pattern and the ARN of a type of resources have an ARN in common.
pub(crate) fn meets(resource: &str, arn: &str) -> bool {
    let (Some(wanted), Some(known)) = (arn::split(resource), arn::split(arn)) else {
        return intersect(resource, arn);
    };
    // The name of a bucket has no slash; what has one is an object.
    if known[2] == "s3" && known[5] == "?*" && wanted[5].contains('/') {
        return false;
    }
    // Part by part; only a star before the last part can also stand for colons.
    wanted.iter().zip(&known).all(|(a, b)| intersect(a, b))
        || (wanted.iter().take(5).any(|part| part.contains('*')) && intersect(resource, arn))
}

/// Placeholders stand for at least one character.
fn as_pattern(arn: &str) -> String {
    let mut pattern = String::new();
    let mut rest = arn;
    while let Some((before, after)) = rest.split_once("${") {
        pattern.push_str(before);
        pattern.push_str("?*");
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    pattern + rest
}

/// A known key may end in the name of a tag, such as `aws:requesttag/${tagkey}` or `s3:existingobjecttag/<key>`.
fn is_key(known: &str, key: &str) -> bool {
    let open = ["${", "<", "/tag-key"].iter().filter_map(|mark| known.find(mark)).min();
    match open {
        Some(at) if known[at..].starts_with("/tag-key") => key.starts_with(&known[..=at]),
        Some(at) => key.starts_with(&known[..at]) && key.len() > at,
        None => known == key,
    }
}
