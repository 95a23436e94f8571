//! Receiving the bytes of an object or part: staged, counted, summed up and compared.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use blobs::{Checksums, Plan};
use kernel::Fault;
use shape::Body;

use super::SIZE_MAX;
use super::checksums::of_digests;
use super::claim::{Claim, SERVED, bad_checksum};
use crate::S3;
use crate::bytes::Staged;
use crate::record::{Algorithm, Checksum};
use crate::wording::{entity_too_large, incomplete_body, not_implemented};

/// Trailers that would have to be checked and cannot be.
const UNSERVED_TRAILERS: [&str; 5] = [
    "x-amz-checksum-sha512",
    "x-amz-checksum-md5",
    "x-amz-checksum-xxhash64",
    "x-amz-checksum-xxhash3",
    "x-amz-checksum-xxhash128",
];

/// What the client says about the bytes, and what is wanted of them.
pub(crate) struct Expect<'a> {
    /// The `Content-MD5` header.
    pub(crate) content_md5: Option<&'a str>,
    /// The checksum headers.
    pub(crate) claim: Claim,
    /// The algorithm to keep; `None`: that of the claim.
    pub(crate) keep: Option<Algorithm>,
}

/// Bytes that arrived whole, and are what the client says.
pub(crate) struct Received {
    pub(crate) staged: Staged,
    pub(crate) size: u64,
    pub(crate) etag: String,
    pub(crate) checksum: Checksum,
}

impl S3 {
    /// Reads a body to its verified end.
    pub(crate) async fn receive(&self, body: Option<&Body>, expect: Expect<'_>) -> Result<Received, Fault> {
        let empty = Body::empty();
        let body = body.unwrap_or(&empty);
        let length = body.length().ok_or_else(missing_content_length)?;
        if length > SIZE_MAX {
            return Err(entity_too_large(Some(length)));
        }
        let content_md5 = expect.content_md5.map(parse_content_md5).transpose()?;
        expect.claim.check_form()?;
        let plan = Plan { now: self.base.now(), bytes_max: SIZE_MAX, checksums: wanted(&expect) };
        let (staged, bytes) = self.stage(body.take(), plan).await?;
        if bytes.length != length {
            return Err(incomplete_body());
        }
        if content_md5.is_some_and(|claimed| claimed != bytes.digests.md5) {
            return Err(bad_md5(expect.content_md5.unwrap_or_default(), &bytes.digests.md5));
        }
        let sum = |algorithm| of_digests(algorithm, &bytes.digests).ok_or_else(|| bad_checksum(algorithm));
        let claim = with_trailer(expect.claim, body)?;
        if let Some(algorithm) = claim.algorithm {
            claim.check(&sum(algorithm)?)?;
        }
        let checksum = sum(expect.keep.or(claim.algorithm).unwrap_or(Algorithm::Crc64Nvme))?;
        Ok(Received { staged, size: length, etag: bytes.digests.md5_hex(), checksum })
    }
}

/// The sums to compute. A trailer names its algorithm only after the bytes; unless it was announced it is one of
/// the quick ones.
fn wanted(expect: &Expect<'_>) -> Checksums {
    let named = |algorithm| expect.keep == Some(algorithm) || expect.claim.algorithm == Some(algorithm);
    let open = expect.claim.value.is_none();
    Checksums {
        crc32: open || named(Algorithm::Crc32),
        crc32c: open || named(Algorithm::Crc32c),
        crc64nvme: open || named(Algorithm::Crc64Nvme),
        sha1: named(Algorithm::Sha1),
        sha256: named(Algorithm::Sha256),
    }
}

/// The claim, with the value of a trailer where the headers had none.
fn with_trailer(claim: Claim, body: &Body) -> Result<Claim, Fault> {
    if claim.value.is_some() {
        return Ok(claim);
    }
    if UNSERVED_TRAILERS.iter().any(|name| body.trailer(name).is_some()) {
        return Err(not_implemented(SERVED));
    }
    let in_trailer = |algorithm: Algorithm| body.trailer(&algorithm.header()).map(|value| (algorithm, value));
    let Some((algorithm, value)) = Algorithm::ALL.into_iter().find_map(in_trailer) else { return Ok(claim) };
    let claim = Claim { algorithm: Some(algorithm), value: Some(value) };
    claim.check_form()?;
    Ok(claim)
}

fn missing_content_length() -> Fault {
    Fault::new("MissingContentLength", 411, "You must provide the Content-Length HTTP header.")
}

fn parse_content_md5(header: &str) -> Result<[u8; 16], Fault> {
    let digest = STANDARD.decode(header.trim()).ok().and_then(|digest| digest.try_into().ok());
    digest.ok_or_else(|| {
        Fault::new("InvalidDigest", 400, "The Content-MD5 you specified was invalid.")
            .field("Content-MD5", header)
    })
}

fn bad_md5(claimed: &str, computed: &[u8]) -> Fault {
    Fault::new("BadDigest", 400, "The Content-MD5 you specified did not match what we received.")
        .field("ExpectedDigest", claimed)
        .field("CalculatedDigest", STANDARD.encode(computed))
}
