//! Session tags: asked for with a session, or passed on from the caller's.
//!
//! Source: "Pass session tags in AWS STS" in the IAM user guide.

use std::collections::BTreeMap;

use api_sts::Tag;
use kernel::{Check, Fault, Temporary};

/// The tags of one session.
const TAGS_MAX: usize = 50;
const KEY_MAX: usize = 128;
const VALUE_MAX: usize = 256;
/// Tags of AWS's own.
const RESERVED_PREFIX: &str = "aws:";

/// The tags of a new session, and which of them pass on. Keys ignore case.
#[derive(Debug, Default)]
pub(crate) struct SessionTags {
    pub(crate) tags: BTreeMap<String, String>,
    pub(crate) transitive: Vec<String>,
}

impl SessionTags {
    /// Those that a request asks for, over the transitive ones of the caller's own session.
    pub(crate) fn of(asked: &[Tag], transitive: &[String], caller: Option<&Temporary>) -> Self {
        let mut tags: BTreeMap<String, String> =
            asked.iter().map(|tag| (tag.key.clone(), tag.value.clone())).collect();
        let mut transitive = transitive.to_vec();
        for (key, value) in passed_on(caller) {
            tags.retain(|asked, _| !asked.eq_ignore_ascii_case(key));
            tags.insert(key.clone(), value.clone());
            transitive.retain(|asked| !asked.eq_ignore_ascii_case(key));
            transitive.push(key.clone());
        }
        transitive.sort();
        transitive.dedup();
        Self { tags, transitive }
    }

    /// The check with what policies may test of these tags.
    pub(crate) fn on(&self, check: Check) -> Check {
        let tags = self.tags.iter().map(|(key, value)| (&**key, &**value));
        let check = check.request_tags(tags);
        if self.transitive.is_empty() {
            check
        } else {
            check.keys("sts:TransitiveTagKeys", self.transitive.clone())
        }
    }
}

/// No key twice, none of AWS's, only transitive what is there, and nothing over what the caller's session
/// passes on.
pub(crate) fn consistent(
    asked: &[Tag],
    transitive: &[String],
    caller: Option<&Temporary>,
) -> Result<(), Fault> {
    let invalid = |message: &str| Err(Fault::new("InvalidParameterValue", 400, message));
    let same = |one: &str, other: &str| one.eq_ignore_ascii_case(other);
    let is_twice = |at: usize, key: &str| asked.iter().take(at).any(|tag| same(&tag.key, key));
    if asked.iter().enumerate().any(|(at, tag)| is_twice(at, &tag.key)) {
        return invalid("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    }
    let is_reserved = |key: &str| {
        key.get(..RESERVED_PREFIX.len()).is_some_and(|start| start.eq_ignore_ascii_case(RESERVED_PREFIX))
    };
    if asked.iter().any(|tag| is_reserved(&tag.key)) {
        return invalid("Tag keys beginning with aws: are reserved for system use.");
    }
    // Requests keep to the model; what identity providers ask for is looked at here.
    let is_long = |tag: &Tag| tag.key.chars().count() > KEY_MAX || tag.value.chars().count() > VALUE_MAX;
    if asked.iter().any(|tag| tag.key.is_empty() || is_long(tag)) {
        return invalid("Tag keys have 1 to 128 characters, and tag values up to 256.");
    }
    if transitive.iter().any(|key| !asked.iter().any(|tag| same(&tag.key, key))) {
        return invalid("The specified transitive tag key must be included in the requested tags.");
    }
    if passed_on(caller).any(|(key, _)| asked.iter().any(|tag| same(&tag.key, key))) {
        return invalid(
            "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key \
             from the calling session.",
        );
    }
    if asked.len() + passed_on(caller).count() > TAGS_MAX {
        return invalid("The number of session tags exceeds the limit of 50.");
    }
    Ok(())
}

fn passed_on(caller: Option<&Temporary>) -> impl Iterator<Item = (&String, &String)> {
    caller.into_iter().flat_map(|own| own.tags.iter().filter(|(key, _)| own.passes_on(key)))
}
