//! What a bucket is set to.
//!
//! It lies in the bucket's own record, which every call reads anyway.

use serde::{Deserialize, Serialize};

/// The settings of a bucket. The default is what AWS gives new buckets since April 2023: access control lists are
/// off and public access is blocked in every way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Settings {
    /// Nothing once it was deleted: then nothing is blocked.
    pub(crate) public_access: Option<PublicAccessBlock>,
    /// Whether its ownership controls say `BucketOwnerEnforced`; `false` once they were deleted. The owner owns
    /// every object either way.
    pub(crate) owner_enforced: bool,
    pub(crate) versioning: Versioning,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            public_access: Some(PublicAccessBlock::ALL),
            owner_enforced: true,
            versioning: Versioning::Never,
        }
    }
}

impl Settings {
    /// What is blocked.
    pub(crate) fn blocked(&self) -> PublicAccessBlock {
        self.public_access.unwrap_or_default()
    }
}

/// The ways of public access that are blocked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PublicAccessBlock {
    pub(crate) public_acls: bool,
    pub(crate) ignore_public_acls: bool,
    pub(crate) public_policy: bool,
    pub(crate) restrict_public_buckets: bool,
}

impl PublicAccessBlock {
    const ALL: Self = Self {
        public_acls: true,
        ignore_public_acls: true,
        public_policy: true,
        restrict_public_buckets: true,
    };
}

/// Whether a bucket keeps the versions of its objects.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Versioning {
    /// It never did, so that objects have no versions but the one called `null`.
    #[default]
    Never,
    Enabled,
    /// It did: what is written now is the version `null`, and the others stay.
    Suspended,
}

#[cfg(test)]
mod tests {
    use crate::record::{Bucket, OwnedBucket, Settings};

    /// As the records of buckets were before there were settings: those buckets refused public policies too.
    #[test]
    fn a_bucket_that_was_never_set_is_as_a_new_one() {
        let old = r#"{"name": "books", "owner": "111122223333", "region": "us-east-1", "created": CREATED}"#;
        let created = serde_json::to_string(&names::Timestamp::from_seconds(1_764_054_489)).unwrap();
        let old = old.replace("CREATED", &created);
        let bucket: Bucket = serde_json::from_str(&old).unwrap();
        assert_eq!(bucket.settings, Settings::default());
        assert!(bucket.settings.blocked().public_policy && bucket.settings.blocked().restrict_public_buckets);
        assert!(serde_json::from_str::<OwnedBucket>(&old).is_ok());
    }
}
