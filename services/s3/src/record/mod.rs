//! What is stored, and where.
//!
//! Bucket names are one space for all accounts, so they are global. All else lies in its owner's scope: reading
//! it needs the owner, and the owner comes from the bucket that the gate was asked about.

mod settings;
mod versions;

use std::collections::BTreeMap;

use blobs::BlobId;
use names::{AccountId, Region, Scope, Timestamp};
use serde::{Deserialize, Serialize};
use store::{Global, Snapshot, StoreError, Table, Transaction, join};

pub(crate) use self::settings::{PublicAccessBlock, Settings, Versioning};
pub(crate) use self::versions::{
    Fresh, Mark, Marker, VERSIONS, Version, Which, delete_object, put_object, remove_version, rewrite,
    version, version_row, versions_prefix,
};

/// Every bucket by its name.
pub(crate) const BUCKETS: Global<Bucket> = Global::new("s3/bucket");
/// The buckets of an account, by name.
pub(crate) const OWNED: Table<OwnedBucket> = Table::new("s3/owned-bucket");
/// The tags of buckets, by bucket.
pub(crate) const BUCKET_TAGS: Table<BTreeMap<String, String>> = Table::new("s3/bucket-tags");
/// The current objects by bucket and key.
pub(crate) const OBJECTS: Table<Object> = Table::new("s3/object");
/// The pieces of objects that were uploaded in parts, by the id of the upload.
pub(crate) const MANIFESTS: Table<Manifest> = Table::new("s3/manifest");
/// Unfinished uploads by bucket, key and upload id.
pub(crate) const UPLOADS: Table<Upload> = Table::new("s3/upload");
/// Their parts, by upload id and part number.
pub(crate) const PARTS: Table<Part> = Table::new("s3/part");
/// Bucket policies by bucket.
pub(crate) const POLICIES: Table<BucketPolicy> = Table::new("s3/bucket-policy");
/// Bytes that no record names any more, until they are deleted.
pub(crate) const GARBAGE: Global<Garbage> = Global::new("s3/garbage");

/// A bucket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Bucket {
    pub(crate) name: String,
    pub(crate) owner: AccountId,
    pub(crate) region: Region,
    pub(crate) created: Timestamp,
    #[serde(default)]
    pub(crate) settings: Settings,
}

/// What a list of buckets shows of one.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct OwnedBucket {
    pub(crate) name: String,
    pub(crate) region: Region,
    pub(crate) created: Timestamp,
}

impl Bucket {
    /// Whether this is the same bucket, however it is set by now, and not a later one of the same name.
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.name == other.name
            && self.owner == other.owner
            && self.region == other.region
            && self.created == other.created
    }

    /// What a list of buckets shows.
    pub(crate) fn listed(&self) -> OwnedBucket {
        OwnedBucket { name: self.name.clone(), region: self.region.clone(), created: self.created }
    }

    /// Where its contents are stored.
    pub(crate) fn scope(&self) -> Scope {
        Scope::global(self.owner)
    }
}

/// The policy of a bucket, as it was put, its principals by unique id.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct BucketPolicy {
    pub(crate) text: String,
    /// Another one with each put, so that compiled policies know when they are outdated.
    pub(crate) revision: String,
}

/// An object.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Object {
    pub(crate) size: u64,
    /// Without quotes.
    pub(crate) etag: String,
    pub(crate) modified: Timestamp,
    pub(crate) content: Content,
    pub(crate) description: Description,
    pub(crate) checksum: Checksum,
    /// Which version of its key it is.
    #[serde(default, skip_serializing_if = "Mark::is_first")]
    pub(crate) mark: Mark,
}

/// Where an object's bytes are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Content {
    /// In one blob.
    Whole(BlobId),
    /// In as many blobs as the upload had parts; the manifest of that upload lists them.
    Parts { upload_id: String, count: u32 },
}

/// What its writer said about an object.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Description {
    pub(crate) headers: Headers,
    pub(crate) metadata: BTreeMap<String, String>,
    pub(crate) tags: BTreeMap<String, String>,
    pub(crate) storage_class: String,
    pub(crate) redirect: Option<String>,
}

/// The headers that are stored with an object and come back with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Headers {
    pub(crate) content_type: Option<String>,
    pub(crate) cache_control: Option<String>,
    pub(crate) content_disposition: Option<String>,
    pub(crate) content_encoding: Option<String>,
    pub(crate) content_language: Option<String>,
    pub(crate) expires: Option<String>,
}

