//! The versions of objects.
//!
//! The current object of a key lies where it would lie in a bucket without versions, so that reading and listing
//! cost the same. All other versions, and delete markers, lie in a table of their own, the newest first. Where a
//! key has versions and no current object, the newest of them is a delete marker.

use names::Timestamp;
use serde::{Deserialize, Serialize};
use store::{Snapshot, StoreError, Table, Transaction, join};

use super::{Bucket, OBJECTS, Object, Versioning, discard_content, object, object_key};

/// Versions that are not current objects, by bucket, key and age.
pub(crate) const VERSIONS: Table<Version> = Table::new("s3/version");

/// The place of the version `null` of a key, where it is among [`VERSIONS`]: nothing in its name tells it.
const NULLS: Table<u64> = Table::new("s3/null-version");

/// The id of the version that was written while none were kept.
const NULL: &str = "null";

/// Hexadecimal digits of an id that say its place, and as many that are chance.
const PLACE_DIGITS: usize = 16;

/// Where something stands among the versions of its key.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Mark {
    /// Greater than those of all older versions: the time in milliseconds, or one more than the last one's.
    pub(crate) place: u64,
    /// Nothing for the version `null`.
    pub(crate) id: Option<String>,
}

impl Mark {
    /// Whether it is that of an object in a bucket that never kept versions.
    pub(crate) fn is_first(&self) -> bool {
        *self == Self::default()
    }

    /// The id as clients see it.
    pub(crate) fn shown(&self) -> String {
        self.id.clone().unwrap_or_else(|| NULL.to_owned())
    }
}

/// One version of a key.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) enum Version {
    Object(Box<Object>),
    /// Here the object was deleted.
    Marker(Marker),
}

/// A delete marker.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Marker {
    pub(crate) mark: Mark,
    pub(crate) modified: Timestamp,
}

impl Version {
    pub(crate) fn mark(&self) -> &Mark {
        match self {
            Self::Object(object) => &object.mark,
            Self::Marker(marker) => &marker.mark,
        }
    }
}

/// Which version of a key somebody asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Which {
    Current,
    Null,
    Id(String),
}

impl Which {
    /// From what a client names. `None`: that cannot be an id.
    pub(crate) fn parse(id: Option<&str>) -> Option<Self> {
        match id {
            None => Some(Self::Current),
            Some(NULL) => Some(Self::Null),
            Some(id) => place_of(id).map(|_| Self::Id(id.to_owned())),
        }
    }

    /// The id that was named.
    pub(crate) fn id(&self) -> Option<&str> {
        match self {
            Self::Current => None,
            Self::Null => Some(NULL),
            Self::Id(id) => Some(id),
        }
    }

    /// Where the version stands that an id names.
    pub(crate) fn place(&self) -> Option<u64> {
        match self {
            Self::Current | Self::Null => None,
            Self::Id(id) => place_of(id),
        }
    }

    fn is(&self, mark: &Mark) -> bool {
        match self {
            Self::Current => true,
            Self::Null => mark.id.is_none(),
            Self::Id(id) => mark.id.as_deref() == Some(id),
        }
    }
}

/// The place that an id says.
fn place_of(id: &str) -> Option<u64> {
    let digits = |text: &str| text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let (place, _) = id.split_at_checked(PLACE_DIGITS)?;
    (id.len() == 2 * PLACE_DIGITS && digits(id)).then(|| u64::from_str_radix(place, 16).ok())?
}

/// The time and the chance that new versions are made of, taken before the transaction that makes them.
#[derive(Debug, Clone)]
pub(crate) struct Fresh {
    pub(crate) now: Timestamp,
    pub(crate) chance: u64,
}

impl Fresh {
    /// The mark of a version behind all others.
    fn mark(&self, behind: Option<u64>, versioning: Versioning) -> Mark {
        let now = u64::try_from(self.now.millis()).unwrap_or_default();
        let place = now.max(behind.map_or(0, |last| last.saturating_add(1)));
        let id = (versioning == Versioning::Enabled).then(|| format!("{place:016x}{:016x}", self.chance));
        Mark { place, id }
    }
}

/// What the rows of a key's versions begin with.
pub(crate) fn versions_prefix(bucket: &str, key: &str) -> String {
    join(&[bucket, key, ""])
}

/// The row of a version: the greater its place, the earlier it comes.
pub(crate) fn version_row(bucket: &str, key: &str, place: u64) -> String {
    join(&[bucket, key, &format!("{:016x}", u64::MAX - place)])
}

