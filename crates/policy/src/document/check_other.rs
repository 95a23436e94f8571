//! The acceptance check of key, organization and endpoint policies: one message per kind, details in the hint.

use super::ast::{PrincipalType, Statement, Version};
use super::check_trust::is_valid;
use super::formats::action_fault;
use super::{Document, Effect, PolicyKind, Reason, Rejection, generic_message};
use crate::condition::{Operator, SetOperator};

type Check = Result<(), Rejection>;

pub(super) fn check(document: &Document) -> Check {
    let organization = matches!(document.kind(), PolicyKind::Scp | PolicyKind::Rcp);
    if organization && document.version() != Version::V2012 {
        return refuse(document, 0, Reason::Version, "begin the document with \"Version\": \"2012-10-17\"");
    }
    document.statements.iter().try_for_each(|statement| {
        elements(document, statement)?;
        actions(document, statement)?;
        resources(document, statement)?;
        match document.kind() {
            PolicyKind::KmsKey | PolicyKind::Resource => named_principals(document, statement)?,
            PolicyKind::Rcp => resource_control(document, statement)?,
            _ => {}
        }
        conditions(document, statement)
    })
}

fn refuse<T>(document: &Document, offset: usize, reason: Reason, why: &str) -> Result<T, Rejection> {
    Err(document.refuse(offset, reason, generic_message(document.kind()), why))
}

fn elements(document: &Document, statement: &Statement) -> Check {
    let start = statement.span.start;
    if !statement.effect_exact {
        return refuse(document, start, Reason::Syntax, "`Effect` is \"Allow\" or \"Deny\"");
    }
    if statement.action.as_ref().is_none_or(|element| element.texts.is_empty()) {
        return refuse(document, start, Reason::ActionMissing, "this statement has no `Action`");
    }
    // Some services leave it out (a repository's policy is about the repository), others ask for it.
    let optional = document.kind() == PolicyKind::Resource && statement.resource.is_none();
    if !optional && statement.resource.as_ref().is_none_or(|element| element.texts.is_empty()) {
        return refuse(document, start, Reason::ResourceMissing, "this statement has no `Resource`");
    }
    match (&statement.principal, document.kind()) {
        (Some(principal), PolicyKind::Scp) => {
            let why = "service control policies apply to all principals of the account; remove the element";
            refuse(document, principal.span.start, Reason::PrincipalForbidden, why)
        }
        (None, PolicyKind::KmsKey | PolicyKind::Rcp | PolicyKind::VpcEndpoint) => {
            refuse(document, start, Reason::PrincipalMissing, "this statement has no `Principal`")
        }
        _ => Ok(()),
    }
}

fn actions(document: &Document, statement: &Statement) -> Check {
    let mut texts = statement.action.iter().flat_map(|element| &element.texts);
    match texts.find(|text| action_fault(&text.value).is_some()) {
        Some(text) => {
            let why = "an action is \"*\" or service:Name, such as kms:Decrypt";
            refuse(document, text.span.start, Reason::Action, why)
        }
        None => Ok(()),
    }
}

/// What is no ARN would match nothing, and a deny of it deny nothing.
fn resources(document: &Document, statement: &Statement) -> Check {
    let mut texts = statement.resource.iter().flat_map(|element| &element.texts);
    match texts.find(|text| text.value != "*" && !text.value.starts_with("arn:")) {
        Some(text) => {
            let why = "a resource is \"*\" or an ARN such as arn:aws:s3:::bucket/*";
            refuse(document, text.span.start, Reason::Resource, why)
        }
        None => Ok(()),
    }
}

fn named_principals(document: &Document, statement: &Statement) -> Check {
    let Some(element) = &statement.principal else { return Ok(()) };
    let message = "Policy contains a statement with one or more invalid principals.";
    // Not every service that has resource policies refuses it; where one is stored, it admits everyone else.
    let refused = document.kind() == PolicyKind::KmsKey && element.negated;
    if element.entries.is_empty() || (refused && statement.effect == Effect::Allow) {
        let why = "name who may, with `Principal`";
        return Err(document.refuse(element.span.start, Reason::Principal, message, why));
    }
    match element.entries.iter().find(|(kind, text)| !is_valid(*kind, &text.value)) {
        Some((_, text)) => {
            let why = "a principal is an account id, the full ARN of a user, role or session, or a service";
            Err(document.refuse(text.span.start, Reason::Principal, message, why))
        }
        None => Ok(()),
    }
}

/// Customers write resource control policies that deny, to everyone, named services' actions.
fn resource_control(document: &Document, statement: &Statement) -> Check {
    let start = statement.span.start;
    if statement.effect == Effect::Allow {
        return refuse(document, start, Reason::Syntax, "a resource control policy can only deny");
    }
    let everyone = statement.principal.as_ref().is_some_and(|element| {
        !element.negated && matches!(element.entries.as_slice(), [(PrincipalType::Everyone, _)])
    });
    if !everyone {
        return refuse(
            document,
            start,
            Reason::Principal,
            "the principal of a resource control policy is \"*\"",
        );
    }
    let Some(action) = &statement.action else { return Ok(()) };
    if action.negated || action.texts.iter().any(|text| text.value == "*") {
        let why = "actions of a resource control policy carry a service prefix, such as s3:*";
        return refuse(document, action.span.start, Reason::Action, why);
    }
    Ok(())
}

/// `ForAllValues` on the encryption context would let requests without any through, so KMS refuses it.
fn conditions(document: &Document, statement: &Statement) -> Check {
    if document.kind() != PolicyKind::KmsKey {
        return Ok(());
    }
    let for_all = |operator: &str| {
        Operator::parse(operator).is_some_and(|op| op.set == Some(SetOperator::ForAllValues))
    };
    let bad = |key: &str| key.to_ascii_lowercase().starts_with("kms:encryptioncontext:");
    match statement.conditions.iter().find(|condition| for_all(&condition.operator) && bad(&condition.key)) {
        Some(condition) => {
            let why = "ForAllValues holds when the key is missing; compare an encryption context without it";
            refuse(document, condition.span.start, Reason::Condition, why)
        }
        None => Ok(()),
    }
}
