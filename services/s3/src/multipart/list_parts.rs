//! `ListParts`.

use api_s3::{Initiator, ListParts, ListPartsOutput, ListPartsRequest};
use kernel::{Answer, At, Category, Checks, Cx, Effect, Fault, Handle, Permitted};

use super::upload;
use crate::S3;
use crate::access::Asker;
use crate::list::{count, owner, page_size};
use crate::object::checksums::set_checksum;
use crate::object::metadata::quoted;
use crate::record::{PARTS, Part, Upload, part_key, part_number, parts_prefix};

impl Handle<ListParts> for S3 {
    const EFFECT: Effect = Effect::Read;
    const CATEGORY: Category = Category::Data;

    fn checks(&self, input: &ListPartsRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let asker = Asker::at(at);
        let expected = input.expected_bucket_owner.as_deref();
        let bucket = at.read(|view| asker.bucket(view, &input.bucket, expected))?;
        Ok(Checks::of(asker.about_object("s3:ListMultipartUploadParts", &bucket, &input.key)))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ListParts>,
    ) -> Result<Answer<ListParts>, Fault> {
        let bucket = cx.read(|view| Asker::cx(cx).bucket(view, &input.bucket, None))?;
        let limit = page_size(input.max_parts, "max-parts")?;
        let marker = input.part_number_marker.unwrap_or_default();
        let after = part_key(&input.upload_id, u32::try_from(marker).unwrap_or_default());
        let (upload, mut found) = cx.read(|view| {
            let upload = upload(view, &bucket, &input.key, &input.upload_id)?;
            let prefix = parts_prefix(&input.upload_id);
            let rows = PARTS.list(view, &bucket.scope(), &prefix, Some(&after), limit + 1)?;
            Ok((upload, rows))
        })?;
        let truncated = limit > 0 && found.len() > limit;
        found.truncate(limit);
        let last = found.last().map(|(row, _)| part_number(row));
        let parts = found.into_iter().map(|(row, part)| shown(part_number(&row), part, &upload));
        Ok(Answer::Output(ListPartsOutput {
            bucket: Some(bucket.name.clone()),
            key: Some(input.key.clone()),
            upload_id: Some(input.upload_id.clone()),
            part_number_marker: Some(marker),
            next_part_number_marker: Some(last.and_then(|last| i32::try_from(last).ok()).unwrap_or_default()),
            max_parts: Some(count(limit)),
            is_truncated: Some(truncated),
            parts: Some(parts.collect()),
            initiator: Some(initiator(&upload)),
            owner: Some(owner(bucket.owner)),
            storage_class: Some(upload.description.storage_class.clone()),
            checksum_algorithm: upload.chosen.then(|| upload.algorithm.name().to_owned()),
            checksum_type: upload.chosen.then(|| upload.coverage.name().to_owned()),
            ..ListPartsOutput::default()
        }))
    }
}

/// Who began an upload: by ARN, and by the last part of it.
pub(super) fn initiator(upload: &Upload) -> Initiator {
    let name = upload.initiator.rsplit(['/', ':']).next().unwrap_or_default();
    Initiator { id: Some(upload.initiator.clone()), display_name: Some(name.to_owned()) }
}

fn shown(number: u32, part: Part, upload: &Upload) -> api_s3::Part {
    let mut shown = api_s3::Part {
        part_number: i32::try_from(number).ok(),
        last_modified: Some(part.modified),
        e_tag: Some(quoted(&part.etag)),
        size: i64::try_from(part.size).ok(),
        ..api_s3::Part::default()
    };
    if upload.chosen {
        set_checksum!(shown, upload.algorithm, part.checksum);
    }
    shown
}