/// The version of a key that somebody asks for. Who asks for the current one may get a delete marker.
pub(crate) fn version(
    view: &dyn Snapshot,
    bucket: &Bucket,
    key: &str,
    which: &Which,
) -> Result<Option<Version>, StoreError> {
    let current = object(view, bucket, key)?;
    if let Some(current) = current.filter(|current| which.is(&current.mark)) {
        return Ok(Some(Version::Object(Box::new(current))));
    }
    // Without versions there is nothing else to find.
    if bucket.settings.versioning == Versioning::Never {
        return Ok(None);
    }
    match which {
        Which::Current => newest_row(view, bucket, key),
        Which::Null => null_row(view, bucket, key),
        Which::Id(id) => {
            let Some(place) = place_of(id) else { return Ok(None) };
            let row = version_row(&bucket.name, key, place);
            let found = VERSIONS.get(view, &bucket.scope(), &row)?;
            Ok(found.filter(|found| which.is(found.mark())))
        }
    }
}

/// The newest of those that are not current objects.
fn newest_row(view: &dyn Snapshot, bucket: &Bucket, key: &str) -> Result<Option<Version>, StoreError> {
    let first = VERSIONS.first(view, &bucket.scope(), &versions_prefix(&bucket.name, key))?;
    Ok(first.map(|(_, version)| version))
}

/// The version `null`, if it is not the current object.
fn null_row(view: &dyn Snapshot, bucket: &Bucket, key: &str) -> Result<Option<Version>, StoreError> {
    let Some(place) = NULLS.get(view, &bucket.scope(), &object_key(&bucket.name, key))? else {
        return Ok(None);
    };
    VERSIONS.get(view, &bucket.scope(), &version_row(&bucket.name, key, place))
}

/// Puts a version among those that are not current objects.
fn put_row(
    tx: &mut dyn Transaction,
    bucket: &Bucket,
    key: &str,
    version: &Version,
) -> Result<(), StoreError> {
    let Mark { place, id } = version.mark();
    if id.is_none() {
        NULLS.put(tx, &bucket.scope(), &object_key(&bucket.name, key), place)?;
    }
    VERSIONS.put(tx, &bucket.scope(), &version_row(&bucket.name, key, *place), version)
}

/// Takes a version from among those that are not current objects.
fn take_row(tx: &mut dyn Transaction, bucket: &Bucket, key: &str, mark: &Mark) -> Result<(), StoreError> {
    if mark.id.is_none() {
        NULLS.delete(tx, &bucket.scope(), &object_key(&bucket.name, key))?;
    }
    VERSIONS.delete(tx, &bucket.scope(), &version_row(&bucket.name, key, mark.place))?;
    Ok(())
}

/// Puts an object as the newest version of its key, and tells its mark. What that replaces goes to the garbage.
pub(crate) fn put_object(
    tx: &mut dyn Transaction,
    bucket: &Bucket,
    key: &str,
    object: &Object,
    fresh: &Fresh,
) -> Result<Mark, StoreError> {
    let row = object_key(&bucket.name, key);
    if bucket.settings.versioning == Versioning::Never {
        drop_current(tx, bucket, key)?;
        OBJECTS.put(tx, &bucket.scope(), &row, object)?;
        return Ok(Mark::default());
    }
    let mark = make_room(tx, bucket, key, fresh)?;
    OBJECTS.put(tx, &bucket.scope(), &row, &Object { mark: mark.clone(), ..object.clone() })?;
    Ok(mark)
}

/// Deletes the object of a key: where versions are kept, by a delete marker, whose mark is told. Nothing happens
/// if there is no object and none are kept.
pub(crate) fn delete_object(
    tx: &mut dyn Transaction,
    bucket: &Bucket,
    key: &str,
    fresh: &Fresh,
) -> Result<Option<Mark>, StoreError> {
    if bucket.settings.versioning == Versioning::Never {
        drop_current(tx, bucket, key)?;
        return Ok(None);
    }
    let mark = make_room(tx, bucket, key, fresh)?;
    OBJECTS.delete(tx, &bucket.scope(), &object_key(&bucket.name, key))?;
    let marker = Version::Marker(Marker { mark: mark.clone(), modified: fresh.now });
    put_row(tx, bucket, key, &marker)?;
    Ok(Some(mark))
}

/// Removes one version for good, and tells what it was. The newest of the others becomes the current one.
pub(crate) fn remove_version(
    tx: &mut dyn Transaction,
    bucket: &Bucket,
    key: &str,
    which: &Which,
) -> Result<Option<Version>, StoreError> {
    let Some(found) = version(tx, bucket, key, which)? else { return Ok(None) };
    let current = object(tx, bucket, key)?;
    if current.is_some_and(|current| current.mark == *found.mark()) {
        drop_current(tx, bucket, key)?;
    } else {
        drop_row(tx, bucket, key, &found)?;
    }
    if bucket.settings.versioning != Versioning::Never {
        promote(tx, bucket, key)?;
    }
    Ok(Some(found))
}

