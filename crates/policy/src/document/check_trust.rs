//! The acceptance check of role trust policies.

use super::ast::{PrincipalType, Statement, Text};
use super::check_iam::sids;
use super::formats::{action_fault, is_partition};
use super::{Document, Reason, Rejection};
use crate::arn;
use crate::principals::{is_account, is_unique_id};

type Check = Result<(), Rejection>;

pub(super) fn check(document: &Document) -> Check {
    sids(document)?;
    document.statements.iter().try_for_each(|statement| {
        fields(document, statement)?;
        actions(document, statement)?;
        principals(document, statement)
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
    if let Some(resource) = &statement.resource {
        let name = if resource.negated { "NotResource" } else { "Resource" };
        let why = "the role itself is the resource of its trust policy; remove the element";
        return Err(document.refuse(
            resource.span.start,
            Reason::Prohibited,
            format!("Has prohibited field {name}"),
            why,
        ));
    }
    match &statement.principal {
        None => {
            let why = "say who may assume the role, for example \"Principal\": {\"Service\": \"forecast.amazonaws.com\"}";
            return Err(document.refuse(
                start,
                Reason::PrincipalMissing,
                "Missing required field Principal",
                why,
            ));
        }
        Some(principal) if principal.negated => {
            let message = "Has prohibited field NotPrincipal";
            return Err(document.refuse(
                principal.span.start,
                Reason::Prohibited,
                message,
                "name who may, with `Principal`",
            ));
        }
        Some(_) => {}
    }
    if statement.action.as_ref().is_none_or(|action| action.texts.is_empty()) {
        let why = "a trust policy allows sts:AssumeRole, as a rule";
        return Err(document.refuse(start, Reason::ActionMissing, "Missing required field Action", why));
    }
    Ok(())
}

fn actions(document: &Document, statement: &Statement) -> Check {
    for text in statement.action.iter().flat_map(|element| &element.texts) {
        if let Some(message) = action_fault(&text.value) {
            return Err(document.refuse(text.span.start, Reason::Action, message, "write sts:AssumeRole"));
        }
        let of_sts = text.value.get(..4).is_some_and(|vendor| vendor.eq_ignore_ascii_case("sts:"));
        if !of_sts {
            let message = "AssumeRole policy may only specify STS AssumeRole actions.";
            let why = "what the role may do goes into its permissions policies";
            return Err(document.refuse(text.span.start, Reason::Action, message, why));
        }
    }
    Ok(())
}

fn principals(document: &Document, statement: &Statement) -> Check {
    let Some(element) = &statement.principal else { return Ok(()) };
    if element.entries.is_empty() {
        let message = "Invalid principal in policy";
        return Err(document.refuse(element.span.start, Reason::Principal, message, "no principal is named"));
    }
    match element.entries.iter().find(|(kind, text)| !is_valid(*kind, &text.value)) {
        Some((kind, text)) => Err(invalid_principal(document, *kind, text)),
        None => Ok(()),
    }
}

fn invalid_principal(document: &Document, kind: PrincipalType, text: &Text) -> Rejection {
    let name = if kind == PrincipalType::Service { "SERVICE" } else { kind.name() };
    let message = format!("Invalid principal in policy: \"{name}\":\"{}\"", text.value);
    let why = "a principal is an account id, the full ARN of a user, role or session, a service such as \
               forecast.amazonaws.com, or a provider; an ARN takes no wildcards";
    document.refuse(text.span.start, Reason::Principal, message, why)
}

/// Whether a principal could exist. Whether it does is for the caller to find out.
pub(super) fn is_valid(kind: PrincipalType, text: &str) -> bool {
    match kind {
        PrincipalType::Everyone => true,
        PrincipalType::Aws => text == "*" || is_account(text) || is_unique_id(text) || is_principal_arn(text),
        PrincipalType::Service => text.contains('.') && !text.contains(['*', '?', ':', '/', ' ']),
        PrincipalType::Federated => !text.is_empty() && !text.contains(['*', '?', ' ']),
        PrincipalType::CanonicalUser => text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit()),
    }
}

fn is_principal_arn(text: &str) -> bool {
    let Some(["arn", partition, service, "", account, resource]) = arn::split(text) else { return false };
    let named = match (service, resource.split_once('/')) {
        ("iam", None) => resource == "root",
        ("iam", Some(("user" | "role", name))) => !name.is_empty(),
        ("sts", Some(("assumed-role", name))) => name.contains('/'),
        ("sts", Some(("federated-user", name))) => !name.is_empty(),
        _ => false,
    };
    named && is_account(account) && is_partition(partition) && !text.contains(['*', '?'])
}
