//! `ListObjectVersions`.

use api_s3::{
    DeleteMarkerEntry, ListObjectVersions, ListObjectVersionsOutput, ListObjectVersionsRequest, ObjectVersion,
};
use kernel::{Answer, At, Category, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::version_rows::{Listed, Versions};
use super::walk::{Page, Place, Query, Row, walk};
use super::{Encoding, count, owner, page_size};
use crate::S3;
use crate::access::{Asker, Keys};
use crate::object::metadata::quoted;
use crate::record::{Bucket, Marker, Object, Version, Which};
use crate::wording::invalid_argument;

impl Handle<ListObjectVersions> for S3 {
    const EFFECT: Effect = Effect::Read;
    const CATEGORY: Category = Category::Data;

    fn checks(&self, input: &ListObjectVersionsRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let asker = Asker::at(at);
        let expected = input.expected_bucket_owner.as_deref();
        let bucket = at.read(|view| asker.bucket(view, &input.bucket, expected))?;
        let max_keys = input.max_keys.map(|max| max.to_string());
        let check = asker.about_bucket("s3:ListBucketVersions", &bucket);
        let check = check
            .maybe("s3:prefix", input.prefix.as_deref())
            .maybe("s3:delimiter", input.delimiter.as_deref())
            .maybe("s3:max-keys", max_keys.as_deref());
        Ok(Checks::of(check))
    }

    /// A bucket that never kept versions has one of each object, called `null`.
    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ListObjectVersions>,
    ) -> Result<Answer<ListObjectVersions>, Fault> {
        let bucket = cx.read(|view| Asker::cx(cx).bucket(view, &input.bucket, None))?;
        let encoding = Encoding::of(input.encoding_type.as_deref());
        let limit = page_size(input.max_keys, "max-keys")?;
        let prefix = input.prefix.as_deref().unwrap_or_default();
        let delimiter = input.delimiter.as_deref().unwrap_or_default();
        let query = Query { prefix, delimiter, limit };
        let from = from(&input, &query)?;
        let page = walk(&Versions { cx, bucket: &bucket }, &query, from)?;
        let (next_key, next_id) = markers(&page);
        let mut output = ListObjectVersionsOutput {
            is_truncated: Some(page.next.is_some()),
            key_marker: Some(encoding.text(input.key_marker.as_deref().unwrap_or_default())),
            version_id_marker: Some(input.version_id_marker.clone().unwrap_or_default()),
            next_key_marker: encoding.maybe(next_key),
            next_version_id_marker: next_id.map(str::to_owned),
            name: Some(bucket.name.clone()),
            prefix: Some(encoding.text(prefix)),
            delimiter: encoding.maybe(input.delimiter.as_deref()),
            max_keys: Some(count(limit)),
            common_prefixes: Some(encoding.prefixes(&page.prefixes)),
            encoding_type: encoding.name(),
            ..ListObjectVersionsOutput::default()
        };
        let (mut versions, mut delete_markers) = (Vec::new(), Vec::new());
        for row in &page.rows {
            match &row.record.version {
                Version::Object(object) => versions.push(shown_object(row, object, encoding, &bucket)),
                Version::Marker(marker) => delete_markers.push(shown_marker(row, marker, encoding, &bucket)),
            }
        }
        output.versions = Some(versions);
        output.delete_markers = Some(delete_markers);
        Ok(Answer::Output(output))
    }
}

/// Where the listing goes on.
fn from(input: &ListObjectVersionsRequest, query: &Query<'_>) -> Result<Place, Fault> {
    let key_marker = input.key_marker.as_deref().filter(|key| !key.is_empty());
    let id_marker = input.version_id_marker.as_deref();
    let Some(id) = id_marker else { return Ok(Place::behind(key_marker, query)) };
    if key_marker.is_none() {
        let message = "A version-id marker cannot be specified without a key marker.";
        return Err(invalid_argument(message, "version-id-marker", id));
    }
    if Which::parse(Some(id)).is_none() {
        return Err(invalid_argument("Invalid version id specified", "version-id-marker", id));
    }
    Ok(match Place::behind(key_marker, query) {
        Place::After(key, _) => Place::After(key, Some(id.to_owned())),
        place => place,
    })
}

/// What the client sends to go on.
fn markers(page: &Page<Listed>) -> (Option<&str>, Option<&str>) {
    match &page.next {
        Some(Place::After(key, id)) => (Some(key), id.as_deref()),
        Some(Place::Past(prefix)) => (Some(prefix), None),
        Some(Place::Start) | None => (None, None),
    }
}

fn shown_object(row: &Row<Listed>, object: &Object, encoding: Encoding, bucket: &Bucket) -> ObjectVersion {
    ObjectVersion {
        e_tag: Some(quoted(&object.etag)),
        checksum_algorithm: Some(vec![object.checksum.algorithm.name().to_owned()]),
        checksum_type: Some(object.checksum.coverage.name().to_owned()),
        size: i64::try_from(object.size).ok(),
        storage_class: Some(object.description.storage_class.clone()),
        key: Some(encoding.text(&row.key)),
        version_id: Some(object.mark.shown()),
        is_latest: Some(row.record.is_latest),
        last_modified: Some(object.modified),
        owner: Some(owner(bucket.owner)),
        restore_status: None,
    }
}

fn shown_marker(
    row: &Row<Listed>,
    marker: &Marker,
    encoding: Encoding,
    bucket: &Bucket,
) -> DeleteMarkerEntry {
    DeleteMarkerEntry {
        owner: Some(owner(bucket.owner)),
        key: Some(encoding.text(&row.key)),
        version_id: Some(marker.mark.shown()),
        is_latest: Some(row.record.is_latest),
        last_modified: Some(marker.modified),
    }
}
