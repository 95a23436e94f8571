//! What a client says its bytes sum up to.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::Fault;

use crate::record::{Algorithm, Checksum};
use crate::wording::{invalid_request, not_implemented};

/// Said when another algorithm is asked for.
pub(super) const SERVED: &str = "of checksums, CRC32, CRC32C, CRC64NVME, SHA1 and SHA256 are served";

/// What the client says about the sum of its bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Claim {
    /// The algorithm it named or gave a value for.
    pub(crate) algorithm: Option<Algorithm>,
    /// The value, base 64.
    pub(crate) value: Option<String>,
}

impl Claim {
    /// From the members of a request.
    pub(crate) fn read(
        values: [(Algorithm, &Option<String>); 5],
        unserved: [&Option<String>; 5],
        named: Option<&str>,
    ) -> Result<Self, Fault> {
        if unserved.iter().any(|value| value.is_some()) {
            return Err(not_implemented(SERVED));
        }
        let named = named.map(Algorithm::parse).transpose()?;
        let mut given =
            values.into_iter().filter_map(|(algorithm, value)| Some((algorithm, value.as_ref()?)));
        let Some((algorithm, value)) = given.next() else {
            return Ok(Self { algorithm: named, value: None });
        };
        if given.next().is_some() {
            return Err(invalid_request(
                "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.",
            ));
        }
        if named.is_some_and(|named| named != algorithm) {
            return Err(invalid_request(
                "Value for x-amz-sdk-checksum-algorithm header is invalid: it names another algorithm than the \
                 checksum that was given.",
            ));
        }
        Ok(Self { algorithm: Some(algorithm), value: Some(value.clone()) })
    }

    /// Whether the value is a sum of its algorithm at all.
    pub(crate) fn check_form(&self) -> Result<(), Fault> {
        let (Some(algorithm), Some(value)) = (self.algorithm, &self.value) else { return Ok(()) };
        match STANDARD.decode(value) {
            Ok(bytes) if bytes.len() == algorithm.bytes() => Ok(()),
            _ => Err(invalid_request(format!("Value for {} header is invalid.", algorithm.header()))),
        }
    }

    /// Whether the value is that of the bytes.
    pub(crate) fn check(&self, computed: &Checksum) -> Result<(), Fault> {
        match &self.value {
            Some(value) if *value != computed.value => Err(bad_checksum(computed.algorithm)),
            _ => Ok(()),
        }
    }
}

/// 400.
pub(crate) fn bad_checksum(algorithm: Algorithm) -> Fault {
    let name = algorithm.name();
    Fault::new("BadDigest", 400, format!("The {name} you specified did not match the calculated checksum."))
}

/// The claim in a request's members.
macro_rules! claim {
    ($input:expr, $named:expr) => {
        $crate::object::claim::Claim::read(
            [
                ($crate::record::Algorithm::Crc32, &$input.checksum_crc32),
                ($crate::record::Algorithm::Crc32c, &$input.checksum_crc32c),
                ($crate::record::Algorithm::Crc64Nvme, &$input.checksum_crc64nvme),
                ($crate::record::Algorithm::Sha1, &$input.checksum_sha1),
                ($crate::record::Algorithm::Sha256, &$input.checksum_sha256),
            ],
            [
                &$input.checksum_sha512,
                &$input.checksum_md5,
                &$input.checksum_xxhash64,
                &$input.checksum_xxhash3,
                &$input.checksum_xxhash128,
            ],
            $named,
        )
    };
}
pub(crate) use claim;
