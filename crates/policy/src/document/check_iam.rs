//! IAM's acceptance check for identity policies, boundaries and session policies, after the grammar.
//!
//! The order is IAM's: a document with several faults is refused for the one IAM names.

use std::collections::HashSet;

use super::ast::{Patterns, Statement, Text, Version};
use super::formats::{action_fault, resource_fault};
use super::{Document, Reason, Rejection};
use crate::condition::{Instant, Operator, Test};

type Check = Result<(), Rejection>;

pub(super) fn check(document: &Document) -> Check {
    version(document)?;
    document.statements.iter().try_for_each(|statement| legacy(document, statement))?;
    sids(document)?;
    document.statements.iter().try_for_each(|statement| some_action(document, statement))?;
    for text in resources(document) {
        resource_fault(&text.value).map_or(Ok(()), |message| {
            let why = "a resource is \"*\" or an ARN such as arn:aws:s3:::bucket/*";
            Err(document.refuse(text.span.start, Reason::Resource, message, why))
        })?;
    }
    document
        .statements
        .iter()
        .flat_map(|s| &s.action)
        .flat_map(|element| &element.texts)
        .try_for_each(|text| action(document, text))?;
    document.statements.iter().try_for_each(|statement| some_resource(document, statement))?;
    document.statements.iter().try_for_each(|statement| no_principal(document, statement))
}

fn version(document: &Document) -> Check {
    if document.version() == Version::V2012 {
        return Ok(());
    }
    let message = "Policy document must be version 2012-10-17 or greater.";
    Err(document.refuse(0, Reason::Version, message, "begin the document with \"Version\": \"2012-10-17\""))
}

fn legacy(document: &Document, statement: &Statement) -> Check {
    let refuse = |offset, why: &str| {
        Err(document.refuse(offset, Reason::Legacy, "The policy failed legacy parsing", why))
    };
    if !statement.effect_exact {
        return refuse(statement.span.start, "`Effect` is written exactly \"Allow\" or \"Deny\"");
    }
    for condition in &statement.conditions {
        let is_date = Operator::parse(&condition.operator).is_some_and(|op| matches!(op.test, Test::Date(_)));
        if let Some(value) =
            condition.values.iter().find(|value| is_date && Instant::parse(&value.value).is_none())
        {
            return refuse(
                value.span.start,
                "a date is written as in 2025-01-31T12:00:00Z, or as epoch seconds",
            );
        }
    }
    let Some(element) = &statement.resource else { return Ok(()) };
    if element.texts.iter().any(|text| resource_fault(&text.value).is_some()) {
        return Ok(()); // IAM tells that fault instead, later.
    }
    let short =
        |text: &&Text| text.value != "*" && text.value.matches(':').count() < 5 && text.value.contains("::");
    if let Some(text) = element.texts.iter().find(short) {
        return refuse(text.span.start, "this ARN lacks colons: it has six parts, and S3 ARNs have `:::`");
    }
    let serviceless = |text: &&Text| text.value.split(':').nth(2) == Some("");
    match element.texts.iter().find(serviceless) {
        Some(text) => refuse(text.span.start, "this ARN names no service, as in arn:aws:s3:::bucket"),
        None => Ok(()),
    }
}

pub(super) fn sids(document: &Document) -> Check {
    let sids =
        || document.statements.iter().filter_map(|s| s.sid.as_ref()).filter(|sid| !sid.value.is_empty());
    let mut earlier = HashSet::new();
    for sid in sids() {
        if !earlier.insert(&sid.value) {
            let message = "Statement IDs (SID) in a single policy must be unique.";
            let why = format!("the Sid \"{}\" is used by an earlier statement", sid.value);
            return Err(document.refuse(sid.span.start, Reason::SidDuplicate, message, &why));
        }
    }
    let plain = |sid: &&Text| !sid.value.bytes().all(|b| b.is_ascii_alphanumeric());
    sids().find(plain).map_or(Ok(()), |sid| {
        let message = "Statement IDs (SID) must be alpha-numeric. \
                       Check that your input satisfies the regular expression [0-9A-Za-z]*";
        Err(document.refuse(sid.span.start, Reason::SidCharacters, message, "use letters and digits only"))
    })
}

fn some_action(document: &Document, statement: &Statement) -> Check {
    if has_texts(&statement.action) {
        return Ok(());
    }
    let message = "Policy statement must contain actions.";
    Err(document.refuse(
        statement.span.start,
        Reason::ActionMissing,
        message,
        "this statement has no `Action`",
    ))
}

fn some_resource(document: &Document, statement: &Statement) -> Check {
    if has_texts(&statement.resource) {
        return Ok(());
    }
    let message = "Policy statement must contain resources.";
    let why = "this statement has no `Resource`; add \"Resource\": \"*\", or merge its actions into a statement that has one";
    Err(document.refuse(statement.span.start, Reason::ResourceMissing, message, why))
}

fn no_principal(document: &Document, statement: &Statement) -> Check {
    statement.principal.as_ref().map_or(Ok(()), |principal| {
        let message = "Policy document should not specify a principal.";
        let why = "identity policies apply to whom they are attached to; `Principal` belongs in trust and resource policies";
        Err(document.refuse(principal.span.start, Reason::PrincipalForbidden, message, why))
    })
}

fn has_texts(element: &Option<Patterns>) -> bool {
    element.as_ref().is_some_and(|element| !element.texts.is_empty())
}

fn resources(document: &Document) -> impl Iterator<Item = &Text> {
    document.statements.iter().filter_map(|s| s.resource.as_ref()).flat_map(|element| &element.texts)
}

fn action(document: &Document, text: &Text) -> Check {
    action_fault(&text.value).map_or(Ok(()), |message| {
        let why = "an action is \"*\" or service:Name, such as s3:GetObject or s3:Get*";
        Err(document.refuse(text.span.start, Reason::Action, message, why))
    })
}
