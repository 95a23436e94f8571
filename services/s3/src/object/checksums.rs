//! Checksums: what the client says its bytes sum up to, and what they do.
//!
//! Source: "Checking object integrity for data uploads in Amazon S3" in the user guide.

use aws_lc_rs::digest::{SHA1_FOR_LEGACY_USE_ONLY, SHA256, digest};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use blobs::Digests;
use crc_fast::CrcAlgorithm;
use kernel::Fault;
use md5::{Digest as _, Md5};

use crate::record::{Algorithm, Checksum, Coverage};
use crate::wording::{invalid_request, not_implemented};

impl Algorithm {
    /// All that are served.
    pub(crate) const ALL: [Self; 5] = [Self::Crc32, Self::Crc32c, Self::Crc64Nvme, Self::Sha1, Self::Sha256];

    /// As the API names it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Crc32 => "CRC32",
            Self::Crc32c => "CRC32C",
            Self::Crc64Nvme => "CRC64NVME",
            Self::Sha1 => "SHA1",
            Self::Sha256 => "SHA256",
        }
    }

    /// The algorithm of a name, in any case.
    pub(crate) fn parse(name: &str) -> Result<Self, Fault> {
        let found = Self::ALL.into_iter().find(|algorithm| algorithm.name().eq_ignore_ascii_case(name));
        found.ok_or_else(|| not_implemented(&format!("the checksum algorithm {name} is not served")))
    }

    /// The header it travels in.
    pub(crate) fn header(self) -> String {
        format!("x-amz-checksum-{}", self.name().to_ascii_lowercase())
    }

    /// How long its sums are.
    pub(crate) fn bytes(self) -> usize {
        match self {
            Self::Crc32 | Self::Crc32c => 4,
            Self::Crc64Nvme => 8,
            Self::Sha1 => 20,
            Self::Sha256 => 32,
        }
    }

    fn crc(self) -> Option<CrcAlgorithm> {
        match self {
            Self::Crc32 => Some(CrcAlgorithm::Crc32IsoHdlc),
            Self::Crc32c => Some(CrcAlgorithm::Crc32Iscsi),
            Self::Crc64Nvme => Some(CrcAlgorithm::Crc64Nvme),
            Self::Sha1 | Self::Sha256 => None,
        }
    }

    /// How an upload in parts is covered unless its client says otherwise.
    pub(crate) fn usual_coverage(self) -> Coverage {
        if self == Self::Crc64Nvme { Coverage::FullObject } else { Coverage::Composite }
    }
}

impl Coverage {
    /// As the API names it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::FullObject => "FULL_OBJECT",
            Self::Composite => "COMPOSITE",
        }
    }

    /// The coverage of an upload in parts. Only sums that can be put together cover the whole object, and the
    /// 64-bit one always does.
    pub(crate) fn chosen(algorithm: Algorithm, name: Option<&str>) -> Result<Self, Fault> {
        let coverage = match name {
            None => return Ok(algorithm.usual_coverage()),
            Some("FULL_OBJECT") => Self::FullObject,
            Some(_) => Self::Composite,
        };
        let possible = match coverage {
            Self::FullObject => algorithm.crc().is_some(),
            Self::Composite => algorithm != Algorithm::Crc64Nvme,
        };
        if possible {
            return Ok(coverage);
        }
        Err(invalid_request(format!(
            "The {} checksum type cannot be used with the {} checksum algorithm.",
            coverage.name(),
            algorithm.name().to_ascii_lowercase()
        )))
    }
}

/// Sets the one member of an output that a checksum belongs in.
macro_rules! set_checksum {
    ($output:expr, $algorithm:expr, $value:expr) => {
        match $algorithm {
            $crate::record::Algorithm::Crc32 => $output.checksum_crc32 = Some($value),
            $crate::record::Algorithm::Crc32c => $output.checksum_crc32c = Some($value),
            $crate::record::Algorithm::Crc64Nvme => $output.checksum_crc64nvme = Some($value),
            $crate::record::Algorithm::Sha1 => $output.checksum_sha1 = Some($value),
            $crate::record::Algorithm::Sha256 => $output.checksum_sha256 = Some($value),
        }
    };
}
pub(crate) use set_checksum;

/// The checksum that was computed while bytes were staged, if it was.
pub(crate) fn of_digests(algorithm: Algorithm, digests: &Digests) -> Option<Checksum> {
    let value = match algorithm {
        Algorithm::Crc32 => STANDARD.encode(digests.crc32?.to_be_bytes()),
        Algorithm::Crc32c => STANDARD.encode(digests.crc32c?.to_be_bytes()),
        Algorithm::Crc64Nvme => STANDARD.encode(digests.crc64nvme?.to_be_bytes()),
        Algorithm::Sha1 => STANDARD.encode(digests.sha1?),
        Algorithm::Sha256 => STANDARD.encode(digests.sha256?),
    };
    Some(Checksum { algorithm, coverage: Coverage::FullObject, value })
}

