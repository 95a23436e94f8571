//! Putting parts together, as the client orders it.

use std::collections::BTreeMap;

use api_s3::{CompleteMultipartUploadRequest, CompletedPart};
use kernel::Fault;
use names::Timestamp;
use store::Transaction;

use super::{came_of, part_number};
use crate::object::checksums::{combine, combined_etag};
use crate::object::claim::{Claim, bad_checksum, claim};
use crate::object::conditions::WriteConditions;
use crate::record::{
    Bucket, Checksum, Content, Fresh, MANIFESTS, Manifest, Mark, Object, PARTS, Part, Piece, UPLOADS, Upload,
    discard, object, part_key, parts, put_object, upload_key,
};
use crate::wording::{invalid_request, malformed_xml, no_such_upload};

/// All parts but the last have at least this many bytes: 5 MiB.
const PART_SIZE_MIN: u64 = 5 << 20;

/// What the client wants put together.
pub(super) struct Order {
    pub(super) key: String,
    upload_id: String,
    parts: Vec<(u32, CompletedPart)>,
    claim: Claim,
    size: Option<u64>,
    conditions: WriteConditions,
}

impl Order {
    pub(super) fn read(input: &CompleteMultipartUploadRequest) -> Result<Self, Fault> {
        let parts =
            input.multipart_upload.as_ref().and_then(|upload| upload.parts.clone()).unwrap_or_default();
        let numbered =
            |part: CompletedPart| Ok((part_number(part.part_number.ok_or_else(malformed_xml)?)?, part));
        let parts = parts.into_iter().map(numbered).collect::<Result<Vec<_>, Fault>>()?;
        if parts.is_empty() {
            return Err(malformed_xml());
        }
        if !parts.is_sorted_by(|(one, _), (next, _)| one < next) {
            let message = "The list of parts was not in ascending order. The parts list must be specified in \
                           order by part number.";
            return Err(Fault::new("InvalidPartOrder", 400, message).field("UploadId", &input.upload_id));
        }
        Ok(Self {
            key: input.key.clone(),
            upload_id: input.upload_id.clone(),
            parts,
            claim: claim!(input, None)?,
            size: input.mpu_object_size.and_then(|size| u64::try_from(size).ok()),
            conditions: WriteConditions::read(input.if_match.as_deref(), input.if_none_match.as_deref())?,
        })
    }

    pub(super) fn carry_out(
        &self,
        tx: &mut dyn Transaction,
        bucket: &Bucket,
        fresh: &Fresh,
    ) -> Result<Object, Fault> {
        let scope = bucket.scope();
        let row = upload_key(&bucket.name, &self.key, &self.upload_id);
        let current = object(tx, bucket, &self.key)?;
        let Some(upload) = UPLOADS.get(tx, &scope, &row)? else { return self.done_before(current) };
        self.conditions.check(&self.key, current.as_ref())?;

        let mut stored: BTreeMap<u32, Part> = parts(tx, &scope, &self.upload_id)?.into_iter().collect();
        for number in stored.keys() {
            PARTS.delete(tx, &scope, &part_key(&self.upload_id, *number))?;
        }
        let chosen = self.choose(&mut stored, &upload)?;
        let mut new = self.assemble(upload, &chosen, fresh.now)?;

        UPLOADS.delete(tx, &scope, &row)?;
        discard(tx, stored.into_values().map(|part| part.blob).collect())?;
        new.mark = put_object(tx, bucket, &self.key, &new, fresh)?;
        let piece = |part: Part| Piece { blob: part.blob, size: part.size, checksum: part.checksum };
        let manifest = Manifest { pieces: chosen.into_iter().map(piece).collect() };
        MANIFESTS.put(tx, &scope, &self.upload_id, &manifest)?;
        Ok(new)
    }

    /// A client that did not hear the first answer asks again, and gets the same one.
    fn done_before(&self, current: Option<Object>) -> Result<Object, Fault> {
        current
            .filter(|object| came_of(&object.content, &self.upload_id))
            .ok_or_else(|| no_such_upload(&self.upload_id))
    }

