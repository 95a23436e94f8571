//! Access control lists: buckets own their objects, so there are none to set. Every list says that the owner of
//! the bucket has full control.
//!
//! Source: "Controlling ownership of objects and disabling ACLs for your bucket" in the user guide.

use api_s3::{AccessControlPolicy, Grant, Grantee};
use kernel::{Cx, Fault};
use names::AccountId;

use crate::list::canonical_user;
use crate::record::Bucket;
use crate::wording::not_implemented;

/// The one way objects are owned here.
pub(crate) const BUCKET_OWNER_ENFORCED: &str = "BucketOwnerEnforced";

/// Canned lists that say what holds anyway, so that who puts an object may ask for them.
pub(crate) const HARMLESS: [&str; 2] = ["private", "bucket-owner-full-control"];
/// Canned lists that let the public in, as block public access means it.
const PUBLIC: [&str; 3] = ["public-read", "public-read-write", "authenticated-read"];
/// What the groups are called that are the public.
const PUBLIC_GROUPS: [&str; 2] = ["/groups/global/AllUsers", "/groups/global/AuthenticatedUsers"];

const FULL_CONTROL: &str = "FULL_CONTROL";

/// What a request wants a list to say.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Wish<'a> {
    /// The `x-amz-acl` header.
    pub(crate) canned: Option<&'a str>,
    /// The `x-amz-grant-` headers.
    pub(crate) grants: &'a [&'a Option<String>],
    /// A whole list.
    pub(crate) document: Option<&'a AccessControlPolicy>,
}

impl Wish<'_> {
    /// Whether it wants nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.canned.is_none() && self.document.is_none() && self.grants.iter().all(|grant| grant.is_none())
    }

    /// Whether it wants nothing but what holds anyway, `harmless` being the canned lists that do.
    fn is_harmless(&self, harmless: &[&str], owner: AccountId) -> bool {
        self.canned.is_none_or(|canned| harmless.contains(&canned))
            && self.grants.iter().all(|grant| grant.is_none())
            && self.document.is_none_or(|list| says_what_holds(list, owner))
    }

    fn is_public(&self) -> bool {
        let of_public = |text: &str| PUBLIC_GROUPS.iter().any(|group| text.contains(group));
        let documented = self.document.and_then(|list| list.grants.as_deref()).unwrap_or_default();
        let mut grantees = documented.iter().filter_map(|grant| grant.grantee.as_ref()?.uri.as_deref());
        self.canned.is_some_and(|canned| PUBLIC.contains(&canned))
            || self.grants.iter().filter_map(|grant| grant.as_deref()).any(of_public)
            || grantees.any(of_public)
    }
}

/// Refuses every list but those that say what holds anyway. As on AWS, a bucket that enforces its ownership says
/// that it has no lists, before anybody asks whether the list is a public one.
pub(crate) fn check(
    cx: &Cx,
    bucket: &Bucket,
    (action, resource): (&str, &str),
    wish: Wish<'_>,
    harmless: &[&str],
) -> Result<(), Fault> {
    if wish.is_harmless(harmless, bucket.owner) {
        return Ok(());
    }
    if bucket.settings.owner_enforced || !bucket.settings.blocked().public_acls || !wish.is_public() {
        return Err(Fault::new("AccessControlListNotSupported", 400, "The bucket does not allow ACLs"));
    }
    let message = format!(
        "User: {} is not authorized to perform: {action} on resource: \"{resource}\" because public ACLs are \
         blocked by the BlockPublicAcls block public access setting.",
        cx.session().principal().shown(),
    );
    Err(Fault::new("AccessDenied", 403, message))
}

/// Refuses lists for a bucket that is to be made.
pub(crate) fn check_new(wish: Wish<'_>, owner: AccountId) -> Result<(), Fault> {
    if wish.is_harmless(&HARMLESS, owner) {
        return Ok(());
    }
    let message = "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting";
    Err(Fault::new("InvalidBucketAclWithObjectOwnership", 400, message))
}

/// Refuses other ways of owning objects.
pub(crate) fn check_ownership(ownership: Option<&str>) -> Result<(), Fault> {
    match ownership {
        None | Some(BUCKET_OWNER_ENFORCED) => Ok(()),
        Some(_) => Err(not_implemented("buckets always own their objects (BucketOwnerEnforced)")),
    }
}

/// The list of every bucket and object.
pub(crate) fn grants(owner: AccountId) -> Vec<Grant> {
    let grantee = Grantee {
        display_name: None,
        email_address: None,
        id: Some(canonical_user(owner)),
        r#type: "CanonicalUser".to_owned(),
        uri: None,
    };
    vec![Grant { grantee: Some(grantee), permission: Some(FULL_CONTROL.to_owned()) }]
}

fn says_what_holds(list: &AccessControlPolicy, owner: AccountId) -> bool {
    let [Grant { grantee: Some(grantee), permission: Some(permission) }] =
        list.grants.as_deref().unwrap_or_default()
    else {
        return false;
    };
    permission == FULL_CONTROL && grantee.id.as_deref() == Some(&canonical_user(owner))
}

/// Encryption at rest comes with the key service. Until then a request for it is refused rather than answered
/// as if it were kept.
pub(crate) fn check_encryption(members: &[&Option<String>]) -> Result<(), Fault> {
    if members.iter().all(|member| member.is_none()) {
        return Ok(());
    }
    Err(Fault::new(
        "NotImplemented",
        501,
        "Server-side encryption is not implemented: objects are not encrypted at rest yet, and this server \
         does not claim otherwise.",
    ))
}
