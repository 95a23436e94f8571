//! Tags of users, roles and policies.

use std::collections::BTreeMap;

use api_iam::Tag;
use kernel::Fault;

use crate::{quota, wording};

/// Tags by key.
pub(crate) type Tags = BTreeMap<String, String>;

/// Whether keys that differ only in case are one key. They are for users and roles, and two for policies.
///
/// Source: "Tags for AWS Identity and Access Management resources" in the IAM user guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keys {
    CaseIgnored,
    CaseKept,
}

impl Keys {
    fn same(self, one: &str, other: &str) -> bool {
        match self {
            Self::CaseIgnored => one.eq_ignore_ascii_case(other),
            Self::CaseKept => one == other,
        }
    }
}

/// The tags of a request, if they may be.
pub(crate) fn accept(tags: Vec<Tag>, keys: Keys) -> Result<Tags, Fault> {
    let mut accepted = Tags::new();
    for tag in tags {
        refuse_reserved(&tag.key)?;
        if accepted.keys().any(|key| keys.same(key, &tag.key)) {
            return Err(wording::duplicate_tags(keys == Keys::CaseIgnored));
        }
        accepted.insert(tag.key, tag.value);
    }
    within_quota(&accepted)?;
    Ok(accepted)
}

/// Adds tags; a key that is there gets the new spelling and value.
pub(crate) fn add(tags: &mut Tags, new: &Tags, keys: Keys) -> Result<(), Fault> {
    tags.retain(|key, _| !new.keys().any(|other| keys.same(key, other)));
    tags.extend(new.iter().map(|(key, value)| (key.clone(), value.clone())));
    within_quota(tags)
}

/// Removes tags; keys that are not there are passed over.
pub(crate) fn remove(tags: &mut Tags, gone: &[String], keys: Keys) {
    tags.retain(|key, _| !gone.iter().any(|other| keys.same(key, other)));
}

/// The keys of a request to remove tags, if they may be.
pub(crate) fn accept_keys(keys: &[String]) -> Result<(), Fault> {
    keys.iter().try_for_each(|key| refuse_reserved(key))
}

/// As the API shows them.
pub(crate) fn shown(tags: &Tags) -> Vec<Tag> {
    tags.iter().map(|(key, value)| Tag { key: key.clone(), value: value.clone() }).collect()
}

/// The same, where no tags are left out of the answer.
pub(crate) fn shown_if_any(tags: &Tags) -> Option<Vec<Tag>> {
    (!tags.is_empty()).then(|| shown(tags))
}

/// As checks want them.
pub(crate) fn pairs(tags: &[Tag]) -> impl Iterator<Item = (&str, &str)> {
    tags.iter().map(|tag| (tag.key.as_str(), tag.value.as_str()))
}

fn refuse_reserved(key: &str) -> Result<(), Fault> {
    match key.get(..4) {
        Some(prefix) if prefix.eq_ignore_ascii_case("aws:") => Err(wording::reserved_tag()),
        _ => Ok(()),
    }
}

fn within_quota(tags: &Tags) -> Result<(), Fault> {
    if tags.len() > quota::TAGS { Err(wording::too_many_tags()) } else { Ok(()) }
}
