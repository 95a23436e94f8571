//! Which names a bucket may have.
//!
//! Source: "General purpose bucket naming rules" in the Amazon S3 user guide.

use std::net::Ipv4Addr;

use kernel::Fault;

use crate::wording::{invalid_bucket_name, not_implemented};

/// Beginnings that AWS keeps for itself.
const RESERVED_PREFIXES: [&str; 5] =
    ["xn--", "sthree-", "sthree-configurator", "amzn-s3-demo-", "amzn_s3_demo_"];
/// Endings that AWS keeps for access points and other kinds of buckets.
const RESERVED_SUFFIXES: [&str; 5] = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];

/// A name for a new bucket.
pub(crate) fn check_new(name: &str) -> Result<(), Fault> {
    check_known(name)?;
    let reserved = RESERVED_PREFIXES.iter().any(|prefix| name.starts_with(prefix))
        || RESERVED_SUFFIXES.iter().any(|suffix| name.ends_with(suffix));
    if reserved { Err(invalid_bucket_name(name)) } else { Ok(()) }
}

/// A name a bucket may have at all. ARNs of access points and names of directory buckets are told apart, since
/// they are valid and only not served.
pub(crate) fn check_known(name: &str) -> Result<(), Fault> {
    if name.starts_with("arn:") {
        return Err(not_implemented("access points are not served"));
    }
    if name.ends_with("--x-s3") {
        return Err(not_implemented("directory buckets are not served"));
    }
    if is_well_formed(name) { Ok(()) } else { Err(invalid_bucket_name(name)) }
}

fn is_well_formed(name: &str) -> bool {
    let alphanumeric = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let edge = |byte: Option<&u8>| byte.is_some_and(|byte| alphanumeric(*byte));
    let bytes = name.as_bytes();
    (3..=63).contains(&bytes.len())
        && edge(bytes.first())
        && edge(bytes.last())
        && bytes.iter().all(|byte| alphanumeric(*byte) || matches!(byte, b'-' | b'.'))
        && !name.contains("..")
        && name.parse::<Ipv4Addr>().is_err()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(names: &[&str], code: Option<&str>) {
        for name in names {
            let fault = check_new(name).err();
            assert_eq!(fault.as_ref().map(|fault| &*fault.code), code, "{name}");
        }
    }

    #[test]
    fn names_are_those_that_can_be_host_names() {
        check(&["abc", "my-bucket", "my.bucket.1", "1ab", &"a".repeat(63), "a--b"], None);
        let wrong = [
            "ab",
            "-ab",
            "ab-",
            "a..b",
            "Abc",
            "a_b",
            "192.168.5.4",
            "",
            "a b",
            ".abc",
            "abc.",
            &"a".repeat(64),
        ];
        check(&wrong, Some("InvalidBucketName"));
    }

    #[test]
    fn reserved_names_are_refused() {
        let reserved = ["xn--bucket", "sthree-x", "amzn-s3-demo-bucket", "x-s3alias", "x--ol-s3", "x.mrap"];
        check(&reserved, Some("InvalidBucketName"));
        check(
            &["arn:aws:s3:us-east-1:111122223333:accesspoint/x", "b--use1-az1--x-s3"],
            Some("NotImplemented"),
        );
    }
}