/// The algorithms S3 checks uploads with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Algorithm {
    Crc32,
    Crc32c,
    Crc64Nvme,
    Sha1,
    Sha256,
}

/// Whether a checksum is one over all bytes, or one over the checksums of the parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Coverage {
    FullObject,
    Composite,
}

/// A checksum as clients see it: base 64, with the number of parts if composite.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Checksum {
    pub(crate) algorithm: Algorithm,
    pub(crate) coverage: Coverage,
    pub(crate) value: String,
}

/// The blobs of an object in parts, in order.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Manifest {
    pub(crate) pieces: Vec<Piece>,
}

/// One of them.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Piece {
    pub(crate) blob: BlobId,
    pub(crate) size: u64,
    /// The part's own checksum.
    pub(crate) checksum: String,
}

/// An unfinished upload.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Upload {
    pub(crate) initiated: Timestamp,
    /// The ARN of who began it, and the name messages show.
    pub(crate) initiator: String,
    pub(crate) description: Description,
    pub(crate) algorithm: Algorithm,
    pub(crate) coverage: Coverage,
    /// Whether the client chose the algorithm; otherwise listings do not tell it.
    pub(crate) chosen: bool,
}

/// A part of an unfinished upload.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Part {
    pub(crate) blob: BlobId,
    pub(crate) size: u64,
    pub(crate) etag: String,
    pub(crate) modified: Timestamp,
    /// By the upload's algorithm, base 64.
    pub(crate) checksum: String,
}

/// Bytes to be deleted.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Garbage {
    pub(crate) blobs: Vec<BlobId>,
}

/// The key of an object's record.
pub(crate) fn object_key(bucket: &str, key: &str) -> String {
    join(&[bucket, key])
}

/// The key of an upload's record.
pub(crate) fn upload_key(bucket: &str, key: &str, upload_id: &str) -> String {
    join(&[bucket, key, upload_id])
}

/// The key of a part's record; five digits sort as the numbers do.
pub(crate) fn part_key(upload_id: &str, number: u32) -> String {
    join(&[upload_id, &format!("{number:05}")])
}

/// What all the part records of an upload begin with.
pub(crate) fn parts_prefix(upload_id: &str) -> String {
    join(&[upload_id, ""])
}

/// The current object under a key.
pub(crate) fn object(view: &dyn Snapshot, bucket: &Bucket, key: &str) -> Result<Option<Object>, StoreError> {
    OBJECTS.get(view, &bucket.scope(), &object_key(&bucket.name, key))
}

/// All parts of an upload with their numbers, ascending.
pub(crate) fn parts(
    view: &dyn Snapshot,
    scope: &Scope,
    upload_id: &str,
) -> Result<Vec<(u32, Part)>, StoreError> {
    let rows = PARTS.list(view, scope, &parts_prefix(upload_id), None, usize::MAX)?;
    Ok(rows.into_iter().map(|(key, part)| (part_number(&key), part)).collect())
}

/// The number in a part's key.
pub(crate) fn part_number(key: &str) -> u32 {
    store::split(key).get(1).and_then(|digits| digits.parse().ok()).unwrap_or_default()
}

/// Puts the bytes of an object with the garbage.
fn discard_content(tx: &mut dyn Transaction, bucket: &Bucket, content: Content) -> Result<(), StoreError> {
    match content {
        Content::Whole(blob) => discard(tx, vec![blob]),
        Content::Parts { upload_id, .. } => {
            let manifest = MANIFESTS.get(tx, &bucket.scope(), &upload_id)?;
            MANIFESTS.delete(tx, &bucket.scope(), &upload_id)?;
            let pieces = manifest.map(|manifest| manifest.pieces).unwrap_or_default();
            discard(tx, pieces.into_iter().map(|piece| piece.blob).collect())
        }
    }
}

/// Puts bytes with the garbage. Blobs are never named twice, so the first one's id is a key.
pub(crate) fn discard(tx: &mut dyn Transaction, blobs: Vec<BlobId>) -> Result<(), StoreError> {
    let Some(first) = blobs.first().map(ToString::to_string) else { return Ok(()) };
    GARBAGE.put(tx, &first, &Garbage { blobs })
}
