//! Uploads in parts.

mod abort;
mod complete;
mod create;
mod list;
mod list_parts;
mod order;
mod part;
mod part_copy;

use kernel::Fault;
use names::Scope;
use store::{Snapshot, StoreError, Transaction};

use crate::record::{Bucket, Content, PARTS, Part, UPLOADS, Upload, discard, part_key, parts, upload_key};
use crate::wording::{invalid_argument, no_such_upload};

/// Parts are numbered from 1 to this.
const PART_NUMBER_MAX: u32 = 10_000;

/// A part's number.
fn part_number(number: i32) -> Result<u32, Fault> {
    match u32::try_from(number) {
        Ok(valid) if (1..=PART_NUMBER_MAX).contains(&valid) => Ok(valid),
        _ => Err(invalid_argument(
            format!("Part number must be an integer between 1 and {PART_NUMBER_MAX}, inclusive"),
            "partNumber",
            number.to_string(),
        )),
    }
}

/// The unfinished upload of this id for this key.
fn upload(view: &dyn Snapshot, bucket: &Bucket, key: &str, id: &str) -> Result<Upload, Fault> {
    let upload = UPLOADS.get(view, &bucket.scope(), &upload_key(&bucket.name, key, id))?;
    upload.ok_or_else(|| no_such_upload(id))
}

/// Puts a part of an upload that is still unfinished. One that it replaces goes to the garbage.
fn put_part(
    tx: &mut dyn Transaction,
    bucket: &Bucket,
    key: &str,
    id: &str,
    number: u32,
    part: &Part,
) -> Result<(), Fault> {
    upload(tx, bucket, key, id)?;
    let row = part_key(id, number);
    if let Some(old) = PARTS.get(tx, &bucket.scope(), &row)? {
        discard(tx, vec![old.blob])?;
    }
    Ok(PARTS.put(tx, &bucket.scope(), &row, part)?)
}

/// Removes an upload and its parts, whose bytes go to the garbage. `row` is the key of the upload's record.
pub(crate) fn forget(tx: &mut dyn Transaction, scope: &Scope, row: &str) -> Result<(), StoreError> {
    let id = store::split(row).pop().unwrap_or_default();
    let mut blobs = Vec::new();
    for (number, part) in parts(tx, scope, &id)? {
        PARTS.delete(tx, scope, &part_key(&id, number))?;
        blobs.push(part.blob);
    }
    UPLOADS.delete(tx, scope, row)?;
    discard(tx, blobs)
}

/// Whether an object came of this upload.
fn came_of(content: &Content, id: &str) -> bool {
    matches!(content, Content::Parts { upload_id, .. } if upload_id == id)
}
