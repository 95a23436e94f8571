//! Principals in stored policies.
//!
//! A policy that names a user or role means that one and not a later namesake, so it is stored with the unique id
//! and shown with the ARN while the ARN's bearer exists.

use kernel::{Directory, Fault};
use names::{AccountId, Arn};
use policy::{Document, PolicyKind};

use super::put::malformed;

/// The text to store, its users and roles by unique id. Everybody it names must exist.
pub(super) fn bound(document: &Document, directory: &dyn Directory) -> Result<String, Fault> {
    // Canonical ids are not looked up by account yet.
    if let Some(id) = document.canonical_users().next() {
        return Err(invalid(id));
    }
    let mut bindings = Vec::new();
    for principal in document.aws_principals() {
        bindings.push(bind(principal, directory)?);
    }
    let mut bindings = bindings.into_iter();
    let bound = document.map_principals(|_| bindings.next().flatten()).map_err(Fault::internal)?;
    Ok(bound.text().to_owned())
}

/// What is stored for a principal, if it is not what was written.
fn bind(principal: &str, directory: &dyn Directory) -> Result<Option<String>, Fault> {
    if principal == "*" {
        return Ok(None);
    }
    if let Ok(account) = principal.parse::<AccountId>() {
        require(directory.account_exists(account)?, principal)?;
        return Ok(Some(account.root_arn()));
    }
    let Ok(arn) = principal.parse::<Arn>() else {
        require(directory.arn(principal)?.is_some(), principal)?;
        return Ok(None);
    };
    // Accounts of another partition are not those of this one, even where the numbers agree.
    require(arn.partition() == "aws", principal)?;
    let account = arn.account_id().ok_or_else(|| invalid(principal))?;
    require(directory.account_exists(account)?, principal)?;
    match (arn.service(), arn.resource()) {
        ("iam", "root") => Ok(None),
        ("iam", _) => directory.unique_id(&arn)?.map(Some).ok_or_else(|| invalid(principal)),
        // Sessions come and go; their ARNs are text.
        ("sts", _) => Ok(None),
        _ => Err(invalid(principal)),
    }
}

fn require(exists: bool, principal: &str) -> Result<(), Fault> {
    if exists { Ok(()) } else { Err(invalid(principal)) }
}

fn invalid(principal: &str) -> Fault {
    malformed("Invalid principal in policy").field("Detail", principal)
}

/// The text to show, unique ids as ARNs again.
pub(super) fn shown(text: &str, directory: &dyn Directory) -> Result<String, Fault> {
    let document = Document::read(text, PolicyKind::S3Bucket).map_err(Fault::internal)?;
    let mut arns = Vec::new();
    for principal in document.aws_principals() {
        let id = !principal.starts_with("arn:") && principal != "*";
        arns.push(if id { directory.arn(principal)? } else { None });
    }
    let mut arns = arns.into_iter();
    let shown =
        document.map_principals(|_| arns.next().flatten().map(String::from)).map_err(Fault::internal)?;
    Ok(shown.text().to_owned())
}
