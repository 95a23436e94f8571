//! The versions of a bucket's objects as rows: two tables read as one, each key's versions from the newest on.

use kernel::{Cx, Fault};
use store::{Snapshot, StoreError, join, past};

use super::walk::{Place, Row, Rows};
use crate::record::{
    Bucket, OBJECTS, VERSIONS, Version, Which, object_key, version, version_row, versions_prefix,
};

/// The versions of a bucket's objects.
pub(super) struct Versions<'a> {
    pub(super) cx: &'a Cx,
    pub(super) bucket: &'a Bucket,
}

/// One of them.
pub(super) struct Listed {
    pub(super) version: Version,
    /// Whether it is the newest of its key.
    pub(super) is_latest: bool,
}

/// Where reading begins.
struct Seek {
    /// The first row of current objects, and that of other versions; nothing if none is left.
    current: Option<String>,
    older: Option<String>,
    /// The key some of whose versions come before.
    told: Option<String>,
}

impl Rows<Listed> for Versions<'_> {
    fn read(&self, prefix: &str, place: &Place, limit: usize) -> Result<Vec<Row<Listed>>, Fault> {
        let (scope, prefix) = (self.bucket.scope(), join(&[&self.bucket.name, prefix]));
        let (current, older, mut told) = self.cx.read(|view| {
            let seek = self.seek(view, &prefix, place)?;
            let current = match seek.current {
                Some(from) => OBJECTS.list_from(view, &scope, &prefix, &from, limit)?,
                None => Vec::new(),
            };
            let older = match seek.older {
                Some(from) => VERSIONS.list_from(view, &scope, &prefix, &from, limit)?,
                None => Vec::new(),
            };
            Ok((current, older, seek.told))
        })?;
        let mut merged: Vec<(String, Version)> = current
            .into_iter()
            .map(|(row, object)| (key_of(&row), Version::Object(Box::new(object))))
            .chain(older.into_iter().map(|(row, version)| (key_of(&row), version)))
            .collect();
        // Both were sorted, and the current object of a key stands before its older versions, so that it stays
        // there; what lies beyond the limit in either table is beyond it in both together.
        merged.sort_by(|(one, _), (other, _)| one.cmp(other));
        merged.truncate(limit);
        let row = |(key, version): (String, Version)| {
            let is_latest = told.as_ref() != Some(&key);
            told = Some(key.clone());
            Row { id: Some(version.mark().shown()), key, record: Listed { version, is_latest } }
        };
        Ok(merged.into_iter().map(row).collect())
    }
}

impl Versions<'_> {
    fn seek(&self, view: &dyn Snapshot, prefix: &str, place: &Place) -> Result<Seek, StoreError> {
        let name = &self.bucket.name;
        Ok(match place {
            Place::Start => {
                let first = Some(prefix.to_owned());
                Seek { current: first.clone(), older: first, told: None }
            }
            Place::After(key, None) => Seek {
                current: Some(next(object_key(name, key))),
                older: past(&versions_prefix(name, key)),
                told: None,
            },
            Place::After(key, Some(id)) => match self.stands(view, key, id)? {
                Some(place) => {
                    // Versions that were told may be gone since: then an older one has become the newest, which
                    // may be the current object now.
                    let newest = version(view, self.bucket, key, &Which::Current)?;
                    let is_told = newest.as_ref().is_some_and(|newest| newest.mark().place >= place);
                    let is_current = matches!(newest, Some(Version::Object(_)));
                    let current = object_key(name, key);
                    Seek {
                        current: Some(if is_current && !is_told { current } else { next(current) }),
                        older: Some(next(version_row(name, key, place))),
                        told: is_told.then(|| key.clone()),
                    }
                }
                // A version `null` that has gone meanwhile, and only its record told where it stood. So its key
                // is told again from the beginning: better twice than not at all.
                None => Seek {
                    current: Some(object_key(name, key)),
                    older: Some(versions_prefix(name, key)),
                    told: None,
                },
            },
            Place::Past(folded) => {
                let from = past(&object_key(name, folded));
                Seek { current: from.clone(), older: from, told: None }
            }
        })
    }

    /// Where a version stands among those of its key.
    fn stands(&self, view: &dyn Snapshot, key: &str, id: &str) -> Result<Option<u64>, StoreError> {
        let Some(which) = Which::parse(Some(id)) else { return Ok(None) };
        match which.place() {
            Some(place) => Ok(Some(place)),
            None => Ok(version(view, self.bucket, key, &which)?.map(|found| found.mark().place)),
        }
    }
}

/// The least row behind this one.
fn next(row: String) -> String {
    row + "\u{1}"
}

/// The object's key in the key of a row.
fn key_of(row: &str) -> String {
    store::split(row).into_iter().nth(1).unwrap_or_default()
}