/// Puts a version back, changed, where it lies.
pub(crate) fn rewrite(
    tx: &mut dyn Transaction,
    bucket: &Bucket,
    key: &str,
    changed: Object,
) -> Result<(), StoreError> {
    let current = object(tx, bucket, key)?;
    if current.is_some_and(|current| current.mark == changed.mark) {
        return OBJECTS.put(tx, &bucket.scope(), &object_key(&bucket.name, key), &changed);
    }
    put_row(tx, bucket, key, &Version::Object(Box::new(changed)))
}

/// Makes room for a new version of a key: the current object becomes one of the others, and where the new one
/// will be `null`, an older `null` goes. Tells the mark of the new one.
fn make_room(
    tx: &mut dyn Transaction,
    bucket: &Bucket,
    key: &str,
    fresh: &Fresh,
) -> Result<Mark, StoreError> {
    let replaces_null = bucket.settings.versioning == Versioning::Suspended;
    let current = object(tx, bucket, key)?;
    let last = match &current {
        Some(current) => Some(current.mark.place),
        None => newest_row(tx, bucket, key)?.map(|newest| newest.mark().place),
    };
    match current {
        Some(current) if replaces_null && current.mark.id.is_none() => drop_current(tx, bucket, key)?,
        current => {
            if let Some(current) = current {
                put_row(tx, bucket, key, &Version::Object(Box::new(current)))?;
            }
            let null = if replaces_null { null_row(tx, bucket, key)? } else { None };
            if let Some(null) = null {
                drop_row(tx, bucket, key, &null)?;
            }
        }
    }
    Ok(fresh.mark(last, bucket.settings.versioning))
}

/// The newest version becomes the current object, if there is none and it is no delete marker.
fn promote(tx: &mut dyn Transaction, bucket: &Bucket, key: &str) -> Result<(), StoreError> {
    if object(tx, bucket, key)?.is_some() {
        return Ok(());
    }
    let Some(Version::Object(newest)) = newest_row(tx, bucket, key)? else { return Ok(()) };
    take_row(tx, bucket, key, &newest.mark)?;
    OBJECTS.put(tx, &bucket.scope(), &object_key(&bucket.name, key), &newest)
}

/// Removes the current object, its bytes with the garbage. Nothing happens if there is none.
fn drop_current(tx: &mut dyn Transaction, bucket: &Bucket, key: &str) -> Result<(), StoreError> {
    let Some(old) = object(tx, bucket, key)? else { return Ok(()) };
    OBJECTS.delete(tx, &bucket.scope(), &object_key(&bucket.name, key))?;
    discard_content(tx, bucket, old.content)
}

/// Removes a version that is not the current object, its bytes with the garbage.
fn drop_row(
    tx: &mut dyn Transaction,
    bucket: &Bucket,
    key: &str,
    version: &Version,
) -> Result<(), StoreError> {
    take_row(tx, bucket, key, version.mark())?;
    match version {
        Version::Object(object) => discard_content(tx, bucket, object.content.clone()),
        Version::Marker(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_says_its_place_and_whose_it_is_not() {
        let fresh = Fresh { now: Timestamp::from_millis(1_764_054_489_045), chance: 7 };
        let mark = fresh.mark(None, Versioning::Enabled);
        let id = mark.id.clone().unwrap();
        assert_eq!(place_of(&id), Some(mark.place));
        assert_eq!(Which::parse(Some(&id)), Some(Which::Id(id.clone())));
        for wrong in ["", "x", "Null", &id[1..], &id.to_uppercase(), &format!("{id}0")] {
            let expect = (wrong == id).then(|| Which::Id(id.clone()));
            assert_eq!(Which::parse(Some(wrong)), expect, "{wrong}");
        }
    }

    #[test]
    fn a_new_version_comes_behind_the_last_also_when_the_clock_went_back() {
        let fresh = Fresh { now: Timestamp::from_millis(5), chance: 7 };
        assert_eq!(fresh.mark(Some(9), Versioning::Enabled).place, 10);
        assert_eq!(fresh.mark(Some(3), Versioning::Enabled).place, 5);
        assert_eq!(fresh.mark(Some(9), Versioning::Suspended), Mark { place: 10, id: None });
    }

    #[test]
    fn newer_versions_come_first() {
        assert!(version_row("b", "k", 2) < version_row("b", "k", 1));
        assert!(version_row("b", "k", u64::MAX) < version_row("b", "k", 0));
        assert!(version_row("b", "k", 0) < version_row("b", "k!", 9));
    }
}
