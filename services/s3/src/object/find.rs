//! Finding an object for a reader.

use kernel::{Cx, Fault};

use crate::S3;
use crate::access::Asker;
use crate::bytes::{Pinned, Segment};
use crate::object::range::Span;
use crate::record::{Bucket, Content, MANIFESTS, Marker, Object, Piece, Version, Which, version};
use crate::wording::{no_such_key, no_such_version};

/// An object whose bytes stay while it is read.
pub(crate) struct Found {
    pub(crate) object: Object,
    /// Its blobs in order, one for an object that was put whole.
    pub(crate) pieces: Vec<Piece>,
    pub(crate) pinned: Pinned,
}

impl S3 {
    /// A version of an object.
    pub(crate) fn find(&self, cx: &Cx, bucket: &Bucket, key: &str, which: &Which) -> Result<Found, Fault> {
        let (found, pinned) = self.pins.pin(|| {
            let found = cx.read(|view| {
                let object = match version(view, bucket, key, which)? {
                    Some(Version::Object(object)) => *object,
                    other => return Ok(Err(other)),
                };
                let pieces = match &object.content {
                    Content::Whole(blob) => vec![Piece {
                        blob: *blob,
                        size: object.size,
                        checksum: object.checksum.value.clone(),
                    }],
                    Content::Parts { upload_id, .. } => {
                        let manifest = MANIFESTS.get(view, &bucket.scope(), upload_id)?;
                        manifest.ok_or_else(|| Fault::internal("an object's manifest is gone"))?.pieces
                    }
                };
                Ok(Ok((object, pieces)))
            })?;
            let blobs = found.iter().flat_map(|(_, pieces)| pieces).map(|piece| piece.blob).collect();
            Ok((found, blobs))
        })?;
        match found {
            Ok((object, pieces)) => Ok(Found { object, pieces, pinned }),
            Err(other) => Err(absent(cx, bucket, key, which, other)),
        }
    }
}

/// A version of an object without its bytes, with the same words if it is not there.
pub(crate) fn existing(cx: &Cx, bucket: &Bucket, key: &str, which: &Which) -> Result<Object, Fault> {
    match cx.read(|view| Ok(version(view, bucket, key, which)?))? {
        Some(Version::Object(object)) => Ok(*object),
        other => Err(absent(cx, bucket, key, which, other)),
    }
}

/// What is said where there is no object, but perhaps a delete marker. Who asks for what is not there learns so
/// only with permission to list the bucket ("GetObject" in the API reference, on permissions), which is the
/// gate's to say. A delete marker that is asked for by its id is there, and no object.
fn absent(cx: &Cx, bucket: &Bucket, key: &str, which: &Which, found: Option<Version>) -> Fault {
    let marked = |fault: Fault| match &found {
        Some(found) => {
            fault.header("x-amz-delete-marker", "true").header("x-amz-version-id", found.mark().shown())
        }
        None => fault,
    };
    let id = match (which.id(), &found) {
        (Some(_), Some(Version::Marker(marker))) => return marked(not_an_object(marker)),
        (id, _) => id,
    };
    if let Err(refusal) = cx.check(&Asker::cx(cx).about_bucket("s3:ListBucket", bucket)) {
        return refusal;
    }
    marked(id.map_or_else(|| no_such_key(key), |id| no_such_version(key, id)))
}

/// 405.
fn not_an_object(marker: &Marker) -> Fault {
    Fault::new("MethodNotAllowed", 405, "The specified method is not allowed against this resource.")
        .field("ResourceType", "DeleteMarker")
        .header("allow", "DELETE")
        .header("last-modified", marker.modified.http_date())
}

impl Found {
    /// Where the bytes of a span lie.
    pub(crate) fn segments(&self, span: Span) -> Vec<Segment> {
        let mut start = 0;
        let mut segments = Vec::new();
        for piece in &self.pieces {
            let end = start + piece.size;
            let from = span.from.max(start);
            let to = span.to.min(end);
            if from < to {
                segments.push(Segment { blob: piece.blob, from: from - start, to: to - start });
            }
            start = end;
        }
        segments
    }

    /// Where part `number` lies, counted from one. An object that was put whole is its own first part.
    pub(crate) fn part(&self, number: i32) -> Result<Span, Fault> {
        let index = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
        let Some((index, piece)) = index.and_then(|index| Some((index, self.pieces.get(index)?))) else {
            let message = "The requested partnumber is not satisfiable";
            return Err(Fault::new("InvalidPartNumber", 416, message)
                .field("PartNumberRequested", number.to_string())
                .field("ActualPartCount", self.pieces.len().to_string()));
        };
        let from = self.pieces.iter().take(index).map(|piece| piece.size).sum();
        Ok(Span { from, to: from + piece.size })
    }
}