    /// The parts that were named, taken out of those that were uploaded.
    fn choose(&self, stored: &mut BTreeMap<u32, Part>, upload: &Upload) -> Result<Vec<Part>, Fault> {
        let mut chosen = Vec::with_capacity(self.parts.len());
        for (number, wanted) in &self.parts {
            let etag = wanted.e_tag.as_deref().unwrap_or_default().trim_matches('"');
            let part = stored.remove(number).filter(|part| part.etag == etag);
            let part = part.filter(|part| fits(wanted, part, upload));
            chosen.push(part.ok_or_else(|| invalid_part(&self.upload_id, *number, etag))?);
        }
        let small = |part: &&Part| part.size < PART_SIZE_MIN;
        let (_, all_but_last) = chosen.split_last().ok_or_else(malformed_xml)?;
        match all_but_last.iter().position(|part| small(&part)) {
            Some(index) => {
                Err(too_small(chosen.get(index), self.parts.get(index).map(|(number, _)| *number)))
            }
            None => Ok(chosen),
        }
    }

    fn assemble(&self, upload: Upload, chosen: &[Part], now: Timestamp) -> Result<Object, Fault> {
        let size = chosen.iter().map(|part| part.size).sum();
        if let Some(expected) = self.size.filter(|expected| *expected != size) {
            return Err(invalid_request(format!(
                "The provided 'x-amz-mp-object-size' header value {expected} does not match what was computed: \
                 {size}"
            )));
        }
        let sums: Vec<(&str, u64)> = chosen.iter().map(|part| (part.checksum.as_str(), part.size)).collect();
        let checksum = combine(upload.algorithm, upload.coverage, &sums)
            .ok_or_else(|| Fault::internal("the checksums of parts do not combine"))?;
        self.check_claim(&checksum)?;
        let count = u32::try_from(chosen.len()).unwrap_or(u32::MAX);
        Ok(Object {
            size,
            etag: combined_etag(chosen.iter().map(|part| part.etag.as_str())),
            modified: now,
            content: Content::Parts { upload_id: self.upload_id.clone(), count },
            description: upload.description,
            checksum,
            mark: Mark::default(),
        })
    }

    /// The sum of the whole, if the client gave one; a composite one also without its number of parts.
    fn check_claim(&self, computed: &Checksum) -> Result<(), Fault> {
        let (Some(algorithm), Some(value)) = (self.claim.algorithm, &self.claim.value) else { return Ok(()) };
        let bare = computed.value.split_once('-').map(|(sum, _)| sum);
        let right =
            algorithm == computed.algorithm && (*value == computed.value || Some(value.as_str()) == bare);
        if right { Ok(()) } else { Err(bad_checksum(algorithm)) }
    }
}

/// Whether the checksum that the client repeats is that of the part.
fn fits(wanted: &CompletedPart, part: &Part, upload: &Upload) -> bool {
    match claim!(wanted, None) {
        Ok(Claim { algorithm: Some(algorithm), value: Some(value) }) => {
            algorithm != upload.algorithm || value == part.checksum
        }
        Ok(_) => true,
        Err(_) => false,
    }
}

fn invalid_part(upload_id: &str, number: u32, etag: &str) -> Fault {
    let message = "One or more of the specified parts could not be found.  The part may not have been uploaded, \
                   or the specified entity tag may not match the part's entity tag.";
    Fault::new("InvalidPart", 400, message)
        .field("UploadId", upload_id)
        .field("PartNumber", number.to_string())
        .field("ETag", etag)
}

fn too_small(part: Option<&Part>, number: Option<u32>) -> Fault {
    let message = "Your proposed upload is smaller than the minimum allowed size";
    Fault::new("EntityTooSmall", 400, message)
        .field("ProposedSize", part.map(|part| part.size).unwrap_or_default().to_string())
        .field("MinSizeAllowed", PART_SIZE_MIN.to_string())
        .field("PartNumber", number.unwrap_or_default().to_string())
        .field("ETag", part.map(|part| part.etag.clone()).unwrap_or_default())
}
