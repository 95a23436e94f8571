//! What is asked of the gate: ARNs, owners and the condition keys of S3.
//!
//! Sources: "Actions, resources, and condition keys for Amazon S3" in the service authorization reference, and
//! "Amazon S3 policy keys" in the user guide.

use std::collections::BTreeMap;

use kernel::{At, Call, Check, Checks, Cx, Fault, Network, Origin, Session};
use names::{Region, Timestamp};
use policy::Principal;
use store::Snapshot;

use crate::bucket::name;
use crate::record::{BUCKETS, Bucket, Version, Which, version};
use crate::wording::{access_denied, no_such_bucket};

/// The resource of actions on no bucket in particular.
pub const ANY_BUCKET: &str = "arn:aws:s3:::*";

/// The keys of the `x-amz-grant-` headers.
pub(crate) const GRANT_KEYS: [&str; 5] = [
    "s3:x-amz-grant-full-control",
    "s3:x-amz-grant-read",
    "s3:x-amz-grant-read-acp",
    "s3:x-amz-grant-write",
    "s3:x-amz-grant-write-acp",
];

/// The ARN of a bucket.
pub(crate) fn bucket_arn(bucket: &str) -> String {
    format!("arn:aws:s3:::{bucket}")
}

/// The ARN of an object.
pub(crate) fn object_arn(bucket: &str, key: &str) -> String {
    format!("arn:aws:s3:::{bucket}/{key}")
}

/// How S3 calls a signature in the `Authorization` header.
pub const SIGNED_IN_HEADER: &str = "REST-HEADER";

/// The keys that S3 has for every call, by how it was signed and over which TLS it came. `auth_type` is none for
/// calls that nobody signed.
pub fn call_keys(
    auth_type: Option<&str>,
    tls_version: Option<&str>,
) -> impl Iterator<Item = (&'static str, String)> {
    let tls = tls_version.map(|version| ("s3:TlsVersion", version.to_owned()));
    let signed = auth_type.map(|auth_type| {
        [("s3:authType", auth_type.to_owned()), ("s3:signatureversion", "AWS4-HMAC-SHA256".to_owned())]
    });
    tls.into_iter().chain(signed.into_iter().flatten())
}

