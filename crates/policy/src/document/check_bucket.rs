//! The acceptance check of bucket policies, with S3's messages.

use super::ast::{Statement, Text};
use super::check_trust::is_valid;
use super::s3_actions::{BUCKET, OBJECT};
use super::{Document, Reason, Rejection};
use crate::arn;
use crate::pattern::Pattern;

type Check = Result<(), Rejection>;

pub(super) fn check(document: &Document, bucket: Option<&str>) -> Check {
    document.statements.iter().try_for_each(|statement| {
        fields(document, statement)?;
        principals(document, statement)?;
        actions(document, statement)?;
        resources(document, statement, bucket)?;
        pairs(document, statement)
    })
}

fn fields(document: &Document, statement: &Statement) -> Check {
    let start = statement.span.start;
    if !statement.effect_exact {
        return Err(document.refuse(
            start,
            Reason::Syntax,
            "Invalid effect",
            "`Effect` is \"Allow\" or \"Deny\"",
        ));
    }
    let missing = |reason, name: &str| {
        let why = format!("a statement of a bucket policy has a `{name}`");
        Err(document.refuse(start, reason, format!("Missing required field {name}"), &why))
    };
    if statement.principal.is_none() {
        return missing(Reason::PrincipalMissing, "Principal");
    }
    if statement.action.as_ref().is_none_or(|element| element.texts.is_empty()) {
        return missing(Reason::ActionMissing, "Action");
    }
    if statement.resource.as_ref().is_none_or(|element| element.texts.is_empty()) {
        return missing(Reason::ResourceMissing, "Resource");
    }
    Ok(())
}

fn principals(document: &Document, statement: &Statement) -> Check {
    let Some(element) = &statement.principal else { return Ok(()) };
    let refuse = |offset, why: &str| {
        Err(document.refuse(offset, Reason::Principal, "Invalid principal in policy", why))
    };
    if element.entries.is_empty() {
        return refuse(element.span.start, "no principal is named");
    }
    if element.negated && statement.effect == super::Effect::Allow {
        return refuse(
            element.span.start,
            "`NotPrincipal` goes with \"Deny\" only: with \"Allow\" it would admit everyone else",
        );
    }
    match element.entries.iter().find(|(kind, text)| !is_valid(*kind, &text.value)) {
        Some((_, text)) => refuse(
            text.span.start,
            "a principal is \"*\", an account, or the full ARN of a user, role or session",
        ),
        None => Ok(()),
    }
}

fn actions(document: &Document, statement: &Statement) -> Check {
    let texts = statement.action.iter().flat_map(|element| &element.texts);
    match texts.into_iter().find(|text| !matched_actions(text).any()) {
        Some(text) => {
            let why = "this names no action on buckets or objects";
            Err(document.refuse(text.span.start, Reason::Action, "Policy has invalid action", why))
        }
        None => Ok(()),
    }
}

/// Which sorts of actions a pattern covers.
#[derive(Clone, Copy)]
struct Sorts {
    bucket: bool,
    object: bool,
}

impl Sorts {
    fn any(self) -> bool {
        self.bucket || self.object
    }
}

fn matched_actions(text: &Text) -> Sorts {
    let lower = text.value.to_ascii_lowercase();
    let name = match lower.as_str() {
        "*" => "*",
        other => other.strip_prefix("s3:").unwrap_or_default(),
    };
    let pattern = Pattern::new(name);
    let covers = |names: &[&str]| names.iter().any(|name| pattern.matches(name));
    Sorts { bucket: covers(BUCKET), object: covers(OBJECT) }
}

fn resources(document: &Document, statement: &Statement, bucket: Option<&str>) -> Check {
    let texts = statement.resource.iter().flat_map(|element| &element.texts);
    match texts.into_iter().find(|text| !is_within(&text.value, bucket)) {
        Some(text) => {
            let bucket = bucket.unwrap_or("BUCKET");
            let why =
                format!("resources are arn:aws:s3:::{bucket} and, for objects, arn:aws:s3:::{bucket}/*");
            Err(document.refuse(text.span.start, Reason::Resource, "Policy has invalid resource", &why))
        }
        None => Ok(()),
    }
}

fn is_within(resource: &str, bucket: Option<&str>) -> bool {
    let Some(["arn", partition, "s3", "", "", path]) = arn::split(resource) else { return false };
    let name = path.split('/').next().unwrap_or_default();
    partition.starts_with("aws") && !name.is_empty() && bucket.is_none_or(|bucket| covers(name, bucket))
}

/// Wildcards may follow the bucket's name, since objects do; they may not stand for part of it.
fn covers(name: &str, bucket: &str) -> bool {
    name.strip_prefix(bucket).is_some_and(|rest| rest.bytes().all(|b| b == b'*'))
}

/// Every action needs a resource it acts on.
fn pairs(document: &Document, statement: &Statement) -> Check {
    let (Some(actions), Some(resources)) = (&statement.action, &statement.resource) else { return Ok(()) };
    if actions.negated || resources.negated {
        return Ok(());
    }
    let path = |text: &Text| text.value.splitn(6, ':').last().unwrap_or_default().to_owned();
    let objects = resources.texts.iter().any(|text| path(text).contains(['/', '*']));
    let buckets = resources.texts.iter().any(|text| !path(text).contains('/'));
    let fits = |sorts: Sorts| (sorts.bucket && buckets) || (sorts.object && objects);
    match actions.texts.iter().find(|text| !fits(matched_actions(text))) {
        Some(text) => {
            let message = "Action does not apply to any resource(s) in statement";
            let why = "object actions need a resource such as arn:aws:s3:::BUCKET/*, bucket actions arn:aws:s3:::BUCKET";
            Err(document.refuse(text.span.start, Reason::Action, message, why))
        }
        None => Ok(()),
    }
}
