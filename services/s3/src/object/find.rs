//! Finding an object for a reader.

use kernel::{Cx, Fault};

use crate::S3;
use crate::access::Asker;
use crate::bytes::{Pinned, Segment};
use crate::object::range::Span;
use crate::record::{Bucket, Content, MANIFESTS, Object, Piece, object};
use crate::wording::no_such_key;

/// An object whose bytes stay while it is read.
pub(crate) struct Found {
    pub(crate) object: Object,
    /// Its blobs in order, one for an object that was put whole.
    pub(crate) pieces: Vec<Piece>,
    pub(crate) pinned: Pinned,
}

impl S3 {
    /// The object under a key. Who asks for one that is not there learns so only with permission to list the
    /// bucket ("GetObject" in the API reference, on permissions), which is the gate's to say.
    pub(crate) fn find(&self, cx: &Cx, bucket: &Bucket, key: &str) -> Result<Found, Fault> {
        let (found, pinned) = self.pins.pin(|| {
            let found = cx.read(|view| {
                let Some(object) = object(view, bucket, key)? else { return Ok(None) };
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
                Ok(Some((object, pieces)))
            })?;
            let blobs = found.iter().flat_map(|(_, pieces)| pieces).map(|piece| piece.blob).collect();
            Ok((found, blobs))
        })?;
        match found {
            Some((object, pieces)) => Ok(Found { object, pieces, pinned }),
            None => Err(missing(cx, bucket, key)),
        }
    }
}

/// The object under a key without its bytes, with the same words if it is not there.
pub(crate) fn existing(cx: &Cx, bucket: &Bucket, key: &str) -> Result<Object, Fault> {
    let found = cx.read(|view| Ok(object(view, bucket, key)?))?;
    found.ok_or_else(|| missing(cx, bucket, key))
}

/// 404 for who may list the bucket, else 403.
fn missing(cx: &Cx, bucket: &Bucket, key: &str) -> Fault {
    let listing = cx.check(&Asker::cx(cx).about_bucket("s3:ListBucket", bucket));
    listing.err().unwrap_or_else(|| no_such_key(key))
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
