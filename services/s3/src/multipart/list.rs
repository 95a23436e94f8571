//! `ListMultipartUploads`.

use api_s3::{
    ListMultipartUploads, ListMultipartUploadsOutput, ListMultipartUploadsRequest, MultipartUpload,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use store::{join, past};

use super::list_parts::initiator;
use crate::S3;
use crate::access::{Asker, Keys};
use crate::list::walk::{Page, Place, Query, Row, Rows, walk};
use crate::list::{Encoding, count, owner, page_size};
use crate::record::{Bucket, UPLOADS, Upload, object_key, upload_key};

impl Handle<ListMultipartUploads> for S3 {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &ListMultipartUploadsRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let asker = Asker::at(at);
        let expected = input.expected_bucket_owner.as_deref();
        let bucket = at.read(|view| asker.bucket(view, &input.bucket, expected))?;
        let check = asker.about_bucket("s3:ListBucketMultipartUploads", &bucket);
        let check = check
            .maybe("s3:prefix", input.prefix.as_deref())
            .maybe("s3:delimiter", input.delimiter.as_deref());
        Ok(Checks::of(check))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ListMultipartUploads>,
    ) -> Result<Answer<ListMultipartUploads>, Fault> {
        let bucket = cx.read(|view| Asker::cx(cx).bucket(view, &input.bucket, None))?;
        let encoding = Encoding::of(input.encoding_type.as_deref());
        let limit = page_size(input.max_uploads, "max-uploads")?;
        let prefix = input.prefix.as_deref().unwrap_or_default();
        let delimiter = input.delimiter.as_deref().unwrap_or_default();
        let query = Query { prefix, delimiter, limit };
        let key_marker = input.key_marker.as_deref().unwrap_or_default();
        let id_marker = input.upload_id_marker.as_deref().filter(|id| !id.is_empty());
        let from = match (Place::behind(Some(key_marker), &query), id_marker) {
            (Place::After(key, _), Some(id)) => Place::After(key, Some(id.to_owned())),
            (place, _) => place,
        };
        let page = walk(&Uploads { cx, bucket: &bucket }, &query, from)?;
        let (next_key, next_id) = markers(&page);
        Ok(Answer::Output(ListMultipartUploadsOutput {
            bucket: Some(bucket.name.clone()),
            key_marker: Some(encoding.text(key_marker)),
            upload_id_marker: Some(id_marker.unwrap_or_default().to_owned()),
            next_key_marker: encoding.maybe(next_key),
            next_upload_id_marker: next_id.map(str::to_owned),
            prefix: Some(encoding.text(prefix)),
            delimiter: encoding.maybe(input.delimiter.as_deref()),
            max_uploads: Some(count(limit)),
            is_truncated: Some(page.next.is_some()),
            uploads: Some(page.rows.iter().map(|row| shown(row, encoding, &bucket)).collect()),
            common_prefixes: Some(encoding.prefixes(&page.prefixes)),
            encoding_type: encoding.name(),
            request_charged: None,
        }))
    }
}

/// What the client sends to go on.
fn markers<T>(page: &Page<T>) -> (Option<&str>, Option<&str>) {
    match &page.next {
        Some(Place::After(key, id)) => (Some(key), id.as_deref()),
        Some(Place::Past(prefix)) => (Some(prefix), None),
        Some(Place::Start) | None => (None, None),
    }
}

fn shown(row: &Row<Upload>, encoding: Encoding, bucket: &Bucket) -> MultipartUpload {
    let upload = &row.record;
    MultipartUpload {
        upload_id: row.id.clone(),
        key: Some(encoding.text(&row.key)),
        initiated: Some(upload.initiated),
        storage_class: Some(upload.description.storage_class.clone()),
        owner: Some(owner(bucket.owner)),
        initiator: Some(initiator(upload)),
        checksum_algorithm: upload.chosen.then(|| upload.algorithm.name().to_owned()),
        checksum_type: upload.chosen.then(|| upload.coverage.name().to_owned()),
    }
}

/// The unfinished uploads of a bucket.
struct Uploads<'a> {
    cx: &'a Cx,
    bucket: &'a Bucket,
}

impl Rows<Upload> for Uploads<'_> {
    fn read(&self, prefix: &str, place: &Place, limit: usize) -> Result<Vec<Row<Upload>>, Fault> {
        let name = &self.bucket.name;
        let scope = self.bucket.scope();
        let prefix = join(&[name, prefix]);
        let from = match place {
            Place::Start => Some(prefix.clone()),
            Place::After(key, Some(id)) => Some(upload_key(name, key, id) + "\u{1}"),
            Place::After(key, None) => past(&upload_key(name, key, "")),
            Place::Past(folded) => past(&object_key(name, folded)),
        };
        let Some(from) = from else { return Ok(Vec::new()) };
        let found = self.cx.read(|view| Ok(UPLOADS.list_from(view, &scope, &prefix, &from, limit)?))?;
        let row = |(row, record): (String, Upload)| {
            let mut parts = store::split(&row).into_iter().skip(1);
            Row { key: parts.next().unwrap_or_default(), id: parts.next(), record }
        };
        Ok(found.into_iter().map(row).collect())
    }
}