/// The keys that S3 has for a bucket of this owner and what is in it.
#[must_use]
pub fn resource_keys(owner: &str) -> [(&'static str, String); 1] {
    [("s3:ResourceAccount", owner.to_owned())]
}

fn with(check: Check, (key, value): (&'static str, String)) -> Check {
    check.key(key, value)
}

/// Who asks, before or after the gate.
#[derive(Clone, Copy)]
pub(crate) struct Asker<'a> {
    pub(crate) session: &'a Session,
    pub(crate) call: &'a Call,
}

impl<'a> Asker<'a> {
    pub(crate) fn at(at: &At<'a>) -> Self {
        Self { session: at.session, call: at.call }
    }

    pub(crate) fn cx(cx: &'a Cx) -> Self {
        Self { session: cx.session(), call: cx.call() }
    }

    /// A question without bucket. Refusals name no resource.
    pub(crate) fn about_none(&self, action: &str) -> Check {
        self.with_keys(Check::new(action, ANY_BUCKET).named(""))
    }

    /// A question about a bucket.
    pub(crate) fn about_bucket(&self, action: &str, bucket: &Bucket) -> Check {
        self.owned(Check::new(action, bucket_arn(&bucket.name)), bucket)
    }

    /// A question about an object, there or not.
    pub(crate) fn about_object(&self, action: &str, bucket: &Bucket, key: &str) -> Check {
        self.owned(Check::new(action, object_arn(&bucket.name, key)), bucket)
    }

    /// A question about one version of an object. Where it is named, the action is that on versions: "Object" in
    /// its name becomes "ObjectVersion".
    pub(crate) fn about_version(&self, action: &str, bucket: &Bucket, key: &str, which: &Which) -> Check {
        match which.id() {
            None => self.about_object(action, bucket, key),
            Some(id) => {
                let action = action.replacen("Object", "ObjectVersion", 1);
                self.about_object(&action, bucket, key).key("s3:VersionId", id)
            }
        }
    }

    /// Whether `s3:PutObjectAcl` is asked for too. Not of services that speak for themselves: the bucket policies
    /// that AWS documents for their deliveries demand an ACL and give them `s3:PutObject` alone.
    pub(crate) fn sets_acl(&self, acl: Option<&str>) -> bool {
        acl.is_some() && !matches!(self.session.principal(), Principal::Service { .. })
    }

    fn owned(&self, check: Check, bucket: &Bucket) -> Check {
        let check = self.with_keys(check.owner(bucket.owner));
        resource_keys(bucket.owner.as_str()).into_iter().fold(check, with)
    }

    /// The keys about how the call came. All are known from the connection and the verified signature.
    fn with_keys(&self, check: Check) -> Check {
        let (auth_type, tls_version) = match &self.call.origin {
            Origin::Network(network) => (network.auth_type, network.tls_version),
            // Calls within the process need no signature since nothing lies in between; they count as signed
            // in the header, so that policies against older signatures let them pass.
            Origin::Service(_) => (Some(SIGNED_IN_HEADER), None),
        };
        let auth_type = auth_type.filter(|_| !self.session.is_anonymous());
        let check = call_keys(auth_type, tls_version).fold(check, with);
        match &self.call.origin {
            Origin::Network(network) if auth_type.is_some() => self.with_signature(check, network),
            _ => check,
        }
    }

    /// The keys about the signature itself: how old it is in milliseconds, and how it covers the body ("Amazon S3
    /// Signature Version 4 authentication specific policy keys" in the API reference).
    fn with_signature(&self, check: Check, network: &Network) -> Check {
        let age = |signed_at: Timestamp| (self.call.received_at.millis() - signed_at.millis()).max(0);
        check
            .maybe("s3:signatureAge", network.signed_at.map(age).map(|age| age.to_string()).as_deref())
            .maybe("s3:x-amz-content-sha256", network.content_sha256.as_deref())
    }

    /// The bucket of this name, for an operation that must be sent to its region.
    pub(crate) fn bucket(
        &self,
        view: &dyn Snapshot,
        name: &str,
        expected_owner: Option<&str>,
    ) -> Result<Bucket, Fault> {
        let bucket = find(view, name, expected_owner)?;
        if bucket.region != self.call.region && !self.session.is_anonymous() {
            return Err(wrong_region(&self.call.region, &bucket.region));
        }
        Ok(bucket)
    }
}

/// Whether a condition compares a tag. Its outcome tells something of the object, so who sets one needs permission
/// to read it too ("How to perform conditional deletes" in the user guide).
pub(crate) fn compares(if_match: Option<&str>) -> bool {
    if_match.is_some_and(|tags| tags.trim() != "*")
}

/// The bucket of this name, wherever it is.
pub(crate) fn find(view: &dyn Snapshot, name: &str, expected_owner: Option<&str>) -> Result<Bucket, Fault> {
    name::check_known(name)?;
    let bucket = BUCKETS.get(view, name)?.ok_or_else(|| no_such_bucket(name))?;
    match expected_owner {
        Some(expected) if expected != bucket.owner.as_str() => Err(access_denied()),
        _ => Ok(bucket),
    }
}

/// The bucket is still the one that the gate was asked about. Asked again in each transaction, since staging a
/// body takes time, and a name may have found another owner meanwhile. The answer is how the bucket is set now.
pub(crate) fn stands(view: &dyn Snapshot, bucket: &Bucket) -> Result<Bucket, Fault> {
    match BUCKETS.get(view, &bucket.name)? {
        Some(found) if found.is(bucket) => Ok(found),
        _ => Err(no_such_bucket(&bucket.name)),
    }
}

/// The question about a bucket, for an operation that must be sent to its region.
pub(crate) fn about_bucket(
    at: &At<'_>,
    action: &str,
    name: &str,
    expected_owner: Option<&str>,
) -> Result<Checks, Fault> {
    let asker = Asker::at(at);
    let bucket = at.read(|view| asker.bucket(view, name, expected_owner))?;
    Ok(Checks::of(asker.about_bucket(action, &bucket)))
}

fn wrong_region(given: &Region, right: &Region) -> Fault {
    let message =
        format!("The authorization header is malformed; the region '{given}' is wrong; expecting '{right}'");
    Fault::new("AuthorizationHeaderMalformed", 400, message).field("Region", right.as_str())
}

/// The keys that S3 has for a request, as checks carry them.
pub(crate) trait Keys: Sized {
    /// A key, if the request has a value for it.
    fn maybe(self, key: &'static str, value: Option<&str>) -> Self;
    /// `s3:if-match` and `s3:if-none-match`.
    fn conditions(self, if_match: Option<&str>, if_none_match: Option<&str>) -> Self;
    /// `s3:ObjectCreationOperation`: whether this is the step that makes the object, and not one before it.
    fn creates_object(self, creates: bool) -> Self;
    /// `s3:ExistingObjectTag/K`.
    fn existing_tags(
        self,
        view: &dyn Snapshot,
        bucket: &Bucket,
        key: &str,
        which: &Which,
    ) -> Result<Self, Fault>;
    /// `s3:RequestObjectTag/K` and `s3:RequestObjectTagKeys`.
    fn request_object_tags(self, tags: &BTreeMap<String, String>) -> Self;
}

impl Keys for Check {
    fn maybe(self, key: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.key(key, value),
            None => self,
        }
    }

    fn conditions(self, if_match: Option<&str>, if_none_match: Option<&str>) -> Self {
        self.maybe("s3:if-match", if_match).maybe("s3:if-none-match", if_none_match)
    }

    fn creates_object(self, creates: bool) -> Self {
        self.key("s3:ObjectCreationOperation", creates.to_string())
    }

    fn existing_tags(
        self,
        view: &dyn Snapshot,
        bucket: &Bucket,
        key: &str,
        which: &Which,
    ) -> Result<Self, Fault> {
        let Some(Version::Object(object)) = version(view, bucket, key, which)? else { return Ok(self) };
        let with = |check: Self, (tag, value): (String, String)| {
            check.resource_key(format!("s3:ExistingObjectTag/{tag}"), value)
        };
        Ok(object.description.tags.into_iter().fold(self, with))
    }

    fn request_object_tags(mut self, tags: &BTreeMap<String, String>) -> Self {
        if tags.is_empty() {
            return self;
        }
        for (tag, value) in tags {
            self.context.set(format!("s3:RequestObjectTag/{tag}"), value.clone());
        }
        self.keys("s3:RequestObjectTagKeys", tags.keys().cloned().collect())
    }
}
