//! Bucket policies.

mod delete;
mod get;
mod principals;
mod put;
mod status;

use kernel::{At, Checks, Cx, Fault};
use policy::Principal;

use crate::access::Asker;
use crate::record::Bucket;

/// The question about the policy of a bucket.
///
/// The owner's root user is not asked about policies: otherwise a policy that denies everybody could never be
/// taken away again ("PutBucketPolicy" in the API reference).
fn checks(action: &str, name: &str, expected_owner: Option<&str>, at: &At<'_>) -> Result<Checks, Fault> {
    let asker = Asker::at(at);
    let bucket = at.read(|view| asker.bucket(view, name, expected_owner))?;
    match at.session.principal() {
        Principal::Root { account } if account == bucket.owner.as_str() => Ok(Checks::signed_only()),
        _ => Ok(Checks::of(asker.about_bucket(action, &bucket))),
    }
}

/// The bucket, for a caller of its owner's account: others may not touch the policy even if it says so.
fn bucket(cx: &Cx, name: &str) -> Result<Bucket, Fault> {
    let bucket = cx.read(|view| Asker::cx(cx).bucket(view, name, None))?;
    if cx.session().account() == Some(bucket.owner) {
        return Ok(bucket);
    }
    Err(Fault::new("MethodNotAllowed", 405, "The specified method is not allowed against this resource."))
}
