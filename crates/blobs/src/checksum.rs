//! Checksums, computed as bytes pass by.

use aws_lc_rs::digest::{self, Context, SHA1_FOR_LEGACY_USE_ONLY, SHA256};
use crc_fast::CrcAlgorithm;
use md5::{Digest, Md5};

/// Which checksums are wanted besides MD5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Checksums {
    /// CRC-32 (ISO-HDLC), as in zip files.
    pub crc32: bool,
    /// CRC-32C (Castagnoli).
    pub crc32c: bool,
    /// CRC-64/NVME.
    pub crc64nvme: bool,
    /// SHA-1.
    pub sha1: bool,
    /// SHA-256.
    pub sha256: bool,
}

impl Checksums {
    /// MD5 and no other.
    pub const NONE: Self = Self { crc32: false, crc32c: false, crc64nvme: false, sha1: false, sha256: false };

    /// Every one.
    pub const ALL: Self = Self { crc32: true, crc32c: true, crc64nvme: true, sha1: true, sha256: true };
}

/// The checksums of some bytes: MD5, and those that were asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digests {
    /// MD5, which S3 shows as the ETag.
    pub md5: [u8; 16],
    /// CRC-32; big-endian bytes are what S3 shows.
    pub crc32: Option<u32>,
    /// CRC-32C; big-endian bytes are what S3 shows.
    pub crc32c: Option<u32>,
    /// CRC-64/NVME; big-endian bytes are what S3 shows.
    pub crc64nvme: Option<u64>,
    /// SHA-1.
    pub sha1: Option<[u8; 20]>,
    /// SHA-256.
    pub sha256: Option<[u8; 32]>,
}

impl Digests {
    /// MD5 in hexadecimal, as an ETag has it between its quotes.
    #[must_use]
    pub fn md5_hex(&self) -> String {
        hex::encode(self.md5)
    }
}

/// Digests under way.
pub(crate) struct Hasher {
    md5: Md5,
    crc32: Option<crc_fast::Digest>,
    crc32c: Option<crc_fast::Digest>,
    crc64nvme: Option<crc_fast::Digest>,
    sha1: Option<Context>,
    sha256: Option<Context>,
}

impl Hasher {
    pub(crate) fn new(wanted: Checksums) -> Self {
        let crc = |algorithm| crc_fast::Digest::new(algorithm);
        Self {
            md5: Md5::new(),
            crc32: wanted.crc32.then(|| crc(CrcAlgorithm::Crc32IsoHdlc)),
            crc32c: wanted.crc32c.then(|| crc(CrcAlgorithm::Crc32Iscsi)),
            crc64nvme: wanted.crc64nvme.then(|| crc(CrcAlgorithm::Crc64Nvme)),
            sha1: wanted.sha1.then(|| Context::new(&SHA1_FOR_LEGACY_USE_ONLY)),
            sha256: wanted.sha256.then(|| Context::new(&SHA256)),
        }
    }

    pub(crate) fn update(&mut self, bytes: &[u8]) {
        self.md5.update(bytes);
        for crc in [&mut self.crc32, &mut self.crc32c, &mut self.crc64nvme].into_iter().flatten() {
            crc.update(bytes);
        }
        for sha in [&mut self.sha1, &mut self.sha256].into_iter().flatten() {
            sha.update(bytes);
        }
    }

    pub(crate) fn finish(self) -> Digests {
        Digests {
            md5: self.md5.finalize().into(),
            crc32: self.crc32.map(|crc| crc.finalize() as u32),
            crc32c: self.crc32c.map(|crc| crc.finalize() as u32),
            crc64nvme: self.crc64nvme.map(|crc| crc.finalize()),
            sha1: self.sha1.map(sized),
            sha256: self.sha256.map(sized),
        }
    }
}

/// The digest, whose length its algorithm fixes.
fn sized<const N: usize>(context: Context) -> [u8; N] {
    let digest: digest::Digest = context.finish();
    // Invariant: N is the algorithm's length, so the empty fallback is never taken.
    digest.as_ref().try_into().unwrap_or([0; N])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_those_of_the_published_check_values() {
        let mut hasher = Hasher::new(Checksums::ALL);
        hasher.update(b"1234");
        hasher.update(b"56789");
        let digests = hasher.finish();
        assert_eq!(digests.md5_hex(), "25f9e794323b453885f5181f1b624d0b");
        assert_eq!(digests.crc32, Some(0xcbf4_3926));
        assert_eq!(digests.crc32c, Some(0xe306_9283));
        assert_eq!(digests.crc64nvme, Some(0xae8b_1486_0a79_9888));
        assert_eq!(digests.sha1.map(hex::encode).unwrap(), "f7c3bc1d808e04732adf679965ccc34ca7ae3441");
        let sha256 = "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225";
        assert_eq!(digests.sha256.map(hex::encode).unwrap(), sha256);
    }

    #[test]
    fn only_wanted_digests_are_computed() {
        let digests = Hasher::new(Checksums { crc32c: true, ..Checksums::NONE }).finish();
        assert_eq!(digests.md5_hex(), "d41d8cd98f00b204e9800998ecf8427e");
        assert_eq!((digests.crc32c, digests.crc32, digests.sha256), (Some(0), None, None));
    }
}