/// The sum of a few bytes.
fn sum(algorithm: Algorithm, bytes: &[u8]) -> Vec<u8> {
    match algorithm.crc() {
        Some(crc) => big_endian(crc_fast::checksum(crc, bytes), algorithm.bytes()),
        None if algorithm == Algorithm::Sha1 => digest(&SHA1_FOR_LEGACY_USE_ONLY, bytes).as_ref().to_vec(),
        None => digest(&SHA256, bytes).as_ref().to_vec(),
    }
}

fn big_endian(sum: u64, length: usize) -> Vec<u8> {
    let bytes = sum.to_be_bytes();
    bytes.get(8 - length.min(8)..).unwrap_or_default().to_vec()
}

/// The checksum of an object of its parts' checksums and sizes, in order.
pub(crate) fn combine(algorithm: Algorithm, coverage: Coverage, parts: &[(&str, u64)]) -> Option<Checksum> {
    let sums = parts.iter().map(|(sum, size)| Some((STANDARD.decode(sum).ok()?, *size)));
    let sums: Vec<(Vec<u8>, u64)> = sums.collect::<Option<_>>()?;
    let value = match coverage {
        Coverage::Composite => {
            let all: Vec<u8> = sums.iter().flat_map(|(sum, _)| sum.clone()).collect();
            format!("{}-{}", STANDARD.encode(sum(algorithm, &all)), parts.len())
        }
        Coverage::FullObject => {
            let crc = algorithm.crc()?;
            let numbers = sums.iter().map(|(sum, size)| (number(sum), *size));
            let (whole, _) = numbers.reduce(|(whole, before), (sum, size)| {
                (crc_fast::checksum_combine(crc, whole, sum, size), before + size)
            })?;
            STANDARD.encode(big_endian(whole, algorithm.bytes()))
        }
    };
    Some(Checksum { algorithm, coverage, value })
}

fn number(sum: &[u8]) -> u64 {
    sum.iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// The tag of an object of its parts' tags: the digest over their digests, and how many they are.
pub(crate) fn combined_etag<'e>(etags: impl ExactSizeIterator<Item = &'e str>) -> String {
    let count = etags.len();
    let mut md5 = Md5::new();
    etags.for_each(|etag| md5.update(hex::decode(etag).unwrap_or_default()));
    format!("{}-{count}", hex::encode(md5.finalize()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(algorithm: Algorithm, text: &[u8]) -> String {
        STANDARD.encode(super::sum(algorithm, text))
    }

    #[test]
    fn the_sums_are_those_of_the_check_input() {
        let check =
            |algorithm, expect: &str| assert_eq!(sum(algorithm, b"123456789"), expect, "{algorithm:?}");
        check(Algorithm::Crc32, "y/Q5Jg==");
        check(Algorithm::Crc32c, "4waSgw==");
        check(Algorithm::Crc64Nvme, "rosUhgp5mIg=");
        check(Algorithm::Sha1, "98O8HYCOBHMq32eZZczDTKeuNEE=");
        check(Algorithm::Sha256, "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=");
    }

    #[test]
    fn sums_of_parts_make_the_sum_of_the_whole() {
        for algorithm in [Algorithm::Crc32, Algorithm::Crc32c, Algorithm::Crc64Nvme] {
            let (first, second, third) =
                (sum(algorithm, b"1234"), sum(algorithm, b"56"), sum(algorithm, b"789"));
            let parts = [(&*first, 4), (&*second, 2), (&*third, 3)];
            let whole = combine(algorithm, Coverage::FullObject, &parts).map(|checksum| checksum.value);
            assert_eq!(whole, Some(sum(algorithm, b"123456789")));
        }
    }

    #[test]
    fn a_composite_sum_tells_how_many_parts_it_covers() {
        let (first, second) = (sum(Algorithm::Sha256, b"1"), sum(Algorithm::Sha256, b"2"));
        let parts = [(&*first, 1), (&*second, 1)];
        let whole = combine(Algorithm::Sha256, Coverage::Composite, &parts).unwrap();
        let both = [STANDARD.decode(&first).unwrap(), STANDARD.decode(&second).unwrap()].concat();
        assert_eq!(whole.value, format!("{}-2", sum(Algorithm::Sha256, &both)));
    }

    #[test]
    fn only_sums_that_can_be_put_together_cover_the_whole() {
        assert!(Coverage::chosen(Algorithm::Sha1, Some("FULL_OBJECT")).is_err());
        assert!(Coverage::chosen(Algorithm::Crc64Nvme, Some("COMPOSITE")).is_err());
        assert_eq!(Coverage::chosen(Algorithm::Crc32, None).unwrap(), Coverage::Composite);
        assert_eq!(Coverage::chosen(Algorithm::Crc64Nvme, None).unwrap(), Coverage::FullObject);
    }
}
